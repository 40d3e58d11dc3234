package no.rrh.bootstrap.system;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each environment lets happen, against the fat JAR. */
class MiljoeIT {
    private static final String VIRKSOMHET = "/api/virksomheter/313513408";

    @ParameterizedTest
    @ValueSource(strings = {"test", "produksjon"})
    void withoutAnIssuerTheStartIsRefusedInOneLine(String miljoe) {
        Rrhprosess.Resultat resultat =
                Rrhprosess.her("serve", "--port", "0", "--miljoe", miljoe, "--data", ny().toString());

        assertThat(resultat.kode()).isEqualTo(2);
        assertThat(resultat.ut()).isEmpty();
        assertThat(resultat.feil().strip().lines()).singleElement().asString().contains("maskinporten.utsteder");
    }

    @Test
    void theTestEnvironmentIsNotOpenByAccident() {
        Path data = ny();
        Rrhprosess.Resultat resultat = Rrhprosess.her(
                "serve",
                "--port",
                "0",
                "--miljoe",
                "test",
                "--data",
                data.toString(),
                "--maskinporten-utsteder",
                "https://test.maskinporten.no/");

        assertThat(resultat.kode()).isEqualTo(2);
        assertThat(resultat.feil().strip().lines())
                .singleElement()
                .asString()
                .contains("ipfilter.tillat", "--ipfilter-tillat", "må settes i miljøet test", "192.0.2.0/24");
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void aFolderRemembersItsEnvironmentForEveryCommand() throws Exception {
        Path data = ny();
        String fil = Files.writeString(ny().resolve("tom.json"), "[]").toString();
        assertThat(Rrhprosess.her("importer", fil, "--data", data.toString(), "--miljoe", "produksjon")
                        .kode())
                .isZero();

        for (String[] kommando : new String[][] {
            {"serve", "--port", "0"}, {"importer", fil}, {"totalbestand"}, {"token", "--scope", Felles.OFFENTLIG}
        }) {
            Rrhprosess.Resultat resultat =
                    Rrhprosess.her(Stream.concat(Stream.of(kommando), Stream.of("--data", data.toString()))
                            .toArray(String[]::new));
            assertThat(resultat.kode()).as(resultat.feil()).isEqualTo(2);
            assertThat(resultat.ut()).isEmpty();
            assertThat(resultat.feil().strip().lines())
                    .singleElement()
                    .asString()
                    .contains("laget i miljøet produksjon og kan ikke brukes i lokal");
        }
        assertThat(data.resolve("maskinporten")).doesNotExist();
        assertThat(Rrhprosess.her("totalbestand", "--data", data.toString(), "--miljoe", "produksjon")
                        .kode())
                .isZero();
    }

    @Test
    void aFolderOfANewerVersionIsRefusedByEveryCommandAndLeftAsItIs() throws Exception {
        Path data = ny();
        String fil = Files.writeString(ny().resolve("tom.json"), "[]").toString();
        assertThat(Rrhprosess.her("importer", fil, "--data", data.toString()).kode())
                .isZero();
        Path opphav = data.resolve("datamappe.properties");
        Files.writeString(opphav, Files.readString(opphav).replace("versjon=1", "versjon=2"));
        Map<Path, String> innhold = innhold(data);

        for (String[] kommando : new String[][] {
            {"serve", "--port", "0"}, {"importer", fil}, {"totalbestand"}, {"token", "--scope", Felles.OFFENTLIG}
        }) {
            Rrhprosess.Resultat resultat =
                    Rrhprosess.her(Stream.concat(Stream.of(kommando), Stream.of("--data", data.toString()))
                            .toArray(String[]::new));
            assertThat(resultat.kode()).as(resultat.feil()).isEqualTo(1);
            assertThat(resultat.feil().strip().lines())
                    .singleElement()
                    .asString()
                    .contains("nyere versjon av rrh");
        }
        assertThat(innhold(data)).isEqualTo(innhold);
    }

    private static Map<Path, String> innhold(Path mappe) throws IOException {
        Map<Path, String> innhold = new HashMap<>();
        try (Stream<Path> alt = Files.walk(mappe)) {
            for (Path fil : (Iterable<Path>) alt.filter(Files::isRegularFile)::iterator) {
                innhold.put(fil, Files.readString(fil, ISO_8859_1));
            }
        }
        return innhold;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://maskinporten.no/",
                "https://maskinporten.no",
                "maskinporten.no",
                "https://maskinporten.no/?x=1",
                "http://127.0.0.1.example.org/",
                "file:///x/",
                "",
            })
    void anIssuerThatIsNotHttpsOrLoopbackIsRefused(String utsteder) {
        Rrhprosess.Resultat resultat = Rrhprosess.her(
                "serve",
                "--port",
                "0",
                "--miljoe",
                "produksjon",
                "--data",
                ny().toString(),
                "--maskinporten-utsteder",
                utsteder);

        assertThat(resultat.kode()).isEqualTo(2);
        assertThat(resultat.feil().strip().lines()).singleElement().asString().contains("maskinporten.utsteder");
    }

