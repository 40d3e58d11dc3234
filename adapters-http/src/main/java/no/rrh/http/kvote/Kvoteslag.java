package no.rrh.http.kvote;

import no.rrh.domain.tilgang.Operasjon;

/** What calls are counted together, whichever surface they come in by. */
public enum Kvoteslag {
    OPPSLAG("oppslag"),
    SOEK("soek"),
    TOTALBESTAND("totalbestand"),
    ENDRINGSLOGG("endringslogg");

    private final String navn;

    Kvoteslag(String navn) {
        this.navn = navn;
    }

    /** What calls of the operation are counted as. */
    static Kvoteslag av(Operasjon operasjon) {
        return switch (operasjon) {
            case OPPSLAG_A, OPPSLAG_B -> OPPSLAG;
            case SOEK_B -> SOEK;
            case TOTALBESTAND_A, TOTALBESTAND_B -> TOTALBESTAND;
            case ENDRINGSLOGG_B -> ENDRINGSLOGG;
        };
    }

    /** Its name in the header fields, in messages and in the log. */
    public String navn() {
        return navn;
    }
}
