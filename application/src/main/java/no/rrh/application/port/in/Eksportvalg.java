package no.rrh.application.port.in;

/** The form of an exported file. */
public record Eksportvalg(Form form, Pakking pakking) {
    /** How the records stand in it. */
    public enum Form {
        /** One JSON array. */
        JSON,
        /** JSON Lines: one record a line. */
        JSONL
    }

    /** How it is packed. */
    public enum Pakking {
        INGEN,
        GZIP,
        /** A ZIP with one entry. */
        ZIP
    }
}
