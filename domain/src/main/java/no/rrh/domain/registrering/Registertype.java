package no.rrh.domain.registrering;

import no.rrh.domain.kodeverk.Kode;
import no.rrh.domain.kodeverk.Kodeliste;

/** Foreign registers of beneficial owners one may name when registering (code list {@code registertype}). */
public enum Registertype implements Kode {
    REGISTER_OVER_REELLE_RETTIGHETSHAVERE_I_BELGIA("registerOverReelleRettighetshavereIBelgia"),
    REGISTER_OVER_REELLE_RETTIGHETSHAVERE_I_BULGARIA("registerOverReelleRettighetshavereIBulgaria"),
    REGISTER_OVER_REELLE_RETTIGHETSHAVERE_I_DANMARK("registerOverReelleRettighetshavereIDanmark"),
    REGISTER_OVER_REELLE_RETTIGHETSHAVERE_I_ESTLAND("registerOverReelleRettighetshavereIEstland"),
    REGISTER_OVER_REELLE_RETTIGHETSHAVERE_I_FINLAND("registerOverReelleRettighetshavereIFinland"),
    REGISTER_OVER_REELLE_RETTIGHETSHAVERE_I_FRANKRIKE("registerOverReelleRettighetshavereIFrankrike"),
    REGISTER_OVER_REELLE_RETTIGHETSHAVERE_I_HELLAS("registerOverReelleRettighetshavereIHellas"),
    REGISTER_OVER_REELLE_RETTIGHETSHAVERE_I_IRLAND("registerOverReelleRettighetshavereIIrland"),
    REGISTER_OVER_REELLE_RETTIGHETSHAVERE_I_ISLAND("registerOverReelleRettighetshavereIIsland"),
    REGISTER_OVER_REELLE_RETTIGHETSHAVERE_I_ITALIA("registerOverReelleRettighetshavereIItalia"),
    REGISTER_OVER_REELLE_RETTIGHETSHAVERE_I_KROATIA("registerOverReelleRettighetshavereIKroatia"),
    REGISTER_OVER_REELLE_RETTIGHETSHAVERE_I_KYPROS("registerOverReelleRettighetshavereIKypros"),
    REGISTER_OVER_REELLE_RETTIGHETSHAVERE_I_LATVIA("registerOverReelleRettighetshavereILatvia"),
    REGISTER_OVER_REELLE_RETTIGHETSHAVERE_I_LIECHTENSTEIN("registerOverReelleRettighetshavereILiechtenstein"),
    REGISTER_OVER_REELLE_RETTIGHETSHAVERE_I_LITAUEN("registerOverReelleRettighetshavereILitauen"),
    REGISTER_OVER_REELLE_RETTIGHETSHAVERE_I_LUXEMBOURG("registerOverReelleRettighetshavereILuxembourg"),
    REGISTER_OVER_REELLE_RETTIGHETSHAVERE_I_MALTA("registerOverReelleRettighetshavereIMalta"),
    REGISTER_OVER_REELLE_RETTIGHETSHAVERE_I_NEDERLAND("registerOverReelleRettighetshavereINederland"),
    REGISTER_OVER_REELLE_RETTIGHETSHAVERE_I_POLEN("registerOverReelleRettighetshavereIPolen"),
    REGISTER_OVER_REELLE_RETTIGHETSHAVERE_I_PORTUGAL("registerOverReelleRettighetshavereIPortugal"),
    REGISTER_OVER_REELLE_RETTIGHETSHAVERE_I_ROMANIA("registerOverReelleRettighetshavereIRomania"),
    REGISTER_OVER_REELLE_RETTIGHETSHAVERE_I_SLOVAKIA("registerOverReelleRettighetshavereISlovakia"),
    REGISTER_OVER_REELLE_RETTIGHETSHAVERE_I_SLOVENIA("registerOverReelleRettighetshavereISlovenia"),
    REGISTER_OVER_REELLE_RETTIGHETSHAVERE_I_SPANIA("registerOverReelleRettighetshavereISpania"),
    REGISTER_OVER_REELLE_RETTIGHETSHAVERE_I_SVERIGE("registerOverReelleRettighetshavereISverige"),
    REGISTER_OVER_REELLE_RETTIGHETSHAVERE_I_TSJEKKIA("registerOverReelleRettighetshavereITsjekkia"),
    REGISTER_OVER_REELLE_RETTIGHETSHAVERE_I_TYSKLAND("registerOverReelleRettighetshavereITyskland"),
    REGISTER_OVER_REELLE_RETTIGHETSHAVERE_I_UNGARN("registerOverReelleRettighetshavereIUngarn"),
    REGISTER_OVER_REELLE_RETTIGHETSHAVERE_I_OESTERRIKE("registerOverReelleRettighetshavereIOesterrike");

    /** The list, in the register's order. */
    public static final Kodeliste<Registertype> LISTE = new Kodeliste<>("registertype", values());

    private final String verdi;

    Registertype(String verdi) {
        this.verdi = verdi;
    }

    @Override
    public String liste() {
        return "registertype";
    }

    @Override
    public String verdi() {
        return verdi;
    }
}
