package no.rrh.application.port.in;

/** The forms in which the totalbestand is made. */
public enum Totalbestandformat {
    /** The v1 representation. */
    JSON
}
