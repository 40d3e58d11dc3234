package no.rrh.http.sikkerhet;

import static no.rrh.http.sikkerhet.Tokensmed.jwk;
import static no.rrh.http.sikkerhet.Tokensmed.jwks;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoekkelsettTest {
    @Test
    void takesInTheKeysThatTokensMayBeSignedWith() {
        Noekkelsett sett = Noekkelsett.avJwks(jwks(
                jwk(Tokensmed.NOEKKEL, "b", ",\"use\":\"sig\",\"alg\":\"RS256\",\"x\":{}"),
                jwk(Tokensmed.ANNEN, "a", ",\"key_ops\":[\"verify\"]")));

        assertThat(sett.kider()).containsExactly("a", "b");
        assertThat(sett.finn("b").orElseThrow().alg()).contains("RS256");
        assertThat(sett.finn("a").orElseThrow().alg()).isEmpty();
        assertThat(sett.finn("b").orElseThrow().offentlig()).isEqualTo(Tokensmed.NOEKKEL.getPublic());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kty\":\"RSA\",\"kid\":\"x\"}",
                "{\"kty\":\"RSA\",\"kid\":\"x\",\"n\":\"!\",\"e\":\"AQAB\"}",
                "{\"kty\":\"new\",\"kid\":\"x\"}",
                "{\"kid\":\"x\"}",
                "{}"
            })
    void passesOverAKeyThatItCannotRead(String jwk) {
        assertThat(Noekkelsett.avJwks(jwks(jwk, jwk(Tokensmed.NOEKKEL, "k1", "")))
                        .kider())
                .containsExactly("k1");
    }

    /** Whoever reads the JWKS could sign with it. */
    @ParameterizedTest
    @ValueSource(strings = {"d", "p", "q", "dp", "dq", "qi", "oth", "k"})
    void passesOverAKeyWhosePrivateHalfIsPublished(String hemmelig) {
        String utlevert = jwk(Tokensmed.ANNEN, "k2", ",\"" + hemmelig + "\":\"AQAB\"");

        assertThat(Noekkelsett.avJwks(jwks(utlevert, jwk(Tokensmed.NOEKKEL, "k1", "")))
                        .kider())
                .containsExactly("k1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "\n", "\u00e5"})
    void passesOverAKeyWhoseNameCouldNotStandInALog(String kid) {
        assertThat(Noekkelsett.avJwks(jwks(jwk(Tokensmed.NOEKKEL, kid, ""))).erTomt())
                .isTrue();
    }

    @Test
    void passesOverAKeyWithoutAName() {
        String uten = jwk(Tokensmed.NOEKKEL, "k1", "").replace("\"kid\":\"k1\",", "");

        assertThat(uten).doesNotContain("kid");
        assertThat(Noekkelsett.avJwks(jwks(uten)).erTomt()).isTrue();
    }

    @Test
    void doesNotChooseBetweenTwoKeysOfOneName() {
        String jwks = jwks(jwk(Tokensmed.NOEKKEL, "k1", ""), jwk(Tokensmed.ANNEN, "k1", ""));

        assertThatThrownBy(() -> Noekkelsett.avJwks(jwks))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("two keys of the JWKS share a kid");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "null",
                "[]",
                "{}",
                "{\"keys\":null}",
                "{\"keys\":{}}",
                "{\"keys\":\"x\"}",
                "{\"keys\":[1]}",
                "{\"keys\":[]",
                "{\"keys\":[]}{}",
                "{\"keys\":[],\"keys\":[]}"
            })
    void refusesWhatIsNoJwks(String tekst) {
        assertThatThrownBy(() -> Noekkelsett.avJwks(tekst))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a JWKS")
                .hasNoCause();
    }

    @Test
    void isEmptyWhenTheIssuerHasNoKeys() {
        assertThat(Noekkelsett.avJwks("{\"keys\":[]}").erTomt()).isTrue();
        assertThat(Noekkelsett.TOMT.kider()).isEmpty();
    }

    @Test
    void tellsWhetherTwoSetsAreTheSame() {
        Noekkelsett en = Noekkelsett.avJwks(jwks(jwk(Tokensmed.NOEKKEL, "k1", "")));

        assertThat(en.erLikt(Noekkelsett.avJwks(jwks(jwk(Tokensmed.NOEKKEL, "k1", ",\"use\":\"sig\"")))))
                .isTrue();
        assertThat(en.erLikt(Noekkelsett.avJwks(jwks(jwk(Tokensmed.ANNEN, "k1", "")))))
                .isFalse();
        assertThat(en.erLikt(
                        Noekkelsett.avJwks(jwks(jwk(Tokensmed.NOEKKEL, "k1", ""), jwk(Tokensmed.ANNEN, "k2", "")))))
                .isFalse();
        assertThat(en.erLikt(Noekkelsett.TOMT)).isFalse();
    }
}
