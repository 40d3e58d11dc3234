package no.rrh.domain.tilgang;

/** What can be called, per surface: A is the access-controlled API, B the Virksomheter API v1. */
public enum Operasjon {
    OPPSLAG_A,
    TOTALBESTAND_A,
    OPPSLAG_B,
    SOEK_B,
    TOTALBESTAND_B,
    ENDRINGSLOGG_B
}
