package no.rrh.http.tjener;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.ws.rs.POST;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import no.rrh.application.port.in.HentTotalbestand;
import no.rrh.application.port.in.HentVirksomhet;
import no.rrh.application.port.out.MinneInnsynslogg;
import no.rrh.application.port.out.Totalbestandfil;
import no.rrh.domain.Eksempler;
import no.rrh.domain.innsyn.Innsynsnivaa;
import no.rrh.domain.innsyn.Innsynspolicy;
import no.rrh.domain.tilgang.Konsument;
import no.rrh.domain.tilgang.Scope;
import no.rrh.domain.virksomhet.Organisasjonsnummer;
import no.rrh.http.representasjon.V1Representasjon;
import no.rrh.http.representasjon.bods.Testbods;
import no.rrh.http.totalbestand.Nedlastinger;
import no.rrh.http.totalbestand.TotalbestandRessurs;
import no.rrh.http.virksomhet.VirksomhetRessurs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What callers may take of the server, on real sockets and with limits small enough to reach. */
class GrenserTest {
    private static final Clock KLOKKE = Clock.fixed(Instant.parse("2026-11-24T09:13:45.120Z"), ZoneOffset.UTC);
    private static final Konsument KONSUMENT = new Konsument(
            new Organisasjonsnummer("314208641"), Optional.empty(), "klient", Set.of(Scope.OFFENTLIG), Instant.MAX);
    private static final String OPPSLAG = "/api/virksomheter/313513408";
    private static final String FIL = "/api/virksomheter/json";
    private static final Duration MAALETID = Duration.ofSeconds(4);
    private static final int FART = 4 * 1024;

    @TempDir
    Path mappe;

    private final List<Socket> aapne = new ArrayList<>();
    private Tjener tjener;

    @AfterEach
    void lukk() throws IOException {
        for (Socket socket : aapne) {
            socket.close();
        }
        tjener.close();
    }

    private void start(Tjenergrenser grenser, HentVirksomhet oppslag, int filstoerrelse) throws IOException {
        start(grenser, oppslag, filstoerrelse, Duration.ofSeconds(10));
    }

    private void start(Tjenergrenser grenser, HentVirksomhet oppslag, int filstoerrelse, Duration stopptid)
            throws IOException {
        Path fil = Files.write(mappe.resolve("fil.zip"), new byte[filstoerrelse]);
        HentTotalbestand totalbestand =
                (kaller, finnes) -> new Totalbestandfil(fil, filstoerrelse, 1, KLOKKE.instant(), "00".repeat(32));
        tjener = Tjener.bind(Testinnstillinger.av(stopptid, grenser), KLOKKE, new SimpleMeterRegistry());
        tjener.aapne(
                headere -> KONSUMENT,
                () -> true,
                new MinneInnsynslogg(),
                List.of(
                        new VirksomhetRessurs(oppslag, new V1Representasjon(), Testbods.representasjon()),
                        new Kroppsleser(),
                        new TotalbestandRessurs(totalbestand, new Nedlastinger(1000))));
    }

    /** Takes a body, and tells how long it was. */
    @jakarta.ws.rs.Path("/kropp")
    public static final class Kroppsleser {
        @POST
        public byte[] les(InputStream kropp) throws IOException {
            return Integer.toString(kropp.readAllBytes().length).getBytes(ISO_8859_1);
        }
    }

    private static Tjenergrenser grenser(int tilkoblinger, int kall) {
        return new Tjenergrenser(16 * 1024, Duration.ofSeconds(60), FART, MAALETID, tilkoblinger, kall);
    }

    private static HentVirksomhet straks() {
        return (kaller, forespoersel) -> Innsynspolicy.gjeldende(Eksempler.virksomhetMedAlt(), Innsynsnivaa.ALT)
                .orElseThrow();
    }

