package no.rrh.bootstrap.feil;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import no.rrh.bootstrap.system.Raa;
import no.rrh.bootstrap.system.Rrhprosess;
import no.rrh.bootstrap.system.Vent;
import no.rrh.domain.Eksempler;
import no.rrh.domain.virksomhet.Organisasjonsnummer;
import org.junit.jupiter.api.Test;

/**
 * SIGTERM to a server that is in the midst of a hundred look-ups, whose answers no buffer holds, and of a download that is
 * too slow to end in time; another server has the same register and the same file.
 */
class StoppFeil {
    private static final int KALL = 100;
    private static final Organisasjonsnummer NUMMER = Eksempler.organisasjonsnummer(0);
    private static final int RETTIGHETSHAVERE = 800;
    private static final String OPPSLAG = "/api/virksomheter/" + NUMMER;
    private static final String FIL = "/api/virksomheter/json";
    private static final int FILSTOERRELSE = 16 * 1024 * 1024;
    private static final int BIT = 16 * 1024;
    private static final Duration FRIST = Duration.ofSeconds(30);

    /** What the JVM ends with after SIGTERM: 128 and the number of the signal. */
    private static final int ETTER_SIGTERM = 143;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Maaling maaling = Maaling.av(Rad.STOPP, Lager.values()[0], new Froe(0));
    private final ExecutorService traader = Executors.newFixedThreadPool(KALL + 1);

    @Test
    void whatIsInFlightIsAnsweredAndTheDownloadGoesOnElsewhere() throws Exception {
        Mappe data = Mappe.ny(Lager.values()[0]);
        data.utfoer(
                "importer",
                Importfil.medRettighetshavere(NUMMER, RETTIGHETSHAVERE).toString());
        byte[] fil = leggInnFil(data.sti());
        Mappe annen = data.kopi();
        try (maaling;
                Rrhprosess andre = annen.serve("--totalbestand-cron", "av", "--totalbestand-bods", "nei")) {
            Rrhprosess server = data.serve("--totalbestand-cron", "av", "--totalbestand-bods", "nei");
            proev(server, data.bearer(), new Nedlasting(andre, annen.bearer(), fil));
            maaling.bestaatt();
        } finally {
            traader.shutdownNow();
        }
    }

    private void proev(Rrhprosess server, String bearer, Nedlasting nedlasting) throws Exception {
        List<Socket> iGang = new ArrayList<>();
        try (Socket lasting = aapne(server, FIL, bearer)) {
            String hode = hode(lasting.getInputStream());
            List<String> hoder = new ArrayList<>();
            for (int i = 0; i < KALL; i++) {
                // one by one: it is not its load that is tried
                Socket kall = aapne(server, OPPSLAG, bearer);
                iGang.add(kall);
                hoder.add(hode(kall.getInputStream()));
            }
            Vent.til(
                    "all are in flight",
                    FRIST,
                    () -> Mappe.detaljer(server).get("kallIGang").asInt() == KALL + 1);
            maaling.gang();

            long start = System.nanoTime();
            server.be();
            Vent.til("new ones are refused", FRIST, () -> avvist(server, bearer));
            Future<byte[]> lastet = traader.submit(() -> lesTregt(lasting.getInputStream()));
            List<Callable<Boolean>> resten = new ArrayList<>();
            for (int i = 0; i < KALL; i++) {
                InputStream inn = iGang.get(i).getInputStream();
                String dets = hoder.get(i);
                resten.add(() -> erHelt(dets, inn));
            }
            for (Future<Boolean> ett : traader.invokeAll(resten)) {
                assertThat(ett.get()).isTrue();
                maaling.tell("in flight and answered whole");
            }
            for (int i = 0; i < 20; i++) {
                assertThat(avvist(server, bearer)).isTrue();
                maaling.tell("new ones refused with 503");
            }
            server.vent();
            Duration tid = Duration.ofNanos(System.nanoTime() - start);
            maaling.tid("exit", tid);
            assertThat(tid).isLessThanOrEqualTo(FRIST);
            assertThat(server.kode()).isEqualTo(ETTER_SIGTERM);
            nedlasting.gaaVidere(hode, lastet.get(), maaling);
        } finally {
            for (Socket kall : iGang) {
                kall.close();
            }
        }
        assertThat(server.logg()).contains("Stopped").doesNotContain("ERROR", "Exception");
    }

