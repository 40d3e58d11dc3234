package no.rrh.bootstrap.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.Media;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The innsyn page in a browser. What was seen lies in {@code target/skjermbilder/innsyn}. */
class InnsynssideIT {
    private static final String EKSEMPEL = "314208641";
    private static final String MED_UNNTATTE = "313611760";
    private static final String OPPSLAG = "/api/oppslag/v1/virksomheter/";

    /** Of {@code strukturer.json}: the first of seven in a row, and of three in a circle. */
    private static final String DYP = "319001018";

    private static final String SIRKEL = "319001700";

    /** Of the test data, and synthetic. */
    private static final String PERSON = "05910298382";

    private static Chromium chromium;
    private static Path data;
    private static Rrhprosess prosess;
    private static URI server;

    private Innsynsbesoek besoek;

    @BeforeAll
    static void start() throws Exception {
        chromium = Chromium.start();
        data = Felles.mappe();
        prosess = Rrhprosess.serve(data);
        server = prosess.adresse();
        String strukturer = Path.of(InnsynssideIT.class
                        .getResource("/innsynsside/strukturer.json")
                        .toURI())
                .toString();
        Rrhprosess.Resultat importert = Rrhprosess.her("importer", strukturer, "--data", data.toString());
        assertThat(importert.kode()).as(importert.feil()).isZero();
    }

