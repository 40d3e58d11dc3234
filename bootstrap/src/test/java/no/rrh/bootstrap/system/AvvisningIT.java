package no.rrh.bootstrap.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every refusal of the contract, and their order, against the fat JAR. */
class AvvisningIT {
    private static final String VIRKSOMHET = "/api/virksomheter/313513408";
    private static final String FOEDSELSNUMMER = "05910298382";

    private final URI server = Felles.server().adresse();

    private Raa.Svar hent(String sti, String... headere) {
        return Raa.send(server, "GET", sti, headere);
    }

    private static String bearer() {
        return "Authorization: Bearer " + Felles.token(Felles.OFFENTLIG);
    }

    static void erFeil(Raa.Svar svar, int status, String error) {
        assertThat(svar.status()).as(svar.tekst()).isEqualTo(status);
        assertThat(svar.header("Content-Type").orElseThrow()).isEqualTo("application/json;charset=UTF-8");
        JsonNode kropp = svar.json();
        List<String> felt = new ArrayList<>();
        kropp.fieldNames().forEachRemaining(felt::add);
        assertThat(felt).containsExactly("timestamp", "status", "error", "message", "path", "trace");
        assertThat(kropp.get("status").asInt()).isEqualTo(status);
        assertThat(kropp.get("error").asText()).isEqualTo(error);
        assertThat(kropp.get("timestamp").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(Instant.parse(kropp.get("timestamp").asText()))
                .isBefore(Instant.now().plusSeconds(60));
        assertThat(kropp.get("message").asText()).isNotBlank();
        assertThat(kropp.get("trace").asText()).isNotBlank();
        assertThat(svar.tekst()).doesNotContain("Exception", "no.rrh.", "\tat ");
    }

    @Test
    void withoutTokenIs403WithABareChallenge() {
        Raa.Svar svar = hent(VIRKSOMHET);

        erFeil(svar, 403, "Forbidden");
        assertThat(svar.header("WWW-Authenticate")).hasValue("Bearer");
        assertThat(svar.json().get("path").asText()).isEqualTo(VIRKSOMHET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer abc", "Bearer", "Bearer  ", "Basic Zm9vOmJhcg==", "Bearer a.b.c", "abc", ""})
    void anInvalidTokenIs403WithTheErrorInTheChallenge(String verdi) {
        Raa.Svar svar = hent(VIRKSOMHET, "Authorization: " + verdi);

        erFeil(svar, 403, "Forbidden");
        assertThat(svar.header("WWW-Authenticate")).hasValue("Bearer error=\"invalid_token\"");
    }

    @Test
    void twoAuthorizationHeadersAreABadToken() {
        Raa.Svar svar = hent(VIRKSOMHET, bearer(), bearer());

        erFeil(svar, 403, "Forbidden");
        assertThat(svar.header("WWW-Authenticate")).hasValue("Bearer error=\"invalid_token\"");
    }

    @Test
    void anExpiredTokenIs403() {
        // Skew lets a token live ten seconds beyond its end: this one is signed to end before the server's clock allows
        String token = Felles.token(Felles.OFFENTLIG);
        String tuklet = token.substring(0, token.length() - 4) + (token.endsWith("AAAA") ? "BBBB" : "AAAA");

        erFeil(hent(VIRKSOMHET, "Authorization: Bearer " + tuklet), 403, "Forbidden");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "brreg:reelle/rapporteringspliktig.begrenset",
                "brreg:reelle/media",
                "brreg:reelle/sivilsamfunnsorganisasjon",
                "brreg:reelle/hoeyereutdanningsinstitusjon",
                "brreg:reelle/ukjent",
                "brreg:reelle/offentlig2",
            })
    void aScopeWithoutAccessIs403ToBothEndpoints(String scope) {
        for (String sti : List.of(VIRKSOMHET, "/api/virksomheter/json")) {
            Raa.Svar svar = hent(sti, "Authorization: Bearer " + Felles.token(scope));
            erFeil(svar, 403, "Forbidden");
            assertThat(svar.header("WWW-Authenticate")).hasValue("Bearer error=\"insufficient_scope\"");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "974760, ni sifre",
        "9747606730, ni sifre",
        "abcdefghi, ni sifre",
        "31351340%20, ni sifre",
        "%EF%BC%93%EF%BC%91%EF%BC%93%EF%BC%95%EF%BC%91%EF%BC%93%EF%BC%94%EF%BC%90%EF%BC%98, ni sifre",
        "+13513408, ni sifre",
        "-13513408, ni sifre",
        "JSON, ni sifre",
        "313513409, kontrollsiffer",
        "310000050, kontrollsiffer",
    })
    void aNumberThatIsNotWellFormedIs400AndSaysWhy(String nummer, String grunn) {
        Raa.Svar svar = hent("/api/virksomheter/" + nummer, bearer());

        erFeil(svar, 400, "Bad Request");
        assertThat(svar.json().get("message").asText()).contains(grunn);
    }

    @Test
    void aVirksomhetThatIsNotRegisteredIs404() {
        Raa.Svar svar = hent("/api/virksomheter/974760673", bearer());

        erFeil(svar, 404, "Not Found");
        assertThat(svar.json().get("message").asText())
                .isEqualTo("Virksomheten har ikke registrert reelle rettighetshavere");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/virksomheter/",
                "/api/virksomheter",
                "/api/virksomheter/313513408/",
                "/api/virksomheter/313513408/x",
                "/api/virksomheter/json/",
                "/api",
                "/application.wadl",
                "/favicon.ico",
                "/maskinporten",
                "/helse",
                "/helse/klar/",
            })
    void anUnknownPathIs404WithOrWithoutToken(String sti) {
        erFeil(hent(sti), 404, "Not Found");
        erFeil(hent(sti, bearer()), 404, "Not Found");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/virksomheter/313513408",
        "PUT, /api/virksomheter/json",
        "DELETE, /api/virksomheter/1",
        "OPTIONS, /api/virksomheter/313513408",
        "PATCH, /api/virksomheter/313513408",
        "TRACE, /api/virksomheter/313513408",
        "FOO, /api/virksomheter/313513408",
        "POST, /helse/live",
        "POST, /maskinporten/jwk",
    })
    void anotherMethodIs405WithAllow(String metode, String sti) {
        Raa.Svar svar = Raa.send(server, metode, sti, "Content-Length: 0");

        erFeil(svar, 405, "Method Not Allowed");
        assertThat(svar.header("Allow")).hasValue("GET, HEAD");
    }

