package no.rrh.http.maskinporten;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import no.rrh.domain.feil.UgyldigVerdi;
import no.rrh.domain.tilgang.Kaller;
import no.rrh.domain.tilgang.Konsument;
import no.rrh.domain.tilgang.Scope;
import no.rrh.domain.tilgang.Ukjent;
import no.rrh.domain.virksomhet.Organisasjonsnummer;
import no.rrh.http.sikkerhet.Loggfangst;
import no.rrh.http.sikkerhet.MaskinportenAutentisering;
import no.rrh.http.sikkerhet.Testklokke;
import no.rrh.http.sikkerhet.Utsteder;
import org.jose4j.json.JsonUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LokalMaskinportenTest {
    private static final URI UTSTEDER = URI.create("http://127.0.0.1:8080/maskinporten/");
    private static final Organisasjonsnummer CONSUMER = new Organisasjonsnummer("910753614");
    private static final Organisasjonsnummer SUPPLIER = new Organisasjonsnummer("991825827");

    private final Testklokke klokke = new Testklokke();
    private Path mappe;

    @BeforeEach
    void mappe(@TempDir Path rot) {
        mappe = rot.resolve("data/maskinporten");
    }

    private LokalMaskinporten aapne() {
        return LokalMaskinporten.aapne(mappe, klokke);
    }

    private LokalMaskinporten medUtsteder() {
        LokalMaskinporten maskinporten = aapne();
        maskinporten.settUtsteder(UTSTEDER);
        return maskinporten;
    }

    private static Tokenbestilling bestilling(Optional<Organisasjonsnummer> supplier, String... scopes) {
        return new Tokenbestilling(List.of(scopes), CONSUMER, supplier, Duration.ofMinutes(10));
    }

    private Kaller autentiser(LokalMaskinporten maskinporten, String token) {
        return new MaskinportenAutentisering(
                        new Utsteder(UTSTEDER.toString()),
                        Optional.empty(),
                        maskinporten.noekler(),
                        klokke,
                        10,
                        new SimpleMeterRegistry())
                .autentiser(List.of("Bearer " + token));
    }

    private static Map<String, Object> del(String token, int nr) throws Exception {
        byte[] json = Base64.getUrlDecoder().decode(token.split("\\.")[nr]);
        return JsonUtil.parseJson(new String(json, StandardCharsets.UTF_8));
    }

    private String rettigheter(Path fil) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(fil));
    }

    @Test
    void keepsItsFilesForTheOwnerAlone() throws Exception {
        medUtsteder();

        assertThat(rettigheter(mappe)).isEqualTo("rwx------");
        assertThat(rettigheter(mappe.resolve("noekkel.jwk.json"))).isEqualTo("rw-------");
        assertThat(rettigheter(mappe.resolve("utsteder"))).isEqualTo("rw-------");
    }

    @Test
    void leavesNothingButItsTwoFiles() throws Exception {
        medUtsteder().settUtsteder(URI.create("http://127.0.0.1:9090/maskinporten/"));
        aapne();

        try (Stream<Path> filer = Files.list(mappe)) {
            assertThat(filer.map(fil -> fil.getFileName().toString()))
                    .containsExactlyInAnyOrder("noekkel.jwk.json", "utsteder");
        }
    }

    @Test
    void findsItsKeyAgain() {
        assertThat(aapne().jwksJson()).isEqualTo(aapne().jwksJson());
    }

    @Test
    void endsWithOneKeyWhenManyOpenAtOnce() throws Exception {
        int antall = 8;
        ExecutorService traader = Executors.newFixedThreadPool(antall);
        CyclicBarrier start = new CyclicBarrier(antall);
        List<Future<String>> svar = new ArrayList<>();
        for (int i = 0; i < antall; i++) {
            svar.add(traader.submit(() -> {
                start.await();
                return aapne().jwksJson();
            }));
        }
        Set<String> noekler = new HashSet<>();
        for (Future<String> ett : svar) {
            noekler.add(ett.get(60, TimeUnit.SECONDS));
        }
        traader.shutdown();

        assertThat(noekler).containsExactly(aapne().jwksJson());
        leavesOnlyTheKey();
    }

    private void leavesOnlyTheKey() throws IOException {
        try (Stream<Path> filer = Files.list(mappe)) {
            assertThat(filer).containsExactly(mappe.resolve("noekkel.jwk.json"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{}",
                "secret",
                "{\"kty\":\"oct\",\"kid\":\"x\",\"k\":\"c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0\"}",
                "{\"kty\":\"RSA\",\"kid\":\"x\",\"n\":\"AQAB\",\"e\":\"AQAB\"}"
            })
    void namesAKeyFileThatIsBrokenAndQuotesNothingOfIt(String innhold) throws Exception {
        Files.createDirectories(mappe);
        Path fil = Files.writeString(mappe.resolve("noekkel.jwk.json"), innhold);

        assertThatThrownBy(this::aapne)
                .isInstanceOf(UgyldigVerdi.class)
                .hasMessage("nøkkelfilen " + fil + " inneholder ikke en privat RSA-nøkkel på minst 2048 bit med kid:"
                        + " slett den, så lages en ny")
                .hasNoCause();
        assertThat(Files.readString(fil)).as("left as it was").isEqualTo(innhold);
    }

    @Test
    void refusesAPublicKeyForAKeyFile() throws Exception {
        String jwks = aapne().jwksJson();
        String offentlig = jwks.substring("{\"keys\":[".length(), jwks.length() - 2);
        Files.writeString(mappe.resolve("noekkel.jwk.json"), offentlig);

        assertThatThrownBy(this::aapne).isInstanceOf(UgyldigVerdi.class).hasMessageContaining("privat RSA-nøkkel");
    }

    @Test
    void refusesAKeyFileThatIsNotText() throws Exception {
        Files.createDirectories(mappe);
        Files.write(mappe.resolve("noekkel.jwk.json"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});

        assertThatThrownBy(this::aapne).isInstanceOf(UgyldigVerdi.class).hasMessageContaining("noekkel.jwk.json");
    }

    @Test
    void makesTheIssuerKnownToEveryoneOnTheFolder() {
        LokalMaskinporten server = aapne();
        LokalMaskinporten kommando = aapne();
        assertThat(kommando.utsteder()).isEmpty();

        server.settUtsteder(UTSTEDER);
        assertThat(kommando.utsteder()).contains(UTSTEDER);

        URI annen = URI.create("http://127.0.0.1:9090/maskinporten/");
        server.settUtsteder(annen);
        assertThat(kommando.utsteder()).contains(annen);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.no/",
                "https://maskinporten.no/",
                "http://127.0.0.1:8080/maskinporten",
                "/x/",
                "x:y/"
            })
    void isAnIssuerOnThisMachineOnly(String adresse) {
        LokalMaskinporten maskinporten = aapne();

        assertThatThrownBy(() -> maskinporten.settUtsteder(URI.create(adresse))).isInstanceOf(UgyldigVerdi.class);
        assertThat(maskinporten.utsteder()).isEmpty();
    }

    @Test
    void namesAnIssuerFileThatIsBroken() throws Exception {
        LokalMaskinporten maskinporten = aapne();
        Files.writeString(mappe.resolve("utsteder"), "8080");

        assertThatThrownBy(maskinporten::utsteder)
                .isInstanceOf(UgyldigVerdi.class)
                .hasMessageStartingWith(mappe.resolve("utsteder") + ": utsteder må være");
    }

    @Test
    void issuesNothingBeforeThereIsAnIssuer() {
        LokalMaskinporten maskinporten = aapne();

        for (Runnable gjort : List.<Runnable>of(
                maskinporten::metadataJson, () -> maskinporten.utsted(bestilling(Optional.empty(), "x")))) {
            assertThatThrownBy(gjort::run)
                    .isInstanceOf(UgyldigVerdi.class)
                    .hasMessage("ingen utsteder står i " + mappe + ": start serveren på den samme datamappen først");
        }
    }

    @Test
    void showsItsPublicKeyAndNothingOfThePrivateOne() throws Exception {
        String jwks = medUtsteder().jwksJson();

        List<?> noekler = (List<?>) JsonUtil.parseJson(jwks).get("keys");
        assertThat(noekler).singleElement().satisfies(noekkel -> {
            Map<?, ?> jwk = (Map<?, ?>) noekkel;
            assertThat(jwk.keySet().stream().map(Object::toString))
                    .containsExactlyInAnyOrder("kty", "kid", "use", "alg", "n", "e");
            assertThat(jwk.get("use")).isEqualTo("sig");
            assertThat(jwk.get("alg")).isEqualTo("RS256");
        });
    }

    @Test
    void tellsOfItselfAsMaskinportenDoes() throws Exception {
        Map<String, Object> metadata = JsonUtil.parseJson(medUtsteder().metadataJson());

        assertThat(metadata)
                .containsOnly(
                        Map.entry("issuer", "http://127.0.0.1:8080/maskinporten/"),
                        Map.entry("token_endpoint", "http://127.0.0.1:8080/maskinporten/token"),
                        Map.entry("jwks_uri", "http://127.0.0.1:8080/maskinporten/jwk"),
                        Map.entry("token_endpoint_auth_methods_supported", List.of("private_key_jwt")),
                        Map.entry("grant_types_supported", List.of("urn:ietf:params:oauth:grant-type:jwt-bearer")),
                        Map.entry(
                                "token_endpoint_auth_signing_alg_values_supported",
                                List.of("RS256", "RS384", "RS512")));
    }

    @Test
    void issuesTokensWithMaskinportensHeaderAndClaims() throws Exception {
        LokalMaskinporten maskinporten = medUtsteder();
        String token = maskinporten.utsted(bestilling(Optional.of(SUPPLIER), "brreg:reelle/offentlig", "annet:scope"));

        Map<String, Object> hode = del(token, 0);
        assertThat(hode).containsOnlyKeys("kid", "alg").containsEntry("alg", "RS256");
        assertThat(maskinporten.jwksJson()).contains("\"kid\":\"" + hode.get("kid") + "\"");
        Map<String, Object> krav = del(token, 1);
        long naa = klokke.instant().getEpochSecond();
        assertThat(krav)
                .containsEntry("iss", UTSTEDER.toString())
                .containsEntry("client_amr", "virksomhetssertifikat")
                .containsEntry("token_type", "Bearer")
                .containsEntry("aud", "unspecified")
                .containsEntry("scope", "brreg:reelle/offentlig annet:scope")
                .containsEntry("iat", naa)
                .containsEntry("exp", naa + 600)
                .containsEntry("consumer", Map.of("authority", "iso6523-actorid-upis", "ID", "0192:910753614"))
                .containsEntry("supplier", Map.of("authority", "iso6523-actorid-upis", "ID", "0192:991825827"))
                .containsEntry("delegation_source", "https://tt02.altinn.no/")
                .containsKeys("client_id", "jti")
                .hasSize(12);
    }

    @Test
    void issuesTokensWithoutDelegationWhenThereIsNoSupplier() throws Exception {
        assertThat(del(medUtsteder().utsted(bestilling(Optional.empty(), "x")), 1))
                .doesNotContainKeys("supplier", "delegation_source");
    }

    @Test
    void issuesNoTwoTokensAlike() {
        LokalMaskinporten maskinporten = medUtsteder();
        Tokenbestilling bestilling = bestilling(Optional.empty(), "x");

        assertThat(maskinporten.utsted(bestilling).equals(maskinporten.utsted(bestilling)))
                .isFalse();
    }

    @Test
    void issuesTokensThatTheServerOnTheFolderLetsIn() {
        medUtsteder();
        LokalMaskinporten kommando = aapne();
        LokalMaskinporten server = aapne();

        String token = kommando.utsted(bestilling(Optional.of(SUPPLIER), "brreg:reelle/offentlig", "annet:scope"));

        assertThat(autentiser(server, token))
                .isEqualTo(new Konsument(
                        CONSUMER,
                        Optional.of(SUPPLIER),
                        "rrh-lokal",
                        Set.of(Scope.OFFENTLIG),
                        klokke.instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(600)));
    }

    @Test
    void issuesTokensThatLastAsLongAsTheyWereOrdered() {
        LokalMaskinporten maskinporten = medUtsteder();
        for (Duration levetid : List.of(Duration.ofSeconds(1), Duration.ofMinutes(130))) {
            String token = maskinporten.utsted(new Tokenbestilling(List.of("x"), CONSUMER, Optional.empty(), levetid));
            assertThat(autentiser(maskinporten, token)).isInstanceOf(Konsument.class);
            klokke.gaa(levetid.plusSeconds(9));
            assertThat(autentiser(maskinporten, token)).as("within the skew").isInstanceOf(Konsument.class);
            klokke.gaa(Duration.ofSeconds(1));
            assertThat(autentiser(maskinporten, token)).isEqualTo(Ukjent.UGYLDIG_TOKEN);
        }
    }

    @Test
    void issuesTokensThatNoOtherFolderLetsIn(@TempDir Path annen) {
        LokalMaskinporten fremmed = LokalMaskinporten.aapne(annen, klokke);
        fremmed.settUtsteder(UTSTEDER);

        assertThat(autentiser(aapne(), fremmed.utsted(bestilling(Optional.empty(), "brreg:reelle/offentlig"))))
                .isEqualTo(Ukjent.UGYLDIG_TOKEN);
    }

    @Test
    void logsNothingOfAKeyOrAToken() throws Exception {
        try (Loggfangst logg = new Loggfangst()) {
            LokalMaskinporten maskinporten = medUtsteder();
            String token = maskinporten.utsted(bestilling(Optional.empty(), "x"));
            autentiser(maskinporten, token);

            Map<String, Object> privat = JsonUtil.parseJson(Files.readString(mappe.resolve("noekkel.jwk.json")));
            assertThat(logg.nevner(List.of(token.split("\\.")))).isFalse();
            assertThat(logg.nevner(Stream.of("d", "p", "q", "dp", "dq", "qi")
                            .map(del -> (String) privat.get(del))
                            .toList()))
                    .isFalse();
        }
    }
}
