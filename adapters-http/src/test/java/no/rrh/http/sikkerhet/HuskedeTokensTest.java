package no.rrh.http.sikkerhet;

import static no.rrh.http.sikkerhet.Tokensmed.jwk;
import static no.rrh.http.sikkerhet.Tokensmed.jwks;
import static no.rrh.http.sikkerhet.Tokensmed.tekst;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import no.rrh.domain.tilgang.Kaller;
import no.rrh.domain.tilgang.Konsument;
import no.rrh.domain.tilgang.Ukjent;
import org.junit.jupiter.api.Test;

/**
 * Whether a token was remembered shows when the clock is set back to before it was issued: then it is refused by
 * whoever verifies it anew.
 */
class HuskedeTokensTest {
    private static final Noekkelsett BEGGE =
            Noekkelsett.avJwks(jwks(jwk(Tokensmed.NOEKKEL, "k1", ""), jwk(Tokensmed.ANNEN, "k2", "")));

    private final Testklokke klokke = new Testklokke();
    private final Byttbar kilde = new Byttbar();
    private final MaskinportenAutentisering autentisering = med(10_000);
    private final String bearer = new Tokensmed(klokke.sekunder()).bearer();

    private MaskinportenAutentisering med(int antallHuskede) {
        return new MaskinportenAutentisering(
                new Utsteder(Tokensmed.UTSTEDER),
                Optional.empty(),
                kilde,
                klokke,
                antallHuskede,
                new SimpleMeterRegistry());
    }

    private Kaller kaller() {
        return autentisering.autentiser(List.of(bearer));
    }

    @Test
    void remembersAVerifiedToken() {
        Kaller foerst = kaller();
        klokke.gaa(Duration.ofMinutes(-1));

        assertThat(foerst).isInstanceOf(Konsument.class);
        assertThat(kaller()).isEqualTo(foerst);
    }

    @Test
    void remembersNothingWhenToldTo() {
        MaskinportenAutentisering glemsom = med(0);

        assertThat(glemsom.autentiser(List.of(bearer))).isInstanceOf(Konsument.class);
        assertThat(glemsom.antallHuskede()).isZero();
        klokke.gaa(Duration.ofMinutes(-1));
        assertThat(glemsom.autentiser(List.of(bearer))).isEqualTo(Ukjent.UGYLDIG_TOKEN);
    }

    @Test
    void forgetsATokenWhenItEndsAndTheSkewIsOver() {
        kaller();

        klokke.gaa(Duration.ofSeconds(130).minusMillis(1));
        assertThat(kaller()).isInstanceOf(Konsument.class);
        assertThat(autentisering.antallHuskede()).isOne();
        klokke.gaa(Duration.ofMillis(1));
        assertThat(kaller()).isEqualTo(Ukjent.UGYLDIG_TOKEN);
        klokke.gaa(Duration.ofSeconds(2)); // the cache sweeps by the second
        assertThat(autentisering.antallHuskede()).isZero();
    }

    @Test
    void doesNotPutTheEndOffWhenATokenIsUsed() {
        for (int i = 0; i < 13; i++) {
            assertThat(kaller()).isInstanceOf(Konsument.class);
            klokke.gaa(Duration.ofSeconds(10));
        }

        assertThat(kaller()).isEqualTo(Ukjent.UGYLDIG_TOKEN);
    }

    @Test
    void refusesARememberedTokenWhoseKeyIsGone() {
        kaller();
        kilde.sett = Noekkelsett.avJwks(jwks(jwk(Tokensmed.ANNEN, "k2", "")));

        assertThat(kaller()).isEqualTo(Ukjent.UGYLDIG_TOKEN);
    }

    @Test
    void refusesARememberedTokenWhenAnotherKeyHasTakenTheNameOfItsOwn() {
        kaller();
        kilde.sett = Noekkelsett.avJwks(jwks(jwk(Tokensmed.ANNEN, "k1", "")));

        assertThat(kaller()).isEqualTo(Ukjent.UGYLDIG_TOKEN);
    }

    @Test
    void refusesARememberedTokenWhenItsKeyNowIsForAnotherAlgorithm() {
        kaller();
        kilde.sett = Noekkelsett.avJwks(jwks(jwk(Tokensmed.NOEKKEL, "k1", ",\"alg\":\"RS512\"")));

        assertThat(kaller()).isEqualTo(Ukjent.UGYLDIG_TOKEN);
    }

    @Test
    void cannotTellARememberedTokenWhenNoKeysAreLeft() {
        kaller();
        kilde.sett = Noekkelsett.TOMT;

        assertThat(kaller()).isEqualTo(Ukjent.NOEKLER_MANGLER);
    }

    @Test
    void keepsARememberedTokenWhenOtherKeysComeAndGo() {
        kaller();
        kilde.sett = Noekkelsett.avJwks(jwks(jwk(Tokensmed.NOEKKEL, "k1", "")));
        klokke.gaa(Duration.ofMinutes(-1));

        assertThat(kaller()).isInstanceOf(Konsument.class);
    }

    @Test
    void doesNotRememberARefusal() {
        String forTidlig = new Tokensmed(klokke.sekunder() + 60).bearer();
        assertThat(autentisering.autentiser(List.of(forTidlig))).isEqualTo(Ukjent.UGYLDIG_TOKEN);
        klokke.gaa(Duration.ofMinutes(1));

        assertThat(autentisering.autentiser(List.of(forTidlig))).isInstanceOf(Konsument.class);
    }

    @Test
    void doesNotRememberThatKeysWereMissing() {
        kilde.sett = Noekkelsett.TOMT;
        assertThat(kaller()).isEqualTo(Ukjent.NOEKLER_MANGLER);
        kilde.sett = BEGGE;

        assertThat(kaller()).isInstanceOf(Konsument.class);
    }

    @Test
    void remembersNoMoreThanItIsAllowed() {
        MaskinportenAutentisering liten = med(10);
        for (int i = 0; i < 100; i++) {
            String ny =
                    new Tokensmed(klokke.sekunder()).krav("jti", tekst("" + i)).bearer();
            assertThat(liten.autentiser(List.of(ny))).isInstanceOf(Konsument.class);
        }

        assertThat(liten.antallHuskede()).isEqualTo(10);
    }

    private static final class Byttbar implements Noekkelkilde {
        private Noekkelsett sett = BEGGE;

        @Override
        public Noekkelsett gjeldende() {
            return sett;
        }
    }
}
