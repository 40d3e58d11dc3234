package no.rrh.domain.registrering;

import no.rrh.domain.kodeverk.Kode;
import no.rrh.domain.kodeverk.Kodeliste;

/** What one answers about identification when registering (code list {@code reellerettighetshavereidentifikasjon}). */
public enum Reellerettighetshavereidentifikasjon implements Kode {
    HAR_REELLE_RETTIGHETSHAVERE("harReelleRettighetshavere"),
    INGEN_REELLE_RETTIGHETSHAVERE_KAN_IDENTIFISERES("ingenReelleRettighetshavereKanIdentifiseres"),
    HAR_IKKE_REELLE_RETTIGHETSHAVERE("harIkkeReelleRettighetshavere");

    /** The list, in the register's order. */
    public static final Kodeliste<Reellerettighetshavereidentifikasjon> LISTE =
            new Kodeliste<>("reellerettighetshavereidentifikasjon", values());

    private final String verdi;

    Reellerettighetshavereidentifikasjon(String verdi) {
        this.verdi = verdi;
    }

    @Override
    public String liste() {
        return "reellerettighetshavereidentifikasjon";
    }

    @Override
    public String verdi() {
        return verdi;
    }
}