    /** A look-up that stays until it is let go. */
    private static HentVirksomhet etter(CountDownLatch inne, Semaphore videre) {
        return (kaller, forespoersel) -> {
            inne.countDown();
            videre.acquireUninterruptibly();
            return straks().hent(kaller, forespoersel);
        };
    }

    private Socket socket() throws IOException {
        Socket socket = new Socket();
        aapne.add(socket);
        socket.setReceiveBufferSize(32 * 1024);
        socket.setSoTimeout(30_000);
        socket.connect(new InetSocketAddress("127.0.0.1", tjener.port()));
        return socket;
    }

    private Socket send(String sti, String... headere) throws IOException {
        Socket socket = socket();
        skriv(socket, foresp(sti, headere));
        return socket;
    }

    private static String foresp(String sti, String... headere) {
        StringBuilder tekst = new StringBuilder("GET " + sti + " HTTP/1.1\r\nHost: x\r\n");
        for (String header : headere) {
            tekst.append(header).append("\r\n");
        }
        return tekst.append("\r\n").toString();
    }

    private static void skriv(Socket socket, String tekst) throws IOException {
        socket.getOutputStream().write(tekst.getBytes(ISO_8859_1));
        socket.getOutputStream().flush();
    }

    private static String hode(Socket socket) throws IOException {
        InputStream inn = socket.getInputStream();
        ByteArrayOutputStream hode = new ByteArrayOutputStream();
        while (!hode.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
            int tegn = inn.read();
            if (tegn < 0) {
                throw new IOException("closed");
            }
            hode.write(tegn);
        }
        return hode.toString(ISO_8859_1);
    }

    private static String svar(Socket socket) throws IOException {
        String hode = hode(socket);
        int lengde = Integer.parseInt(hode.replaceAll("(?s).*Content-Length: (\\d+).*", "$1"));
        return hode + new String(socket.getInputStream().readNBytes(lengde), UTF_8);
    }

