package no.rrh.bootstrap.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import no.rrh.http.representasjon.Testdata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Look-ups on surface A, against the fat JAR with the register's own test data. */
class OppslagIT {
    private static final String V1 = "application/vnd.brreg.reelle.virksomheter.v1+json;charset=UTF-8";
    private static final String JSON = "application/json;charset=UTF-8";
    private static final String VIRKSOMHET = "/api/virksomheter/313513408";

    private final URI server = Felles.server().adresse();

    static Stream<JsonNode> testdata() throws IOException {
        try (InputStream fil = Testdata.aapne()) {
            return StreamSupport.stream(new ObjectMapper().readTree(fil).spliterator(), false);
        }
    }

    private Raa.Svar hent(String sti, String... headere) {
        return metode("GET", sti, headere);
    }

    private Raa.Svar metode(String metode, String sti, String... headere) {
        String[] alle = Stream.concat(
                        Stream.of("Authorization: Bearer " + Felles.token(Felles.OFFENTLIG)), Stream.of(headere))
                .toArray(String[]::new);
        return Raa.send(server, metode, sti, alle);
    }

    @ParameterizedTest
    @MethodSource("testdata")
    void everyVirksomhetOfTheTestDataComesBackEqualToTheFile(JsonNode virksomhet) {
        Raa.Svar svar = hent(
                "/api/virksomheter/" + virksomhet.get("organisasjonsnummer").asText());

        assertThat(svar.status()).isEqualTo(200);
        assertThat(svar.json()).isEqualTo(virksomhet);
    }

