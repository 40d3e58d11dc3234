package no.rrh.http.sikkerhet;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/** Everything that is logged, at every level and by every library, while it is open. */
public final class Loggfangst extends AppenderBase<ILoggingEvent> implements AutoCloseable {
    private final Logger rot = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Level foer = rot.getLevel();
    private final List<ILoggingEvent> hendelser = new CopyOnWriteArrayList<>();

    public Loggfangst() {
        setContext(rot.getLoggerContext());
        start();
        rot.setLevel(Level.TRACE);
        rot.addAppender(this);
    }

    @Override
    protected void append(ILoggingEvent hendelse) {
        hendelse.getFormattedMessage();
        hendelser.add(hendelse);
    }

    /** The lines of one class, each as {@code LEVEL message}. */
    public List<String> linjer(Class<?> av) {
        return hendelser.stream()
                .filter(hendelse -> hendelse.getLoggerName().equals(av.getName()))
                .map(hendelse -> hendelse.getLevel() + " " + hendelse.getFormattedMessage())
                .toList();
    }

    /** Whether any of the texts stands anywhere in what was logged, exceptions and their causes included. */
    public boolean nevner(Collection<String> hemmelige) {
        String alt = hendelser.stream().flatMap(Loggfangst::tekster).collect(Collectors.joining("\n"));
        return hemmelige.stream().anyMatch(alt::contains);
    }

    private static Stream<String> tekster(ILoggingEvent hendelse) {
        Stream<IThrowableProxy> feil =
                Stream.iterate(hendelse.getThrowableProxy(), proxy -> proxy != null, IThrowableProxy::getCause);
        return Stream.concat(
                Stream.of(hendelse.getFormattedMessage()),
                feil.map(proxy -> proxy.getClassName() + ": " + proxy.getMessage()));
    }

    public void glem() {
        hendelser.clear();
    }

    @Override
    public void close() {
        rot.detachAppender(this);
        rot.setLevel(foer);
    }
}