    @AfterAll
    static void stopp() {
        if (prosess != null) {
            prosess.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void aapne() {
        besoek = Innsynsbesoek.av(chromium.nettleser(), server);
    }

    @AfterEach
    void lukk() {
        besoek.close();
    }

    private static JsonNode svar(String orgnr, String scope) {
        return Raa.send(
                        server,
                        "GET",
                        OPPSLAG + orgnr,
                        "Authorization: Bearer " + Felles.token(data, "--scope", "brreg:reelle/" + scope))
                .json();
    }

    private static List<JsonNode> holdere(JsonNode virksomhet) {
        JsonNode registreringer = virksomhet.get("registreringer");
        JsonNode gjeldende = StreamSupport.stream(registreringer.spliterator(), false)
                .filter(en -> en.get("erGjeldendeRegistrering").asBoolean())
                .findFirst()
                .orElse(registreringer.get(0));
        return StreamSupport.stream(gjeldende.get("reelleRettighetshavere").spliterator(), false)
                .toList();
    }

    @Test
    void fromTheFrontPageItIsOneClickToADrawnOwnership() {
        besoek.side().navigate(server.toString());
        besoek.felt("a[href^='/innsyn']").click();
        besoek.ventPaa(EKSEMPEL);
        besoek.bilde("fra-forsiden");

        assertThat(besoek.felt(".node.person").count()).isGreaterThanOrEqualTo(5);
        assertThat(besoek.felt(".node.mengde").count()).isGreaterThanOrEqualTo(4);
        assertThat(besoek.felt(".node.virksomhet:not(.rot)").count()).isEqualTo(2);
        assertThat(besoek.felt(".kant.begge").first().getAttribute("aria-label"))
                .contains("STOLT EFFEKTIV PARASOLL", "314\u00a0208\u00a0641", "Eierskap 25,01% - 49,99%");
        besoek.ingenKlager();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "313513408",
                "310219622",
                "314208641",
                "319000216",
                "319000313",
                "319000119",
                "319000011",
                "312701103",
                "310211036",
                "314270320",
                "313611760",
                "214259982",
                "210129812"
            })
    void aVirksomhetIsShownWithEveryHolderAndEveryPosition(String orgnr) {
        besoek.se(orgnr);
        besoek.bilde(orgnr);
        List<JsonNode> holdere = holdere(svar(orgnr, "offentlig"));

        assertThat(besoek.felt(".holdere > li").count()).isEqualTo(holdere.size());
        assertThat(besoek.felt(".posisjoner > li").count())
                .isEqualTo(holdere.stream()
                        .mapToInt(holder -> holder.get("posisjoner").size())
                        .sum());
        assertThat(besoek.felt(".tidslinje > li").count())
                .isEqualTo(svar(orgnr, "offentlig").get("registreringer").size());
        String tekst = besoek.felt("#resultat").innerText();
        holdere.forEach(holder -> holder.findValuesAsText("kodenavn")
                .forEach(navn -> assertThat(tekst).containsIgnoringCase(navn)));
        besoek.ingenKlager();
    }

    @Test
    void aDeepStructureIsFollowedSoFarAndTheRestIsSaidToBeLeft() {
        besoek.se(DYP);
        besoek.bilde("dyp");

        assertThat(besoek.felt(".node.virksomhet").count()).isEqualTo(5);
        assertThat(besoek.felt("svg .node.mengde[aria-label*='ikke fulgt']").count())
                .isEqualTo(1);
        assertThat(besoek.felt("#resultat").innerText()).contains("følger høyst 4 ledd");
        besoek.felt(".node.virksomhet:not(.rot)").first().click();
        besoek.felt(".node.rot:not([data-node=v" + DYP + "])").waitFor();
        assertThat(URI.create(besoek.side().url()).getFragment())
                .matches("\\d{9}")
                .isNotEqualTo(DYP);
        besoek.side().goBack();
        besoek.ventPaa(DYP);
        besoek.ingenKlager();
    }

    @Test
    void aCircleIsDrawnAsOne() {
        besoek.se(SIRKEL);
        besoek.bilde("sirkel");

        assertThat(besoek.felt(".node.virksomhet").count()).isEqualTo(3);
        assertThat(besoek.felt(".tegneflate .kant.sirkel").count()).isGreaterThanOrEqualTo(2);
        assertThat(besoek.felt(".node.rot.sirkel").count()).isEqualTo(1);
        assertThat(besoek.felt("#somtekst").innerText()).contains("står dermed over seg selv");
        assertThat(besoek.felt("svg .node.mengde[aria-label*='ikke i registeret']")
                        .count())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "offentlig",
                "rapporteringspliktig",
                "rapporteringspliktig.begrenset",
                "media",
                "sivilsamfunnsorganisasjon",
                "hoeyereutdanningsinstitusjon"
            })
    void whatEachScopeSeesIsWhatTheApiGivesIt(String scope) {
        besoek.gaaTil("/innsyn").somScope(scope).slaaOpp(MED_UNNTATTE).ventPaa(MED_UNNTATTE);
        besoek.bilde("scope-" + scope);
        JsonNode svar = svar(MED_UNNTATTE, scope);
        String tekst = besoek.felt("#resultat").innerText();
        List<String> numre = svar(MED_UNNTATTE, "offentlig").findValuesAsText("foedselsEllerDNummer");
        List<String> synlige = svar.findValuesAsText("foedselsEllerDNummer");

        assertThat(numre).isNotEmpty();
        numre.forEach(nummer -> assertThat(tekst.contains(nummer)).isEqualTo(synlige.contains(nummer)));
        svar.findValuesAsText("etternavn").forEach(navn -> assertThat(tekst).contains(navn));
        svar.findValuesAsText("fulltNavn").forEach(navn -> assertThat(tekst).contains(navn));
        long skjermede = holdere(svar).stream()
                .filter(holder -> !holder.findPath("folkeregistrertPerson").has("navn")
                        && !holder.findPath("utenlandskPerson").has("fulltNavn"))
                .count();
        assertThat(besoek.felt(".node.skjermet").count()).isEqualTo((int) skjermede);
        assertThat(besoek.felt(".uoverensstemmelse").count())
                .isEqualTo(svar.findValues("uoverensstemmelse").size());
        assertThat(besoek.felt("#soek").isVisible()).isEqualTo(scope.equals("offentlig"));
        besoek.ingenKlager();
    }

    /** A scope without numbers cannot know that the three are one. */
    @ParameterizedTest
    @CsvSource({"offentlig, 1", "media, 3"})
    void onlyTheSameNumberMakesHoldersOfSeveralVirksomheterOnePerson(String scope, int personer) {
        besoek.gaaTil("/innsyn").somScope(scope).slaaOpp(EKSEMPEL).ventPaa(EKSEMPEL);

        assertThat(besoek.felt(".node.person[aria-label*=PARASOLL]").count()).isEqualTo(personer);
    }

