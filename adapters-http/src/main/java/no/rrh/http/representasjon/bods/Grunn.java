package no.rrh.http.representasjon.bods;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.rrh.domain.innsyn.RegistreringInnsyn;
import no.rrh.domain.kodeverk.Kode;
import no.rrh.domain.registrering.Reellerettighetshaverestatus;
import no.rrh.domain.registrering.Registreringsstatus;
import no.rrh.http.representasjon.Kodenavn;
import no.rrh.http.representasjon.Spraak;

/**
 * Why somebody who owns or controls is not named.
 *
 * @param kode of the code list {@code unspecifiedReason} of BODS 0.4
 * @param beskrivelse in the register's words
 */
record Grunn(String kode, String beskrivelse) {
    static final String UNNTATT = "interestedPartyExemptFromDisclosure";

    private static final String INGEN = "noBeneficialOwners";
    private static final String KAN_IKKE_IDENTIFISERES = "subjectUnableToConfirmOrIdentifyBeneficialOwner";
    private static final String UNNTATT_VIRKSOMHET = "subjectExemptFromDisclosure";
    private static final String UKJENT_FOR_REGISTERET = "informationUnknownToPublisher";
    private static final String UKJENT = "unknown";

    /** Those that the registration leaves without a name, beside the holders that it names. */
    static List<Grunn> av(RegistreringInnsyn registrering) {
        List<Grunn> alle = new ArrayList<>();
        registrering
                .utenlandskRegister()
                .ifPresent(register -> alle.add(new Grunn(
                        UKJENT_FOR_REGISTERET,
                        "Rettighetsinformasjonen finnes i et utenlandsk register: " + register.internettadresse())));
        registrering
                .regulertMarked()
                .ifPresent(marked -> alle.add(new Grunn(
                        UNNTATT_VIRKSOMHET,
                        "Aksjene er notert på et regulert marked: " + marked.navn() + ", "
                                + marked.internettadresse())));
        registrering
                .reelleRettighetshaverestatus()
                .flatMap(Grunn::av)
                .filter(grunn -> alle.isEmpty())
                .ifPresent(alle::add);
        if (alle.isEmpty() && registrering.reelleRettighetshavere().isEmpty()) {
            alle.add(
                    registrering.registreringsstatus() == Registreringsstatus.RETTIGHETSINFORMASJON_ER_IKKE_MELDT
                            ? new Grunn(UKJENT_FOR_REGISTERET, navn(registrering.registreringsstatus()))
                            : new Grunn(UKJENT, "Ingen er oppgitt"));
        }
        return alle;
    }

    private static Optional<Grunn> av(Reellerettighetshaverestatus status) {
        return switch (status) {
            case HAR_REELLE_RETTIGHETSHAVERE -> Optional.empty();
            case HAR_IKKE_REELLE_RETTIGHETSHAVERE,
                    NORSK_OFFENTLIG_VIRKSOMHET_EIER_ELLER_KONTROLLERER_REGISTRERINGSPLIKTIG_VIRKSOMHET,
                    UTENLANDSK_OFFENTLIG_VIRKSOMHET_EIER_ELLER_KONTROLLERER_REGISTRERINGSPLIKTIG_VIRKSOMHET ->
                Optional.of(new Grunn(INGEN, navn(status)));
            case NOEN_REELLE_RETTIGHETSHAVERE_KAN_IDENTIFISERES,
                    INGEN_REELLE_RETTIGHETSHAVERE_KAN_IDENTIFISERES,
                    HAR_STYRE_OG_DAGLIG_LEDER_OG_ANDRE_POSISJONER_SOM_REELLE_RETTIGHETSHAVERE_OG_NOEN_REELLE_RETTIGHETSHAVERE_KAN_IKKE_IDENTIFISERES ->
                Optional.of(new Grunn(KAN_IKKE_IDENTIFISERES, navn(status)));
            // who they are stands in another register
            case HAR_KUN_STYRE_OG_DAGLIG_LEDER_SOM_REELLE_RETTIGHETSHAVERE,
                    HAR_STYRE_OG_DAGLIG_LEDER_OG_ANDRE_POSISJONER_SOM_REELLE_RETTIGHETSHAVERE ->
                Optional.of(new Grunn(UKJENT_FOR_REGISTERET, navn(status)));
        };
    }

    private static String navn(Kode kode) {
        return Kodenavn.navn(kode, Spraak.BOKMAAL);
    }
}
