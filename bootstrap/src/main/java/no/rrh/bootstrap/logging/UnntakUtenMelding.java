package no.rrh.bootstrap.logging;

import ch.qos.logback.classic.pattern.ThrowableHandlingConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.sql.SQLException;
import java.util.List;

/**
 * Writes an exception as types and places, with codes and the system's own reasons but without messages: a library may have put a token or a row of the database
 * into one.
 */
public final class UnntakUtenMelding extends ThrowableHandlingConverter {
    private static final List<String> SYSTEMETS_ORD = List.of(
            "No space left on device",
            "Disk quota exceeded",
            "Read-only file system",
            "Permission denied",
            "Too many open files",
            "Input/output error",
            "File too large",
            "Connection refused",
            "Connection reset",
            "Broken pipe");
    private static final int LEDD = 8;
    private static final int RAMMER = 15;

    @Override
    public String convert(ILoggingEvent hendelse) {
        StringBuilder tekst = new StringBuilder();
        IThrowableProxy unntak = hendelse.getThrowableProxy();
        for (int ledd = 0; unntak != null && ledd < LEDD; ledd++, unntak = unntak.getCause()) {
            tekst.append(ledd == 0 ? "" : "Caused by: ")
                    .append(unntak.getClassName())
                    .append(aarsak(unntak))
                    .append(System.lineSeparator());
            rammer(unntak.getStackTraceElementProxyArray(), tekst);
        }
        return tekst.toString();
    }

    /** What of a message cannot hold data: codes, and the system's own words. */
    private static String aarsak(IThrowableProxy unntak) {
        Throwable feil = unntak instanceof ThrowableProxy proxy ? proxy.getThrowable() : null;
        if (feil instanceof SQLException sql) {
            return " (SQLState " + sql.getSQLState() + ", code " + sql.getErrorCode() + ")";
        }
        if (feil instanceof FileSystemException fil) {
            return fil.getReason() == null ? "" : " (" + fil.getReason() + ")";
        }
        return SYSTEMETS_ORD.stream()
                .filter(ord -> feil instanceof IOException && ord.equals(feil.getMessage()))
                .map(ord -> " (" + ord + ")")
                .findFirst()
                .orElse("");
    }

    private static void rammer(StackTraceElementProxy[] rammer, StringBuilder tekst) {
        for (int i = 0; rammer != null && i < Math.min(RAMMER, rammer.length); i++) {
            tekst.append("    ").append(rammer[i].getSTEAsString()).append(System.lineSeparator());
        }
    }
}
