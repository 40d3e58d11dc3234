package no.rrh.bootstrap.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.rrh.http.representasjon.Testdata;
import org.junit.jupiter.api.Test;

/** What the fat JAR logs, and what it never does. */
class LoggIT {
    private static final String FOEDSELSNUMMER = "05910298382";
    private static final ObjectMapper JSON = new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    @Test
    void everyRequestHasOneLineAndNoneHoldsTokenNumberOrName() throws IOException {
        Path data = Felles.mappe();
        try (Rrhprosess server = Rrhprosess.serve(data)) {
            URI adresse = server.adresse();
            String token = Felles.token(
                    data, "--scope", Felles.OFFENTLIG, "--consumer", "314208641", "--supplier", "310274682");
            String bearer = "Authorization: Bearer " + token;
            List<String> stier = List.of(
                    "/api/virksomheter/313513408",
                    "/api/virksomheter/json",
                    "/api/virksomheter/" + FOEDSELSNUMMER,
                    "/api/virksomheter/PARASOLL",
                    "/api/virksomheter/%zz" + FOEDSELSNUMMER,
                    "/api/virksomheter//" + FOEDSELSNUMMER,
                    "/PARASOLL/" + FOEDSELSNUMMER + "?foedselsnummer=" + FOEDSELSNUMMER + "%zz",
                    "/api/virksomheter/313513408?foedselsnummer=" + FOEDSELSNUMMER,
                    "/api/oppslag/v1/virksomheter?foedselsnummer=" + FOEDSELSNUMMER,
                    "/api/oppslag/v1/virksomheter?foedselsnummer=" + FOEDSELSNUMMER + "&foedselsnummer="
                            + FOEDSELSNUMMER,
                    "/api/oppslag/v1/virksomheter?foedselsnummer=" + FOEDSELSNUMMER + "%zz",
                    "/api/oppslag/v1/virksomheter?foedselsnummer=" + FOEDSELSNUMMER + "|{\"^`",
                    "/api/oppslag/v1/virksomheter?foedselsnummer=x" + FOEDSELSNUMMER + "PARASOLL",
                    "/api/oppslag/v1/virksomheter/" + FOEDSELSNUMMER + "?foedselsnummer=" + FOEDSELSNUMMER,
                    "/api/oppslag/v1/sekvensnummer?tidspunkt=" + FOEDSELSNUMMER,
                    "/api/oppslag/v1/endringslogg?sekvensnummer=" + FOEDSELSNUMMER,
                    "/" + token.substring(0, 400));
            for (String sti : stier) {
                Raa.send(adresse, "GET", sti, bearer, "X-Request-Id: " + FOEDSELSNUMMER);
                Raa.send(adresse, FOEDSELSNUMMER, sti, bearer, "Cookie: " + token, "X-Navn: PARASOLL");
                Raa.send(adresse, "GET", sti, "Authorization: Bearer " + token + "x");
            }
            int utenfor = 0;
            for (String vert : List.of(
                    "Host: PARASOLL.x" + FOEDSELSNUMMER + "\r\nHost: y_" + FOEDSELSNUMMER,
                    "Host: STOLT PARASOLL",
                    "Host: x:" + FOEDSELSNUMMER,
                    "PARASOLL " + FOEDSELSNUMMER,
                    "Content-Length: " + FOEDSELSNUMMER + "x\r\nHost: x")) {
                Raa.send(adresse, "GET / HTTP/1.1\r\nConnection: close\r\n" + vert + "\r\n\r\n");
                utenfor++;
            }
            Raa.send(adresse, "GET", "/api/virksomheter/313513408", bearer, "X-Request-Id: sporing-nummer-1");
            Vent.til(
                    "the last line is written",
                    Duration.ofSeconds(10),
                    () -> server.logg().contains("trace=\"sporing-nummer-1\"")
                            || server.logg().contains("trace=sporing-nummer-1"));

            String logg = server.logg();
            assertThat(logg.lines().filter(linje -> linje.contains("sporing-nummer-1")))
                    .singleElement()
                    .asString()
                    .contains(
                            "consumer=314208641",
                            "supplier=310274682",
                            "status=200",
                            "ms=",
                            "path=/api/virksomheter/313513408");
            assertThat(logg.lines().filter(linje -> linje.contains("method=")).count())
                    .isEqualTo(stier.size() * 3L + utenfor + 1);
            for (String hemmelig : hemmeligheter()) {
                assertThat(logg).doesNotContain(hemmelig);
            }
            assertThat(logg).doesNotContain(token, token.split("\\.")[1], token.substring(0, 60));
        }
    }

