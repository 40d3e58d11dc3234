package no.rrh.http.maskinporten;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import no.rrh.domain.feil.UgyldigVerdi;
import no.rrh.domain.virksomhet.Organisasjonsnummer;
import no.rrh.http.sikkerhet.Testklokke;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KlientregisterTest {
    private static final Organisasjonsnummer ORGNR = new Organisasjonsnummer("310000019");
    private static final Organisasjonsnummer KUNDE = new Organisasjonsnummer("310000027");

    private final Testklokke klokke = new Testklokke();
    private Path maskinporten;
    private Path ut;
    private Klientregister register;

    @BeforeEach
    void register(@TempDir Path rot) {
        maskinporten = rot.resolve("data/maskinporten");
        ut = rot.resolve("ut");
        register = new Klientregister(maskinporten, klokke);
    }

    private static Klient klient(String id) {
        return new Klient(id, ORGNR, List.of("brreg:reelle/offentlig"), List.of(KUNDE));
    }

    private static List<String> filer(Path mappe) throws IOException {
        if (!Files.exists(mappe)) {
            return List.of();
        }
        try (Stream<Path> filer = Files.list(mappe)) {
            return filer.map(fil -> fil.getFileName().toString()).sorted().toList();
        }
    }

    private static String rettigheter(Path fil) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(fil));
    }

    @Test
    void findsWhatIsRegisteredAgain() {
        RegistrertKlient opprettet = register.opprett(klient("a"), ut);

        assertThat(opprettet.klient()).isEqualTo(klient("a"));
        assertThat(opprettet.opprettet()).isEqualTo(klokke.instant());
        assertThat(new Klientregister(maskinporten, klokke).finn("a")).contains(opprettet);
        assertThat(register.finn("b")).isEmpty();
        assertThat(register.finn("../a")).isEmpty();
    }

    @Test
    void writesTheSamePrivateKeyInBothForms() throws Exception {
        RegistrertKlient opprettet = register.opprett(klient("a"), ut);

        RsaJsonWebKey jwk = (RsaJsonWebKey) JsonWebKey.Factory.newJwk(Files.readString(ut.resolve("a.jwk.json")));
        String pem = Files.readString(ut.resolve("a.pem"));
        assertThat(pem).matches("-----BEGIN PRIVATE KEY-----\n([A-Za-z0-9+/=]{1,64}\n)+-----END PRIVATE KEY-----\n");
        byte[] pkcs8 = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
        PrivateKey fraPem = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        assertThat(fraPem.equals(jwk.getPrivateKey())).isTrue();
        assertThat(jwk.getKeyId()).isEqualTo(opprettet.noekkel().kid());
        assertThat(jwk.getAlgorithm()).isEqualTo("RS256");
        assertThat(jwk.getUse()).isEqualTo("sig");
        assertThat(jwk.getRsaPublicKey()).isEqualTo(opprettet.noekkel().offentlig());
        assertThat(jwk.getRsaPublicKey().getModulus().bitLength()).isEqualTo(2048);
    }

    @Test
    void keepsThePublicKeyAloneAndAllFilesForTheOwner() throws Exception {
        register.opprett(klient("a"), ut);

        Path fil = maskinporten.resolve("klienter/a.json");
        Map<String, Object> json = JsonUtil.parseJson(Files.readString(fil));
        assertThat(json).containsOnlyKeys("id", "orgnr", "scopes", "delegertFra", "opprettet", "jwks");
        Map<?, ?> jwk = (Map<?, ?>) ((List<?>) ((Map<?, ?>) json.get("jwks")).get("keys")).get(0);
        assertThat(jwk.keySet().stream().map(Object::toString))
                .containsExactlyInAnyOrder("kty", "kid", "use", "alg", "n", "e");
        for (Path mappe : List.of(maskinporten, fil.getParent(), ut)) {
            assertThat(rettigheter(mappe)).as(mappe.toString()).isEqualTo("rwx------");
        }
        for (Path enFil : List.of(fil, ut.resolve("a.jwk.json"), ut.resolve("a.pem"))) {
            assertThat(rettigheter(enFil)).as(enFil.toString()).isEqualTo("rw-------");
        }
    }

    @Test
    void writesIntoAFolderThatIsThereAlsoThroughALinkAndLeavesItsRights() throws Exception {
        Path mappe = Files.createDirectory(
                ut.resolveSibling("mappe"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        Path lenke = Files.createSymbolicLink(ut.resolveSibling("lenke"), mappe);

        register.opprett(klient("a"), lenke);

        assertThat(filer(mappe)).containsExactly("a.jwk.json", "a.pem");
        assertThat(rettigheter(mappe)).isEqualTo("rwxr-xr-x");
    }

    @Test
    void refusesAnIdThatIsTakenAndLeavesEverythingAsItWas() throws Exception {
        RegistrertKlient foerste = register.opprett(klient("a"), ut);
        Path annen = ut.resolveSibling("annen");

        assertThatThrownBy(() -> register.opprett(klient("a"), annen))
                .isInstanceOf(Klientfeil.class)
                .hasMessageStartingWith("klienten a finnes fra før");
        assertThat(register.finn("a")).contains(foerste);
        assertThat(filer(annen)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.jwk.json", "a.pem"})
    void overwritesNoKeyAndRegistersNothingThen(String fil) throws Exception {
        Files.createDirectories(ut);
        Files.writeString(ut.resolve(fil), "min");

        assertThatThrownBy(() -> register.opprett(klient("a"), ut))
                .isInstanceOf(Klientfeil.class)
                .hasMessageContaining(fil)
                .hasMessageContaining("overskrives ikke");
        assertThat(Files.readString(ut.resolve(fil))).isEqualTo("min");
        assertThat(filer(ut)).containsExactly(fil);
        assertThat(register.liste()).isEmpty();
    }

    @Test
    void registersNothingWhenTheKeyCannotBeWritten() throws Exception {
        Path fil = Files.writeString(ut.resolveSibling("fil"), "x");

        assertThatThrownBy(() -> register.opprett(klient("a"), fil))
                .isInstanceOf(UgyldigVerdi.class)
                .hasMessage(fil + " er ikke en mappe");
        assertThatThrownBy(() -> register.opprett(klient("a"), fil.resolve("under")))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(register.liste()).isEmpty();
    }

    @Test
    void leavesNoKeyWhenTheClientCannotBeRegistered() throws Exception {
        Files.createDirectories(maskinporten);
        Path klienter = Files.writeString(maskinporten.resolve("klienter"), "ikke en mappe");
        assertThatThrownBy(() -> register.opprett(klient("a"), ut)).isInstanceOf(UncheckedIOException.class);
        assertThat(filer(ut)).isEmpty();

        Files.delete(klienter);
        // a dangling link is not there when it is asked for, and there when it is to be made
        Files.createDirectory(klienter);
        Files.createSymbolicLink(klienter.resolve("a.json"), Path.of("ingensteds"));
        assertThatThrownBy(() -> register.opprett(klient("a"), ut)).isInstanceOf(Klientfeil.class);
        assertThat(filer(ut)).isEmpty();
    }

    @Test
    void registersOneOfManyWithTheSameIdAtOnce() throws Exception {
        int antall = 8;
        ExecutorService traader = Executors.newFixedThreadPool(antall);
        CyclicBarrier start = new CyclicBarrier(antall);
        List<Future<String>> svar = new ArrayList<>();
        for (int i = 0; i < antall; i++) {
            Path egen = ut.resolveSibling("ut" + i);
            svar.add(traader.submit(() -> {
                start.await();
                try {
                    return register.opprett(klient("a"), egen).noekkel().kid();
                } catch (Klientfeil finnes) {
                    assertThat(filer(egen)).isEmpty();
                    return "";
                }
            }));
        }
        List<String> kider = new ArrayList<>();
        for (Future<String> ett : svar) {
            kider.add(ett.get(60, TimeUnit.SECONDS));
        }
        traader.shutdown();

        assertThat(kider)
                .filteredOn(kid -> !kid.isEmpty())
                .containsExactly(register.finn("a").orElseThrow().noekkel().kid());
        assertThat(filer(maskinporten.resolve("klienter"))).containsExactly("a.json");
    }

    @Test
    void listsTheClientsByIdAndRemovesThem() {
        assertThat(register.liste()).isEmpty();
        register.opprett(klient("b"), ut);
        register.opprett(klient("a.1"), ut);

        assertThat(register.liste()).extracting(k -> k.klient().id()).containsExactly("a.1", "b");
        assertThat(register.slett("b")).isTrue();
        assertThat(register.slett("b")).isFalse();
        assertThat(register.liste()).extracting(k -> k.klient().id()).containsExactly("a.1");
        assertThatThrownBy(() -> register.slett("../noekkel.jwk")).isInstanceOf(UgyldigVerdi.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "{\"id\":\"b\",\"orgnr\":\"310000019\",\"scopes\":[\"x\"],\"delegertFra\":[],"
                        + "\"opprettet\":\"2026-11-24T12:00:00Z\",\"jwks\":{\"keys\":[]}}",
            })
    void namesAFileThatIsNoClientAndQuotesNothingOfIt(String innhold) throws Exception {
        Files.createDirectories(maskinporten.resolve("klienter"));
        Path fil = Files.writeString(maskinporten.resolve("klienter/b.json"), innhold);

        for (Runnable gjort : List.<Runnable>of(() -> register.finn("b"), register::liste)) {
            assertThatThrownBy(gjort::run)
                    .isInstanceOf(UgyldigVerdi.class)
                    .hasMessage(
                            "filen " + fil + " er ikke en registrert klient: slett den, og opprett klienten på nytt");
        }
    }

    @Test
    void refusesTheFileOfAnotherClientAndAWeakKey() throws Exception {
        register.opprett(klient("a"), ut);
        Path fil = maskinporten.resolve("klienter/a.json");
        Path kopi = Files.copy(fil, fil.resolveSibling("b.json"));
        assertThatThrownBy(() -> register.finn("b")).hasMessageContaining(kopi.toString());

        Files.writeString(fil, Files.readString(fil).replaceAll("\"n\":\"[^\"]+\"", "\"n\":\"AQAB\""));
        assertThatThrownBy(() -> register.finn("a")).hasMessageContaining(fil.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", ".a", "-a", "_a", "a/b", "../a", "a b", "æ", "a\n", "a\u0000", "a:b"})
    void refusesAnIdThatIsNoSafeName(String id) {
        assertThatThrownBy(() -> klient(id)).isInstanceOf(UgyldigVerdi.class).hasMessageStartingWith("id må");
    }

    @Test
    void letsIdsOfUpTo64CharactersIn() {
        assertThat(klient("e4a1b3a2-0c5e-4d3a-9d59-0a4b8a3f2c11").id()).hasSize(36);
        assertThat(klient("A" + "9_.-".repeat(15) + "abc").id()).hasSize(64);
        assertThatThrownBy(() -> klient("a".repeat(65))).isInstanceOf(UgyldigVerdi.class);
    }

    @Test
    void refusesAClientThatIsNotAsSaid() {
        assertThatThrownBy(() -> new Klient("a", ORGNR, List.of(), List.of()))
                .isInstanceOf(UgyldigVerdi.class)
                .hasMessageContaining("minst ett scope");
        assertThatThrownBy(() -> new Klient("a", ORGNR, List.of("a b"), List.of()))
                .isInstanceOf(UgyldigVerdi.class)
                .hasMessageContaining("scope må bestå av");
        assertThatThrownBy(() -> new Klient("a", ORGNR, List.of("x"), List.of(ORGNR)))
                .isInstanceOf(UgyldigVerdi.class)
                .hasMessageContaining("eget organisasjonsnummer");
    }
}
