package no.rrh.http.representasjon.bods;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import no.rrh.application.port.out.Representasjon.Bestandsskriver;
import no.rrh.domain.Eksempler;
import no.rrh.domain.innsyn.Innsynsnivaa;
import no.rrh.domain.innsyn.Innsynspolicy;
import no.rrh.domain.innsyn.VirksomhetInnsyn;
import no.rrh.domain.registrering.Reellerettighetshaverestatus;
import no.rrh.domain.registrering.Registrering;
import no.rrh.domain.registrering.RegistreringspliktigVirksomhet;
import no.rrh.domain.registrering.Registreringsstatus;
import no.rrh.domain.registrering.Rettighetsinformasjon;
import no.rrh.domain.registrering.Rettighetsinformasjon.Rettighetshavere;
import no.rrh.domain.rettighetshaver.Grunnlagstype;
import no.rrh.domain.rettighetshaver.Person;
import no.rrh.domain.rettighetshaver.Posisjon;
import no.rrh.domain.rettighetshaver.Posisjonstype;
import no.rrh.domain.rettighetshaver.ReellRettighetshaver;
import no.rrh.domain.rettighetshaver.Stoerrelsesintervall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What registrations become, one after the other. */
class BodsRepresentasjonTest {
    private static final Instant FRA = Instant.parse("2024-01-01T10:00:00Z");
    private static final JsonMapper JSON = new JsonMapper();
    private static final Path FASIT =
            Path.of("src", "test", "resources", "no", "rrh", "http", "representasjon", "bods");

    private final BodsRepresentasjon bods = Testbods.representasjon();

    private List<JsonNode> utsagn(VirksomhetInnsyn innsyn) throws IOException {
        return liste(JSON.readTree(bods.virksomhet(innsyn)));
    }

