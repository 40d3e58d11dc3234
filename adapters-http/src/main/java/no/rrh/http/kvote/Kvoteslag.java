package no.rrh.http.kvote;

import no.rrh.domain.tilgang.Operasjon;
import no.rrh.http.kall.Grense;

/** What calls are counted together, whichever surface they come in by. */
public enum Kvoteslag {
    OPPSLAG("oppslag", Grense.KVOTE_OPPSLAG),
    SOEK("soek", Grense.KVOTE_SOEK),
    TOTALBESTAND("totalbestand", Grense.KVOTE_TOTALBESTAND),
    ENDRINGSLOGG("endringslogg", Grense.KVOTE_ENDRINGSLOGG);

    private final String navn;
    private final Grense grense;

    Kvoteslag(String navn, Grense grense) {
        this.navn = navn;
        this.grense = grense;
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

    /** What turns those away who have used it up. */
    Grense grense() {
        return grense;
    }

    /** Its name in the header fields, in messages and in the log. */
    public String navn() {
        return navn;
    }
}
