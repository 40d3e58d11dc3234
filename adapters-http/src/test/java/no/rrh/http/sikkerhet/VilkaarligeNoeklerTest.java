package no.rrh.http.sikkerhet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static no.rrh.http.sikkerhet.Testutsteder.svar;
import static no.rrh.http.sikkerhet.Tokensmed.jwk;
import static no.rrh.http.sikkerhet.Tokensmed.jwks;
import static no.rrh.http.sikkerhet.Tokensmed.tekst;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigInteger;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import no.rrh.domain.fuzz.Fuzz;
import no.rrh.domain.fuzz.Jsontre;
import no.rrh.domain.fuzz.Mutasjon;
import no.rrh.domain.fuzz.Mutasjon.Slag;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.RsaJsonWebKey;

/**
 * Mutated documents of an issuer: what is read of them is keys that a token may be verified with and no other; what cannot be read takes
 * away none of those that are there, and the log tells of it in one line.
 */
class VilkaarligeNoeklerTest {
    private static final Set<String> GRUNNER = Set.of("not a JWKS", "two keys of the JWKS share a kid");
    private static final List<String> HEMMELIGE = List.of("d", "p", "q", "dp", "dq", "qi", "oth", "k");
    private static final BigInteger MINSTE_EKSPONENT = BigInteger.valueOf(3);

    private static final String GOD =
            jwk(Tokensmed.NOEKKEL, "k1", ",\"use\":\"sig\",\"alg\":\"RS256\",\"key_ops\":[\"verify\"]");
    private static final String GODT = jwks(GOD);
    private static final List<String> JWKS = List.of(
            GODT,
            jwks(
                    GOD,
                    jwk(Tokensmed.ANNEN, "k2", ",\"x5t#S256\":\"x\",\"x5c\":[\"AA\"]"),
                    jwk(Tokensmed.SVAK, "svak", ""),
                    jwk(Tokensmed.ANNEN, "enc", ",\"use\":\"enc\""),
                    "{\"kty\":\"EC\",\"kid\":\"ec\",\"crv\":\"P-256\",\"x\":\"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU\","
                            + "\"y\":\"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0\"}",
                    "{\"kty\":\"oct\",\"kid\":\"oct\",\"k\":\"" + "A".repeat(43) + "\"}"),
            jwks(privat(), GOD));

    private static final Fuzz<String> FUZZ = Fuzz.mot("JWKS documents", filer("jwks"));
    private static final Fuzz<Svar> FUZZ_OVER_NETT = Fuzz.mot(
            "JWKS documents and metadata, fetched",
            filer("metadata").stream()
                    .map(metadata ->
                            new Svar(metadata.replace("UTSTEDER/", utsteder().navn()), GODT))
                    .toList());

    private static Testutsteder utsteder;
    private static Testklokke klokke;
    private static Testtraad traad;
    private static MaskinportenNoekler noekler;
    private static Loggfangst logg;

    /** What the issuer answers. */
    private record Svar(String metadata, String jwks) {}

    private static List<String> filer(String mappe) {
        return Fuzz.filer(VilkaarligeNoeklerTest.class, mappe).stream()
                .map(tilfelle -> new String(tilfelle.innhold(), UTF_8))
                .toList();
    }

    /** With the private half in it, as no issuer should publish. */
    private static String privat() {
        RsaJsonWebKey jwk = new RsaJsonWebKey((RSAPublicKey) Tokensmed.ANNEN.getPublic());
        jwk.setPrivateKey(Tokensmed.ANNEN.getPrivate());
        jwk.setKeyId("privat");
        return jwk.toJson(OutputControlLevel.INCLUDE_PRIVATE);
    }

    private static Utsteder utsteder() {
        if (utsteder == null) {
            utsteder = new Testutsteder();
        }
        return utsteder.utsteder();
    }

    @BeforeContainer
    static void start() throws Exception {
        utsteder();
        utsteder.jwks = svar(200, GODT);
        klokke = new Testklokke();
        traad = new Testtraad(klokke);
        logg = new Loggfangst();
        noekler = MaskinportenNoekler.start(
                new Noekkelhenter(utsteder(), Noekkelhenter.FRIST),
                MaskinportenNoekler.STANDARD_INTERVALL,
                klokke,
                klokke::nanotid,
                traad,
                new SimpleMeterRegistry());
        traad.ferdig();
    }

    @AfterContainer
    static void lukk() {
        noekler.close();
        utsteder.close();
        logg.close();
        FUZZ.fortell();
        FUZZ_OVER_NETT.fortell();
    }

    @Property(edgeCases = EdgeCasesMode.FIRST)
    @Tag(Fuzz.MERKE)
    void onlyKeysThatATokenMayBeSignedWithAreRead(@ForAll("dokumenter") String jwks) {
        Optional<Noekkelsett> lest = lest(jwks);
        lest.ifPresent(sett -> sett.kider().forEach(kid -> erRett(sett.finn(kid).orElseThrow(), jwks)));
        FUZZ.noter(lest.map(sett -> sett.kider().size() + " keys").orElse("refused"));
    }