    private static List<JsonNode> liste(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false).toList();
    }

    /** Registrations a day after each other; the last is gjeldende. */
    private static RegistreringspliktigVirksomhet virksomhet(Rettighetsinformasjon... etterHverandre) {
        List<Registrering> registreringer = new ArrayList<>();
        for (Rettighetsinformasjon denne : etterHverandre) {
            int nummer = registreringer.size() + 1;
            registreringer.add(new Registrering(
                    new UUID(0, nummer),
                    Registrering.FOERSTE_VERSJON,
                    Registreringsstatus.RETTIGHETSINFORMASJON_ER_REGISTRERT,
                    FRA.plus(Duration.ofDays(nummer)),
                    nummer == etterHverandre.length,
                    Optional.of(Reellerettighetshaverestatus.HAR_REELLE_RETTIGHETSHAVERE),
                    denne,
                    Optional.empty()));
        }
        return new RegistreringspliktigVirksomhet(Eksempler.ORGANISASJONSNUMMER, FRA, Optional.empty(), registreringer);
    }

    private static Rettighetshavere har(ReellRettighetshaver... holdere) {
        return new Rettighetshavere(List.of(holdere));
    }

    private static ReellRettighetshaver eier(Person person, Stoerrelsesintervall andel) {
        return holder(
                person,
                new Posisjon(
                        Posisjonstype.EIERSKAP,
                        Optional.of(andel),
                        Optional.empty(),
                        List.of(Grunnlagstype.DIREKTE),
                        List.of()));
    }

    private static ReellRettighetshaver holder(Person person, Posisjon posisjon) {
        return new ReellRettighetshaver(person, false, FRA, FRA, List.of(posisjon));
    }

    /** Kind and status of each, in their order. */
    private static List<String> forloep(List<JsonNode> utsagn) {
        return utsagn.stream()
                .map(ett -> ett.get("recordType").asString() + " "
                        + ett.get("recordStatus").asString())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"ALT, alt.json", "SKJERMET_UTEN_FOEDSELSNUMMER, skjermet.json"})
    void everythingThatARegistrationCanHoldStandsAsItDid(String nivaa, String fil) throws Exception {
        Innsynsnivaa som = (Innsynsnivaa) Innsynsnivaa.class.getField(nivaa).get(null);
        byte[] naa = bods.virksomhet(Innsynspolicy.medHistorikk(Eksempler.virksomhetMedAlt(), som));
        String lesbart = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(JSON.readTree(naa)) + "\n";

        if (Boolean.getBoolean("bods.forny")) {
            Files.createDirectories(FASIT);
            Files.writeString(FASIT.resolve(fil), lesbart);
            throw new AssertionError("made anew: read the difference");
        }
        assertThat(lesbart).isEqualTo(Files.readString(FASIT.resolve(fil)));
    }

    @Test
    void aRecordIsNewThenUpdatedThenClosed() throws IOException {
        List<JsonNode> utsagn = utsagn(Innsynspolicy.medHistorikk(
                virksomhet(
                        har(eier(Eksempler.ALMINNELIG, Stoerrelsesintervall.INTERVALL1)),
                        har(eier(Eksempler.ALMINNELIG, Stoerrelsesintervall.INTERVALL2)),
                        har(eier(Eksempler.ALMINNELIG, Stoerrelsesintervall.INTERVALL2)),
                        har(eier(Eksempler.UTENLANDSK, Stoerrelsesintervall.INTERVALL3))),
                Innsynsnivaa.ALT));

        assertThat(forloep(utsagn))
                .containsExactly(
                        "entity new",
                        "person new",
                        "relationship new",
                        "relationship updated",
                        "relationship closed",
                        "person closed",
                        "person new",
                        "relationship new");
    }

    @Test
    void anOwnerWhoReturnsIsAnotherRecord() throws IOException {
        ReellRettighetshaver eier = eier(Eksempler.ALMINNELIG, Stoerrelsesintervall.INTERVALL1);
        List<JsonNode> utsagn = utsagn(Innsynspolicy.medHistorikk(
                virksomhet(har(eier), har(eier(Eksempler.UTENLANDSK, Stoerrelsesintervall.INTERVALL3)), har(eier)),
                Innsynsnivaa.ALT));

        List<String> nye = utsagn.stream()
                .filter(ett -> ett.get("recordStatus").asString().equals("new"))
                .map(ett -> ett.get("recordId").asString())
                .toList();
        assertThat(nye).hasSize(7).doesNotHaveDuplicates();
    }

    @Test
    void aShieldedPersonIsAnotherInEachRegistration() throws IOException {
        ReellRettighetshaver minderaarig =
                new ReellRettighetshaver(Eksempler.MINDREAARIG, true, FRA, FRA, List.of(Eksempler.posisjonMedAlt()));
        RegistreringspliktigVirksomhet virksomhet = virksomhet(har(minderaarig), har(minderaarig));

        List<JsonNode> skjermet = utsagn(Innsynspolicy.medHistorikk(virksomhet, Innsynsnivaa.SKJERMET));
        List<JsonNode> alt = utsagn(Innsynspolicy.medHistorikk(virksomhet, Innsynsnivaa.ALT));

        assertThat(forloep(skjermet)).containsSubsequence("person new", "person closed", "person new");
        assertThat(forloep(alt)).containsOnlyOnce("person new").doesNotContain("person closed");
        assertThat(skjermet.stream()
                        .filter(ett -> ett.get("recordType").asString().equals("person")))
                .isNotEmpty()
                .allSatisfy(ett -> assertThat(ett.get("recordDetails").toString())
                        .contains("anonymousPerson", "interestedPartyExemptFromDisclosure")
                        .doesNotContain("names", "identifiers"));
    }

    @Test
    void aDeletionClosesAll() throws IOException {
        RegistreringspliktigVirksomhet slettet =
                Eksempler.slettet(Eksempler.ORGANISASJONSNUMMER, FRA, FRA.plus(Duration.ofDays(1)));

        List<String> forloep = forloep(utsagn(Innsynspolicy.medHistorikk(slettet, Innsynsnivaa.ALT)));

        assertThat(forloep.stream().filter(ett -> ett.endsWith("new")).count())
                .isPositive()
                .isEqualTo(
                        forloep.stream().filter(ett -> ett.endsWith("closed")).count());
    }

    @ParameterizedTest
    @CsvSource({
        "DIREKTE, direct",
        "INDIREKTE, indirect",
        "DIREKTE INDIREKTE, unknown",
        "ENIGHET_ELLER_AVTALE, unknown",
        "DIREKTE ENIGHET_ELLER_AVTALE, unknown",
        "'', unknown"
    })
    void isDirectOrIndirectOnlyWhereExactlyThatStands(String grunnlag, String ventet) throws IOException {
        List<Grunnlagstype> typer = grunnlag.isEmpty()
                ? List.of()
                : List.of(grunnlag.split(" ")).stream()
                        .map(Grunnlagstype::valueOf)
                        .toList();
        Posisjon posisjon = new Posisjon(Posisjonstype.EIERSKAP, Optional.empty(), Optional.empty(), typer, List.of());

        List<JsonNode> utsagn = utsagn(
                Innsynspolicy.medHistorikk(virksomhet(har(holder(Eksempler.ALMINNELIG, posisjon))), Innsynsnivaa.ALT));

        assertThat(utsagn.get(2)
                        .at("/recordDetails/interests/0/directOrIndirect")
                        .asString())
                .isEqualTo(ventet);
    }

    @ParameterizedTest
    @CsvSource({
        "EIERSKAP, shareholding, Eierskap",
        "KONTROLL_OVER_STEMMERETTIGHETER, votingRights, Kontroll over stemmerettigheter",
        "RETT_TIL_AA_UTPEKE_ELLER_AVSETTE_STYRE, appointmentOfBoard, ''",
        "KONTROLL_PAA_ANNEN_MAATE, otherInfluenceOrControl, ''",
        "OPPRETTER, settlor, ''",
        "FORVALTER, trustee, ''",
        "BESKYTTER, protector, ''",
        "BEGUNSTIGEDE, beneficiaryOfLegalArrangement, ''",
        "KONTROLL_OVER_TRUSTEN_PAA_ANNEN_MAATE, otherInfluenceOrControl, ''",
        "RETT_TIL_AA_UTPEKE_ET_FLERTALL_AV_STYRE, appointmentOfBoard, ''",
        "AVGITT_GRUNNKAPITAL, settlor, ''",
        "SAERLIGE_RETTIGHETER, controlViaCompanyRulesOrArticles, ''",
        "DESTINATAR, beneficiaryOfLegalArrangement, ''"
    })
    void aPositionIsTheInterestThatIsNearestToIt(Posisjonstype type, String ventet, String detaljer)
            throws IOException {
        JsonNode interesse = interesse(new Posisjon(type, Optional.empty(), Optional.empty(), List.of(), List.of()));
        JsonNode beskrevet =
                interesse(new Posisjon(type, Optional.empty(), Optional.of("Oppdiktet avtale"), List.of(), List.of()));

        assertThat(interesse.get("type").asString()).isEqualTo(ventet);
        assertThat(interesse.get("details").asString()).contains(detaljer).isNotBlank();
        assertThat(interesse.has("share")).isFalse();
        assertThat(beskrevet.get("details").asString()).isEqualTo("Oppdiktet avtale");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "INTERVALL1 | {\"exclusiveMinimum\":25,\"exclusiveMaximum\":50}",
                "INTERVALL2 | {\"minimum\":50,\"exclusiveMaximum\":75}",
                "INTERVALL3 | {\"minimum\":75,\"maximum\":100}"
            })
    void anIntervalIsAShare(Stoerrelsesintervall intervall, String ventet) throws IOException {
        Posisjon posisjon =
                new Posisjon(Posisjonstype.EIERSKAP, Optional.of(intervall), Optional.empty(), List.of(), List.of());

        assertThat(interesse(posisjon).get("share").toString()).isEqualTo(ventet);
    }

    private JsonNode interesse(Posisjon posisjon) throws IOException {
        return utsagn(Innsynspolicy.medHistorikk(
                        virksomhet(har(holder(Eksempler.ALMINNELIG, posisjon))), Innsynsnivaa.ALT))
                .get(2)
                .at("/recordDetails/interests/0");
    }

    @Test
    void oneWhoStandsTwiceIsOnePersonWithAllOfIt() throws IOException {
        List<JsonNode> utsagn = utsagn(Innsynspolicy.medHistorikk(
                virksomhet(har(
                        eier(Eksempler.ALMINNELIG, Stoerrelsesintervall.INTERVALL1),
                        holder(Eksempler.ALMINNELIG, Eksempler.posisjon(Posisjonstype.BESKYTTER)))),
                Innsynsnivaa.ALT));

        assertThat(forloep(utsagn)).containsExactly("entity new", "person new", "relationship new");
        assertThat(utsagn.get(2).at("/recordDetails/interests")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "HAR_REELLE_RETTIGHETSHAVERE, unknown",
        "NOEN_REELLE_RETTIGHETSHAVERE_KAN_IDENTIFISERES, subjectUnableToConfirmOrIdentifyBeneficialOwner",
        "INGEN_REELLE_RETTIGHETSHAVERE_KAN_IDENTIFISERES, subjectUnableToConfirmOrIdentifyBeneficialOwner",
        "NORSK_OFFENTLIG_VIRKSOMHET_EIER_ELLER_KONTROLLERER_REGISTRERINGSPLIKTIG_VIRKSOMHET, noBeneficialOwners",
        "UTENLANDSK_OFFENTLIG_VIRKSOMHET_EIER_ELLER_KONTROLLERER_REGISTRERINGSPLIKTIG_VIRKSOMHET, noBeneficialOwners",
        "HAR_IKKE_REELLE_RETTIGHETSHAVERE, noBeneficialOwners",
        "HAR_KUN_STYRE_OG_DAGLIG_LEDER_SOM_REELLE_RETTIGHETSHAVERE, informationUnknownToPublisher",
        "HAR_STYRE_OG_DAGLIG_LEDER_OG_ANDRE_POSISJONER_SOM_REELLE_RETTIGHETSHAVERE, informationUnknownToPublisher",
        "HAR_STYRE_OG_DAGLIG_LEDER_OG_ANDRE_POSISJONER_SOM_REELLE_RETTIGHETSHAVERE_OG_NOEN_REELLE_RETTIGHETSHAVERE_KAN_IKKE_IDENTIFISERES,"
                + " subjectUnableToConfirmOrIdentifyBeneficialOwner"
    })
    void whoeverIsNotNamedHasAReasonInTheRegistersWords(Reellerettighetshaverestatus status, String grunn)
            throws IOException {
        Registrering ingen = new Registrering(
                new UUID(0, 1),
                Registrering.FOERSTE_VERSJON,
                Registreringsstatus.RETTIGHETSINFORMASJON_ER_REGISTRERT,
                FRA,
                true,
                Optional.of(status),
                Rettighetsinformasjon.INGEN,
                Optional.empty());
        List<JsonNode> utsagn = utsagn(Innsynspolicy.medHistorikk(
                new RegistreringspliktigVirksomhet(
                        Eksempler.ORGANISASJONSNUMMER, FRA, Optional.empty(), List.of(ingen)),
                Innsynsnivaa.ALT));

        assertThat(forloep(utsagn)).containsExactly("entity new", "relationship new");
        JsonNode part = utsagn.get(1).at("/recordDetails/interestedParty");
        assertThat(part.get("reason").asString()).isEqualTo(grunn);
        assertThat(part.get("description").asString()).isNotBlank();
        assertThat(utsagn.get(1).at("/recordDetails").has("interests")).isFalse();
    }

    @Test
    void aFileHasOneStatementALine() throws IOException {
        ByteArrayOutputStream ut = new ByteArrayOutputStream();
        VirksomhetInnsyn innsyn = Innsynspolicy.medHistorikk(Eksempler.virksomhetMedAlt(), Innsynsnivaa.ALT);
        try (Bestandsskriver skriver = bods.linjer(ut)) {
            skriver.skriv(innsyn);
            skriver.skriv(innsyn);
        }

        List<JsonNode> ett = utsagn(innsyn);
        List<String> linjer = ut.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(linjer).hasSize(2 * ett.size());
        for (int i = 0; i < linjer.size(); i++) {
            assertThat(JSON.readTree(linjer.get(i))).isEqualTo(ett.get(i % ett.size()));
        }
    }
}
