package no.rrh.bootstrap.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.rrh.http.sikkerhet.Avvist;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the server tells a metrics system, and that the alerts and the dashboard ask for nothing else. */
class MetrikkIT {
    private static final Path DRIFT = Path.of("..", "docs", "drift");
    private static final Path DATA = Felles.mappe();
    private static final String VIRKSOMHET = "313513408";
    private static final Pattern LINJE = Pattern.compile("(\\w+)(?:\\{(.*)})? (\\S+)");
    private static final Pattern ETIKETT = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern NAVN =
            Pattern.compile("\\b(rrh|jvm|jetty|hikaricp|process|system|logback)_[a-z0-9_]+");
    private static final Pattern SAMLING = Pattern.compile("_(bucket|count|sum|max)$");

    /** What a consumer, a virksomhet or a person could stand as. */
    private static final Pattern NUMMER = Pattern.compile("\\d{9,}");

    /** There where there is TLS, are replicas, or is an issuer to fetch from, or once there has been a collection. */
    private static final Set<String> IKKE_ALLTID = Set.of(
            "rrh_tls_gyldig_seconds",
            "rrh_replika_bruk",
            "rrh_replika_etterslep_seconds",
            "rrh_noekler_henting_seconds_count",
            "jvm_gc_pause_seconds_sum");

    private static Rrhprosess server;

    @BeforeAll
    static void start() {
        server = Rrhprosess.serve(DATA, "--kvote-soek", "1/24t");
        String token = Felles.token(DATA, "--scope", Felles.OFFENTLIG);
        String auth = "Authorization: Bearer " + token;
        String ugyldig = auth.substring(0, auth.length() - 8) + "AAAAAAAA";
        assertThat(List.of(
                        kall("/api/virksomheter/" + VIRKSOMHET, auth),
                        kall("/api/virksomheter/" + VIRKSOMHET, auth),
                        kall("/api/virksomheter/" + VIRKSOMHET, ugyldig),
                        kall("/api/oppslag/v1/virksomheter?foedselsnummer=05910298382", auth),
                        kall("/api/oppslag/v1/virksomheter?foedselsnummer=05910298382", auth),
                        kall("/tull/05910298382?navn=NORDMANN", "X-Request-Id: 05910298382")))
                .containsExactly(200, 200, 403, 200, 429, 404);
    }

    @AfterAll
    static void stopp() {
        server.close();
    }

    private static int kall(String sti, String header) {
        return Raa.send(server.adresse(), "GET", sti, header).status();
    }

    private static String metrikk() {
        return Raa.send(server.forvaltning(), "GET", "/metrikk").tekst();
    }

    private record Maaling(String navn, Map<String, String> etiketter, double verdi) {}

    private static List<Maaling> maalinger() {
        return metrikk()
                .lines()
                .filter(linje -> !linje.startsWith("#"))
                .map(MetrikkIT::les)
                .toList();
    }

    private static Maaling les(String linje) {
        Matcher treff = LINJE.matcher(linje);
        assertThat(treff.matches()).as(linje).isTrue();
        Map<String, String> etiketter = Optional.ofNullable(treff.group(2)).stream()
                .flatMap(alle -> ETIKETT.matcher(alle).results())
                .collect(Collectors.toMap(en -> en.group(1), en -> en.group(2)));
        return new Maaling(treff.group(1), etiketter, Double.parseDouble(treff.group(3)));
    }

    private static double verdi(String navn, String... etiketter) {
        Map<String, String> krav = IntStream.range(0, etiketter.length / 2)
                .boxed()
                .collect(Collectors.toMap(i -> etiketter[2 * i], i -> etiketter[2 * i + 1]));
        return maalinger().stream()
                .filter(en -> en.navn.equals(navn) && en.etiketter.entrySet().containsAll(krav.entrySet()))
                .mapToDouble(Maaling::verdi)
                .sum();
    }

    @Test
    void requestsAreCountedByOperationStatusAndScope() {
        // a request is counted when its answer has been sent
        Vent.til(
                "the last request to be counted",
                Duration.ofSeconds(10),
                () -> verdi("rrh_kall_seconds_count", "operasjon", "annet", "scope", "ingen", "status", "404") == 1);
        assertThat(verdi("rrh_kall_seconds_count", "operasjon", "oppslag-a", "scope", "offentlig", "status", "200"))
                .isEqualTo(2);
        assertThat(verdi("rrh_kall_seconds_count", "operasjon", "oppslag-a", "scope", "ingen", "status", "403"))
                .isEqualTo(1);
        assertThat(verdi("rrh_kall_seconds_count", "operasjon", "soek-b", "status", "429"))
                .isEqualTo(1);
        assertThat(verdi("rrh_kall_seconds_bucket", "operasjon", "oppslag-a", "status", "200", "le", "+Inf"))
                .isEqualTo(2);
    }

    @Test
    void limitsTokensAndTheInnsynsloggAreToldOf() {
        Vent.til(
                "the refused search to be counted",
                Duration.ofSeconds(10),
                () -> verdi("rrh_grense_treff_total", "grense", "kvote-soek") == 1);
        assertThat(verdi("rrh_token_total", "utfall", "godtatt")).isEqualTo(1);
        assertThat(verdi("rrh_token_total", "utfall", "husket")).isEqualTo(3);
        assertThat(verdi("rrh_token_total", "utfall", "avvist-signatur")).isEqualTo(1);
        assertThat(verdi("rrh_token_verifisering_seconds_count")).isEqualTo(2);
        assertThat(verdi("rrh_innsynslogg_foeringer_total")).isGreaterThanOrEqualTo(5);
        assertThat(verdi("rrh_innsynslogg_skriving_seconds_count")).isPositive();
        assertThat(verdi("rrh_tilstand", "tilstand", "klar")).isEqualTo(1);
        assertThat(verdi("rrh_noekler_antall")).isEqualTo(1);
        assertThat(verdi("rrh_endringslogg_sekvensnummer")).isPositive();
        assertThat(verdi("hikaricp_connections_max", "pool", "oppslag")).isPositive();
    }

