package no.rrh.http.sikkerhet;

import static no.rrh.http.sikkerhet.Testutsteder.metadata;
import static no.rrh.http.sikkerhet.Testutsteder.svar;
import static no.rrh.http.sikkerhet.Tokensmed.jwk;
import static no.rrh.http.sikkerhet.Tokensmed.jwks;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class NoekkelhenterTest {
    private static final String JWKS = jwks(jwk(Tokensmed.NOEKKEL, "k1", ",\"use\":\"sig\""));

    private final Testutsteder utsteder = new Testutsteder();
    private final Noekkelhenter henter = new Noekkelhenter(utsteder.utsteder(), Noekkelhenter.FRIST);
    private final Noekkelhenter utaalmodig = new Noekkelhenter(utsteder.utsteder(), Duration.ofMillis(200));

    @AfterEach
    void lukk() {
        utsteder.close();
    }

    @Test
    void fetchesTheKeysThatTheMetadataPointTo() throws Exception {
        utsteder.jwks = svar(200, JWKS);

        assertThat(henter.hent(Optional.empty()).kider()).containsExactly("k1");
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 301, 400, 401, 404, 429, 500, 503})
    void failsOnEveryStatusButOk(int status) {
        utsteder.jwks = svar(status, "");
        assertThatThrownBy(() -> henter.hent(Optional.empty()))
                .isInstanceOf(IOException.class)
                .hasMessage("answered " + status);

        utsteder.metadata = svar(status, "");
        assertThatThrownBy(() -> henter.hent(Optional.empty()))
                .isInstanceOf(IOException.class)
                .hasMessage("answered " + status);
        assertThat(utsteder.hentinger).as("tries").hasValue(1);
    }

    @Test
    void followsNoRedirect() {
        utsteder.jwks = utsteder.omled("annet");
        assertThatThrownBy(() -> henter.hent(Optional.empty())).hasMessage("answered 302");

        utsteder.metadata = utsteder.omled("annet");
        assertThatThrownBy(() -> henter.hent(Optional.empty())).hasMessage("answered 302");
        assertThat(utsteder.omledet).hasValue(0);
    }

    @Test
    void takesInNoMoreThanAQuarterOfAMebibyte() throws Exception {
        utsteder.jwks = svar(200, JWKS + " ".repeat(256 * 1024 - JWKS.length()));
        assertThat(henter.hent(Optional.empty()).kider()).containsExactly("k1");

        utsteder.jwks = svar(200, JWKS + " ".repeat(256 * 1024 + 1 - JWKS.length()));
        assertThatThrownBy(() -> henter.hent(Optional.empty())).hasMessageEndingWith("answered more than 262144 bytes");

        utsteder.metadata = svar(200, " ".repeat(10_000_000));
        assertThatThrownBy(() -> henter.hent(Optional.empty())).hasMessageEndingWith("answered more than 262144 bytes");
    }

    @Test
    void doesNotWaitForTheJwksOrTheMetadata() {
        utsteder.jwks = utsteder.taus();
        assertThatThrownBy(() -> utaalmodig.hent(Optional.empty())).isInstanceOf(IOException.class);

        utsteder.metadata = utsteder.taus();
        assertThatThrownBy(() -> utaalmodig.hent(Optional.empty())).isInstanceOf(IOException.class);
    }

    @Test
    void doesNotWaitForAnAnswerThatStopsHalfWay() {
        utsteder.jwks = utsteder.stanser("{\"keys\":[");

        assertThatThrownBy(() -> utaalmodig.hent(Optional.empty()))
                .isInstanceOf(IOException.class)
                .hasMessage("no answer within 200 ms");
    }

    @Test
    void failsWhenNobodyIsThere() {
        utsteder.close();

        assertThatThrownBy(() -> henter.hent(Optional.empty())).isInstanceOf(IOException.class);
    }

    @Test
    void asksOnceAlsoWhenTheConnectionIsCutBeforeAnAnswer() {
        utsteder.jwks = HttpExchange::close;

        assertThatThrownBy(() -> henter.hent(Optional.empty())).isInstanceOf(IOException.class);
        assertThat(utsteder.hentinger).as("tries").hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "{\"keys\":[", "{\"keys\":7}", "[]"})
    void failsOnAMalformedJwks(String kropp) {
        utsteder.jwks = svar(200, kropp);

        assertThatThrownBy(() -> henter.hent(Optional.empty()))
                .isInstanceOf(IOException.class)
                .hasMessage("not a JWKS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "[]", "{\"issuer\":"})
    void failsOnMalformedMetadata(String kropp) {
        utsteder.metadata = svar(200, kropp);

        assertThatThrownBy(() -> henter.hent(Optional.empty()))
                .isInstanceOf(IOException.class)
                .hasMessage("the metadata is not a JSON object");
    }

    @Test
    void failsOnTheMetadataOfAnotherIssuer() {
        String utenSkraastrek = utsteder.utsteder().navn().replaceFirst("/$", "");
        for (String annen : new String[] {utenSkraastrek, "https://maskinporten.no/", ""}) {
            utsteder.metadata = svar(200, metadata(annen, utsteder.adresse("jwk")));

            assertThatThrownBy(() -> henter.hent(Optional.empty())).hasMessage("the metadata is of another issuer");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://example.no/jwk", "ftp://127.0.0.1/jwk", "file:///etc/passwd", "jwk", "", "::"})
    void asksForKeysOnlyWhereNobodyCanChangeThem(String jwksUri) {
        utsteder.metadata = svar(200, metadata(utsteder.utsteder().navn(), jwksUri));

        assertThatThrownBy(() -> henter.hent(Optional.empty())).hasMessage("the metadata has no jwks_uri with https");
    }

    @Test
    void failsWhenTheMetadataHaveNoJwksUri() {
        utsteder.metadata = svar(200, "{\"issuer\":\"" + utsteder.utsteder() + "\",\"jwks_uri\":1}");

        assertThatThrownBy(() -> henter.hent(Optional.empty())).hasMessage("the metadata has no jwks_uri with https");
    }
}
