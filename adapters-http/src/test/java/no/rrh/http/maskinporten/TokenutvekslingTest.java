package no.rrh.http.maskinporten;

import static no.rrh.http.maskinporten.Grantsmed.tekst;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import no.rrh.domain.feil.UgyldigVerdi;
import no.rrh.domain.tilgang.Konsument;
import no.rrh.domain.tilgang.Scope;
import no.rrh.domain.virksomhet.Organisasjonsnummer;
import no.rrh.http.maskinporten.Tokenfeil.Grunn;
import no.rrh.http.maskinporten.Tokenutveksling.Utstedt;
import no.rrh.http.sikkerhet.Loggfangst;
import no.rrh.http.sikkerhet.MaskinportenAutentisering;
import no.rrh.http.sikkerhet.Utsteder;
import org.jose4j.json.JsonUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenutvekslingTest {
    private static final KeyPair ANNEN = Testsertifikater.noekkel("RSA", 2048);
    private static final KeyPair SVAK = Testsertifikater.noekkel("RSA", 1024);
    private static final String JWK = "{\"kty\":\"RSA\",\"n\":\"AQAB\",\"e\":\"AQAB\"}";

    private Tokenendepunkt endepunkt;

    @BeforeEach
    void start(@TempDir Path rot) {
        endepunkt = new Tokenendepunkt(rot, Optional.empty());
    }

    private Map<String, Object> krav(Grantsmed grant) throws Exception {
        byte[] json =
                Base64.getUrlDecoder().decode(endepunkt.send(grant).token().split("\\.")[1]);
        return JsonUtil.parseJson(new String(json, StandardCharsets.UTF_8));
    }

    private static Map<String, String> part(Organisasjonsnummer orgnr) {
        return Map.of("authority", "iso6523-actorid-upis", "ID", "0192:" + orgnr);
    }

    private Grunn avslag(Grantsmed grant) {
        return avslag(grant.token());
    }

    private Grunn avslag(String assertion) {
        return assertThatExceptionOfType(Tokenfeil.class)
                .isThrownBy(() -> endepunkt.send(assertion))
                .actual()
                .grunn();
    }

    @Test
    void givesTheClientATokenWithTheClaimsOfMaskinporten() throws Exception {
        long naa = endepunkt.grant().naa();

        assertThat(krav(endepunkt.grant()))
                .containsEntry("iss", Tokenendepunkt.UTSTEDER.toString())
                .containsEntry("client_amr", "private_key_jwt")
                .containsEntry("token_type", "Bearer")
                .containsEntry("client_id", Tokenendepunkt.ID)
                .containsEntry("aud", "unspecified")
                .containsEntry("scope", "brreg:reelle/offentlig")
                .containsEntry("iat", naa)
                .containsEntry("exp", naa + 120)
                .containsEntry("consumer", part(Tokenendepunkt.ORGNR))
                .containsKey("jti")
                .hasSize(10);
    }

    @Test
    void givesTokensThatTheApiLetsIn() throws Exception {
        Utstedt utstedt = endepunkt.send(endepunkt.grant().krav("consumer_org", tekst(Tokenendepunkt.KUNDE.verdi())));

        assertThat(new MaskinportenAutentisering(
                                new Utsteder(Tokenendepunkt.UTSTEDER.toString()),
                                Optional.empty(),
                                endepunkt.maskinporten.noekler(),
                                endepunkt.klokke,
                                10,
                                new SimpleMeterRegistry())
                        .autentiser(List.of("Bearer " + utstedt.token())))
                .isEqualTo(new Konsument(
                        Tokenendepunkt.KUNDE,
                        Optional.of(Tokenendepunkt.ORGNR),
                        Tokenendepunkt.ID,
                        Set.of(Scope.OFFENTLIG),
                        endepunkt
                                .klokke
                                .instant()
                                .truncatedTo(ChronoUnit.SECONDS)
                                .plusSeconds(120)));
    }

    @Test
    void letsAClientActForWhoeverHasDelegatedToIt() throws Exception {
        assertThat(krav(endepunkt.grant().krav("consumer_org", tekst(Tokenendepunkt.KUNDE.verdi()))))
                .containsEntry("consumer", part(Tokenendepunkt.KUNDE))
                .containsEntry("supplier", part(Tokenendepunkt.ORGNR))
                .containsEntry("delegation_source", "https://tt02.altinn.no/");
    }

    @Test
    void makesTheTokenForTheResourcesThatWereAskedFor() throws Exception {
        assertThat(krav(endepunkt.grant().krav("jti", tekst("a")).krav("resource", tekst("https://api.example.no/"))))
                .containsEntry("aud", "https://api.example.no/");
        assertThat(krav(endepunkt.grant().krav("jti", tekst("b")).krav("resource", "[\"en\"]")))
                .containsEntry("aud", "en");
        assertThat(krav(endepunkt.grant().krav("jti", tekst("c")).krav("resource", "[\"en\",\"to\"]")))
                .containsEntry("aud", List.of("en", "to"));
        assertThat(krav(endepunkt.grant().krav("jti", tekst("d")).krav("resource", "[]")))
                .containsEntry("aud", "unspecified");
    }

    @Test
    void givesTheScopesThatWereAskedForEachOnceAndNoOther() throws Exception {
        Grantsmed grant = endepunkt.grant().krav("scope", tekst(" annet:scope  brreg:reelle/offentlig annet:scope"));

        assertThat(krav(grant)).containsEntry("scope", "annet:scope brreg:reelle/offentlig");
    }

    static Stream<Arguments> godeGrants() {
        return Stream.of(
                god("typ JWT", grant -> grant.hode("typ", tekst("jwt"))),
                god("a thumbprint in the header", grant -> grant.hode("x5t", tekst("AAAA"))),
                god("RS384", grant -> grant.alg("RS384")),
                god("RS512", grant -> grant.alg("RS512")),
                god("aud in a list", grant -> grant.krav("aud", "[" + tekst(Tokenendepunkt.UTSTEDER + "") + "]")),
                god(
                        "issued 10 s ago",
                        grant -> grant.krav("iat", grant.naa() - 10).krav("exp", grant.naa() + 110)),
                god(
                        "issued in 10 s",
                        grant -> grant.krav("iat", grant.naa() + 10).krav("exp", grant.naa() + 130)),
                god(
                        "expired 9 s ago",
                        grant -> grant.krav("iat", grant.naa() - 10).krav("exp", grant.naa() - 9)),
                god("nbf now", grant -> grant.krav("nbf", grant.naa())),
                god("a long jti", grant -> grant.krav("jti", tekst("j".repeat(256)))),
                god("sub and more", grant -> grant.krav("sub", tekst("x")).krav("noe", "{\"x\":[1]}")));
    }

    private static Arguments god(String hva, UnaryOperator<Grantsmed> med) {
        return Arguments.of(hva, med);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("godeGrants")
    void takesAGrantWith(String hva, UnaryOperator<Grantsmed> med) throws Exception {
        assertThat(endepunkt.send(med.apply(endepunkt.grant())).token()).isNotBlank();
    }

    static Stream<Arguments> daarligeGrants() {
        String stor = "9".repeat(19);
        return Stream.of(
                feil(Grunn.UKJENT_KLIENT, "no iss", grant -> grant.uten("iss")),
                feil(Grunn.UKJENT_KLIENT, "iss of nobody", grant -> grant.krav("iss", tekst("klient-2"))),
                feil(Grunn.UKJENT_KLIENT, "iss in other case", grant -> grant.krav("iss", tekst("Klient-1"))),
                feil(Grunn.UKJENT_KLIENT, "iss as a path", grant -> grant.krav("iss", tekst("../klienter/klient-1"))),
                feil(Grunn.UKJENT_KLIENT, "iss with NUL", grant -> grant.krav("iss", "\"klient-1\\u0000\"")),
                feil(Grunn.UKJENT_KLIENT, "iss as a list", grant -> grant.krav("iss", "[\"klient-1\"]")),
                feil(Grunn.ALGORITME, "no alg", grant -> grant.utenHode("alg")),
                feil(Grunn.ALGORITME, "alg none", grant -> grant.hode("alg", tekst("none"))),
                feil(Grunn.ALGORITME, "alg HS256", grant -> grant.hode("alg", tekst("HS256"))),
                feil(Grunn.ALGORITME, "alg PS256", grant -> grant.hode("alg", tekst("PS256"))),
                feil(Grunn.ALGORITME, "alg in other case", grant -> grant.hode("alg", tekst("rs256"))),
                feil(Grunn.HODE, "neither kid nor x5c", grant -> grant.utenHode("kid")),
                feil(Grunn.HODE, "kid and x5c", grant -> grant.hode("x5c", "[\"AAAA\"]")),
                feil(Grunn.HODE, "empty kid", grant -> grant.hode("kid", tekst(""))),
                feil(Grunn.HODE, "kid as a number", grant -> grant.hode("kid", "1")),
                feil(Grunn.HODE, "jwk", grant -> grant.hode("jwk", JWK)),
                feil(Grunn.HODE, "jku", grant -> grant.hode("jku", tekst("http://127.0.0.1/"))),
                feil(Grunn.HODE, "x5u", grant -> grant.hode("x5u", tekst("http://127.0.0.1/"))),
                feil(Grunn.HODE, "crit", grant -> grant.hode("crit", "[\"exp\"]")),
                feil(Grunn.HODE, "b64", grant -> grant.hode("b64", "false")),
                feil(Grunn.HODE, "zip", grant -> grant.hode("zip", tekst("DEF"))),
                feil(Grunn.HODE, "cty", grant -> grant.hode("cty", tekst("JWT"))),
                feil(Grunn.HODE, "an access token's typ", grant -> grant.hode("typ", tekst("at+jwt"))),
                feil(Grunn.HODE, "typ dpop+jwt", grant -> grant.hode("typ", tekst("dpop+jwt"))),
                feil(Grunn.UKJENT_NOEKKEL, "kid of nobody", grant -> grant.hode("kid", tekst("k1"))),
                feil(Grunn.SIGNATUR, "another's signature", grant -> grant.signertMed(ANNEN.getPrivate())),
                feil(Grunn.SIGNATUR, "a short signature", grant -> grant.signertMed(SVAK.getPrivate())),
                feil(
                        Grunn.SIGNATUR,
                        "another alg than said",
                        grant -> grant.alg("RS512").hode("alg", tekst("RS256"))),
                feil(Grunn.UTEN_CA, "x5c without a CA", grant -> grant.medSertifikat(ANNEN.getPrivate(), "AAAA")),
                feil(
                        Grunn.UGYLDIG_X5C,
                        "x5c as a string",
                        grant -> grant.utenHode("kid").hode("x5c", tekst("AAAA"))),
                feil(
                        Grunn.UGYLDIG_X5C,
                        "empty x5c",
                        grant -> grant.utenHode("kid").hode("x5c", "[]")),
                feil(
                        Grunn.UGYLDIG_X5C,
                        "x5c of numbers",
                        grant -> grant.utenHode("kid").hode("x5c", "[1]")),
                feil(
                        Grunn.UGYLDIG_X5C,
                        "x5c of six",
                        grant -> grant.medSertifikat(ANNEN.getPrivate(), "A", "A", "A", "A", "A", "A")),
                feil(Grunn.AUD, "no aud", grant -> grant.uten("aud")),
                feil(Grunn.AUD, "another aud", grant -> grant.krav("aud", tekst("https://maskinporten.no/"))),
                feil(
                        Grunn.AUD,
                        "aud without the slash",
                        grant -> grant.krav("aud", tekst("http://127.0.0.1:8080/maskinporten"))),
                feil(
                        Grunn.AUD,
                        "the endpoint for aud",
                        grant -> grant.krav("aud", tekst(Tokenendepunkt.UTSTEDER + "token"))),
                feil(
                        Grunn.AUD,
                        "aud among others",
                        grant -> grant.krav("aud", "[\"x\"," + tekst(Tokenendepunkt.UTSTEDER + "") + "]")),
                feil(Grunn.AUD, "empty aud", grant -> grant.krav("aud", "[]")),
                feil(Grunn.UGYLDIG_KRAV, "no iat", grant -> grant.uten("iat")),
                feil(Grunn.UGYLDIG_KRAV, "no exp", grant -> grant.uten("exp")),
                feil(Grunn.UGYLDIG_KRAV, "iat as text", grant -> grant.krav("iat", tekst(grant.naa() + ""))),
                feil(Grunn.UGYLDIG_KRAV, "fractions of exp", grant -> grant.krav("exp", grant.naa() + 60 + ".5")),
                feil(Grunn.UGYLDIG_KRAV, "exp as 1e30", grant -> grant.krav("exp", "1e30")),
                feil(Grunn.UGYLDIG_KRAV, "exp after the year 9999", grant -> grant.krav("exp", stor)),
                feil(Grunn.UGYLDIG_KRAV, "a negative iat", grant -> grant.krav("iat", "-1")),
                feil(Grunn.UGYLDIG_KRAV, "nbf as text", grant -> grant.krav("nbf", tekst("x"))),
                feil(
                        Grunn.IKKE_NAA,
                        "issued 11 s ago",
                        grant -> grant.krav("iat", grant.naa() - 11).krav("exp", grant.naa() + 60)),
                feil(
                        Grunn.IKKE_NAA,
                        "issued in 11 s",
                        grant -> grant.krav("iat", grant.naa() + 11).krav("exp", grant.naa() + 60)),
                feil(Grunn.IKKE_NAA, "nbf in 11 s", grant -> grant.krav("nbf", grant.naa() + 11)),
                feil(Grunn.FOR_LANG_LEVETID, "exp 121 s after iat", grant -> grant.krav("exp", grant.naa() + 121)),
                feil(Grunn.FOR_LANG_LEVETID, "exp at iat", grant -> grant.krav("exp", grant.naa())),
                feil(
                        Grunn.UTLOEPT,
                        "expired 10 s ago",
                        grant -> grant.krav("iat", grant.naa() - 60).krav("exp", grant.naa() - 10)),
                feil(Grunn.UTEN_JTI, "no jti", grant -> grant.uten("jti")),
                feil(Grunn.UTEN_JTI, "empty jti", grant -> grant.krav("jti", tekst(""))),
                feil(Grunn.UTEN_JTI, "jti as a number", grant -> grant.krav("jti", "1")),
                feil(Grunn.UTEN_JTI, "too long a jti", grant -> grant.krav("jti", tekst("j".repeat(257)))),
                feil(Grunn.UTEN_SCOPE, "no scope", grant -> grant.uten("scope")),
                feil(Grunn.UTEN_SCOPE, "a blank for scope", grant -> grant.krav("scope", tekst(" "))),
                feil(Grunn.UGYLDIG_KRAV, "scope as a list", grant -> grant.krav("scope", "[\"annet:scope\"]")),
                feil(
                        Grunn.FREMMED_SCOPE,
                        "a scope of others",
                        grant -> grant.krav("scope", tekst("brreg:reelle/rapporteringspliktig"))),
                feil(
                        Grunn.FREMMED_SCOPE,
                        "one of two scopes",
                        grant -> grant.krav("scope", tekst("annet:scope brreg:reelle/media"))),
                feil(
                        Grunn.FREMMED_SCOPE,
                        "scopes with a tab between",
                        grant -> grant.krav("scope", "\"annet:scope\\tbrreg:reelle/offentlig\"")),
                feil(
                        Grunn.IKKE_DELEGERT,
                        "consumer_org that has not delegated",
                        grant -> grant.krav("consumer_org", tekst(Tokenendepunkt.FREMMED.verdi()))),
                feil(
                        Grunn.EGEN_CONSUMER_ORG,
                        "its own consumer_org",
                        grant -> grant.krav("consumer_org", tekst(Tokenendepunkt.ORGNR.verdi()))),
                feil(
                        Grunn.UGYLDIG_KRAV,
                        "consumer_org with a wrong check digit",
                        grant -> grant.krav("consumer_org", tekst("310000028"))),
                feil(Grunn.UGYLDIG_KRAV, "consumer_org as a number", grant -> grant.krav("consumer_org", "310000027")),
                feil(Grunn.UGYLDIG_KRAV, "consumer_org null", grant -> grant.krav("consumer_org", "null")),
                feil(Grunn.UKJENT_RESSURS, "an empty resource", grant -> grant.krav("resource", tekst(""))),
                feil(Grunn.UKJENT_RESSURS, "a resource with a space", grant -> grant.krav("resource", tekst("a b"))),
                feil(Grunn.UKJENT_RESSURS, "resources of numbers", grant -> grant.krav("resource", "[1]")),
                feil(Grunn.UKJENT_RESSURS, "resource null", grant -> grant.krav("resource", "null")),
                feil(
                        Grunn.UKJENT_RESSURS,
                        "eleven resources",
                        grant -> grant.krav("resource", "[\"a\"" + ",\"a\"".repeat(10) + "]")),
                feil(Grunn.KREVER_MER, "pid", grant -> grant.krav("pid", tekst("x"))),
                feil(Grunn.KREVER_MER, "authorization_details", grant -> grant.krav("authorization_details", "[]")),
                feil(Grunn.IKKE_JWT, "claims that are no object", grant -> grant.raaeKrav("[]")),
                feil(Grunn.IKKE_JWT, "claims twice", grant -> grant.raaeKrav("{\"iss\":\"a\",\"iss\":\"a\"}")),
                feil(Grunn.IKKE_JWT, "deep claims", grant -> grant.krav("x", "[".repeat(2000) + "]".repeat(2000))),
                feil(Grunn.IKKE_JWT, "claims and more", grant -> grant.raaeKrav("{\"iss\":\"klient-1\"} ja")));
    }

    private static Arguments feil(Grunn grunn, String hva, UnaryOperator<Grantsmed> med) {
        return Arguments.of(grunn, hva, med);
    }

    @ParameterizedTest(name = "{1}: {0}")
    @MethodSource("daarligeGrants")
    void refusesAGrantWith(Grunn grunn, String hva, UnaryOperator<Grantsmed> med) {
        assertThat(avslag(med.apply(endepunkt.grant()))).isEqualTo(grunn);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "a.b", "a.b.c", "a.b.c.d", "..", "e30.e30.", "e30.e30.e30=", "e30.e30.e30 "})
    void refusesWhatIsNoSignedJwt(String assertion) {
        assertThat(avslag(assertion)).isEqualTo(Grunn.IKKE_JWT);
    }

    @Test
    void refusesAGrantWithAnyOneCharacterChanged() {
        String token = endepunkt.grant().token();
        for (int her = 0; her < token.length(); her++) {
            char annet = token.charAt(her) == 'A' ? 'B' : 'A';
            String tuklet = token.substring(0, her) + annet + token.substring(her + 1);
            assertThatThrownBy(() -> endepunkt.send(tuklet)).as("at %d", her).isInstanceOf(Tokenfeil.class);
        }
    }

    @Test
    void refusesAGrantThatIsUsedBeforeAlsoAfterARestart() throws Exception {
        String grant = endepunkt.grant().token();
        endepunkt.send(grant);

        assertThat(avslag(grant)).isEqualTo(Grunn.BRUKT);
        endepunkt.startPaaNytt();
        assertThat(avslag(grant)).isEqualTo(Grunn.BRUKT);
    }

    @Test
    void refusesAnotherGrantWithTheJtiOfOneThatCouldStillBeUsed() throws Exception {
        endepunkt.send(endepunkt
                .grant()
                .krav("iat", endepunkt.grant().naa() + 10)
                .krav("exp", endepunkt.grant().naa() + 130));
        endepunkt.klokke.gaa(Duration.ofSeconds(139));

        assertThat(avslag(endepunkt.grant())).isEqualTo(Grunn.BRUKT);
    }

    @Test
    void forgetsAJtiWhenItsGrantCouldNotBeUsedAnyway() throws Exception {
        endepunkt.send(endepunkt.grant());
        endepunkt.klokke.gaa(BrukteGrants.HUSKES.plusSeconds(1));
        endepunkt.send(endepunkt.grant().krav("jti", tekst("annen")));

        assertThat(brukte()).hasSize(1);
        assertThat(endepunkt.send(endepunkt.grant()).token()).isNotBlank();
        assertThat(avslag(endepunkt.grant())).isEqualTo(Grunn.BRUKT);
    }

    private List<Path> brukte() throws IOException {
        try (Stream<Path> filer = Files.list(endepunkt.mappe.resolve("brukt"))) {
            return filer.toList();
        }
    }

    @Test
    void leavesAJtiOfARefusedGrantUnused() throws Exception {
        assertThat(avslag(endepunkt.grant().krav("scope", tekst("fremmed")))).isEqualTo(Grunn.FREMMED_SCOPE);

        assertThat(endepunkt.send(endepunkt.grant()).token()).isNotBlank();
    }

    @Test
    void keepsTheJtisOfClientsApart() throws Exception {
        endepunkt.register.opprett(Tokenendepunkt.klient("klient-2"), endepunkt.nokler);
        endepunkt.send(endepunkt.grant());

        assertThat(endepunkt.send(endepunkt.grant("klient-2")).token()).isNotBlank();
    }

    @Test
    void refusesTheKeyOfOneClientForAnother() {
        endepunkt.register.opprett(Tokenendepunkt.klient("klient-2"), endepunkt.nokler);

        assertThat(avslag(endepunkt.grant("klient-2").krav("iss", tekst(Tokenendepunkt.ID))))
                .isEqualTo(Grunn.UKJENT_NOEKKEL);
        assertThat(avslag(endepunkt.grant().signertMed(endepunkt.noekkel("klient-2"))))
                .isEqualTo(Grunn.SIGNATUR);
    }

    @Test
    void givesOneTokenHoweverManySendTheSameGrantAtOnce() throws Exception {
        int antall = 16;
        String grant = endepunkt.grant().token();
        ExecutorService traader = Executors.newFixedThreadPool(antall);
        CyclicBarrier start = new CyclicBarrier(antall);
        List<Future<Boolean>> svar = new ArrayList<>();
        for (int i = 0; i < antall; i++) {
            svar.add(traader.submit(() -> {
                start.await();
                try {
                    endepunkt.send(grant);
                    return true;
                } catch (Tokenfeil feil) {
                    assertThat(feil.grunn()).isEqualTo(Grunn.BRUKT);
                    return false;
                }
            }));
        }
        int utstedt = 0;
        for (Future<Boolean> ett : svar) {
            utstedt += ett.get(60, TimeUnit.SECONDS) ? 1 : 0;
        }
        traader.shutdown();

        assertThat(utstedt).isEqualTo(1);
    }

    @Test
    void seesAtOnceThatAClientIsRemovedOrMadeAnew() throws Exception {
        Grantsmed gammel = endepunkt.grant();
        endepunkt.register.slett(Tokenendepunkt.ID);
        assertThat(avslag(gammel)).isEqualTo(Grunn.UKJENT_KLIENT);

        Path nye = endepunkt.nokler.resolveSibling("nye");
        endepunkt.register.opprett(Tokenendepunkt.klient(Tokenendepunkt.ID), nye);
        assertThat(avslag(gammel)).isEqualTo(Grunn.UKJENT_NOEKKEL);
    }

    @Test
    void givesNothingWhenTheFileOfTheClientIsBroken() throws Exception {
        Files.writeString(endepunkt.mappe.resolve("klienter/klient-1.json"), "{}");

        assertThatThrownBy(() -> endepunkt.send(endepunkt.grant())).isInstanceOf(UgyldigVerdi.class);
    }

    @Test
    void logsNothingOfAGrantOrAToken() throws Exception {
        try (Loggfangst logg = new Loggfangst()) {
            String god = endepunkt.grant().token();
            String daarlig = endepunkt.grant().signertMed(ANNEN.getPrivate()).token();
            String token = endepunkt.send(god).token();
            avslag(god);
            avslag(daarlig);

            assertThat(logg.linjer(Tokenutveksling.class))
                    .containsExactly("DEBUG Grant refused: BRUKT", "DEBUG Grant refused: SIGNATUR");
            List<String> hemmelige = new ArrayList<>();
            for (String jwt : List.of(god, daarlig, token)) {
                hemmelige.addAll(List.of(jwt.split("\\.")));
            }
            hemmelige.add("0b0d6c3e-6b0c-4f0e-8d5c-5a1f6a4c9d11");
            assertThat(logg.nevner(hemmelige)).isFalse();
        }
    }

    @Test
    void hasAFixedTextForEveryReason() {
        for (Grunn grunn : Grunn.values()) {
            // RFC 6749 section 5.2 on error_description
            assertThat(grunn.beskrivelse()).as(grunn.name()).matches("[\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E]{10,120}");
            assertThat(grunn.error())
                    .isIn(
                            "invalid_request",
                            "invalid_client",
                            "invalid_grant",
                            "invalid_scope",
                            "invalid_target",
                            "unsupported_grant_type",
                            "server_error");
        }
    }
}
