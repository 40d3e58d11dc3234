package no.rrh.domain.tilgang;

/** A caller that could not be told. */
public enum Ukjent implements Kaller {
    /** It sent no token. */
    UTEN_TOKEN,
    /** It sent something that is not a valid token. */
    UGYLDIG_TOKEN,
    /** It sent a token, and there are no keys yet to verify it with. */
    NOEKLER_MANGLER
}
