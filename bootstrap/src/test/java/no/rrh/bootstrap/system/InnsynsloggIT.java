package no.rrh.bootstrap.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The innsynslogg of the JAR: its commands, and what it holds after a kill. {@code -Dinnsyn.froe} draws the same moments again. */
class InnsynsloggIT {
    private static final String VIRKSOMHET = "/api/virksomheter/313513408";
    private static final String PARASOLL = "05910298382";
    private static final String HANDLELISTE = "58877102163";
    private static final int DRAP = Integer.getInteger("innsyn.drap", 2);
    private static final int KLIENTER = 8;
    private static final ObjectMapper JSON = new ObjectMapper();

    private static Path data;
    private static Rrhprosess server;
    private static String auth;

    @BeforeAll
    static void start() {
        data = Felles.mappe();
        server = Rrhprosess.serve(data, "--varsel-sveip", "3/1t");
        auth = "Authorization: Bearer " + Felles.token(data, "--scope", Felles.OFFENTLIG);
    }

    @AfterAll
    static void stopp() {
        server.close();
        assertThat(server.logg())
                .contains("Checkpoint of the innsynslogg")
                .doesNotContain(PARASOLL, HANDLELISTE, "ERROR");
    }

    private static Rrhprosess.Resultat innsynslogg(String... argumenter) {
        List<String> alle = new ArrayList<>(List.of("innsynslogg"));
        alle.addAll(Arrays.asList(argumenter));
        return Rrhprosess.her(alle.toArray(String[]::new));
    }

    private static List<JsonNode> soek(String... argumenter) {
        List<String> alle = new ArrayList<>(List.of("soek", "--data", data.toString()));
        alle.addAll(Arrays.asList(argumenter));
        Rrhprosess.Resultat resultat = innsynslogg(alle.toArray(String[]::new));
        assertThat(resultat.kode()).as(resultat.feil()).isZero();
        return linjer(resultat.ut());
    }

    private static List<JsonNode> linjer(String ut) {
        return ut.lines().map(InnsynsloggIT::json).toList();
    }