    @Test
    void bothScopesSeeTheSame() {
        String token = Felles.token(Felles.RAPPORTERINGSPLIKTIG);
        Raa.Svar svar = Raa.send(server, "GET", VIRKSOMHET, "Authorization: bearer " + token);

        assertThat(svar.kropp()).isEqualTo(hent(VIRKSOMHET).kropp());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                V1 + "|" + V1,
                "application/vnd.brreg.reelle.virksomheter.v1+json|" + V1,
                "APPLICATION/VND.BRREG.REELLE.VIRKSOMHETER.V1+JSON|" + V1,
                "application/json, application/vnd.brreg.reelle.virksomheter.v1+json|" + V1,
                "application/json;q=0.9, application/vnd.brreg.reelle.virksomheter.v1+json;q=0.5|" + JSON,
                "application/json;q=0, */*|" + V1,
                "application/json|" + JSON,
                "application/json;charset=ISO-8859-1|" + JSON,
                "application/*|" + JSON,
                "*/*|" + JSON,
                "text/html, */*;q=0.1|" + JSON,
            })
    void theTypeFollowsTheAcceptHeader(String accept, String type) {
        Raa.Svar svar = hent(VIRKSOMHET, "Accept: " + accept);

        assertThat(svar.status()).isEqualTo(200);
        assertThat(svar.header("Content-Type")).hasValue(type);
    }

    @Test
    void withoutAcceptTheTypeIsPlainJson() {
        assertThat(hent(VIRKSOMHET).header("Content-Type")).hasValue(JSON);
        assertThat(hent(VIRKSOMHET, "Accept:").header("Content-Type")).hasValue(JSON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/vnd.brreg.reelle.virksomheter.v2+json",
                "text/html",
                "application/json;q=0",
                "tull",
                "*/json",
                "application/",
                "/",
                ";;;",
                ",;,",
            })
    void anAcceptThatAdmitsNeitherTypeIs406AndNamesTheVersions(String accept) {
        Raa.Svar svar = hent(VIRKSOMHET, "Accept: " + accept);

        assertThat(svar.status()).isEqualTo(406);
        assertThat(svar.json().get("message").asText())
                .contains("application/vnd.brreg.reelle.virksomheter.v1+json")
                .contains("application/json");
    }

    @ParameterizedTest
    @CsvSource({
        "nob, nb, Eierskap",
        "nb-NO, nb, Eierskap",
        "nno, nn, Eigarskap",
        "'nn;q=0.8, en;q=0.9', en, Ownership",
        "eng, en, Ownership",
        "en-GB, en, Ownership",
        "fr, nb, Eierskap",
        "';;q=q', nb, Eierskap",
    })
    void theLanguageOfTheCodeNamesFollowsAcceptLanguage(String oensket, String spraak, String kodenavn) {
        Raa.Svar svar = hent(VIRKSOMHET, "Accept-Language: " + oensket);

        assertThat(svar.status()).isEqualTo(200);
        assertThat(svar.header("Content-Language")).hasValue(spraak);
        assertThat(svar.tekst()).contains("\"kodenavn\":\"" + kodenavn + "\"");
    }

    @Test
    void countriesAreNamedInTheLanguageToo() {
        assertThat(hent(VIRKSOMHET, "Accept-Language: en").tekst()).contains("\"navn\":\"Germany\"");
        assertThat(hent(VIRKSOMHET).tekst()).contains("\"navn\":\"Tyskland\"");
    }

    @Test
    void theHeadersAreThoseOfTheContract() {
        Raa.Svar svar = hent(VIRKSOMHET);

        assertThat(svar.header("Cache-Control")).hasValue("private, no-cache");
        assertThat(svar.header("Vary")).hasValue("Accept, Accept-Language, Authorization");
        assertThat(svar.header("Content-Length")).hasValue(Integer.toString(svar.kropp().length));
        assertThat(svar.header("ETag").orElseThrow()).matches("\"[A-Za-z0-9_-]{20,}\"");
        assertThat(svar.header("Server")).isEmpty();
        assertThat(svar.header("X-Powered-By")).isEmpty();
        assertThat(svar.header("Transfer-Encoding")).isEmpty();
    }

    @Test
    void headGivesTheHeadersOfGetAndNoBody() {
        Raa.Svar get = hent(VIRKSOMHET);
        Raa.Svar head = metode("HEAD", VIRKSOMHET);

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.kropp()).isEmpty();
        for (String header : new String[] {"Content-Length", "Content-Type", "ETag", "Vary", "Content-Language"}) {
            assertThat(head.header(header)).as(header).isPresent().isEqualTo(get.header(header));
        }
    }

    @Test
    void aKnownEtagIs304AndAnotherIs200() {
        String etag = hent(VIRKSOMHET).header("ETag").orElseThrow();

        Optional<String> lengde = hent(VIRKSOMHET).header("Content-Length");
        for (String kjent : new String[] {etag, "W/" + etag, "\"annen\", " + etag, "*"}) {
            Raa.Svar svar = hent(VIRKSOMHET, "If-None-Match: " + kjent);
            assertThat(svar.status()).as(kjent).isEqualTo(304);
            assertThat(svar.kropp()).isEmpty();
            assertThat(svar.header("Content-Length")).isEqualTo(lengde);
            assertThat(svar.header("ETag")).hasValue(etag);
            assertThat(metode("HEAD", VIRKSOMHET, "If-None-Match: " + kjent).header("Content-Length"))
                    .isEqualTo(lengde);
        }
        for (String ukjent : new String[] {"\"annen\"", "abc", "\"", etag.replace("\"", "")}) {
            assertThat(hent(VIRKSOMHET, "If-None-Match: " + ukjent).status())
                    .as(ukjent)
                    .isEqualTo(200);
        }
    }

    @Test
    void theEtagTellsLanguagesAndTypesApart() {
        String etag = hent(VIRKSOMHET).header("ETag").orElseThrow();

        assertThat(hent(VIRKSOMHET, "Accept-Language: en").header("ETag"))
                .isPresent()
                .isNotEqualTo(etag);
        assertThat(hent(VIRKSOMHET, "Accept: " + V1).header("ETag")).isPresent().isNotEqualTo(etag);
    }

    @Test
    void aBodyOnAGetIsIgnored() {
        Raa.Svar svar = Raa.send(
                server,
                "GET " + VIRKSOMHET + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: ///\r\n"
                        + "Content-Length: 5\r\nAuthorization: Bearer " + Felles.token(Felles.OFFENTLIG)
                        + "\r\n\r\nhallo");

        assertThat(svar.status()).isEqualTo(200);
    }
}
