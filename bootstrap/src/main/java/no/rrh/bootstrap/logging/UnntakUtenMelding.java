package no.rrh.bootstrap.logging;

import ch.qos.logback.classic.pattern.ThrowableHandlingConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;

/**
 * Writes an exception as types and places, without messages: a library may have put a token or a row of the database
 * into one.
 */
public final class UnntakUtenMelding extends ThrowableHandlingConverter {
    private static final int LEDD = 5;
    private static final int RAMMER = 15;

    @Override
    public String convert(ILoggingEvent hendelse) {
        StringBuilder tekst = new StringBuilder();
        IThrowableProxy unntak = hendelse.getThrowableProxy();
        for (int ledd = 0; unntak != null && ledd < LEDD; ledd++, unntak = unntak.getCause()) {
            tekst.append(ledd == 0 ? "" : "Caused by: ")
                    .append(unntak.getClassName())
                    .append(System.lineSeparator());
            rammer(unntak.getStackTraceElementProxyArray(), tekst);
        }
        return tekst.toString();
    }

    private static void rammer(StackTraceElementProxy[] rammer, StringBuilder tekst) {
        for (int i = 0; rammer != null && i < Math.min(RAMMER, rammer.length); i++) {
            tekst.append("    ").append(rammer[i].getSTEAsString()).append(System.lineSeparator());
        }
    }
}