    static List<String> uleseligeUrier() {
        return List.of(
                "/api/virksomheter/%2F",
                "/api%2Fvirksomheter/313513408",
                "/api/virksomheter/../virksomheter/313513408",
                "/api/virksomheter/%2e%2e/json",
                "/api/./virksomheter/313513408",
                "/api//virksomheter/313513408",
                "//api/virksomheter/313513408",
                "/api/virksomheter/313513408%00",
                "/api/virksomheter/313513408;jsessionid=1",
                "/api;x=1/virksomheter/313513408",
                "/api/virksomheter/json;x=1",
                "/api/virksomheter/313513408%3Bx",
                "/api/virksomheter/%zz",
                "/api/virksomheter/%",
                "/api/virksomheter/%25",
                "/api/virksomheter/%2531",
                "/api/virksomheter/a\\b",
                "/api/virksomheter/%5c",
                "/api/virksomheter/%FF",
                "/api/virksomheter/313513408?x=%zz",
                "/api/virksomheter/a%0d%0ab",
                "/..;/api",
                "api/virksomheter");
    }

    @ParameterizedTest
    @MethodSource("uleseligeUrier")
    void aUriThatDoesNotParseIs400BeforeAnythingIsAsked(String uri) {
        erFeil(hent(uri), 400, "Bad Request");
        erFeil(Raa.send(server, "POST", uri, "Content-Length: 0"), 400, "Bad Request");
    }

    @Test
    void anOverlongPathIs414AndOverlongHeadersAre431() {
        erFeil(hent("/api/virksomheter/" + "1".repeat(4000)), 414, "URI Too Long");
        erFeil(hent("/api/virksomheter/" + "1".repeat(20_000)), 414, "URI Too Long");
        erFeil(hent(VIRKSOMHET, "X: " + "x".repeat(20_000)), 431, "Request Header Fields Too Large");
    }

    @Test
    void theOrderOfRefusalsIsThatOfTheContract() {
        String daarligToken = "Authorization: Bearer abc";
        String daarligAccept = "Accept: text/html";
        String daarligVerdi = "/api/virksomheter/123";

        // URI before path, path before method, method before token, token before Accept, Accept before value
        assertThat(Raa.send(server, "POST", "/ukjent//sti", "Content-Length: 0", daarligToken)
                        .status())
                .isEqualTo(400);
        assertThat(Raa.send(server, "POST", "/ukjent", "Content-Length: 0", daarligToken)
                        .status())
                .isEqualTo(404);
        assertThat(Raa.send(server, "POST", daarligVerdi, "Content-Length: 0", daarligToken, daarligAccept)
                        .status())
                .isEqualTo(405);
        assertThat(hent(daarligVerdi, daarligToken, daarligAccept).status()).isEqualTo(403);
        assertThat(hent(daarligVerdi, "Authorization: Bearer " + Felles.token("brreg:reelle/media"), daarligAccept)
                        .status())
                .isEqualTo(403);
        assertThat(hent(daarligVerdi, bearer(), daarligAccept).status()).isEqualTo(406);
        assertThat(hent("/api/virksomheter/974760673", bearer(), daarligAccept).status())
                .isEqualTo(406);
        assertThat(hent(daarligVerdi, bearer()).status()).isEqualTo(400);
        assertThat(hent("/api/virksomheter/974760673", bearer()).status()).isEqualTo(404);
    }