    private static Optional<Noekkelsett> lest(String jwks) {
        try {
            return Optional.of(Noekkelsett.avJwks(jwks));
        } catch (IllegalArgumentException e) {
            assertThat(e).hasNoCause();
            assertThat(e.getMessage()).isIn(GRUNNER);
            return Optional.empty();
        }
    }

    /** By what the key is, and by what stands in the document. */
    private static void erRett(Noekkel noekkel, String jwks) {
        assertThat(noekkel.offentlig().getModulus().bitLength()).isGreaterThanOrEqualTo(2048);
        assertThat(noekkel.offentlig().getPublicExponent()).isGreaterThanOrEqualTo(MINSTE_EKSPONENT);
        assertThat(noekkel.kid()).matches("[!-~]{1,256}");
        String kid = tekst(noekkel.kid().replace("\\", "\\\\").replace("\"", "\\\""));
        List<Jsontre> med = Jsontre.les(jwks).orElseThrow().felt("keys").get(0).barn().stream()
                .filter(jwk -> jwk.felt("kid").toString().equals("[" + kid + "]"))
                .filter(jwk -> jwk.felt("kty").toString().equals("[\"RSA\"]"))
                .toList();
        assertThat(med).as("what may stand in a key that is read").anySatisfy(jwk -> {
            assertThat(jwk.felt("use").toString()).isIn("[]", "[null]", "[\"sig\"]");
            assertThat(HEMMELIGE).allSatisfy(navn -> assertThat(jwk.felt(navn)).isEmpty());
        });
    }

    @Provide
    Arbitrary<String> dokumenter() {
        return FUZZ.foerst(Combinators.combine(Arbitraries.of(JWKS), Mutasjon.liste(5), faa())
                .as((jwks, iTreet, iTeksten) -> Mutasjon.tekst(Jsontre.mutert(jwks, iTreet), iTeksten)));
    }

    /** Mostly none, since few of what they leave can be read at all. */
    private static Arbitrary<List<Mutasjon>> faa() {
        return Arbitraries.frequencyOf(Tuple.of(4, Arbitraries.just(List.of())), Tuple.of(1, Mutasjon.liste(3)));
    }

    @Property(edgeCases = EdgeCasesMode.FIRST)
    @Tag(Fuzz.MERKE)
    void whatCannotBeReadTakesAwayNoKeyAndIsToldInOneLine(@ForAll("svarene") Svar svar) throws Exception {
        utsteder.metadata = svar(200, metadata());
        utsteder.jwks = svar(200, GODT);
        traad.gaaTilNeste();
        assertThat(noekler.gjeldende().kider()).containsExactly("k1");
        logg.glem();
        utsteder.metadata = svar(200, svar.metadata());
        utsteder.jwks = svar(200, svar.jwks());

        traad.gaaTilNeste();

        List<String> linjer = logg.linjer(MaskinportenNoekler.class);
        if (linjer.stream().anyMatch(linje -> linje.startsWith("WARN"))) {
            assertThat(linjer)
                    .singleElement()
                    .asString()
                    .matches("WARN Could not fetch the verification keys of " + utsteder()
                            + " \\([^\\p{Cntrl}]{1,200}\\); \\[k1] kept");
            assertThat(noekler.gjeldende().kider()).containsExactly("k1");
            FUZZ_OVER_NETT.noter(
                    linjer.get(0).replaceFirst(".*? \\((.*)\\);.*", "$1").replaceFirst("[:/0-9].*", ""));
        } else {
            assertThat(linjer.size()).isLessThanOrEqualTo(1);
            assertThat(noekler.gjeldende().erLikt(lest(svar.jwks()).orElseThrow()))
                    .isTrue();
            assertThat(metadataSier(svar.metadata(), "issuer"))
                    .isEqualTo(utsteder().navn());
            FUZZ_OVER_NETT.noter("read");
        }
    }

    private static String metadataSier(String metadata, String navn) {
        return Jsontre.les(metadata).orElseThrow().felt(navn).get(0).toString().replace("\"", "");
    }

    private static String metadata() {
        return Testutsteder.metadata(utsteder().navn(), utsteder.adresse("jwk"));
    }

    @Provide
    Arbitrary<Svar> svarene() {
        Arbitrary<String> metadata = Combinators.combine(Mutasjon.liste(4), faa())
                .as((iTreet, iTeksten) -> Mutasjon.tekst(Jsontre.mutert(metadata(), iTreet), iTeksten))
                // nobody else is to be asked
                .filter(tekst -> !tekst.contains("https:"));
        Arbitrary<String> jwks = Combinators.combine(Arbitraries.of(JWKS), Mutasjon.liste(3, Slag.values()))
                .as(Jsontre::mutert);
        return FUZZ_OVER_NETT.foerst(Arbitraries.oneOf(
                metadata.map(tekst -> new Svar(tekst, GODT)), jwks.map(tekst -> new Svar(metadata(), tekst))));
    }
}
