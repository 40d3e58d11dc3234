package no.rrh.bootstrap.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import no.rrh.bootstrap.Testlager;
import no.rrh.domain.Eksempler;
import no.rrh.persistence.register.Registerlager;
import org.junit.jupiter.api.Test;

/** From start to stop, against the fat JAR. */
class LivsloepIT {
    private static final String VIRKSOMHET = "/api/virksomheter/313513408";

    @Test
    @EgenProsess("the call starts the JAR")
    void theReadinessLineIsFollowedByACallThatCanBePastedAsItStands() throws Exception {
        assertThat(Felles.server().linjer()).hasSize(2);
        String kall = Felles.server().linjer().get(1);
        assertThat(kall).startsWith("curl ");

        Process skall = new ProcessBuilder("bash", "-c", kall + " --silent --fail").start();
        String svar = new String(skall.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(skall.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(skall.exitValue()).isZero();
        assertThat(svar).startsWith("{\"organisasjonsnummer\":\"313513408\"");
    }

    /** Otherwise a run on PostgreSQL could be one more on H2, and nobody would see. */
    @Test
    void theRegisterIsInTheStoreThatTheTestsAreRunOn() {
        boolean h2 = Registersted.LAGER == Testlager.H2;
        assertThat(Files.exists(Felles.data().resolve("register"))).isEqualTo(h2);
        if (!h2) {
            try (Registerlager database = Registersted.aapne(Felles.data())) {
                assertThat(database.endringslogg().siste()).isEqualTo(Testdatatall.ENDRINGER);
            }
        }
    }

    @Test
    void aRestartAnswersTheSameFromTheSameFolder() {
        Path data = Felles.mappe();
        Raa.Svar foer;
        try (Rrhprosess server = Rrhprosess.serve(data)) {
            foer = hent(server.adresse(), Felles.token(data, "--scope", Felles.OFFENTLIG));
        }
        try (Rrhprosess server = Rrhprosess.serve(data)) {
            Raa.Svar etter = hent(server.adresse(), Felles.token(data, "--scope", Felles.OFFENTLIG));
            assertThat(foer.status()).isEqualTo(200);
            assertThat(etter.kropp()).isEqualTo(foer.kropp());
            assertThat(etter.header("ETag")).isEqualTo(foer.header("ETag"));
        }
    }

    @Test
    @EgenProsess("it is killed")
    void aServerThatWasKilledStartsAgainWithWhatItHad() {
        Path data = Felles.mappe();
        Rrhprosess drept = Rrhprosess.serve(data);
        drept.drep();
        try (Rrhprosess server = Rrhprosess.serve(data)) {
            assertThat(hent(server.adresse(), Felles.token(data, "--scope", Felles.OFFENTLIG))
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void aTokenOfAnotherServersKeyIsRefused() {
        Path data = Felles.mappe();
        try (Rrhprosess server = Rrhprosess.serve(data)) {
            assertThat(hent(server.adresse(), Felles.token(Felles.OFFENTLIG)).status())
                    .isEqualTo(403);
        }
    }

    @Test
    void aTokenThatHasRunOutIsRefusedAlsoWhenItWasRemembered() {
        URI adresse = Felles.server().adresse();
        String token = Felles.token(Felles.data(), "--scope", Felles.OFFENTLIG, "--levetid", "1s");

        assertThat(hent(adresse, token).status()).isEqualTo(200);
        Vent.til(
                "the token runs out, ten seconds of skew included",
                Duration.ofSeconds(20),
                () -> hent(adresse, token).status() == 403);
    }

    @Test
    void healthIsOpenAndTellsWhetherLookUpsAreAnswered() {
        for (String sti : new String[] {"/helse/live", "/helse/klar"}) {
            assertThat(Raa.send(Felles.server().adresse(), "GET", sti).status()).isEqualTo(200);
            assertThat(Raa.send(Felles.server().adresse(), "HEAD", sti).kropp()).isEmpty();
        }
    }

    @Test
    void aStopLetsASlowDownloadFinishAndTellsNewCallersWhileItDoes() throws Exception {
        Path data = Felles.mappe();
        Rrhprosess server = Rrhprosess.serve(data);
        URI adresse = server.adresse();
        String token = "Authorization: Bearer " + Felles.token(data, "--scope", Felles.OFFENTLIG);
        int lengde = leggInnStorFil(data);
        try (Socket treg = new Socket(adresse.getHost(), adresse.getPort())) {
            treg.setReceiveBufferSize(64 * 1024);
            treg.setSoTimeout(20_000);
            treg.getOutputStream()
                    .write(("GET /api/virksomheter/json HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + token
                                    + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            InputStream inn = treg.getInputStream();
            byte[] begynnelsen = inn.readNBytes(10_000);

            server.be();
            Vent.til(
                    "new requests are told that it stops",
                    Duration.ofSeconds(10),
                    () -> Raa.send(adresse, "GET", VIRKSOMHET, token).status() == 503);
            Raa.Svar avvist = Raa.send(adresse, "GET", VIRKSOMHET, token);
            assertThat(avvist.status()).isEqualTo(503);
            assertThat(avvist.header("Retry-After")).isPresent();
            assertThat(avvist.json().get("message").asText()).contains("stoppe");
            assertThat(Raa.send(adresse, "GET", "/helse/klar").status()).isEqualTo(503);
            assertThat(Raa.send(adresse, "GET", "/helse/live").status()).isEqualTo(200);

            long resten = begynnelsen.length + inn.transferTo(OutputStream.nullOutputStream());
            assertThat(resten).isGreaterThan(lengde);
        }
        server.vent();
        assertThat(server.logg()).contains("Stopped");
    }

    /** Too large for any buffer between the server and a reader that does not read. */
    private static int leggInnStorFil(Path data) throws IOException {
        int lengde = 40 * 1024 * 1024;
        String navn = "totalbestand-" + Testdatatall.ENDRINGER + "-20370101T000000000Z-" + "ab".repeat(32) + ".zip";
        Vent.til("the folder is there", Duration.ofSeconds(20), () -> Files.isDirectory(data.resolve("totalbestand")));
        Files.write(data.resolve("totalbestand").resolve(navn), new byte[lengde]);
        return lengde;
    }

    @Test
    void aRegisterThatIsOlderThanItsTotalbestandIsRefused() throws IOException {
        Path data = Felles.mappe();
        try (Rrhprosess server = Rrhprosess.serve(data)) {
            Vent.til(
                    "a totalbestand is made",
                    Duration.ofSeconds(20),
                    () -> Raa.send(
                                            server.adresse(),
                                            "GET",
                                            "/api/virksomheter/json",
                                            "Authorization: Bearer " + Felles.token(data, "--scope", Felles.OFFENTLIG))
                                    .status()
                            == 200);
        }
        Registersted.fjern(data);

        Rrhprosess.Resultat resultat = Rrhprosess.her("serve", "--port", "0", "--data", data.toString());

        assertThat(resultat.kode()).isEqualTo(1);
        assertThat(resultat.feil())
                .contains("slutter ved endring 0", "laget ved " + Testdatatall.ENDRINGER, "ny-generasjon")
                .doesNotContain("Exception");
    }

    @Test
    @BareH2("its file is destroyed")
    void aRegisterThatIsDestroyedUnderTheServerIs500AndAMissingFileIs503() throws IOException {
        Path data = Felles.mappe();
        int antall = 20_000;
        assertThat(Rrhprosess.her("importer", mange(antall).toString(), "--data", data.toString())
                        .kode())
                .isZero();
        // Made beforehand, so that the server has not read the register through when it is destroyed
        assertThat(Rrhprosess.her("totalbestand", "--data", data.toString()).kode())
                .isZero();
        Rrhprosess server = Rrhprosess.serve(data);
        try {
            URI adresse = server.adresse();
            String token = "Authorization: Bearer " + Felles.token(data, "--scope", Felles.OFFENTLIG);
            assertThat(Raa.send(adresse, "HEAD", "/api/virksomheter/json", token)
                            .status())
                    .isEqualTo(200);
            for (Path fil : innhold(data.resolve("totalbestand"))) {
                Files.delete(fil);
            }
            Raa.Svar utenFil = Raa.send(adresse, "GET", "/api/virksomheter/json", token);
            assertThat(utenFil.status()).isEqualTo(503);
            assertThat(utenFil.header("Retry-After")).isPresent();

            try (FileChannel register =
                    FileChannel.open(data.resolve("register").resolve("rrh.mv.db"), StandardOpenOption.WRITE)) {
                register.truncate(8192);
            }
            Raa.Svar svar = Raa.send(adresse, "GET", "/api/virksomheter/" + Eksempler.organisasjonsnummer(0), token);
            for (int i = 1; i < antall && svar.status() != 500; i += 97) {
                svar = Raa.send(adresse, "GET", "/api/virksomheter/" + Eksempler.organisasjonsnummer(i), token);
            }
            assertThat(svar.status()).isEqualTo(500);
            assertThat(svar.json().get("error").asText()).isEqualTo("Internal Server Error");
            assertThat(svar.tekst()).doesNotContain("Exception", "no.rrh", "h2", "SQL");
        } finally {
            server.drep();
        }
    }

    private static List<Path> innhold(Path mappe) throws IOException {
        try (Stream<Path> filer = Files.list(mappe)) {
            return filer.toList();
        }
    }

    private static Path mange(int antall) throws IOException {
        StringJoiner liste = new StringJoiner(",", "[", "]");
        for (int i = 0; i < antall; i++) {
            liste.add("""
                    {"organisasjonsnummer":"%s",
                     "foerstRegistrertIRegisterOverReelleRettighetshavere":"2024-01-01T00:00:00.000Z",
                     "registreringer":[{"registreringsid":"00000000-0000-4000-8000-%012d",
                       "registreringsstatus":{"kode":"registreringsstatus.rettighetsinformasjonErRegistrert"},
                       "registrert":"2024-01-01T00:00:00.000Z","erGjeldendeRegistrering":true,
                       "reelleRettighetshavere":[],
                       "uoverensstemmelse":{"beskrivelseAvUoverensstemmelse":"%s",
                         "uoverensstemmelseMottatt":"2024-01-02T00:00:00.000Z"}}]}""".formatted(Eksempler.organisasjonsnummer(i), i, new UUID(31L * i, ~i * 0x9E3779B97F4A7C15L)));
        }
        return Files.writeString(Felles.mappe().resolve("mange.json"), liste.toString());
    }

    @Test
    void aServerOnAnIpv6LoopbackAddressAnswersThere() {
        Path data = Felles.mappe();
        try (Rrhprosess server = Rrhprosess.serve(data, "--adresse", "::1")) {
            assertThat(server.adresse().toString()).startsWith("http://[::1]:");
            assertThat(hent(server.adresse(), Felles.token(data, "--scope", Felles.OFFENTLIG))
                            .status())
                    .isEqualTo(200);
        }
    }

    private static Raa.Svar hent(URI adresse, String token) {
        return Raa.send(adresse, "GET", VIRKSOMHET, "Authorization: Bearer " + token);
    }
}