    @ParameterizedTest
    @ValueSource(strings = {EKSEMPEL, DYP, SIRKEL, "310219622", "313513408"})
    void noBoxOrWordOfTheDrawingStandsOnAnother(String orgnr) {
        besoek.se(orgnr);
        Object dekket = besoek.side().evaluate("""
                () => {
                  const ruter = [...document.querySelectorAll('.tegneflate .boks, .tegneflate rect.bakgrunn')]
                    .map((r) => r.getBoundingClientRect());
                  const paaHverandre = (a, b) =>
                    a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
                  const par = ruter.flatMap((a, i) => ruter.slice(i + 1).filter((b) => paaHverandre(a, b))).length;
                  const gjennom = [...document.querySelectorAll('.tegneflate .kant .strek')].filter((strek) =>
                    [...Array(200).keys()].some((i) => {
                      const { x, y } = strek.getPointAtLength((strek.getTotalLength() * i) / 200);
                      return [...document.querySelectorAll('.tegneflate .boks')].some((b) =>
                        x > b.x.baseVal.value + 2 && x < b.x.baseVal.value + b.width.baseVal.value - 2 &&
                        y > b.y.baseVal.value + 2 && y < b.y.baseVal.value + b.height.baseVal.value - 2);
                    })).length;
                  return [ruter.length > 3, par, gjennom].join();
                }
                """);

        assertThat(dekket).isEqualTo("true,0,0");
    }

    @Test
    void whoeverSeesLessKeepsNothingOfWhatWasSeenBefore() {
        besoek.se(MED_UNNTATTE);
        String foer = besoek.felt("#resultat").innerText();
        besoek.somScope("media");
        besoek.felt(".node.skjermet").first().waitFor();

        svar(MED_UNNTATTE, "offentlig").findValuesAsText("foedselsEllerDNummer").forEach(nummer -> {
            assertThat(foer).contains(nummer);
            assertThat(besoek.side().content()).doesNotContain(nummer);
        });
    }

    @Test
    void aPersonIsSearchedForAndTheNumberIsNowhereAfterwards() {
        besoek.gaaTil("/innsyn#" + EKSEMPEL).ventPaa(EKSEMPEL);
        int historikk = (int) besoek.side().evaluate("() => history.length");
        besoek.felt("#nummer").fill("059102 98382");
        besoek.felt("#soek button").click();
        besoek.felt(".treff li").first().waitFor();
        besoek.bilde("soek");

        assertThat(besoek.felt("#nummer").inputValue()).isEmpty();
        assertThat(besoek.side().url()).doesNotContain(PERSON);
        assertThat(besoek.side().evaluate("() => history.length")).isEqualTo(historikk);
        assertThat(besoek.side().content()).doesNotContain(PERSON);
        assertThat(besoek.side()
                        .evaluate("() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state,"
                                + " document.cookie])"))
                .isEqualTo("[{},{},null,\"\"]");
        assertThat(besoek.side().evaluate("async () => (await caches.keys()).length"))
                .isEqualTo(0);
        assertThat(besoek.adresser())
                .filteredOn(adresse -> adresse.contains(PERSON))
                .singleElement()
                .isEqualTo(server.resolve(OPPSLAG.replaceAll("/$", "") + "?foedselsnummer=" + PERSON)
                        .toString());

        besoek.felt(".treff button[data-orgnr='313513408']").click();
        besoek.ventPaa("313513408");
        assertThat(besoek.side().url()).endsWith("/innsyn#313513408");
        besoek.ingenKlager();
    }