    /** How much more comes before the server closes, reading no more than so much a second. */
    private static long lesTilSlutt(Socket socket, int iSekundet) {
        long antall = 0;
        byte[] del = new byte[Math.max(1, iSekundet / 20)];
        try {
            for (int lest = socket.getInputStream().read(del);
                    lest >= 0;
                    lest = socket.getInputStream().read(del)) {
                antall += lest;
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1) * lest / iSekundet);
            }
        } catch (SocketTimeoutException e) {
            throw new AssertionError("the server never closed", e);
        } catch (IOException e) {
            // reset by the server, which is an end too
        }
        return antall;
    }

    private static boolean erBesvart(Socket socket) {
        try {
            return hode(socket).startsWith("HTTP/1.1 200");
        } catch (IOException e) {
            return false;
        }
    }

    private void ventTil(String hva, BooleanSupplier vilkaar) {
        long frist = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!vilkaar.getAsBoolean()) {
            if (System.nanoTime() > frist) {
                throw new AssertionError("did not happen: " + hva);
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    @Test
    void bodiesThatAreSlowInComingHoldNoPlace() throws IOException {
        start(grenser(100, 2), straks(), 1);
        List<Socket> trege = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Socket socket = socket();
            skriv(socket, "POST /kropp HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n12345");
            trege.add(socket);
        }
        ventTil("all have come", () -> tjener.kallIGang() == 6);

        assertThat(svar(send(OPPSLAG))).startsWith("HTTP/1.1 200");

        for (Socket socket : trege) {
            skriv(socket, "67890");
            assertThat(svar(socket)).startsWith("HTTP/1.1 200").endsWith("10");
        }
    }

    /** One that is in hand for ever would hold back every stop. */
    @Test
    void whoGoesAwayInTheMidstOfABodyIsInHandNoMore() throws IOException {
        start(grenser(100, 2), straks(), 1);
        for (String sti : List.of("/kropp", "/finnes/ikke", "/")) {
            Socket socket = socket();
            skriv(socket, "POST " + sti + " HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n12345");
            ventTil("it has come", () -> tjener.kallIGang() == 1);
            socket.setSoLinger(true, 0);
            socket.close();

            ventTil("it is in hand no more: " + sti, () -> tjener.kallIGang() == 0);
        }
    }

    @Test
    void headersOverTheLimitAre431AndTheMessageNamesIt() throws IOException {
        start(new Tjenergrenser(4096, Duration.ofSeconds(30), 0, MAALETID, 100, 10), straks(), 10);

        assertThat(svar(send(OPPSLAG, "X: " + "x".repeat(3500)))).startsWith("HTTP/1.1 200");
        assertThat(svar(send(OPPSLAG, "X: " + "x".repeat(5000))))
                .startsWith("HTTP/1.1 431")
                .contains("høyst 4096 byte");
    }

    @Test
    void aSilentConnectionIsClosedAfterTheIdleTime() throws IOException {
        start(new Tjenergrenser(4096, Duration.ofSeconds(1), 0, MAALETID, 100, 10), straks(), 10);

        assertThat(lesTilSlutt(socket(), 1000)).isZero();
        Socket brukt = send(OPPSLAG);
        assertThat(svar(brukt)).startsWith("HTTP/1.1 200");
        assertThat(lesTilSlutt(brukt, 1000)).isZero();
    }

    @Test
    void aReaderThatIsSlowButNotTooSlowIsServedToTheEnd() throws IOException {
        int stoerrelse = 600_000;
        start(grenser(100, 10), straks(), stoerrelse);

        Socket treg = send(FIL);
        assertThat(hode(treg)).startsWith("HTTP/1.1 200");
        long antall = 0;
        byte[] del = new byte[2500];
        while (antall < stoerrelse) {
            int lest = treg.getInputStream().read(del);
            assertThat(lest).as("read %s of %s", antall, stoerrelse).isPositive();
            antall += lest;
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1) * lest / 50_000);
        }
        assertThat(antall).isEqualTo(stoerrelse);
        skriv(treg, foresp(OPPSLAG));
        assertThat(svar(treg)).startsWith("HTTP/1.1 200");
    }

    @Test
    void aReaderThatNeverReadsOrReadsTooSlowlyIsCutOff() throws IOException {
        int stoerrelse = 20_000_000;
        start(grenser(100, 10), straks(), stoerrelse);

        Socket aldri = send(FIL);
        Socket drypp = send(FIL);
        hode(drypp);
        ventTil("both are being served", () -> tjener.kallIGang() == 2);
        ventTil("both are given up, however the one goes on", () -> {
            try {
                drypp.getInputStream().read(new byte[10]);
            } catch (IOException e) {
                // closed already
            }
            return tjener.kallIGang() == 0;
        });
        assertThat(lesTilSlutt(drypp, 10_000_000)).isLessThan(stoerrelse);
        assertThat(lesTilSlutt(aldri, 10_000_000)).isLessThan(stoerrelse);
    }

    @Test
    void aRequestThatTricklesInIsCutOff() throws IOException {
        start(grenser(100, 10), straks(), 10);

        Socket drypp = socket();
        assertThatThrownBy(() -> {
                    for (byte tegn : foresp(OPPSLAG, "X: " + "x".repeat(1000)).getBytes(ISO_8859_1)) {
                        drypp.getOutputStream().write(tegn);
                        LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
                    }
                })
                .isInstanceOf(SocketException.class);
    }

    @Test
    void theSecondRequestOfAConnectionIsTimedAsTheFirst() throws IOException {
        start(grenser(100, 10), straks(), 10);

        Socket drypp = send(OPPSLAG);
        assertThat(svar(drypp)).startsWith("HTTP/1.1 200");
        assertThatThrownBy(() -> {
                    for (byte tegn : foresp(OPPSLAG, "X: " + "x".repeat(1000)).getBytes(ISO_8859_1)) {
                        drypp.getOutputStream().write(tegn);
                        LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
                    }
                })
                .isInstanceOf(SocketException.class);
    }

    @Test
    void nobodyIsTimedWhileTheServerWorksOrBetweenRequests() throws Exception {
        CountDownLatch inne = new CountDownLatch(1);
        Semaphore videre = new Semaphore(0);
        start(
                new Tjenergrenser(16 * 1024, Duration.ofSeconds(60), 1_000_000, Duration.ofMillis(200), 100, 10),
                etter(inne, videre),
                10);
        Socket mellomKall = send("/helse/live");
        assertThat(svar(mellomKall)).startsWith("HTTP/1.1 200");
        Socket venter = send(OPPSLAG);
        inne.await();

        // A connection that does trickle is seen and closed, twice over, so the others have been looked at as often
        for (int i = 0; i < 2; i++) {
            Socket drypp = socket();
            skriv(drypp, "GET / HT");
            assertThat(lesTilSlutt(drypp, 1000)).isZero();
        }
        videre.release(100);

        assertThat(svar(venter)).startsWith("HTTP/1.1 200");
        skriv(mellomKall, foresp(OPPSLAG));
        assertThat(svar(mellomKall)).startsWith("HTTP/1.1 200");
    }

    @Test
    void whenAsManyConnectionsAreOpenAsMayBeTheNextWaitsUntilOneEnds() throws IOException {
        start(grenser(3, 10), straks(), 10);
        List<Socket> inne = List.of(send(OPPSLAG), send(OPPSLAG), send(OPPSLAG));
        for (Socket socket : inne) {
            assertThat(svar(socket)).startsWith("HTTP/1.1 200");
        }

        // The first too many may be on its way in already, and is closed; the one after it waits
        List<Socket> utenfor = List.of(send(OPPSLAG), send(OPPSLAG));
        for (Socket socket : utenfor) {
            socket.setSoTimeout(300);
            assertThatThrownBy(() -> hode(socket)).isInstanceOf(IOException.class);
        }
        inne.get(0).close();

        ventTil("one that waited is let in", () -> utenfor.stream().anyMatch(GrenserTest::erBesvart));
        skriv(inne.get(1), foresp(OPPSLAG));
        assertThat(svar(inne.get(1))).startsWith("HTTP/1.1 200");
    }

    @Test
    void whenAsManyRequestsAreInHandAsMayBeTheNextIsToldToComeBack() throws Exception {
        CountDownLatch inne = new CountDownLatch(2);
        Semaphore videre = new Semaphore(0);
        start(grenser(100, 2), etter(inne, videre), 10);
        Socket en = send(OPPSLAG);
        Socket to = send(OPPSLAG);
        inne.await();

        Socket tre = send(OPPSLAG);
        assertThat(svar(tre)).startsWith("HTTP/1.1 503").contains("Retry-After: 1", "\"status\":503", "for mange kall");
        assertThat(svar(send("/helse/live"))).startsWith("HTTP/1.1 200");
        videre.release(100);

        assertThat(svar(en)).startsWith("HTTP/1.1 200");
        assertThat(svar(to)).startsWith("HTTP/1.1 200");
        skriv(tre, foresp(OPPSLAG));
        assertThat(svar(tre)).startsWith("HTTP/1.1 200");
    }

    @Test
    void requestsBeyondTheThreadsWaitInTurnAndNotForEver() throws Exception {
        int traader = 48;
        CountDownLatch inne = new CountDownLatch(traader);
        Semaphore videre = new Semaphore(0);
        start(grenser(1000, traader + 2), etter(inne, videre), 10);
        List<Socket> arbeider = new ArrayList<>();
        for (int i = 0; i < traader; i++) {
            arbeider.add(send(OPPSLAG));
        }
        inne.await();

        Socket foerste = send(OPPSLAG);
        ventTil("the first waits", () -> tjener.kallIGang() == traader + 1);
        videre.release(1);
        assertThat(svar(foersteSomSvares(arbeider))).startsWith("HTTP/1.1 200");
        videre.release(0);
        ventTil("the first is at work", () -> tjener.kallIGang() == traader);

        Socket andre = send(OPPSLAG);
        Socket tredje = send(OPPSLAG);
        ventTil("two wait", () -> tjener.kallIGang() == traader + 2);
        assertThat(svar(send(OPPSLAG))).startsWith("HTTP/1.1 503");
        // Nobody is let go, so these are told so when they have waited as long as may be
        assertThat(svar(andre)).startsWith("HTTP/1.1 503").contains("Retry-After");
        assertThat(svar(tredje)).startsWith("HTTP/1.1 503");
        assertThat(svar(send("/helse/live"))).startsWith("HTTP/1.1 200");

        videre.release(1000);
        assertThat(svar(foerste)).startsWith("HTTP/1.1 200");
        ventTil("all are answered", () -> tjener.kallIGang() == 0);
        assertThat(svar(send(OPPSLAG))).startsWith("HTTP/1.1 200");
    }

    private Socket foersteSomSvares(List<Socket> sockets) {
        Socket[] funnet = new Socket[1];
        ventTil("one is answered", () -> {
            for (Socket socket : sockets) {
                try {
                    if (socket.getInputStream().available() > 0) {
                        funnet[0] = socket;
                    }
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            }
            return funnet[0] != null;
        });
        return funnet[0];
    }

    @Test
    void aSlowDownloadTakesNoPlaceFromLookUps() throws IOException {
        start(grenser(100, 3), straks(), 20_000_000);
        for (int i = 0; i < 5; i++) {
            hode(send(FIL));
        }

        assertThat(tjener.kallIGang()).isEqualTo(5);
        for (int i = 0; i < 5; i++) {
            assertThat(svar(send(OPPSLAG))).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void theBodyOfAGetIsIgnoredAndWhatIsTooMuchOfItEndsTheConnection() throws IOException {
        start(grenser(100, 10), straks(), 10);

        // in one packet: a body that comes when the answer has been given ends the connection too
        Socket liten = socket();
        skriv(liten, foresp(OPPSLAG, "Content-Length: 5") + "tull!" + foresp(OPPSLAG));
        assertThat(svar(liten)).startsWith("HTTP/1.1 200");
        assertThat(svar(liten)).startsWith("HTTP/1.1 200");

        Socket stor = send(OPPSLAG, "Content-Length: 1000000000");
        assertThat(svar(stor)).startsWith("HTTP/1.1 200");
        assertThat(lesTilSlutt(stor, 1_000_000)).isZero();
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 10_000; i++) {
                        skriv(stor, "x".repeat(100_000));
                    }
                })
                .isInstanceOf(SocketException.class);
    }

    @Test
    void aStopCutsWhatIsNotDoneInTimeAndInterruptsNobody() throws Exception {
        CountDownLatch inne = new CountDownLatch(1);
        AtomicBoolean avbrutt = new AtomicBoolean();
        start(
                grenser(100, 10),
                (kaller, forespoersel) -> {
                    inne.countDown();
                    // As a statement in the database: it ends in its own time
                    long slutt = System.nanoTime() + Duration.ofMillis(2800).toNanos();
                    while (System.nanoTime() < slutt) {
                        LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
                        avbrutt.compareAndSet(false, Thread.interrupted());
                    }
                    return straks().hent(kaller, forespoersel);
                },
                20_000_000,
                Duration.ofMillis(100));
        Socket nedlasting = send(FIL);
        hode(nedlasting);
        Socket oppslag = send(OPPSLAG);
        inne.await();

        tjener.close();

        assertThat(avbrutt).isFalse();
        assertThat(lesTilSlutt(nedlasting, 100_000_000)).isLessThan(20_000_000);
        assertThat(lesTilSlutt(oppslag, 1000)).isZero();
    }
}
