package no.rrh.http.sikkerhet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import no.rrh.domain.feil.UgyldigVerdi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class UtstederTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://maskinporten.no/",
                "https://test.maskinporten.no/",
                "https://example.no:8443/a/b/",
                "http://127.0.0.1:8080/maskinporten/",
                "http://127.255.0.1/",
                "http://[::1]:8080/",
                "http://localhost/"
            })
    void letsHttpsInAndHttpOnThisMachine(String adresse) {
        assertThat(new Utsteder(adresse)).hasToString(adresse);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "/",
                "x/",
                "https:///",
                "https://maskinporten.no",
                "http://maskinporten.no/",
                "HTTPS://maskinporten.no/",
                "ftp://127.0.0.1/",
                "file:///",
                "https://maskinporten.no/?x=/",
                "https://maskinporten.no/#/",
                "https://user@maskinporten.no/",
                "http://127.0.0.1@example.no/",
                "http://127.0.0.1.example.no/",
                "http://localhost.example.no/",
                "http://127.0.0.256/",
                "http://127.1/",
                "http://0.0.0.0/",
                "http://10.0.0.1/",
                "http://[::2]/",
                "http://[::ffff:127.0.0.1]/",
                " https://maskinporten.no/",
                "https://maskin porten.no/"
            })
    void refusesEverythingElse(String adresse) {
        assertThatThrownBy(() -> new Utsteder(adresse))
                .isInstanceOf(UgyldigVerdi.class)
                .hasMessageContaining("utsteder må være en https-adresse som slutter med skråstrek");
    }

    @Test
    void findsItsMetadataWhereMaskinportenHasThem() {
        assertThat(new Utsteder("https://test.maskinporten.no/").metadata())
                .hasToString("https://test.maskinporten.no/.well-known/oauth-authorization-server");
    }
}