    @Test
    void theNumberOfAPersonInTheWrongFieldOrInTheAddressGoesNowhere() {
        besoek.gaaTil("/innsyn").slaaOpp(PERSON);
        assertThat(besoek.felt("#feil").innerText()).contains("ni sifre", "Ingenting ble sendt");
        assertThat(besoek.felt("#orgnr").inputValue()).isEmpty();

        besoek.gaaTil("/innsyn#" + PERSON);
        besoek.side().waitForURL(server.resolve("/innsyn").toString());
        assertThat(besoek.adresser())
                .filteredOn(adresse -> !adresse.contains("#"))
                .noneMatch(adresse -> adresse.contains(PERSON));
    }

    @ParameterizedTest
    @CsvSource({"313513409, 400, organisasjonsnummer", "974760673, 404, ikke registreringspliktig"})
    void whatTheApiRefusesIsSaidInItsOwnWords(String orgnr, int status, String melding) {
        besoek.gaaTil("/innsyn").slaaOpp(orgnr);
        besoek.felt("#feil p").first().waitFor();
        besoek.bilde("feil-" + status);

        assertThat(besoek.felt("#feil").innerText()).contains("Tjenesten svarte " + status, melding);
        assertThat(besoek.felt("#resultat").innerText()).isEmpty();
    }

    @Test
    void theKeyboardIsEnough() {
        besoek.se(EKSEMPEL);
        besoek.felt("#skrivUt").focus();
        besoek.side().keyboard().press("Tab");
        besoek.side().keyboard().press("Tab");
        assertThat(aktiv("data-node")).isEqualTo("v" + EKSEMPEL);
        besoek.side().keyboard().press("Home");
        assertThat(aktiv("class")).contains("node");
        List<String> besoekte = new ArrayList<>();
        int antall = besoek.felt(".tegneflate .node").count();
        for (int i = 0; i < antall; i++) {
            besoekte.add(aktiv("data-node"));
            besoek.side().keyboard().press("ArrowRight");
        }
        assertThat(besoekte).doesNotHaveDuplicates().hasSize(antall);
        besoek.felt(".node[data-node=v310274682]").focus();
        besoek.side().keyboard().press("Enter");
        besoek.ventPaa("310274682");
        assertThat(aktiv("id")).isEqualTo("overskrift");

        besoek.felt(".node.person").first().focus();
        besoek.side().keyboard().press("Enter");
        assertThat(aktiv("data-tekst")).startsWith("p");
        besoek.ingenKlager();
    }

    private String aktiv(String attributt) {
        return (String) besoek.side().evaluate("navn => document.activeElement.getAttribute(navn)", attributt);
    }

    @Test
    void anEarlierRegistrationIsShownAsItWas() {
        besoek.se("319000313");
        besoek.felt(".tidslinje button").last().click();
        besoek.bilde("tidligere");

        assertThat(besoek.felt(".holdere").innerText()).contains("SOLNEDGANG");
        assertThat(besoek.felt("#resultat").innerText()).contains("tidligere registrering", "død");
        assertThat(besoek.felt(".tidslinje button").last().getAttribute("aria-current"))
                .isEqualTo("true");
        besoek.ingenKlager();
    }

    @ParameterizedTest
    @CsvSource({"nn, Reelle rettshavarar, Eigarskap", "en, Beneficial owners, Ownership"})
    void thePageAndTheCodesSpeakThreeLanguages(String spraak, String overskrift, String kode) {
        besoek.se(EKSEMPEL);
        besoek.felt("[data-spraak=" + spraak + "]").click();
        besoek.felt("h3:text('" + overskrift + "')").waitFor();
        besoek.bilde("spraak-" + spraak);

        assertThat(besoek.side().evaluate("() => document.documentElement.lang"))
                .isEqualTo(spraak);
        assertThat(besoek.felt(".posisjoner").first().innerText()).startsWith(kode);
        besoek.ingenKlager();
    }

    /** Codes come in the language that was asked for; the answer to the first asking is not there yet. */
    @Test
    void whoChoosesALanguageWhileTheAnswerIsAwaitedGetsAllOfItInThatLanguage() {
        List<Route> venter = new ArrayList<>();
        besoek.gaaTil("/innsyn");
        besoek.side().route("**/api/oppslag/v1/virksomheter/" + EKSEMPEL, kall -> {
            if (venter.isEmpty()) {
                venter.add(kall);
            } else {
                kall.resume();
            }
        });
        besoek.slaaOpp(EKSEMPEL);
        besoek.side().waitForCondition(() -> !venter.isEmpty());

        besoek.felt("[data-spraak=en]").click();

        besoek.ventPaa(EKSEMPEL);
        assertThat(besoek.felt(".posisjoner").first().innerText()).startsWith("Ownership");
    }

