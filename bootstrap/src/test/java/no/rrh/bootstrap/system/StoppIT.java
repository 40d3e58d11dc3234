package no.rrh.bootstrap.system;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What a stop does to those who are being served, against the fat JAR. */
class StoppIT {
    private static final String VIRKSOMHET = "/api/virksomheter/313513408";
    private static final String FIL = "/api/virksomheter/json";
    private static final int STOERRELSE = 4 * 1024 * 1024;

    /** What the JVM ends with after SIGTERM: 128 and the number of the signal. */
    private static final int ETTER_SIGTERM = 143;

    @Test
    void noneOfAHundredRequestsInFlightFailsAndNewOnesAreTurnedAway() throws Exception {
        Path data = Felles.mappe();
        Rrhprosess server = Rrhprosess.serve(data, "--grense-nedlastinger", "100");
        URI adresse = server.adresse();
        String token = "Authorization: Bearer " + Felles.token(data, "--scope", Felles.OFFENTLIG);
        byte[] fil = leggInnFil(data);
        List<Socket> iGang = new ArrayList<>();
        ExecutorService traader = Executors.newFixedThreadPool(100);
        try {
            for (int i = 0; i < 100; i++) {
                Socket socket = new Socket(adresse.getHost(), adresse.getPort());
                socket.setReceiveBufferSize(64 * 1024);
                socket.setSoTimeout(60_000);
                iGang.add(socket);
                socket.getOutputStream()
                        .write(("GET " + FIL + " HTTP/1.1\r\nHost: x\r\n" + token + "\r\n\r\n").getBytes(US_ASCII));
                hode(socket.getInputStream());
            }
            assertThat(kallIGang(server)).isEqualTo(100);
            Raa.Svar enForMye = Raa.send(adresse, "GET", FIL, token);
            assertThat(enForMye.status()).isEqualTo(429);
            assertThat(enForMye.json().get("message").asText()).contains("100 samtidige nedlastinger");

            server.be();
            Vent.til(
                    "readiness is off on both ports",
                    Duration.ofSeconds(10),
                    () -> Raa.send(adresse, "GET", "/helse/klar").status() == 503
                            && Raa.send(server.forvaltning(), "GET", "/helse/klar")
                                            .status()
                                    == 503);
            Raa.Svar avvist = Raa.send(adresse, "GET", VIRKSOMHET, token);
            assertThat(avvist.status()).isEqualTo(503);
            assertThat(avvist.header("Retry-After")).isPresent();
            assertThat(avvist.header("Connection")).hasValue("close");
            assertThat(Raa.send(server.forvaltning(), "GET", "/helse/klar")
                            .json()
                            .get("tilstand")
                            .asText())
                    .isEqualTo("stopper");
            assertThat(Raa.send(server.forvaltning(), "GET", "/helse/live").status())
                    .isEqualTo(200);
            server.be();

            List<Callable<Boolean>> resten = new ArrayList<>();
            iGang.forEach(socket -> resten.add(() -> erLik(fil, socket.getInputStream())));
            for (Future<Boolean> helt : traader.invokeAll(resten)) {
                assertThat(helt.get()).isTrue();
            }
        } finally {
            traader.shutdownNow();
            for (Socket socket : iGang) {
                socket.close();
            }
        }
        server.vent();
        assertThat(server.kode()).isEqualTo(ETTER_SIGTERM);
        assertThat(server.logg()).contains("Stopped").doesNotContain("had not ended", "ERROR", "Exception");
    }

    private static boolean erLik(byte[] fil, InputStream inn) throws IOException {
        int lest = 0;
        while (lest < fil.length) {
            byte[] del = inn.readNBytes(Math.min(64 * 1024, fil.length - lest));
            if (del.length == 0 || !Arrays.equals(del, 0, del.length, fil, lest, lest + del.length)) {
                return false;
            }
            lest += del.length;
        }
        return true;
    }

    private static int kallIGang(Rrhprosess server) {
        return Raa.send(server.forvaltning(), "GET", "/helse/klar")
                .json()
                .get("kallIGang")
                .asInt();
    }

    @Test
    void aDownloadThatIsCutIsSeenToBeAndGoesOnAgainstTheNextServer() throws Exception {
        Path data = Felles.mappe();
        Rrhprosess server = Rrhprosess.serve(data, "--stopptid", "1s");
        String token = "Authorization: Bearer " + Felles.token(data, "--scope", Felles.OFFENTLIG);
        byte[] fil = leggInnFil(data);
        byte[] begynnelsen;
        String etag;
        try (Socket socket =
                new Socket(server.adresse().getHost(), server.adresse().getPort())) {
            socket.setReceiveBufferSize(64 * 1024);
            socket.setSoTimeout(60_000);
            socket.getOutputStream()
                    .write(("GET " + FIL + " HTTP/1.1\r\nHost: x\r\n" + token + "\r\n\r\n").getBytes(US_ASCII));
            String hode = hode(socket.getInputStream());
            assertThat(hode).contains("Content-Length: " + STOERRELSE);
            etag = hode.replaceAll("(?s).*ETag: (\\S+).*", "$1");

            long start = System.nanoTime();
            server.be();
            server.vent();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
            begynnelsen = les(socket.getInputStream());
        }
        assertThat(server.logg())
                .contains("1 requests had not ended", "Stopped")
                .doesNotContain("ERROR");
        assertThat(begynnelsen.length).isBetween(1, STOERRELSE - 1);
        assertThat(begynnelsen).isEqualTo(Arrays.copyOf(fil, begynnelsen.length));

        try (Rrhprosess neste = Rrhprosess.serve(data)) {
            String nytt = "Authorization: Bearer " + Felles.token(data, "--scope", Felles.OFFENTLIG);
            Raa.Svar resten = Raa.send(
                    neste.adresse(), "GET", FIL, nytt, "Range: bytes=" + begynnelsen.length + "-", "If-Range: " + etag);
            assertThat(resten.status()).isEqualTo(206);
            assertThat(resten.kropp()).isEqualTo(Arrays.copyOfRange(fil, begynnelsen.length, STOERRELSE));
            assertThat(Raa.send(neste.adresse(), "GET", VIRKSOMHET, nytt).status())
                    .isEqualTo(200);
        }
    }

    /** A file like those of the archive, too large for any buffer on the way. */
    private static byte[] leggInnFil(Path data) throws IOException {
        byte[] fil = new byte[STOERRELSE];
        new Random(1).nextBytes(fil);
        String navn = "totalbestand-" + Testdatatall.ENDRINGER + "-20370101T000000000Z-" + "ab".repeat(32) + ".zip";
        Vent.til("the folder is there", Duration.ofSeconds(20), () -> Files.isDirectory(data.resolve("totalbestand")));
        Files.write(data.resolve("totalbestand").resolve(navn), fil);
        return fil;
    }

    private static String hode(InputStream inn) throws IOException {
        StringBuilder hode = new StringBuilder();
        while (hode.indexOf("\r\n\r\n") < 0) {
            int tegn = inn.read();
            if (tegn < 0) {
                throw new IOException("closed");
            }
            hode.append((char) tegn);
        }
        assertThat(hode.toString()).startsWith("HTTP/1.1 200");
        return hode.toString();
    }

    private static byte[] les(InputStream inn) {
        ByteArrayOutputStream lest = new ByteArrayOutputStream();
        byte[] del = new byte[64 * 1024];
        try {
            for (int antall = inn.read(del); antall >= 0; antall = inn.read(del)) {
                lest.write(del, 0, antall);
            }
        } catch (IOException e) {
            // reset: broken as visibly as by an end before its time
        }
        return lest.toByteArray();
    }
}
