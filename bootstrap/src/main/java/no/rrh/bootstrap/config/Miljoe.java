package no.rrh.bootstrap.config;

import java.util.Locale;

/** Where the server runs. */
public enum Miljoe {
    /** One machine, one person: loopback only, test data, its own issuer of tokens. */
    LOKAL,
    /** The register's test environment, with Maskinporten's. */
    TEST,
    /** The register itself. */
    PRODUKSJON;

    /** Its name in settings. */
    public String navn() {
        return name().toLowerCase(Locale.ROOT);
    }
}
