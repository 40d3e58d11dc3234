package no.rrh.bootstrap.logging;

import java.util.Locale;

/** How the log is written. */
public enum Loggformat {
    /** One JSON object a line, for machines. */
    JSON,
    /** One line of text, for a person at a terminal; an exception takes more. */
    TEKST;

    /** Its name in settings. */
    public String navn() {
        return name().toLowerCase(Locale.ROOT);
    }
}