    @Test
    void inTestTheTokensOfAnOutsideMaskinportenCountAndNothingLocalIsReachable() throws Exception {
        Path data = ny();
        try (FalskMaskinporten maskinporten = new FalskMaskinporten(true);
                Rrhprosess server = Rrhprosess.serve(
                        data,
                        "--miljoe",
                        "test",
                        "--adresse",
                        "127.0.0.1",
                        "--maskinporten-utsteder",
                        maskinporten.utsteder().toString(),
                        "--ipfilter-tillat",
                        "127.0.0.1")) {
            URI adresse = server.adresse();
            String[] token = {"Authorization: Bearer " + maskinporten.token(Felles.OFFENTLIG)};

            assertThat(server.linjer()).singleElement().asString().contains("(test)");
            assertThat(Raa.send(adresse, "GET", "/helse/klar").status()).isEqualTo(200);
            Raa.Svar utenNoekler = Raa.send(adresse, "GET", VIRKSOMHET, token);
            assertThat(utenNoekler.status()).isEqualTo(503);
            assertThat(utenNoekler.header("Retry-After")).isPresent();
            assertThat(Raa.send(adresse, "GET", VIRKSOMHET).status()).isEqualTo(403);

            maskinporten.komTilbake();
            // The register is empty, since test data is loaded in lokal alone
            Vent.til(
                    "the keys are fetched",
                    Duration.ofSeconds(60),
                    () -> Raa.send(adresse, "GET", VIRKSOMHET, token).status() == 404);

            for (String sti : List.of("/maskinporten/jwk", "/maskinporten/.well-known/oauth-authorization-server")) {
                assertThat(Raa.send(adresse, "GET", sti).status()).isEqualTo(404);
            }
            for (String metode : List.of("POST", "GET", "OPTIONS")) {
                for (String sti : List.of("/maskinporten/token", "/maskinporten/lokalt-token")) {
                    assertThat(Raa.send(adresse, metode, sti, "Content-Length: 0")
                                    .status())
                            .as(metode)
                            .isEqualTo(404);
                }
            }
            assertThat(Raa.send(adresse, "GET", "/").tekst()).contains("<h1>").doesNotContain("/innsyn");
            assertThat(Raa.send(adresse, "GET", "/innsyn").status()).isEqualTo(404);
            assertThat(Raa.send(adresse, "GET", "/innsyn/side.js").status()).isEqualTo(404);
            assertThat(Raa.send(adresse, "GET", "/api/oppslag").tekst()).contains("data-lokal=\"nei\"");
            assertThat(Files.exists(data.resolve("maskinporten"))).isFalse();
            String lokalt = Felles.token(Felles.OFFENTLIG);
            assertThat(Raa.send(adresse, "GET", VIRKSOMHET, "Authorization: Bearer " + lokalt)
                            .status())
                    .isEqualTo(403);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"test", "produksjon"})
    void tokensAreNotMadeOutsideLokal(String miljoe) {
        Rrhprosess.Resultat resultat = Rrhprosess.her(
                "token", "--data", Felles.data().toString(), "--miljoe", miljoe, "--scope", Felles.OFFENTLIG);

        assertThat(resultat.kode()).isEqualTo(1);
        assertThat(resultat.ut()).isEmpty();
        assertThat(resultat.feil()).contains("bare i miljøet lokal");
    }

