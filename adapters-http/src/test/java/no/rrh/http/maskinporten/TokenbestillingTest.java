package no.rrh.http.maskinporten;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import no.rrh.domain.feil.UgyldigVerdi;
import no.rrh.domain.virksomhet.Organisasjonsnummer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenbestillingTest {
    private static final Organisasjonsnummer CONSUMER = new Organisasjonsnummer("910753614");

    private static Tokenbestilling medScopes(String... scopes) {
        return new Tokenbestilling(List.of(scopes), CONSUMER, Optional.empty(), Duration.ofMinutes(2));
    }

    private static Tokenbestilling medLevetid(Duration levetid) {
        return new Tokenbestilling(List.of("x"), CONSUMER, Optional.empty(), levetid);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"brreg:reelle/offentlig", "brreg:reelle/offentlig2", "unknown", "!#$%&'()*+,-./:;<=>?@[]^_`{|}~"
            })
    void letsAnyWellFormedScopeInKnownOrNot(String scope) {
        assertThat(medScopes(scope).scopes()).containsExactly(scope);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\tb", "a\n", "\"a\"", "a\\b", "æ", "a\u00a0", "a\u0000", "\u007f"})
    void refusesAScopeThatIsNotWellFormed(String scope) {
        assertThatThrownBy(() -> medScopes("x", scope))
                .isInstanceOf(UgyldigVerdi.class)
                .hasMessage("et scope må bestå av synlige ASCII-tegn, uten mellomrom, anførselstegn og omvendt"
                        + " skråstrek, for eksempel brreg:reelle/offentlig");
    }

    @Test
    void refusesAnOrderWithoutAScope() {
        assertThatThrownBy(() -> medScopes())
                .isInstanceOf(UgyldigVerdi.class)
                .hasMessage("et token må ha minst ett scope");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1S", "PT2S", "PT10M", "PT130M"})
    void letsALifetimeOfOneSecondTo130MinutesIn(String levetid) {
        assertThat(medLevetid(Duration.parse(levetid)).levetid()).isEqualTo(Duration.parse(levetid));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT0.999S", "PT-1S", "PT130M0.001S", "P1D", "PT2562047788015215H30M7.999999999S"})
    void refusesALifetimeOutsideIt(String levetid) {
        assertThatThrownBy(() -> medLevetid(Duration.parse(levetid)))
                .isInstanceOf(UgyldigVerdi.class)
                .hasMessage("levetid må være fra 1 sekund til 130 minutter");
    }
}