    private Path lastNed(String knapp) {
        Download fil = besoek.side().waitForDownload(() -> besoek.felt(knapp).click());
        return fil.path();
    }

    @Test
    void theDrawingAndTheAnswerCanBeTakenAlong() throws IOException {
        besoek.se(EKSEMPEL);
        String svg = Files.readString(lastNed("#lastNedSvg"));
        BufferedImage png = ImageIO.read(lastNed("#lastNedPng").toFile());
        String json = Files.readString(lastNed("#lastNedJson"));

        assertThat(svg)
                .startsWith("<svg")
                .contains("PARASOLL", "Oppdiktet", "fill=")
                .doesNotContain("class=");
        assertThat(png.getWidth()).isGreaterThan(800);
        int[] rgb = png.getRGB(0, 0, png.getWidth(), png.getHeight(), null, 0, png.getWidth());
        assertThat(Arrays.stream(rgb).distinct().count()).isGreaterThan(20);
        Files.createDirectories(Path.of("target", "skjermbilder", "innsyn"));
        ImageIO.write(
                png,
                "png",
                Path.of("target", "skjermbilder", "innsyn", "nedlastet.png").toFile());
        assertThat(new ObjectMapper().readTree(json)).isEqualTo(svar(EKSEMPEL, "offentlig"));
        besoek.ingenKlager();
    }

    @Test
    void bodsIsTheSameLookUpInAnotherForm() throws IOException {
        besoek.se(EKSEMPEL);

        JsonNode bods = new ObjectMapper().readTree(Files.readString(lastNed("#lastNedBods")));

        assertThat(bods.findValuesAsText("recordType")).contains("entity", "person", "relationship");
        assertThat(bods.findValuesAsText("id")).contains(EKSEMPEL);
        besoek.ingenKlager();
    }

    @Test
    void whoeverChoosesAScopeOrALanguageStaysThere() {
        besoek.se(EKSEMPEL);
        besoek.felt("#scope").focus();
        besoek.felt("#scope").selectOption("media");
        besoek.felt(".node.person >> nth=0").waitFor();
        besoek.felt("#resultat[aria-busy='false']").waitFor();

        assertThat(besoek.side().evaluate("document.activeElement.id")).isEqualTo("scope");
    }

