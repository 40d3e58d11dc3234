package no.rrh.domain.rettighetshaver;

import no.rrh.domain.kodeverk.Kode;
import no.rrh.domain.kodeverk.Kodeliste;

/** On what a position rests: directly, indirectly, by agreement (code list {@code grunnlagstype}). */
public enum Grunnlagstype implements Kode {
    DIREKTE("direkte"),
    INDIREKTE("indirekte"),
    ENIGHET_ELLER_AVTALE("enighetEllerAvtale");

    /** The list, in the register's order. */
    public static final Kodeliste<Grunnlagstype> LISTE = new Kodeliste<>("grunnlagstype", values());

    private final String verdi;

    Grunnlagstype(String verdi) {
        this.verdi = verdi;
    }

    @Override
    public String liste() {
        return "grunnlagstype";
    }

    @Override
    public String verdi() {
        return verdi;
    }
}