    private static boolean avvist(Rrhprosess server, String bearer) {
        Raa.Svar svar = Raa.send(server.adresse(), "GET", OPPSLAG, "Authorization: " + bearer);
        return svar.status() == 503 && svar.header("Retry-After").isPresent();
    }

    /** Reads so slowly that the file would take minutes, and yet fast enough not to be taken for gone. */
    private static byte[] lesTregt(InputStream inn) {
        ByteArrayOutputStream lest = new ByteArrayOutputStream();
        byte[] del = new byte[BIT];
        try {
            for (int antall = inn.read(del); antall >= 0; antall = inn.read(del)) {
                lest.write(del, 0, antall);
                LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            }
        } catch (IOException e) {
            // reset: broken as visibly as by an end before its time
        }
        return lest.toByteArray();
    }

    /** Whether the answer is as long as it said, or came to the last chunk, and is all of the virksomhet. */
    private static boolean erHelt(String hode, InputStream inn) throws IOException {
        byte[] kropp = hode.toLowerCase(Locale.ROOT).contains("transfer-encoding: chunked")
                ? biter(inn)
                : inn.readNBytes(Integer.parseInt(hode.replaceAll("(?s).*Content-Length: (\\d+).*", "$1")));
        return JSON.readTree(kropp)
                        .at("/registreringer/0/reelleRettighetshavere")
                        .size()
                == RETTIGHETSHAVERE;
    }

    private static byte[] biter(InputStream inn) throws IOException {
        ByteArrayOutputStream innhold = new ByteArrayOutputStream();
        for (int lengde = Integer.parseInt(linje(inn), 16); lengde > 0; lengde = Integer.parseInt(linje(inn), 16)) {
            innhold.write(inn.readNBytes(lengde));
            linje(inn);
        }
        return innhold.toByteArray();
    }

    private static String linje(InputStream inn) throws IOException {
        StringBuilder linje = new StringBuilder();
        while (linje.length() < 2 || linje.charAt(linje.length() - 1) != '\n') {
            int tegn = inn.read();
            if (tegn < 0) {
                throw new IOException("closed");
            }
            linje.append((char) tegn);
        }
        return linje.toString().strip();
    }

    private static Socket aapne(Rrhprosess server, String sti, String bearer) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(BIT);
        socket.setSoTimeout(60_000);
        socket.connect(new InetSocketAddress(
                server.adresse().getHost(), server.adresse().getPort()));
        socket.getOutputStream()
                .write(("GET " + sti + " HTTP/1.1\r\nHost: x\r\nAuthorization: " + bearer + "\r\n\r\n")
                        .getBytes(US_ASCII));
        return socket;
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

    /** A file like those of the archive, which cannot be packed. */
    private static byte[] leggInnFil(Path data) throws Exception {
        byte[] fil = new byte[FILSTOERRELSE];
        new Random(1).nextBytes(fil);
        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(fil));
        Path arkiv = Files.createDirectories(data.resolve("totalbestand"));
        Files.write(arkiv.resolve("totalbestand-1-20260101T000000000Z-" + sha256 + ".zip"), fil);
        return fil;
    }

    /** A download that began at one server and goes on at another. */
    private record Nedlasting(Rrhprosess andre, String bearer, byte[] fil) {
        void gaaVidere(String hode, byte[] begynnelsen, Maaling maaling) {
            assertThat(begynnelsen.length).isBetween(1, fil.length - 1);
            HttpResponse<byte[]> resten = Kall.hent(
                    andre.adresse(),
                    FIL,
                    "Authorization",
                    bearer,
                    "Range",
                    "bytes=" + begynnelsen.length + "-",
                    "If-Range",
                    hode.replaceAll("(?s).*ETag: (\\S+).*", "$1"));
            assertThat(resten.statusCode()).isEqualTo(206);
            byte[] hele = Arrays.copyOf(begynnelsen, fil.length);
            System.arraycopy(resten.body(), 0, hele, begynnelsen.length, resten.body().length);
            assertThat(Arrays.equals(hele, fil)).as("the file in two pieces").isTrue();
            maaling.si("the download cut at " + begynnelsen.length * 100L / fil.length
                    + " % and resumed at another server, equal to the last byte");
        }
    }
}