    @Test
    void onPaperThereIsWhatIsShownAndNoButtons() {
        besoek.se(EKSEMPEL);
        besoek.side().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        besoek.side().setViewportSize(720, 1000);
        besoek.bilde("utskrift");

        assertThat(besoek.felt(".tegneflate svg").isVisible()).isTrue();
        assertThat(besoek.felt("#skjemaer").isVisible()).isFalse();
        assertThat(besoek.felt(".verktoey").isVisible()).isFalse();
        assertThat((Boolean) besoek.side().evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                .isTrue();
    }

    @Test
    void aNarrowScreenIsNotWiderThanItIs() {
        besoek.side().setViewportSize(390, 800);
        besoek.se(EKSEMPEL);
        besoek.bilde("smal");

        assertThat((Boolean) besoek.side().evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                .isTrue();
    }

    @Test
    void notMoreThanSoManyAreFollowedAndAFaultEndsIt() {
        besoek.gaaTil("/innsyn");
        String mal = """
                async (feil) => {
                  const { foelg } = await import('/innsyn/foelg.js');
                  const via = (numre) => ({ registreringer: [{ erGjeldendeRegistrering: true, reelleRettighetshavere: [{ posisjoner:
                    [{ mellomliggendeVirksomheter: numre.map((n) => ({ norskVirksomhet: { organisasjonsnummer: n } })) }] }] }] });
                  const numre = [...Array(100).keys()].map((n) => String(n));
                  let kall = 0;
                  const hent = async (n) => {
                    kall++;
                    if (feil) { const e = new Error(); e.status = 429; throw e; }
                    return via([n + '0']);
                  };
                  const { kjente, stanset } = await foelg('rot', via(numre).registreringer[0], hent);
                  return [kall, kjente.size, [...kjente.values()].filter((k) => k.grense).length, stanset?.status ?? 0].join();
                }
                """;

        assertThat(besoek.side().evaluate(mal, false)).isEqualTo("40,131,91,0");
        assertThat(besoek.side().evaluate(mal, true)).isEqualTo("6,100,60,429");
    }

    @Test
    void aPersonOfTwoVirksomheterIsDrawnOnceWithTheWordsThatWereRegisteredLast() {
        besoek.gaaTil("/innsyn");
        String mal = """
                async ([foerst, saa]) => {
                  const { graf } = await import('/innsyn/modell.js');
                  const holder = (etternavn, endret) => ({ endret, posisjoner: [],
                    folkeregistrertPerson: { foedselsEllerDNummer: '05910298382', navn: { etternavn } } });
                  const registrering = (holdere) => ({ erGjeldendeRegistrering: true, reelleRettighetshavere: holdere,
                    registreringsstatus: { kode: 'registreringsstatus.rettighetsinformasjonErRegistrert' } });
                  const kjente = new Map([['2', { dybde: 1, virksomhet: { registreringer: [registrering([holder('TO', saa)])] } }]]);
                  return graf('1', registrering([holder('EN', foerst)]), kjente).noder
                    .filter((node) => node.slag === 'person')
                    .map((node) => node.holder.folkeregistrertPerson.navn.etternavn).join();
                }
                """;
        String tidlig = "2024-01-02T03:04:05.006Z";
        String sent = "2025-01-02T03:04:05.006Z";

        assertThat(besoek.side().evaluate(mal, List.of(tidlig, sent))).isEqualTo("TO");
        assertThat(besoek.side().evaluate(mal, List.of(sent, tidlig))).isEqualTo("EN");
    }

    @Test
    void elsewhereATokenIsPastedAndKeptInMemoryAlone() throws Exception {
        try (FalskMaskinporten maskinporten = new FalskMaskinporten(false);
                Rrhprosess annen = Rrhprosess.serve(
                        Felles.mappe(),
                        "--miljoe",
                        "test",
                        "--adresse",
                        "127.0.0.1",
                        "--maskinporten-utsteder",
                        maskinporten.utsteder().toString(),
                        "--ipfilter-tillat",
                        "127.0.0.1",
                        "--innsyn-side",
                        "ja");
                Innsynsbesoek hos = Innsynsbesoek.av(chromium.nettleser(), annen.adresse())) {
            String token = maskinporten.token("brreg:reelle/media");
            hos.gaaTil("/innsyn");
            assertThat(hos.felt("#scope").isVisible()).isFalse();
            hos.felt("#token").fill(token);
            hos.felt("#tilgang button").click();
            assertThat(hos.felt("#token").inputValue()).isEmpty();
            assertThat(hos.felt("#soek").isVisible()).isFalse();
            hos.slaaOpp(EKSEMPEL);
            hos.felt("#feil p").first().waitFor();

            // let in, and the register is empty
            assertThat(hos.felt("#feil").innerText()).contains("404");
            assertThat(hos.side().content()).doesNotContain(token);
            assertThat(hos.side().evaluate("() => localStorage.length + sessionStorage.length"))
                    .isEqualTo(0);
            assertThat(hos.adresser()).noneMatch(adresse -> adresse.contains("lokalt-token"));

            hos.felt("#token").fill(maskinporten.token("brreg:reelle/offentlig"));
            hos.felt("#tilgang button").click();
            assertThat(hos.felt("#soek").isVisible()).isTrue();
            assertThat(Raa.send(annen.adresse(), "GET", "/").tekst()).contains("href=\"/innsyn\"");
        }
    }
}