    @ParameterizedTest
    @ValueSource(strings = {"test", "produksjon"})
    void clientsAreNotKeptOutsideLokal(String miljoe) {
        String data = Felles.data().toString();
        String ut = ny().toString();
        for (String[] kommando : new String[][] {
            {"opprett", "--id", "x", "--scope", Felles.OFFENTLIG, "--orgnr", "310000019", "--ut", ut},
            {"liste"},
            {"slett", "x"}
        }) {
            List<String> argumenter = new ArrayList<>(List.of("klient"));
            argumenter.addAll(List.of(kommando));
            argumenter.addAll(List.of("--data", data, "--miljoe", miljoe));
            Rrhprosess.Resultat resultat = Rrhprosess.her(argumenter.toArray(String[]::new));

            assertThat(resultat.kode()).as(kommando[0]).isEqualTo(1);
            assertThat(resultat.ut()).isEmpty();
            assertThat(resultat.feil()).contains("klienter finnes bare i miljøet lokal");
        }
        assertThat(Path.of(ut)).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"test", "produksjon"})
    void certificateAuthoritiesAreRefusedOutsideLokal(String miljoe) {
        Rrhprosess.Resultat resultat = Rrhprosess.her(
                "serve",
                "--port",
                "0",
                "--miljoe",
                miljoe,
                "--data",
                ny().toString(),
                "--maskinporten-utsteder",
                "https://test.maskinporten.no/",
                "--maskinporten-ca",
                "ca.pem");

        assertThat(resultat.kode()).isEqualTo(2);
        assertThat(resultat.feil().strip().lines()).singleElement().asString().contains("maskinporten.ca");
    }

    @Test
    void aFileWithoutCertificateAuthoritiesStopsTheStartInLokal() {
        Rrhprosess.Resultat resultat = Rrhprosess.her(
                "serve", "--port", "0", "--data", ny().toString(), "--maskinporten-ca", "finnes-ikke.pem");

        assertThat(resultat.kode()).isEqualTo(2);
        assertThat(resultat.ut()).isEmpty();
        assertThat(resultat.feil()).contains("finnes-ikke.pem").doesNotContain("Exception");
    }

    @ParameterizedTest
    @CsvSource({"--adresse, 0.0.0.0", "--adresse, 10.0.0.1", "--maskinporten-utsteder, https://maskinporten.no/"})
    void lokalCannotBeOpenedToOthers(String flagg, String verdi) {
        Rrhprosess.Resultat resultat = Rrhprosess.her("serve", "--port", "0", "--data", ny().toString(), flagg, verdi);

        assertThat(resultat.kode()).isEqualTo(2);
        assertThat(resultat.feil()).contains("lokal");
    }

    @Test
    void aVariableSetsWhatAFlagSets() {
        Rrhprosess.Resultat resultat = Rrhprosess.her(
                Map.of("RRH_MILJOE", "produksjon", "RRH_DATA", ny().toString(), "RRH_TEST_NOE", "ignoreres"),
                "serve",
                "--port",
                "0");

        assertThat(resultat.kode()).isEqualTo(2);
        assertThat(resultat.feil()).contains("miljøet produksjon");
    }

    private static Path ny() {
        return Felles.mappe();
    }
}
