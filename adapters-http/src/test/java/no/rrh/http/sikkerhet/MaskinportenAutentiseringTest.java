package no.rrh.http.sikkerhet;

import static no.rrh.http.sikkerhet.Tokensmed.part;
import static no.rrh.http.sikkerhet.Tokensmed.tekst;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import no.rrh.domain.fuzz.Fuzz;
import no.rrh.domain.tilgang.Kaller;
import no.rrh.domain.tilgang.Konsument;
import no.rrh.domain.tilgang.Scope;
import no.rrh.domain.tilgang.Ukjent;
import no.rrh.domain.virksomhet.Organisasjonsnummer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskinportenAutentiseringTest {
    private static final String EGEN = "https://rrh.example/api";
    private static final Organisasjonsnummer CONSUMER = new Organisasjonsnummer("910753614");
    private static final Organisasjonsnummer SUPPLIER = new Organisasjonsnummer("991825827");

    private final Testklokke klokke = new Testklokke();
    private final long naa = klokke.sekunder();
    private final MaskinportenAutentisering autentisering = new MaskinportenAutentisering(
            new Utsteder(Tokensmed.UTSTEDER),
            Optional.of(EGEN),
            new FasteNoekler(AngrepPaaHodet.NOEKLER),
            klokke,
            MaskinportenAutentisering.STANDARD_HUSKEDE,
            new SimpleMeterRegistry());

    private Tokensmed smed() {
        return new Tokensmed(naa);
    }

    private Kaller autentiser(Tokensmed smed) {
        return autentisering.autentiser(List.of(smed.bearer()));
    }

    static Stream<Angrep> angrep() {
        long naa = new Testklokke().sekunder();
        return Stream.of(
                        new AngrepPaaFormen(naa).alle(),
                        new AngrepPaaHodet(naa).alle(),
                        new AngrepPaaKravene(naa).alle())
                .flatMap(angrep -> angrep);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("angrep")
    void refusesEveryAttackForItsReasonAndLogsNothingOfIt(Angrep angrep) {
        try (Loggfangst logg = new Loggfangst()) {
            assertThat(autentisering.autentiser(angrep.authorization())).isEqualTo(Ukjent.UGYLDIG_TOKEN);

            assertThat(logg.linjer(MaskinportenAutentisering.class))
                    .containsExactly("DEBUG Token refused: " + angrep.grunn());
            assertThat(logg.nevner(deler(angrep))).isFalse();
            assertThat(autentisering.antallHuskede()).isZero();
        }
    }

    /** Each part of what was sent that is long enough to tell anything. */
    private static List<String> deler(Angrep angrep) {
        return angrep.authorization().stream()
                .flatMap(verdi -> Stream.of(verdi.split("[. ]")))
                .filter(del -> del.length() > 20)
                .toList();
    }

    @Test
    void tellsTheConsumerOfAGoodToken() {
        assertThat(autentiser(smed()))
                .isEqualTo(new Konsument(
                        CONSUMER,
                        Optional.empty(),
                        "e4a1b3a2-0c5e-4d3a-9d59-0a4b8a3f2c11",
                        Set.of(Scope.OFFENTLIG),
                        klokke.instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(120)));
    }

    @Test
    void tellsTheSupplierOfADelegatedToken() {
        Tokensmed delegert =
                smed().krav("supplier", Tokensmed.SUPPLIER).krav("delegation_source", tekst("https://tt02.altinn.no/"));

        assertThat(autentiser(delegert)).isInstanceOfSatisfying(Konsument.class, konsument -> {
            assertThat(konsument.consumer()).isEqualTo(CONSUMER);
            assertThat(konsument.supplier()).contains(SUPPLIER);
        });
    }

    @Test
    void tellsACallerWithoutAHeaderFromOneWithABadOne() {
        assertThat(autentisering.autentiser(List.of())).isEqualTo(Ukjent.UTEN_TOKEN);
        assertThat(autentisering.autentiser(List.of(""))).isEqualTo(Ukjent.UGYLDIG_TOKEN);
    }

    @Test
    void cannotTellWithoutKeysButStillRefusesWhatIsNoToken() {
        MaskinportenAutentisering utenNoekler = new MaskinportenAutentisering(
                new Utsteder(Tokensmed.UTSTEDER),
                Optional.empty(),
                new FasteNoekler(Noekkelsett.TOMT),
                klokke,
                10,
                new SimpleMeterRegistry());

        assertThat(utenNoekler.autentiser(List.of(smed().bearer()))).isEqualTo(Ukjent.NOEKLER_MANGLER);
        assertThat(utenNoekler.autentiser(List.of())).isEqualTo(Ukjent.UTEN_TOKEN);
        assertThat(utenNoekler.autentiser(List.of("Bearer x"))).isEqualTo(Ukjent.UGYLDIG_TOKEN);
        assertThat(utenNoekler.autentiser(
                        List.of(smed().hode("alg", tekst("none")).bearer())))
                .isEqualTo(Ukjent.UGYLDIG_TOKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "bearer", "BEARER", "bEaReR"})
    void letsTheSchemeBeWrittenInAnyCase(String scheme) {
        assertThat(autentisering.autentiser(List.of(scheme + " " + smed().token())))
                .isInstanceOf(Konsument.class);
    }

    @Test
    void letsInATokenOfExactlyEightKibibytes() {
        String stoerste = new AngrepPaaFormen(naa).medLengde(8192);

        assertThat(stoerste).hasSize(8192);
        assertThat(autentisering.autentiser(List.of(stoerste))).isInstanceOf(Konsument.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"JWT", "jwt", "Jwt", "at+jwt", "AT+JWT", "application/at+jwt"})
    void letsTheTypesOfAnAccessTokenIn(String typ) {
        assertThat(autentiser(smed().hode("typ", tekst(typ)))).isInstanceOf(Konsument.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"256", "384", "512"})
    void letsTheThreeAlgorithmsIn(String bit) {
        Tokensmed smed = smed().hode("alg", tekst("RS" + bit))
                .signert(Tokensmed.med(Tokensmed.NOEKKEL, "SHA" + bit + "withRSA"));

        assertThat(autentiser(smed)).isInstanceOf(Konsument.class);
    }

    @Test
    void letsAKeyOfOneAlgorithmBeUsedWithIt() {
        Tokensmed smed = smed().hode("kid", tekst("bare-rs512"))
                .hode("alg", tekst("RS512"))
                .signert(Tokensmed.med(Tokensmed.NOEKKEL, "SHA512withRSA"));

        assertThat(autentiser(smed)).isInstanceOf(Konsument.class);
    }

    @Test
    void ignoresHeadersAndClaimsThatItDoesNotKnow() {
        String systembruker = "[{\"type\":\"urn:altinn:systemuser\",\"systemuser_org\":" + Tokensmed.CONSUMER
                + ",\"systemuser_id\":[\"x\"]}]";

        assertThat(autentiser(smed().hode("x5t#S256", tekst("x"))
                        .krav("authorization_details", systembruker)
                        .krav("norsk", tekst("æøå \\u00e5 😀"))
                        .krav("tall", "-1.5e3")))
                .isInstanceOf(Konsument.class);
    }

    static Stream<String> tillatteAud() {
        return Stream.of(
                tekst("unspecified"),
                tekst(EGEN),
                "[\"" + EGEN + "\"]",
                "[\"unspecified\"]",
                "[\"https://another.example/\",\"" + EGEN + "\"]");
    }

    @ParameterizedTest
    @MethodSource("tillatteAud")
    void letsTheAudienceBeUnspecifiedOrItself(String aud) {
        assertThat(autentiser(smed().krav("aud", aud))).isInstanceOf(Konsument.class);
    }

    @Test
    void letsTheAudienceBeAbsent() {
        assertThat(autentiser(smed().uten("aud"))).isInstanceOf(Konsument.class);
    }

    @Test
    void knowsNoAudienceOfItsOwnUnlessTold() {
        MaskinportenAutentisering utenNavn = new MaskinportenAutentisering(
                new Utsteder(Tokensmed.UTSTEDER),
                Optional.empty(),
                new FasteNoekler(AngrepPaaHodet.NOEKLER),
                klokke,
                10,
                new SimpleMeterRegistry());

        assertThat(utenNavn.autentiser(List.of(smed().krav("aud", tekst(EGEN)).bearer())))
                .isEqualTo(Ukjent.UGYLDIG_TOKEN);
        assertThat(utenNavn.autentiser(List.of(smed().bearer()))).isInstanceOf(Konsument.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {-9, 1, 120, 7800, 7810})
    void letsATokenInUntilItEndsAndTheSkewIsOver(long sekunderIgjen) {
        assertThat(autentiser(smed().krav("exp", naa + sekunderIgjen).krav("iat", naa - 60)))
                .isInstanceOf(Konsument.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {10, 0, -1, -7810})
    void letsATokenInThatWasIssuedWithinTheSkew(long sekunderFram) {
        assertThat(autentiser(smed().krav("iat", naa + sekunderFram).krav("nbf", naa + sekunderFram)))
                .isInstanceOf(Konsument.class);
    }

    static Stream<String> scopesUtenTilgang() {
        return Stream.of(
                "",
                " ",
                "brreg:reelle/offentlig2",
                "xbrreg:reelle/offentlig",
                "brreg:reelle/offentlig/",
                "brreg:reelle/offentlig.begrenset",
                "brreg:reelle",
                "brreg:reelle/",
                "BRREG:reelle/offentlig",
                "brreg:reelle/Offentlig",
                "brreg:reelle/offentlig,brreg:reelle/media",
                "brreg:reelle/*",
                "*");
    }

    @ParameterizedTest
    @MethodSource("scopesUtenTilgang")
    void matchesWholeScopesOnly(String scope) {
        assertThat(autentiser(smed().krav("scope", tekst(scope))))
                .isInstanceOfSatisfying(
                        Konsument.class,
                        konsument -> assertThat(konsument.scopes()).isEmpty());
    }

    @Test
    void gathersTheScopesThatItKnows() {
        String scope = " skatt:x brreg:reelle/media  brreg:reelle/offentlig brreg:reelle/media ";

        assertThat(autentiser(smed().krav("scope", tekst(scope))))
                .isInstanceOfSatisfying(
                        Konsument.class,
                        konsument ->
                                assertThat(konsument.scopes()).containsExactlyInAnyOrder(Scope.MEDIA, Scope.OFFENTLIG));
    }

    @Test
    void letsTheConsumerBeItsOwnSupplier() {
        assertThat(autentiser(smed().krav("supplier", part("iso6523-actorid-upis", "0192:910753614"))))
                .isInstanceOf(Konsument.class);
    }

    @Property(tries = 2000)
    void refusesATokenWithAnyOneCharacterChanged(
            @ForAll @IntRange(max = 2000) int hvor,
            @ForAll @Chars({'A', 'a', '0', '_', '-', '.', '=', ' '}) char tegn) {
        StringBuilder bearer = new StringBuilder(Gjenbrukt.BEARER);
        int plass = "Bearer ".length() + hvor % (bearer.length() - "Bearer ".length());
        Assume.that(bearer.charAt(plass) != tegn);
        bearer.setCharAt(plass, tegn);

        assertThat(autentisering.autentiser(List.of(bearer.toString())) == Ukjent.UGYLDIG_TOKEN)
                .as("refused when character %d becomes %s", plass, tegn)
                .isTrue();
    }

    @Property
    @Tag(Fuzz.MERKE)
    void neverThrowsOnAndNeverTrustsAnyText(@ForAll String tekst) {
        assertThat(autentisering.autentiser(List.of(tekst))).isEqualTo(Ukjent.UGYLDIG_TOKEN);
        assertThat(autentisering.autentiser(List.of("Bearer " + tekst))).isEqualTo(Ukjent.UGYLDIG_TOKEN);
        assertThat(autentiser(smed().raaeKrav(tekst))).isEqualTo(Ukjent.UGYLDIG_TOKEN);
        assertThat(autentiser(smed().raattHode(tekst))).isEqualTo(Ukjent.UGYLDIG_TOKEN);
    }

    private static final class Gjenbrukt {
        static final String BEARER = new Tokensmed(new Testklokke().sekunder()).bearer();
    }
}
