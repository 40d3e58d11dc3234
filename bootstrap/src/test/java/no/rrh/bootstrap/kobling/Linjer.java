package no.rrh.bootstrap.kobling;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** What a class logs while it is open. */
final class Linjer implements AutoCloseable {
    private final Logger logg;
    private final ListAppender<ILoggingEvent> linjer = new ListAppender<>();

    Linjer(Class<?> av) {
        // what a thread of its own logs is looked at meanwhile
        linjer.list = new CopyOnWriteArrayList<>();
        logg = (Logger) LoggerFactory.getLogger(av);
        linjer.start();
        logg.addAppender(linjer);
    }

    /** Each as {@code LEVEL message}. */
    List<String> tekst() {
        return linjer.list.stream()
                .map(linje -> linje.getLevel() + " " + linje.getFormattedMessage())
                .toList();
    }

    @Override
    public void close() {
        logg.detachAppender(linjer);
    }
}