    @Test
    void inTestEachLineIsJsonAndNoneHoldsTokenOrNumber() throws Exception {
        try (FalskMaskinporten maskinporten = new FalskMaskinporten(false);
                Rrhprosess server = Rrhprosess.serve(
                        Felles.mappe(),
                        "--miljoe",
                        "test",
                        "--ipfilter-tillat",
                        "127.0.0.1",
                        "--adresse",
                        "127.0.0.1",
                        "--maskinporten-utsteder",
                        maskinporten.utsteder().toString())) {
            URI adresse = server.adresse();
            String token = maskinporten.token(Felles.OFFENTLIG);
            String bearer = "Authorization: Bearer " + token;
            Vent.til(
                    "the keys are fetched",
                    Duration.ofSeconds(60),
                    () -> Raa.send(adresse, "GET", "/api/virksomheter/313513408", bearer)
                                    .status()
                            == 404);
            for (String sti : List.of(
                    "/api/virksomheter/" + FOEDSELSNUMMER,
                    "/api/virksomheter/%0d%0a{\"level\":\"INFO\"}",
                    "/api/virksomheter/%zz" + FOEDSELSNUMMER,
                    "/" + token.substring(0, 400))) {
                Raa.send(adresse, "GET", sti, bearer, "X-Request-Id: a\u0085b\t" + FOEDSELSNUMMER);
                Raa.send(adresse, "G\u0001T", sti, bearer, "Host: x_" + FOEDSELSNUMMER);
            }
            Raa.send(adresse, "GET", "/api/virksomheter/313513408", bearer, "X-Request-Id: sporing-nummer-1");
            Vent.til(
                    "the last line is written",
                    Duration.ofSeconds(10),
                    () -> server.logg().contains("sporing-nummer-1"));
            server.be();
            server.vent();

            List<JsonNode> linjer = new ArrayList<>();
            for (String linje : server.logg().split("\n")) {
                linjer.add(JSON.readTree(linje));
            }
            assertThat(linjer)
                    .allSatisfy(linje -> assertThat(linje.fieldNames())
                            .toIterable()
                            .startsWith("timestamp", "level", "logger", "thread", "message"));
            assertThat(linjer.stream()
                            .filter(linje -> linje.path("trace").asText().equals("sporing-nummer-1")))
                    .singleElement()
                    .satisfies(linje -> {
                        assertThat(linje.get("method").asText()).isEqualTo("GET");
                        assertThat(linje.get("path").asText()).isEqualTo("/api/virksomheter/313513408");
                        assertThat(linje.get("status").isInt()).isTrue();
                        assertThat(linje.get("status").asInt()).isEqualTo(404);
                        assertThat(linje.get("ms").isNumber()).isTrue();
                        assertThat(linje.get("consumer").asText()).isEqualTo("314208641");
                    });
            assertThat(linjer.stream().map(linje -> linje.get("message").asText()))
                    .contains("Stopping", "Stopped");
            assertThat(server.logg())
                    .doesNotContain(FOEDSELSNUMMER, token, token.split("\\.")[1], token.substring(0, 60));
        }
    }

    @Test
    void inLokalTheLogIsTextUnlessToldOtherwise() {
        try (Rrhprosess server = Rrhprosess.serve(Felles.mappe(), "--logg-format", "json")) {
            assertThat(server.logg().lines()).isNotEmpty().allMatch(linje -> linje.startsWith("{\"timestamp\":"));
        }
    }

    /** Every number and every name of the test data, except words that others use too. */
    private static Set<String> hemmeligheter() throws IOException {
        Set<String> funnet = new TreeSet<>();
        try (InputStream fil = Testdata.medTillegg()) {
            String json = new String(fil.readAllBytes(), StandardCharsets.UTF_8);
            Matcher felt = Pattern.compile(
                            "\"(?:foedselsEllerDNummer|fornavn|mellomnavn|etternavn|fulltNavn)\"\\s*:\\s*\"([^\"]+)\"")
                    .matcher(json);
            while (felt.find()) {
                if (felt.group(1).length() > 2) {
                    funnet.add(felt.group(1));
                }
            }
        }
        assertThat(funnet).contains(FOEDSELSNUMMER, "PARASOLL");
        return funnet;
    }
}
