package no.rrh.domain.registrering;

import no.rrh.domain.kodeverk.Kode;
import no.rrh.domain.kodeverk.Kodeliste;

/** Whether rettighetsinformasjon is registrert, slettet or not reported (code list {@code registreringsstatus}). */
public enum Registreringsstatus implements Kode {
    RETTIGHETSINFORMASJON_ER_REGISTRERT("rettighetsinformasjonErRegistrert"),
    RETTIGHETSINFORMASJON_ER_SLETTET("rettighetsinformasjonErSlettet"),
    RETTIGHETSINFORMASJON_ER_IKKE_MELDT("rettighetsinformasjonErIkkeMeldt");

    /** The list, in the register's order. */
    public static final Kodeliste<Registreringsstatus> LISTE = new Kodeliste<>("registreringsstatus", values());

    private final String verdi;

    Registreringsstatus(String verdi) {
        this.verdi = verdi;
    }

    @Override
    public String liste() {
        return "registreringsstatus";
    }

    @Override
    public String verdi() {
        return verdi;
    }
}
