package no.rrh.domain.tilgang;

import java.util.Locale;

/** What can be called, per surface: A is the access-controlled API, B the Virksomheter API v1. */
public enum Operasjon {
    OPPSLAG_A,
    TOTALBESTAND_A,
    OPPSLAG_B,
    SOEK_B,
    TOTALBESTAND_B,
    ENDRINGSLOGG_B;

    /** Its name in logs. */
    public String navn() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
