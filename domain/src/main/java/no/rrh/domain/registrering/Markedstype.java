package no.rrh.domain.registrering;

import no.rrh.domain.kodeverk.Kode;
import no.rrh.domain.kodeverk.Kodeliste;

/** Regulated markets one may name when registering (code list {@code markedstype}). */
public enum Markedstype implements Kode {
    EURONEXT_OSLO("euronextOslo"),
    EURONEXT_EXPAND_OSLO("euronextExpandOslo");

    /** The list, in the register's order. */
    public static final Kodeliste<Markedstype> LISTE = new Kodeliste<>("markedstype", values());

    private final String verdi;

    Markedstype(String verdi) {
        this.verdi = verdi;
    }

    @Override
    public String liste() {
        return "markedstype";
    }

    @Override
    public String verdi() {
        return verdi;
    }
}