    @Test
    void noLabelHoldsWhatACallerWroteOrWasShown() {
        Set<String> utfall = Stream.concat(
                        Stream.of("husket", "godtatt", "noekler-mangler"),
                        Stream.of(Avvist.Grunn.values())
                                .map(grunn ->
                                        "avvist-" + grunn.name().toLowerCase().replace('_', '-')))
                .collect(Collectors.toSet());
        for (Maaling en : maalinger()) {
            assertThat(String.join(" ", en.etiketter.values()))
                    .as(en.navn)
                    .doesNotContainPattern(NUMMER)
                    .doesNotContain("NORDMANN", "tull", "eyJ");
            if (en.navn.startsWith("rrh_kall_seconds")) {
                assertThat(en.etiketter.keySet()).isSubsetOf("operasjon", "scope", "status", "le");
            }
            if (en.navn.equals("rrh_token_total")) {
                assertThat(utfall).contains(en.etiketter.get("utfall"));
            }
        }
    }

    @Test
    void theAlertsAndTheDashboardAskForWhatThereIs() throws IOException {
        Set<String> finnes = maalinger().stream().map(Maaling::navn).collect(Collectors.toCollection(HashSet::new));
        finnes.addAll(IKKE_ALLTID);
        Set<String> stammer = finnes.stream().map(MetrikkIT::stamme).collect(Collectors.toSet());

        Set<String> brukt = new TreeSet<>(navnI(Files.readString(DRIFT.resolve("rrh-varsler.yml"))));
        uttrykk().forEach(en -> brukt.addAll(navnI(en)));

        assertThat(brukt).hasSizeGreaterThan(30);
        assertThat(brukt.stream().map(MetrikkIT::stamme)).isSubsetOf(stammer);
    }

    private static String stamme(String navn) {
        return SAMLING.matcher(navn).replaceAll("");
    }

    private static Set<String> navnI(String tekst) {
        return NAVN.matcher(tekst).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    /** Of every panel of the dashboard. */
    private static List<String> uttrykk() throws IOException {
        JsonNode panelene = new ObjectMapper()
                .readTree(DRIFT.resolve("rrh-grafana.json").toFile())
                .get("panels");
        List<String> uttrykk = new ArrayList<>();
        panelene.forEach(panel ->
                panel.path("targets").forEach(en -> uttrykk.add(en.get("expr").asText())));
        return uttrykk;
    }

    /** The expressions of the dashboard too: as rules, since that is what it reads. Grafana itself is not asked. */
    @Test
    void promtoolFindsNothingWrongWithAnyOfIt(@TempDir Path mappe) throws Exception {
        Optional<String> promtool = promtool();
        if (promtool.isEmpty()) {
            System.out.println(
                    "promtool is not here (RRH_TEST_PROMTOOL, or on the PATH): metrics, alerts and dashboard are not"
                            + " checked by it");
            return;
        }
        List<String> regler = new ArrayList<>(List.of("groups:", "  - name: dashboard", "    rules:"));
        for (String en : uttrykk()) {
            regler.add("      - record: panel_" + regler.size());
            regler.add("        expr: '" + en.replace("$__rate_interval", "5m").replace("'", "''") + "'");
        }
        Path panelregler = Files.write(mappe.resolve("panel.yml"), regler);
        // the names of the others are their libraries' choice
        Path metrikk = Files.write(
                mappe.resolve("metrikk.txt"),
                metrikk().lines().filter(linje -> linje.contains("rrh_")).toList());
        Path drift = DRIFT.toAbsolutePath().normalize();

        kjoer(drift, null, promtool.get(), "check", "rules", "rrh-varsler.yml");
        kjoer(drift, null, promtool.get(), "test", "rules", "rrh-varsler-test.yml");
        kjoer(mappe, null, promtool.get(), "check", "rules", panelregler.toString());
        kjoer(mappe, metrikk.toFile(), promtool.get(), "check", "metrics");
    }

    private static Optional<String> promtool() {
        return Optional.ofNullable(System.getenv("RRH_TEST_PROMTOOL"))
                .or(() -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .map(mappe -> new File(mappe, "promtool"))
                        .filter(File::canExecute)
                        .map(File::getPath)
                        .findFirst());
    }

    private static void kjoer(Path mappe, File inn, String... kommando) throws Exception {
        ProcessBuilder bygger =
                new ProcessBuilder(kommando).directory(mappe.toFile()).redirectErrorStream(true);
        if (inn != null) {
            bygger.redirectInput(inn);
        }
        Process prosess = bygger.start();
        String sagt = new String(prosess.getInputStream().readAllBytes());
        assertThat(prosess.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(prosess.exitValue()).as(sagt).isZero();
        System.out.println(String.join(" ", List.of(kommando).subList(1, 3)) + ": "
                + sagt.lines().reduce((foerste, siste) -> siste).orElse("nothing to say"));
    }
}
