package no.rrh.domain.rettighetshaver;

import no.rrh.domain.kodeverk.Kode;
import no.rrh.domain.kodeverk.Kodeliste;

/** The interval, in percent, of an ownership or voting share (code list {@code stoerrelsesintervall}). */
public enum Stoerrelsesintervall implements Kode {
    INTERVALL1("intervall1"),
    INTERVALL2("intervall2"),
    INTERVALL3("intervall3");

    /** The list, in the register's order. */
    public static final Kodeliste<Stoerrelsesintervall> LISTE = new Kodeliste<>("stoerrelsesintervall", values());

    private final String verdi;

    Stoerrelsesintervall(String verdi) {
        this.verdi = verdi;
    }

    @Override
    public String liste() {
        return "stoerrelsesintervall";
    }

    @Override
    public String verdi() {
        return verdi;
    }
}
