package no.rrh.bootstrap.rundtur;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.rrh.domain.innsyn.Innsynsnivaa;
import no.rrh.domain.innsyn.Innsynspolicy;
import no.rrh.domain.innsyn.VirksomhetInnsyn;
import no.rrh.domain.registrering.Registerfoering;
import no.rrh.domain.registrering.RegistreringspliktigVirksomhet;
import no.rrh.domain.rettighetshaver.Foedselsnummer;
import no.rrh.domain.virksomhet.Organisasjonsnummer;
import no.rrh.http.representasjon.Spraak;
import no.rrh.http.representasjon.Testdata;
import no.rrh.http.representasjon.V1Representasjon;
import no.rrh.http.representasjon.lesing.V1Leser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** That the test data shows what its tables say, and every feature of the model somewhere. */
class TestdataTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, JsonNode> VIRKSOMHETER = new LinkedHashMap<>();
    private static final List<JsonNode> DE_TI = new ArrayList<>();

    /** As an import into an empty register leaves it. */
    @BeforeAll
    static void les() throws IOException {
        Map<Organisasjonsnummer, RegistreringspliktigVirksomhet> register = new HashMap<>();
        try (InputStream fil = Testdata.medTillegg()) {
            new V1Leser()
                    .les(
                            fil,
                            post -> register.put(
                                    post.organisasjonsnummer(),
                                    Registerfoering.innles(
                                                    Optional.ofNullable(register.get(post.organisasjonsnummer())),
                                                    post,
                                                    () -> {
                                                        throw new AssertionError(
                                                                "every registration of the file has its identifier");
                                                    })
                                            .etter()));
        }
        for (RegistreringspliktigVirksomhet virksomhet : register.values()) {
            VIRKSOMHETER.put(
                    virksomhet.organisasjonsnummer().verdi(),
                    json(Innsynspolicy.medHistorikk(virksomhet, Innsynsnivaa.ALT)));
        }
        try (InputStream fil = Testdata.aapne()) {
            JSON.readTree(fil).forEach(DE_TI::add);
        }
    }

    private static JsonNode json(VirksomhetInnsyn innsyn) throws IOException {
        return JSON.readTree(new V1Representasjon().virksomhet(innsyn, Spraak.BOKMAAL));
    }

    private static Map<String, String> tabell(String fil) throws IOException {
        try (InputStream inn = Testdata.class.getResourceAsStream("/no/rrh/http/" + fil)) {
            return new String(inn.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(linje -> linje.split("\t", -1))
                    .collect(Collectors.toMap(felt -> felt[0], felt -> felt[1]));
        }
    }

    private static JsonNode gjeldende(String nummer) {
        return Stream.of(VIRKSOMHETER.get(nummer))
                .flatMap(v -> stroem(v.get("registreringer")))
                .filter(r -> r.get("erGjeldendeRegistrering").asBoolean())
                .findFirst()
                .orElseThrow();
    }

    private static Stream<JsonNode> stroem(JsonNode liste) {
        List<JsonNode> deler = new ArrayList<>();
        liste.forEach(deler::add);
        return deler.stream();
    }

    private static Stream<JsonNode> holdere(JsonNode virksomhet) {
        return stroem(virksomhet.get("registreringer")).flatMap(r -> stroem(r.get("reelleRettighetshavere")));
    }

    @Test
    void theTableTellsOfEveryVirksomhetAndOfNoOther() throws IOException {
        Map<String, String> tabell = tabell("testdata.tsv");
        assertThat(tabell.keySet()).isEqualTo(VIRKSOMHETER.keySet());
        assertThat(tabell.values())
                .doesNotHaveDuplicates()
                .allSatisfy(tekst -> assertThat(tekst).isNotBlank());
    }

    @Test
    void thePersonsOfTheTableAreInTheRegister() throws IOException {
        Set<String> numre = VIRKSOMHETER.values().stream()
                .flatMap(TestdataTest::holdere)
                .map(h -> h.at("/folkeregistrertPerson/foedselsEllerDNummer").asText())
                .collect(Collectors.toSet());
        assertThat(numre).containsAll(tabell("testpersoner.tsv").keySet());
        numre.stream().filter(n -> !n.isEmpty()).forEach(Foedselsnummer::new);
    }

    @ParameterizedTest
    @CsvSource({
        "05910298382, /statsborgerskap/1/landkode, MEX",
        "26920296504, /navn/mellomnavn, DEIG",
        "30856999110, /navn/etternavn, Å",
        "25828897341, /navn/mellomnavn, ĐIVTTAS",
        "17843812309, /erDoed, true",
        "03827121052, /bostedsland/landkode, XUK",
        "05861498192, /foedselsdato, 2014-06-05",
    })
    void thePersonsAreWhatTheTableSays(String foedselsnummer, String felt, String verdi) {
        assertThat(somPerson(foedselsnummer))
                .isNotEmpty()
                .allSatisfy(holder -> assertThat(
                                holder.at("/folkeregistrertPerson" + felt).asText())
                        .isEqualTo(verdi));
    }

    @Test
    void personsAreFoundWhereTheTableSays() {
        assertThat(virksomheterMed("05910298382")).hasSizeGreaterThan(4).contains("319000119");
        assertThat(virksomheterMed("41864000647")).hasSizeGreaterThan(2);
        assertThat(virksomheterMed("06909997850")).contains("310163449").hasSizeGreaterThan(1);
        assertThat(gjeldende("310163449").get("reelleRettighetshavere")).isEmpty();
        assertThat(virksomheterMed("17843812309")).containsExactly("319000313");
        assertThat(stroem(gjeldende("319000313").get("reelleRettighetshavere")))
                .noneMatch(holder -> erPerson(holder, "17843812309"));
        assertThat(somPerson("58877102163")
                        .map(holder -> holder.at("/folkeregistrertPerson/navn/etternavn")
                                .asText())
                        .distinct())
                .hasSize(2);
        assertThat(Stream.of("05861498192", "24898531038").flatMap(TestdataTest::somPerson))
                .allMatch(holder -> holder.get("erUnntattFraInnsyn").asBoolean());
    }

    private static boolean erPerson(JsonNode holder, String foedselsnummer) {
        return holder.at("/folkeregistrertPerson/foedselsEllerDNummer").asText().equals(foedselsnummer);
    }

    private static Stream<JsonNode> somPerson(String foedselsnummer) {
        return VIRKSOMHETER.values().stream()
                .flatMap(TestdataTest::holdere)
                .filter(holder -> erPerson(holder, foedselsnummer));
    }

    private static List<String> virksomheterMed(String foedselsnummer) {
        return VIRKSOMHETER.entrySet().stream()
                .filter(virksomhet -> holdere(virksomhet.getValue()).anyMatch(h -> erPerson(h, foedselsnummer)))
                .map(Map.Entry::getKey)
                .toList();
    }

    @Test
    void theGjeldendeOfTheTenIsThatOfTheRegistersOwnFile() {
        for (JsonNode virksomhet : DE_TI) {
            String nummer = virksomhet.get("organisasjonsnummer").asText();
            assertThat(gjeldende(nummer)).isEqualTo(virksomhet.at("/registreringer/0"));
            assertThat(VIRKSOMHETER.get(nummer).get("foerstRegistrertIRegisterOverReelleRettighetshavere"))
                    .isEqualTo(virksomhet.get("foerstRegistrertIRegisterOverReelleRettighetshavere"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "312701103, /utenlandskRegister/land/landkode, LT",
        "310211036, /regulertMarked/navn, Euronext Oslo",
        "310223719, /regulertMarked/navn, Euronext Expand Oslo",
        "312246538, /reelleRettighetshavere/0/utenlandskPerson/bostedsland/landkode, SWE",
        "312587629, /reelleRettighetshavere/0/utenlandskPerson/bostedsland/landkode, GBR",
        "312587629, /reelleRettighetshavere/1/folkeregistrertPerson/bostedsland/landkode, XUK",
        "314208641, /reelleRettighetshavere/0/posisjoner/0/mellomliggendeVirksomheter/0/norskVirksomhet/organisasjonsnummer, 310274682",
        "314208641, /reelleRettighetshavere/1/posisjoner/0/mellomliggendeVirksomheter/0/utenlandskVirksomhet/adresse/land/landkode, DE",
        "210129812, /reelleRettighetshaverestatus/kode, reellerettighetshaverestatus.noenReelleRettighetshavereKanIdentifiseres",
        "210129812, /reelleRettighetshavere/0/posisjoner/0/posisjonstype/kode, posisjonstype.rettTilAaUtpekeEllerAvsetteStyre",
        "313394484, /reelleRettighetshaverestatus/kode, reellerettighetshaverestatus.harIkkeReelleRettighetshavere",
        "214259982, /reelleRettighetshavere/1/posisjoner/0/posisjonstype/kode, posisjonstype.destinatar",
        "310758000, /reelleRettighetshavere/0/folkeregistrertPerson/foedselsEllerDNummer, 05861498192",
        "319000011, /registreringsstatus/kode, registreringsstatus.rettighetsinformasjonErIkkeMeldt",
        "319000410, /registreringsstatus/kode, registreringsstatus.rettighetsinformasjonErRegistrert",
        "319000313, /reelleRettighetshavere/0/posisjoner/0/stoerrelsesintervall/kode, stoerrelsesintervall.intervall2",
    })
    void theGjeldendeShowsWhatTheTableSays(String nummer, String felt, String verdi) {
        assertThat(gjeldende(nummer).at(felt).asText()).isEqualTo(verdi);
    }

    @ParameterizedTest
    @ValueSource(strings = {"312701103", "310211036", "310223719", "313394484"})
    void someHaveNoHolders(String nummer) {
        assertThat(gjeldende(nummer).get("reelleRettighetshavere")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "311155520, utenlandskPerson",
        "313611760, folkeregistrertPerson",
        "313611760, utenlandskPerson",
        "310758000, folkeregistrertPerson",
        "310758000, utenlandskPerson"
    })
    void someShowPersonsUnntattInnsyn(String nummer, String slag) {
        assertThat(stroem(gjeldende(nummer).get("reelleRettighetshavere")))
                .anyMatch(h -> h.has(slag) && h.get("erUnntattFraInnsyn").asBoolean());
    }

    @Test
    void historyIsShown() {
        JsonNode slettet = VIRKSOMHETER.get("319000119");
        assertThat(slettet.has("slettetIRegisterOverReelleRettighetshavere")).isTrue();
        assertThat(slettet.get("registreringer")).hasSize(2);
        JsonNode tre = VIRKSOMHETER.get("319000313").get("registreringer");
        assertThat(tre).hasSize(3);
        assertThat(tre.at("/0/uoverensstemmelse/innsender").has("folkeregistrertPerson"))
                .isTrue();
        assertThat(tre.at("/1/uoverensstemmelse/innsender").has("utenlandskPerson"))
                .isTrue();
        assertThat(VIRKSOMHETER.get("319000410").get("registreringer")).hasSize(2);
        JsonNode tidligere = VIRKSOMHETER.get("310163449").at("/registreringer/1");
        assertThat(tidligere.get("erGjeldendeRegistrering").asBoolean()).isFalse();
        assertThat(tidligere
                        .at("/uoverensstemmelse/beskrivelseAvUoverensstemmelse")
                        .asText())
                .hasSizeGreaterThan(1_000);
    }

    @Test
    void everyCodeThatARegistrationCanHaveIsThereSomewhere() throws IOException {
        Set<String> brukt = new TreeSet<>();
        VIRKSOMHETER.values().forEach(v -> v.findValuesAsText("kode").forEach(brukt::add));
        Set<String> finnes = new TreeSet<>();
        try (InputStream lister =
                Testdata.class.getResourceAsStream("/no/rrh/http/representasjon/kodelister-nob.json")) {
            JSON.readTree(lister).findValuesAsText("kode").forEach(finnes::add);
        }
        finnes.removeIf(kode -> kode.startsWith("markedstype.")
                || kode.startsWith("registertype.")
                || kode.startsWith("reellerettighetshavereidentifikasjon."));
        assertThat(brukt).isEqualTo(finnes);
    }
}