    @Test
    void errorsOfHttpItselfHaveTheSameBody() {
        String vert = "Host: x\r\nConnection: close\r\n";
        erFeil(Raa.send(server, "GET " + VIRKSOMHET + " HTTP/1.1\r\nConnection: close\r\n\r\n"), 400, "Bad Request");
        erFeil(Raa.send(server, "GET " + VIRKSOMHET + " HTTP/1.1\r\n" + vert + "Host: y\r\n\r\n"), 400, "Bad Request");
        erFeil(Raa.send(server, "tull\r\n\r\n"), 400, "Bad Request");
        erFeil(Raa.send(server, "GET  HTTP/1.1\r\n" + vert + "\r\n"), 400, "Bad Request");
        erFeil(Raa.send(server, "GET /a b HTTP/1.1\r\n" + vert + "\r\n"), 400, "Bad Request");
        erFeil(Raa.send(server, "GET " + VIRKSOMHET + " HTTP/9.9\r\n" + vert + "\r\n"), 400, "Bad Request");
        erFeil(
                Raa.send(
                        server,
                        "GET " + VIRKSOMHET + " HTTP/1.1\r\n" + vert
                                + "Content-Length: 1\r\nContent-Length: 2\r\n\r\n"),
                400,
                "Bad Request");
    }

    @Test
    void thePathOfAUriThatCannotBeReadIsNotMadeUp() {
        assertThat(hent("/api/virksomheter/%zz").json().get("path").asText()).isEmpty();
    }

    @Test
    void theLocalIssuerAnswersWithALengthToGetAndHead() {
        for (String sti : List.of("/maskinporten/jwk", "/maskinporten/.well-known/oauth-authorization-server")) {
            Raa.Svar get = hent(sti);
            assertThat(get.header("Content-Length")).hasValue(Integer.toString(get.kropp().length));
            assertThat(Raa.send(server, "HEAD", sti).header("Content-Length")).isEqualTo(get.header("Content-Length"));
        }
    }

    @Test
    void errorsToHeadHaveNoBody() {
        Raa.Svar svar = Raa.send(server, "HEAD", VIRKSOMHET);

        assertThat(svar.status()).isEqualTo(403);
        assertThat(svar.kropp()).isEmpty();
    }

    @Test
    void thePathOfAnErrorHoldsNeitherQueryNorFoedselsnummer() {
        assertThat(hent("/api/virksomheter/" + FOEDSELSNUMMER + "?foedselsnummer=" + FOEDSELSNUMMER, bearer())
                        .json()
                        .get("path")
                        .asText())
                .isEqualTo("/api/virksomheter/***********");
        assertThat(hent("/api/virksomheter/%30%35" + FOEDSELSNUMMER.substring(2), bearer())
                        .tekst())
                .doesNotContain(FOEDSELSNUMMER.substring(2));
    }

    @Test
    void theTraceIsThatOfTheCallerWhereItIsWellFormed() {
        String traceparent = "traceparent: 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        assertThat(trace(traceparent)).isEqualTo("0af7651916cd43dd8448eb211c80319c");
        assertThat(trace(traceparent, "X-Request-Id: noe-annet")).isEqualTo("0af7651916cd43dd8448eb211c80319c");
        assertThat(trace("X-Request-Id: sak-2026-11_24")).isEqualTo("sak-2026-11_24");
        for (String daarlig : List.of(
                "X-Request-Id: a b",
                "X-Request-Id: kort",
                "X-Request-Id: " + "x".repeat(65),
                "X-Request-Id: sak-" + FOEDSELSNUMMER,
                "X-Request-Id: sak-0591-0298_382",
                "X-Request-Id: eyJhbGciOiJub25lIn0.e30.",
                "traceparent: 00-00000000000000000000000000000000-b7ad6b7169203331-01",
                "traceparent: ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                "traceparent: tull")) {
            assertThat(UUID.fromString(trace(daarlig))).as(daarlig).isNotNull();
        }
        assertThat(trace()).isNotEqualTo(trace());
    }

    private String trace(String... headere) {
        return hent(VIRKSOMHET, headere).json().get("trace").asText();
    }
}
