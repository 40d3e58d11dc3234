package no.rrh.bootstrap.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The management port of the fat JAR. */
class ForvaltningIT {
    @Test
    void readinessTellsTheDetailsThereAndOnlyUpOrNotInPublic() {
        URI forvaltning = Felles.server().forvaltning();
        Vent.til(
                "the totalbestand is made",
                Duration.ofSeconds(30),
                () -> !klar(forvaltning).get("totalbestand").get("siste").isNull());

        Raa.Svar svar = Raa.send(forvaltning, "GET", "/helse/klar");
        assertThat(svar.status()).isEqualTo(200);
        JsonNode klar = svar.json();
        assertThat(klar.get("status").asText()).isEqualTo("klar");
        assertThat(klar.get("tilstand").asText()).isEqualTo("klar");
        assertThat(klar.get("miljoe").asText()).isEqualTo("lokal");
        assertThat(klar.get("versjon").asText()).matches("\\d+\\.\\d+\\.\\d+.*");
        assertThat(Instant.parse(klar.get("startet").asText())).isBefore(Instant.now());
        assertThat(klar.get("adresse").asText())
                .isEqualTo(Felles.server().adresse().toString());
        assertThat(klar.at("/register/svarer").asBoolean()).isTrue();
        assertThat(klar.at("/register/sisteSekvensnummer").asLong()).isEqualTo(Testdatatall.ENDRINGER);
        assertThat(klar.at("/noekler/antall").asInt()).isPositive();
        assertThat(klar.at("/totalbestand/siste/sekvensnummer").asLong()).isEqualTo(Testdatatall.ENDRINGER);
        assertThat(klar.at("/totalbestand/siste/fil").asText()).matches("totalbestand-[^/]+\\.zip");
        assertThat(klar.at("/totalbestand/siste/stoerrelse").asLong()).isPositive();
        assertThat(klar.at("/totalbestand/siste/sha256").asText()).matches("[0-9a-f]{64}");
        assertThat(klar.at("/totalbestand/siste/bods/fil").asText())
                .matches("totalbestand-[^/]+\\.bods-[0-9a-f]{64}\\.zip");
        assertThat(klar.at("/totalbestand/siste/bods/stoerrelse").asLong()).isPositive();
        assertThat(klar.get("kallIGang").isNumber()).isTrue();

        assertThat(Raa.send(Felles.server().adresse(), "GET", "/helse/klar").tekst())
                .isEqualTo("{\"status\":\"klar\"}");
    }

    private static JsonNode klar(URI forvaltning) {
        return Raa.send(forvaltning, "GET", "/helse/klar").json();
    }

    @Test
    void theApiIsNotThereAndAPageInABrowserIsNotAnswered() {
        URI forvaltning = Felles.server().forvaltning();

        assertThat(Raa.send(forvaltning, "GET", "/api/virksomheter/313513408").status())
                .isEqualTo(404);
        assertThat(Raa.send(
                                forvaltning,
                                "GET /helse/klar HTTP/1.1\r\nHost: angrep.example:" + forvaltning.getPort()
                                        + "\r\nConnection: close\r\n\r\n")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void itListensOnLoopbackAloneAlsoWhenTheApiIsOpenToAll() throws Exception {
        Optional<InetAddress> utenfra = egenAdresse();
        try (FalskMaskinporten maskinporten = new FalskMaskinporten(false);
                Rrhprosess server = Rrhprosess.serve(
                        Felles.mappe(),
                        "--miljoe",
                        "test",
                        "--ipfilter-tillat",
                        "127.0.0.1",
                        "--maskinporten-utsteder",
                        maskinporten.utsteder().toString())) {
            assertThat(server.forvaltning().getHost()).isEqualTo("127.0.0.1");
            Vent.til(
                    "the keys are fetched, which is told with their age",
                    Duration.ofSeconds(60),
                    () -> klar(server.forvaltning()).at("/noekler/antall").asInt() == 1
                            && klar(server.forvaltning())
                                    .at("/noekler/alderISekunder")
                                    .isNumber());
            if (utenfra.isPresent()) {
                assertThat(kanKobles(utenfra.get(), server.adresse().getPort())).isTrue();
                assertThat(kanKobles(utenfra.get(), server.forvaltning().getPort()))
                        .isFalse();
            }
        }
    }

    private static Optional<InetAddress> egenAdresse() throws IOException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(adresse -> adresse instanceof Inet4Address && !adresse.isLoopbackAddress())
                .findFirst();
    }

    private static boolean kanKobles(InetAddress adresse, int port) throws IOException {
        try (Socket socket = new Socket(adresse, port)) {
            return socket.isConnected();
        } catch (ConnectException e) {
            return false;
        }
    }

    @Test
    void itCanBeTurnedOff() {
        try (Rrhprosess server = Rrhprosess.serve(Felles.mappe(), "--forvaltning-port", "av")) {
            assertThat(server.forvaltning()).isNull();
            assertThat(server.linjer().get(0)).endsWith(" (lokal)");
        }
    }

    @Test
    void aPortThatIsTakenOrTheSameAsTheApisIsRefusedInOneLine() throws IOException {
        Path data = Felles.mappe();
        try (ServerSocket opptatt = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Rrhprosess.Resultat resultat = Rrhprosess.her(
                    "serve",
                    "--port",
                    "0",
                    "--data",
                    data.toString(),
                    "--forvaltning-port",
                    Integer.toString(opptatt.getLocalPort()));
            assertThat(resultat.kode()).isEqualTo(2);
            assertThat(resultat.feil().strip().lines())
                    .singleElement()
                    .asString()
                    .contains("forvaltning.port " + opptatt.getLocalPort(), "opptatt");
        }
        Rrhprosess.Resultat samme = Rrhprosess.her("serve", "--port", "8081", "--data", data.toString());
        assertThat(samme.kode()).isEqualTo(2);
        assertThat(samme.feil()).contains("forvaltning.port", "8081");
    }
}