    private static JsonNode json(String linje) {
        try {
            return JSON.readTree(linje);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What stands about a person; the number goes in on standard input. */
    private static List<JsonNode> soekPerson(String person, String... mapper) {
        List<String> alle =
                new ArrayList<>(List.of("innsynslogg", "soek", "--foedselsnummer", "--data", data.toString()));
        alle.addAll(Arrays.asList(mapper));
        Rrhprosess.Resultat resultat = Rrhprosess.herMedInndata(person + "\n", alle.toArray(String[]::new));
        assertThat(resultat.kode()).as(resultat.feil()).isZero();
        assertThat(resultat.ut()).doesNotContain(person);
        return linjer(resultat.ut());
    }

    private static final AtomicInteger SPORINGER = new AtomicInteger();

    /** Not a UUID: one in some hundreds has eleven digits in a row, and is not taken for a correlation id. */
    private static String sporing() {
        return "sporing-" + SPORINGER.incrementAndGet();
    }

    private static Raa.Svar hent(String sti, String sporing, String... headere) {
        return Raa.send(
                server.adresse(),
                "GET",
                sti,
                Stream.concat(Stream.of(auth, "X-Request-Id: " + sporing), Stream.of(headere))
                        .toArray(String[]::new));
    }

    @Test
    void whoHasLookedAtAPersonIsFoundByLookUpsSearchesAndFiles() throws IOException {
        String oppslag = sporing();
        String annet = sporing();
        String sok = sporing();
        String fil = sporing();
        String avvist = sporing();
        assertThat(hent(VIRKSOMHET, oppslag).status()).isEqualTo(200);
        assertThat(hent("/api/virksomheter/310000019", annet).status()).isIn(200, 404);
        assertThat(hent("/api/oppslag/v1/virksomheter?foedselsnummer=" + PARASOLL, sok)
                        .status())
                .isEqualTo(200);
        Vent.til(
                "there is a file",
                Duration.ofSeconds(20),
                () -> hent("/api/virksomheter/json", fil, "Range: bytes=0-9").status() == 206);
        Raa.send(
                server.adresse(),
                "GET",
                "/api/oppslag/v1/virksomheter?foedselsnummer=" + PARASOLL,
                "Authorization: Bearer " + Felles.token(data, "--scope", "brreg:reelle/media"),
                "X-Request-Id: " + avvist);

        Map<String, String> grunner = new ConcurrentHashMap<>();
        for (JsonNode foering : soekPerson(PARASOLL)) {
            foering.get("grunn")
                    .forEach(grunn -> grunner.merge(
                            foering.get("sporing").asText(), grunn.asText(), (a, b) -> a.equals(b) ? a : a + "," + b));
        }
        assertThat(grunner.get(oppslag)).isEqualTo("vist");
        assertThat(grunner.get(sok)).isEqualTo("vist,soekt");
        assertThat(grunner.get(fil)).isEqualTo("fil");
        assertThat(grunner.get(avvist)).isEqualTo("soekt");
        assertThat(grunner).doesNotContainKey(annet);

        List<JsonNode> omHandleliste = soekPerson(HANDLELISTE);
        assertThat(omHandleliste)
                .anySatisfy(
                        foering -> assertThat(foering.get("sporing").asText()).isEqualTo(oppslag));
        // that somebody asks this is a search for the person too, and nobody else has made one
        assertThat(omHandleliste)
                .filteredOn(foering -> foering.get("grunn").toString().contains("soekt"))
                .isNotEmpty()
                .allSatisfy(foering ->
                        assertThat(foering.get("operasjon").asText()).isEqualTo("kommando-innsynslogg-soek"));
        assertThat(soekPerson("01819010001"))
                .isNotEmpty()
                .allSatisfy(foering ->
                        assertThat(foering.get("operasjon").asText()).isEqualTo("kommando-innsynslogg-soek"));
    }

    /** Also when the registration has been changed since, so that the person stands in it no more. */
    @Test
    void theVersionThatWasShownCountsAndNotTheOneThatThereIsNow() throws IOException {
        Path eksport = data.resolve("eksport.jsonl");
        String foer = sporing();
        String etter = sporing();
        assertThat(Rrhprosess.her("eksporter", eksport.toString(), "--data", data.toString())
                        .kode())
                .isZero();
        String linje = Files.readAllLines(eksport).stream()
                .filter(en -> en.contains(HANDLELISTE))
                .findFirst()
                .orElseThrow();
        String orgnr = json(linje).get("organisasjonsnummer").asText();
        String b = "/api/oppslag/v1/virksomheter/" + orgnr;
        assertThat(hent(b, foer).status()).isEqualTo(200);
        Path endret = Files.writeString(data.resolve("endret.jsonl"), linje.replace(HANDLELISTE, "41864000647") + "\n");
        Rrhprosess.Resultat importert = Rrhprosess.her("importer", endret.toString(), "--data", data.toString());
        assertThat(importert.kode()).as(importert.feil()).isZero();
        assertThat(hent(b, etter).status()).isEqualTo(200);
        try {
            assertThat(soekPerson(HANDLELISTE))
                    .extracting(foering -> foering.get("sporing").asText())
                    .contains(foer)
                    .doesNotContain(etter);
            assertThat(soekPerson("41864000647"))
                    .extracting(foering -> foering.get("sporing").asText())
                    .contains(etter);
        } finally {
            Path tilbake = Files.writeString(data.resolve("tilbake.jsonl"), linje + "\n");
            assertThat(Rrhprosess.her("importer", tilbake.toString(), "--data", data.toString())
                            .kode())
                    .isZero();
        }
    }

    @Test
    void entriesAreFoundByWhatTheySayAndExportedInTwoForms() {
        String sporing = sporing();
        hent(VIRKSOMHET, sporing);
        List<JsonNode> funnet = soek("--sporing", sporing);
        assertThat(funnet).hasSize(1);
        assertThat(funnet.get(0).get("organisasjonsnummer").asText()).isEqualTo("313513408");
        assertThat(soek("--organisasjonsnummer", "313513408", "--consumer", "310000019"))
                .anySatisfy(
                        foering -> assertThat(foering.get("sporing").asText()).isEqualTo(sporing));
        assertThat(soek("--sporing", sporing, "--til", "2020-01-01T00:00:00Z")).isEmpty();
        assertThat(innsynslogg("soek", "--data", data.toString(), "--fra", "i går")
                        .kode())
                .isEqualTo(2);

        Rrhprosess.Resultat jsonl = innsynslogg("eksporter", "--data", data.toString(), "--sporing", sporing);
        assertThat(linjer(jsonl.ut())).isEqualTo(funnet);
        Rrhprosess.Resultat cef = Rrhprosess.kjoer(
                "innsynslogg", "eksporter", "--form", "cef", "--data", data.toString(), "--sporing", sporing);
        assertThat(cef.ut().lines())
                .singleElement()
                .asString()
                .startsWith("CEF:0|rrh|rrh|1|oppslag-a|oppslag-a hel|2|rt=")
                .contains(
                        "outcome=vist",
                        "cs1=310000019 cs1Label=consumer",
                        "cs5=313513408",
                        "requestContext=" + sporing);
        assertThat(innsynslogg("eksporter", "--form", "xml", "--data", data.toString())
                        .kode())
                .isEqualTo(2);
    }

    @Test
    void commandsAreToldOf() {
        assertThat(Rrhprosess.her("eksporter", "-", "--data", data.toString()).kode())
                .isZero();
        assertThat(soek("--operasjon", "kommando-eksporter"))
                .extracting(foering -> foering.get("fase").asText())
                .contains("begynt", "avsluttet");
        assertThat(soek("--operasjon", "kommando-token"))
                .allSatisfy(foering ->
                        assertThat(foering.get("bruker").asText()).isEqualTo(System.getProperty("user.name")));
        assertThat(soek("--operasjon", "kommando-innsynslogg-soek")).isNotEmpty();
    }

    @Test
    void whatBeginsToLookLikeASweepIsToldOfAndNobodyIsStopped() {
        String sveiper =
                "Authorization: Bearer " + Felles.token(data, "--scope", Felles.OFFENTLIG, "--consumer", "314208641");
        for (String orgnr : List.of("313513408", "310000019", "314208641")) {
            assertThat(Raa.send(server.adresse(), "GET", "/api/virksomheter/" + orgnr, sveiper)
                            .status())
                    .isIn(200, 404);
        }
        assertThat(server.logg()).contains("begin to look like misuse slag=sveip consumer=314208641");
        assertThat(Raa.send(server.forvaltning(), "GET", "/metrikk").tekst())
                .containsPattern("rrh_misbruk_varsler_total\\{slag=\"sveip\"} [1-9]")
                .contains("rrh_innsynslogg_skriver 1.0")
                .doesNotContain("314208641");
    }

    @Test
    void oneByteChangedInACopyIsFoundAndTheEntryNamed() throws IOException {
        String sporing = sporing();
        hent(VIRKSOMHET, sporing);
        Rrhprosess.Resultat hel = innsynslogg("verifiser", "--data", data.toString());
        assertThat(hel.kode()).as(hel.ut()).isZero();
        assertThat(hel.ut()).contains("Hel.");

        Path kopi = kopi(data.resolve("innsynslogg"));
        Path segment = segmenter(kopi).get(0);
        byte[] innhold = Files.readAllBytes(segment);
        String tekst = new String(innhold, UTF_8);
        int plass = tekst.indexOf("\"vist\",\"status\":200", tekst.indexOf("oppslag-a"));
        String foran = tekst.substring(0, plass);
        String nummer = foran.substring(foran.lastIndexOf('\n') + 1).split(" ")[0];
        innhold[plass + 1] ^= 1;
        Files.write(segment, innhold);

        Rrhprosess.Resultat endret = innsynslogg("verifiser", kopi.toString());
        assertThat(endret.kode()).isEqualTo(1);
        assertThat(endret.ut()).contains("FEIL: føring " + nummer + " i ").contains("endret");
        // several instances' at once
        Rrhprosess.Resultat begge = innsynslogg(
                "verifiser", kopi.toString(), data.resolve("innsynslogg").toString());
        assertThat(begge.ut().lines().filter(linje -> linje.startsWith("Instans")))
                .hasSize(2);
        assertThat(begge.kode()).isEqualTo(1);
        assertThat(innsynslogg("verifiser", data.toString()).kode()).isEqualTo(2);
    }

    /** As a reader would paste it, in one shell. */
    @Test
    @EgenProsess("its calls start the JAR")
    void theStoryOfTheReadmeIsTrueAsItStands() throws Exception {
        String readme = Files.readString(Path.of("..", "README.md"));
        String avsnitt = readme.substring(readme.indexOf("## Agreements on access"));
        int fra = avsnitt.indexOf("```bash\n") + "```bash\n".length();
        String kall = avsnitt.substring(fra, avsnitt.indexOf("```", fra));
        Path mappe = Felles.mappe();
        try (Rrhprosess annen = Rrhprosess.serve(mappe, "--tilgang-krev", "ja", "--forvaltning-port", "av")) {
            ProcessBuilder skall = new ProcessBuilder("bash", "-c", kall)
                    .directory(Path.of("..").toFile())
                    .redirectErrorStream(true);
            skall.environment()
                    .putAll(Map.of(
                            "DATA", mappe.toString(), "RRH", annen.adresse().toString()));
            skall.environment().merge("PATH", Rrhprosess.javamappe() + ":", (gammel, foran) -> foran + gammel);
            Process prosess = skall.start();
            String ut = new String(prosess.getInputStream().readAllBytes(), UTF_8);
            assertThat(prosess.waitFor()).as(ut).isEqualTo(1);
            assertThat(ut)
                    .contains("Avtale 1 er gitt", "\"organisasjonsnummer\":\"313513408\",\"foerst")
                    .containsPattern(
                            "\"nr\":\\d+,\"tid\".*\"hjemmel\":\"hvitvaskingsloven-4-1-a\",\"avtale\":1.*\"sporing\":\"my-case-0001\"")
                    .contains("\"grunn\":[\"vist\"]", "Hel.")
                    .containsPattern("FEIL: føring \\d+ i innsyn-0000000000000001.logg \\(byte \\d+\\) er endret");
        }
    }

    /** A disk that is full: a file system of a few megabytes, where there may be one. */
    @Test
    void aLogThatCannotBeWrittenStopsLookUpsAndNothingElse() throws IOException {
        Path mappe = Felles.mappe();
        Path logg = mappe.resolve("innsynslogg");
        try (Rrhprosess annen = Rrhprosess.serve(mappe, "--innsynslogg-segment", "64KiB", "--forvaltning-port", "av")) {
            String token = "Authorization: Bearer " + Felles.token(mappe, "--scope", Felles.OFFENTLIG);
            Vent.til("the reserve is there", Duration.ofSeconds(20), () -> Files.exists(logg.resolve("reserve")));
            Files.createDirectories(logg.resolve("reserve.ny").resolve("x"));
            int vellykkede = 0;
            Raa.Svar svar;
            do {
                svar = Raa.send(annen.adresse(), "GET", VIRKSOMHET, token);
                vellykkede += svar.status() == 200 ? 1 : 0;
            } while (svar.status() == 200);
            assertThat(vellykkede).isGreaterThan(150);
            assertThat(svar.status()).isEqualTo(500);
            assertThat(svar.tekst()).doesNotContain(PARASOLL);
            Raa.Svar paaB = Raa.send(annen.adresse(), "GET", "/api/oppslag/v1/virksomheter/313513408", token);
            assertThat(paaB.status()).isEqualTo(503);
            assertThat(paaB.header("Retry-After")).isPresent();
            assertThat(Raa.send(annen.adresse(), "GET", "/api/oppslag/v1/kodelister")
                            .status())
                    .isEqualTo(200);
            Files.delete(logg.resolve("reserve.ny").resolve("x"));
            Files.delete(logg.resolve("reserve.ny"));
            Vent.til(
                    "look-ups are answered again",
                    Duration.ofSeconds(20),
                    () -> Raa.send(annen.adresse(), "GET", VIRKSOMHET, token).status() == 200);
        }
        assertThat(innsynslogg("verifiser", logg.toString()).kode()).isZero();
    }

    /** Whatever was answered with data before the kill stands in the log, and the chain is whole. */
    @Test
    @EgenProsess("it is killed")
    void noAnswerWithDataIsMissingAfterAKillUnderLoad() throws Exception {
        long froe = Long.getLong("innsyn.froe", System.nanoTime());
        System.out.println("innsyn.froe=" + froe);
        Random tilfeldig = new Random(froe);
        Path mappe = Felles.mappe();
        Path logg = mappe.resolve("innsynslogg");
        Set<String> besvarte = ConcurrentHashMap.newKeySet();
        for (int drap = 0; drap < DRAP; drap++) {
            Rrhprosess offer = Rrhprosess.serve(mappe, "--forvaltning-port", "av", "--kvote-oppslag", "av");
            String token = "Authorization: Bearer " + Felles.token(mappe, "--scope", Felles.OFFENTLIG);
            ExecutorService klienter = Executors.newFixedThreadPool(KLIENTER);
            int foer = besvarte.size();
            for (int i = 0; i < KLIENTER; i++) {
                klienter.execute(() -> slaaOppTilDetStopper(offer.adresse(), token, besvarte));
            }
            int maal = foer + 50 + tilfeldig.nextInt(400);
            Vent.til("there is load", Duration.ofSeconds(60), () -> besvarte.size() >= maal);
            offer.drep();
            klienter.shutdown();
            assertThat(klienter.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        }
        // opened once more, so that what was torn is put aside
        Rrhprosess.serve(mappe, "--forvaltning-port", "av").close();
        Rrhprosess.Resultat hel = innsynslogg("verifiser", logg.toString());
        assertThat(hel.kode()).as(hel.ut()).isZero();
        Set<String> ifoert = new HashSet<>();
        for (Path segment : segmenter(logg)) {
            new String(Files.readAllBytes(segment), UTF_8)
                    .lines()
                    .filter(linje -> linje.contains("\"utfall\":\"vist\"") && linje.contains("\"vist\":["))
                    .forEach(linje -> ifoert.add(linje.replaceAll(".*\"sporing\":\"([^\"]*)\".*", "$1")));
        }
        assertThat(besvarte).hasSizeGreaterThan(50 * DRAP);
        System.out.println(
                "answers with data before " + DRAP + " kills: " + besvarte.size() + ", entries: " + ifoert.size());
        assertThat(besvarte.stream()
                        .filter(sporing -> !ifoert.contains(sporing))
                        .toList())
                .as("answered, and not in the log")
                .isEmpty();
    }

    private static void slaaOppTilDetStopper(URI adresse, String token, Set<String> besvarte) {
        while (true) {
            String sporing = sporing();
            try {
                Raa.Svar svar = Raa.send(adresse, "GET", VIRKSOMHET, token, "X-Request-Id: " + sporing);
                if (svar.status() == 200 && svar.tekst().contains("registreringsid")) {
                    besvarte.add(sporing);
                }
            } catch (UncheckedIOException drept) {
                return;
            }
        }
    }

    private static Path kopi(Path mappe) throws IOException {
        Path kopi = Felles.mappe();
        try (Stream<Path> filer = Files.list(mappe)) {
            for (Path fil : filer.toList()) {
                Files.copy(fil, kopi.resolve(fil.getFileName()));
            }
        }
        return kopi;
    }

    private static List<Path> segmenter(Path mappe) throws IOException {
        try (Stream<Path> filer = Files.list(mappe)) {
            return filer.filter(FileSystems.getDefault().getPathMatcher("glob:**/innsyn-*.logg")::matches)
                    .sorted()
                    .toList();
        }
    }
}
