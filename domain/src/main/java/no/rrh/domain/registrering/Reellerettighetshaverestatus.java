package no.rrh.domain.registrering;

import no.rrh.domain.kodeverk.Kode;
import no.rrh.domain.kodeverk.Kodeliste;

/** What the virksomhet has reported about its reelle rettighetshavere (code list {@code reellerettighetshaverestatus}). */
public enum Reellerettighetshaverestatus implements Kode {
    HAR_REELLE_RETTIGHETSHAVERE("harReelleRettighetshavere"),
    NOEN_REELLE_RETTIGHETSHAVERE_KAN_IDENTIFISERES("noenReelleRettighetshavereKanIdentifiseres"),
    INGEN_REELLE_RETTIGHETSHAVERE_KAN_IDENTIFISERES("ingenReelleRettighetshavereKanIdentifiseres"),
    NORSK_OFFENTLIG_VIRKSOMHET_EIER_ELLER_KONTROLLERER_REGISTRERINGSPLIKTIG_VIRKSOMHET(
            "norskOffentligVirksomhetEierEllerKontrollererRegistreringspliktigVirksomhet"),
    UTENLANDSK_OFFENTLIG_VIRKSOMHET_EIER_ELLER_KONTROLLERER_REGISTRERINGSPLIKTIG_VIRKSOMHET(
            "utenlandskOffentligVirksomhetEierEllerKontrollererRegistreringspliktigVirksomhet"),
    HAR_IKKE_REELLE_RETTIGHETSHAVERE("harIkkeReelleRettighetshavere"),
    HAR_KUN_STYRE_OG_DAGLIG_LEDER_SOM_REELLE_RETTIGHETSHAVERE("harKunStyreOgDagligLederSomReelleRettighetshavere"),
    HAR_STYRE_OG_DAGLIG_LEDER_OG_ANDRE_POSISJONER_SOM_REELLE_RETTIGHETSHAVERE(
            "harStyreOgDagligLederOgAndrePosisjonerSomReelleRettighetshavere"),
    HAR_STYRE_OG_DAGLIG_LEDER_OG_ANDRE_POSISJONER_SOM_REELLE_RETTIGHETSHAVERE_OG_NOEN_REELLE_RETTIGHETSHAVERE_KAN_IKKE_IDENTIFISERES(
            "harStyreOgDagligLederOgAndrePosisjonerSomReelleRettighetshavereOgNoenReelleRettighetshavereKanIkkeIdentifiseres");

    /** The list, in the register's order. */
    public static final Kodeliste<Reellerettighetshaverestatus> LISTE =
            new Kodeliste<>("reellerettighetshaverestatus", values());

    private final String verdi;

    Reellerettighetshaverestatus(String verdi) {
        this.verdi = verdi;
    }

    @Override
    public String liste() {
        return "reellerettighetshaverestatus";
    }

    @Override
    public String verdi() {
        return verdi;
    }
}
