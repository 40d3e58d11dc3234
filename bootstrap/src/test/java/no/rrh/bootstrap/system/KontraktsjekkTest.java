package no.rrh.bootstrap.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The check of answers lets through what is in the OpenAPI file, and nothing else. */
class KontraktsjekkTest {
    private static final String OPPSLAG = "/api/oppslag/v1/virksomheter/314208641";
    private static final String FEIL =
            "{'timestamp':'2026-11-24T09:13:45.120Z','status':404,'error':'Not Found','message':'m','path':'/','trace':'t'}"
                    .replace('\'', '"');

    private final Map<String, List<String>> headere = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    KontraktsjekkTest() {
        headere.putAll(Map.of(
                "content-type", List.of("application/json;charset=UTF-8"),
                "etag", List.of("\"a\""),
                "vary", List.of("Accept, Authorization"),
                "cache-control", List.of("private, no-cache"),
                "content-language", List.of("nb"),
                "date", List.of("now")));
    }

    private static String virksomhet() {
        try {
            return Files.readString(
                    Path.of("..", "adapters-http", "src", "test", "resources", "golden", "offentlig.json"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void sjekk(String kall, int status, String innhold) {
        Kontraktsjekk.sjekk(kall, new Raa.Svar(status, headere, innhold.getBytes(UTF_8)));
    }

    private void feil() {
        headere.keySet().retainAll(List.of("content-type"));
        headere.put("cache-control", List.of("no-store"));
    }

    @Test
    void letsThroughWhatIsInTheFile() {
        assertThatCode(() -> {
                    sjekk("GET " + OPPSLAG + "?x=y HTTP/1.1\r\n", 200, virksomhet());
                    sjekk("GET http://x" + OPPSLAG + " HTTP/1.1\r\n", 200, virksomhet());
                    sjekk("HEAD " + OPPSLAG + " HTTP/1.1\r\n", 200, "");
                    headere.remove("content-type");
                    sjekk("GET " + OPPSLAG + " HTTP/1.1\r\n", 304, "");
                })
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"registreringer\"|\"registreringar\"",
                "\"erDoed\": false,|",
                "\"NOR\"|\"NO\"",
                "posisjonstype.eierskap|posisjonstype.eigarskap",
                "\"erUnntattFraInnsyn\": true|\"erUnntattFraInnsyn\": null",
                "2021-11-02T12:00:00.120Z|2021-11-02T12:00:00Z",
                "2021-11-02T12:00:00.120Z|2021-02-30T12:00:00.120Z",
                "\"folkeregistrertPerson\"|\"utenlandskPerson\"",
                "\"norskVirksomhet\"|\"utenlandskVirksomhet\"",
                "\"posisjoner\": [|\"posisjoner\": [], \"x\": ["
            })
    void seesWhatIsWrongInTheContentAndTellsNoValue(String riktig, String galt) {
        String endret = virksomhet().replace(riktig, galt == null ? "" : galt);
        assertThat(endret).isNotEqualTo(virksomhet());

        assertThatThrownBy(() -> sjekk("GET " + OPPSLAG + " HTTP/1.1\r\n", 200, endret))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("hentRegistreringspliktigVirksomhet 200 has the content otherwise")
                .message()
                .doesNotContain("OPPDIKTET")
                .doesNotContainPattern("[0-9]{11}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"etag", "vary", "cache-control", "content-language", "content-type"})
    void missesAHeader(String navn) {
        headere.remove(navn);

        assertThatThrownBy(() -> sjekk("GET " + OPPSLAG + " HTTP/1.1\r\n", 200, virksomhet()))
                .isInstanceOf(AssertionError.class);
    }

    @ParameterizedTest
    @CsvSource({
        "etag, a",
        "content-language, sv",
        "content-type, text/html",
        "content-type, application/json",
        "x-ukjent, 1"
    })
    void seesAHeaderThatIsWrong(String navn, String verdi) {
        headere.put(navn, List.of(verdi));

        assertThatThrownBy(() -> sjekk("GET " + OPPSLAG + " HTTP/1.1\r\n", 200, virksomhet()))
                .isInstanceOf(AssertionError.class);
    }

    @ParameterizedTest
    @CsvSource({
        "GET /api/oppslag/v1/virksomheter/314208641, 201",
        "POST /api/oppslag/v1/virksomheter/314208641, 200",
        "GET /api/oppslag/v1/ukjent, 200",
        "GET /api/virksomheter/, 200",
        "tull, 200"
    })
    void seesAnAnswerThatTheFileDoesNotHave(String kall, int status) {
        assertThatThrownBy(() -> sjekk(kall + " HTTP/1.1\r\n", status, virksomhet()))
                .isInstanceOf(AssertionError.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /ukjent HTTP/1.1\r\n", "tull\r\n", "", "GET /api/virksomheter/314208641 HTTP/1.1\r\n"})
    void anErrorHasItsFormWhateverWasAsked(String kall) {
        feil();

        assertThatCode(() -> sjekk(kall, 404, FEIL)).doesNotThrowAnyException();
        assertThatThrownBy(() -> sjekk(kall, 404, FEIL.replace("\"trace\"", "\"spor\"")))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> sjekk(kall, 404, "<html>")).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> sjekk(kall, 418, FEIL)).isInstanceOf(AssertionError.class);
        headere.put("cache-control", List.of("private, no-cache"));
        assertThatThrownBy(() -> sjekk(kall, 404, FEIL)).isInstanceOf(AssertionError.class);
    }

    @Test
    void aRefusalTellsWhatItsStatusAsksFor() {
        feil();

        assertThatThrownBy(() -> sjekk("GET " + OPPSLAG + " HTTP/1.1\r\n", 401, FEIL))
                .hasMessageContaining("lacks the header WWW-Authenticate");
        assertThatThrownBy(() -> sjekk("POST " + OPPSLAG + " HTTP/1.1\r\n", 405, FEIL))
                .hasMessageContaining("lacks the header Allow");
        assertThatThrownBy(() -> sjekk("GET " + OPPSLAG + " HTTP/1.1\r\n", 503, FEIL))
                .hasMessageContaining("lacks the header Retry-After");
    }

    @Test
    void whatIsBesideTheApiIsNotJudgedButForItsErrors() {
        assertThatCode(() -> sjekk("GET /api/oppslag/openapi/openapi.json HTTP/1.1\r\n", 200, "{}"))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> sjekk("GET /api/oppslag/openapi/x HTTP/1.1\r\n", 404, "{}"))
                .isInstanceOf(AssertionError.class);
    }
}
