package no.rrh.bootstrap.logging;

import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import org.slf4j.event.KeyValuePair;

/** The message and its key-values as they may be written in text. */
public final class Tekstlinje extends ClassicConverter {
    @Override
    public String convert(ILoggingEvent hendelse) {
        StringBuilder tekst = new StringBuilder(String.valueOf(Logginnhold.melding(hendelse)));
        if (hendelse.getKeyValuePairs() != null) {
            for (KeyValuePair par : hendelse.getKeyValuePairs()) {
                tekst.append(' ').append(par.key).append('=').append(par.value);
            }
        }
        return Logginnhold.paaEnLinje(Logginnhold.maskert(tekst.toString()));
    }
}
