package no.rrh.http.tls;

import static no.rrh.http.tls.Rammer.CONTINUATION;
import static no.rrh.http.tls.Rammer.DATA;
import static no.rrh.http.tls.Rammer.END_HEADERS;
import static no.rrh.http.tls.Rammer.END_STREAM;
import static no.rrh.http.tls.Rammer.GOAWAY;
import static no.rrh.http.tls.Rammer.HEADERS;
import static no.rrh.http.tls.Rammer.HELT_KALL;
import static no.rrh.http.tls.Rammer.PING;
import static no.rrh.http.tls.Rammer.PRIORITY;
import static no.rrh.http.tls.Rammer.RST_STREAM;
import static no.rrh.http.tls.Rammer.SETTINGS;
import static no.rrh.http.tls.Rammer.WINDOW_UPDATE;
import static no.rrh.http.tls.Rammer.headere;
import static no.rrh.http.tls.Rammer.kall;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.http.HttpClient.Version;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import no.rrh.application.port.in.HentVirksomhet;
import no.rrh.http.tjener.Tjenergrenser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients of HTTP/2 that break its rules or use them against the server, on real sockets, beside one that does neither. */
@Timeout(90)
class Http2MisbrukTest {
    private static final Duration MAALETID = Duration.ofSeconds(4);
    private static final int FART = 4 * 1024;
    private static final int SAMTIDIGE = 100;
    private static final int KALL = 50;
    private static final int STOR_FIL = 20_000_000;
    private static final long MYE = 64L << 20;
    private static final byte[] AVBRYT = {0, 0, 0, 8};
    private static final byte[] EN = {0, 0, 0, 1};

    @TempDir
    private Path mappe;

    private Tlstjener tjener;

    @AfterEach
    void stopp() {
        tjener.close();
    }

    private void start() throws IOException {
        start(Duration.ofSeconds(60), Tlstjener.straks());
    }

    private void start(Duration ledig, HentVirksomhet oppslag) throws IOException {
        tjener = Tlstjener.start(
                mappe, new Tjenergrenser(16 * 1024, ledig, FART, MAALETID, 100, KALL), STOR_FIL, oppslag);
    }

    private void andreErBesvart() {
        assertThat(tjener.hent(Version.HTTP_2, Tlstjener.OPPSLAG).statusCode()).isEqualTo(200);
    }

    private void ingenErIGang() {
        Tlstjener.ventTil("nothing is left in flight", () -> tjener.kallIGang() == 0);
    }

    /** A connection that has been closed is let go of a moment later. */
    private static void slipperMinnet(long foer) {
        Tlstjener.ventTil("what was kept to be let go", () -> brukt() - foer < MYE);
    }

    private static long brukt() {
        ManagementFactory.getMemoryMXBean().gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /**
     * What costs the client next to nothing, over and over. It comes in one record of TLS: what the server had not read when it
     * closed would have the system reset the connection, and the client not see the reason.
     */
    private enum Flom {
        CONTINUATION_WITH_NOTHING(Rammer.ENHANCE_YOUR_CALM, rammer -> {
            rammer.legg(HEADERS, END_STREAM, 1, kall("/helse/live"));
            gjenta(rammer, CONTINUATION, 0, 1);
        }),
        CONTINUATION_WITH_LITTLE(Rammer.ENHANCE_YOUR_CALM, rammer -> {
            rammer.legg(HEADERS, END_STREAM, 1, kall("/helse/live"));
            gjenta(rammer, CONTINUATION, 0, 1, headere("x", "y"));
        }),
        CONTINUATION_WITH_MUCH(Rammer.PROTOCOL_ERROR, rammer -> {
            rammer.legg(HEADERS, END_STREAM, 1, kall("/helse/live"));
            for (int i = 0; i < 3; i++) {
                rammer.legg(CONTINUATION, 0, 1, headere("x", "y".repeat(8_000)));
            }
        }),
        PINGS(Rammer.ENHANCE_YOUR_CALM, rammer -> gjenta(rammer, PING, 0, 0, new byte[8])),
        EMPTY_SETTINGS(Rammer.ENHANCE_YOUR_CALM, rammer -> gjenta(rammer, SETTINGS, 0, 0)),
        MANY_SETTINGS(Rammer.ENHANCE_YOUR_CALM, rammer -> rammer.legg(SETTINGS, 0, 0, new byte[6 * 200])),
        PRIORITIES(Rammer.ENHANCE_YOUR_CALM, rammer -> gjenta(rammer, PRIORITY, 0, 1, new byte[5])),
        EMPTY_DATA(Rammer.ENHANCE_YOUR_CALM, rammer -> {
            rammer.legg(
                    HEADERS,
                    END_HEADERS,
                    1,
                    headere(":method", "POST", ":scheme", "https", ":authority", "x", ":path", "/leser"));
            gjenta(rammer, DATA, 0, 1);
        }),
        FRAMES_OF_NO_KNOWN_KIND(Rammer.ENHANCE_YOUR_CALM, rammer -> gjenta(rammer, 77, 0, 0)),
        A_WINDOW_THAT_GROWS_BY_NOTHING(Rammer.PROTOCOL_ERROR, rammer -> rammer.legg(WINDOW_UPDATE, 0, 0, new byte[4])),
        A_WINDOW_THAT_GROWS_TOO_LARGE(3, rammer -> rammer.legg(WINDOW_UPDATE, 0, 0, new byte[] {127, -1, -1, -1})),
        HEADERS_THAT_ARE_TOO_LARGE(
                Rammer.PROTOCOL_ERROR,
                rammer -> rammer.legg(HEADERS, END_STREAM, 1, kall("/helse/live"))
                        .legg(CONTINUATION, 0, 1, headere("x", "y".repeat(12_000)))
                        .legg(CONTINUATION, END_HEADERS, 1, headere("x", "y".repeat(12_000)))),
        NO_HPACK(9, rammer -> rammer.legg(HEADERS, HELT_KALL, 1, new byte[] {-1, -1, -1, -1, -1, -1})),
        A_STREAM_OF_THE_SERVERS(Rammer.PROTOCOL_ERROR, rammer -> rammer.leggKall(2, "/helse/live")),
        DATA_ON_NO_STREAM(Rammer.PROTOCOL_ERROR, rammer -> rammer.legg(DATA, 0, 5, EN)),
        A_FRAME_THAT_IS_TOO_LARGE(6, rammer -> rammer.legg(DATA, 0, 1, new byte[16_385]));

        private final int kode;
        private final Consumer<Rammer> legg;

        Flom(int kode, Consumer<Rammer> legg) {
            this.kode = kode;
            this.legg = legg;
        }

        private static void gjenta(Rammer rammer, int type, int flagg, int stroem, byte... innhold) {
            for (int i = 0; i < 900; i++) {
                rammer.legg(type, flagg, stroem, innhold);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Flom.class)
    void endsTheConnectionWithTheRightErrorAndNobodyElseNoticesIt(Flom flom) throws IOException {
        start();
        andreErBesvart();
        long foer = brukt();
        Rammer rammer = tjener.http2().les();
        flom.legg.accept(rammer);

        rammer.sendSaaMyeSomTas();

        assertThat(rammer.avsluttesMed()).hasValue(flom.kode);
        andreErBesvart();
        ingenErIGang();
        slipperMinnet(foer);
    }

    /** Each time is as long as it takes to read one record; the ping tells that the server has come so far. */
    @ParameterizedTest
    @ValueSource(strings = {Tlstjener.OPPSLAG, "/ukjent", "/helse/live", Tlstjener.FIL})
    void thousandsOfRequestsThatAreCancelledAtOnceEndTheConnection(String sti) throws IOException {
        start();
        andreErBesvart();
        long foer = brukt();
        for (int runde = 0; runde < 10; runde++) {
            Rammer rammer = tjener.http2().les();
            int stroem = 1;
            boolean lever = true;
            while (lever) {
                for (int i = 0; i < 150; i++, stroem += 2) {
                    rammer.leggKall(stroem, sti).legg(RST_STREAM, 0, stroem, AVBRYT);
                }
                lever = rammer.legg(PING, 0, 0, new byte[8]).sendSaaMyeSomTas()
                        && rammer.neste(ramme -> ramme.type() == PING || ramme.type() == GOAWAY)
                                .filter(ramme -> ramme.type() == PING)
                                .isPresent();
                assertThat(stroem)
                        .as("requests that were let through, twice over")
                        .isLessThan(10_000);
            }
            andreErBesvart();
        }
        ingenErIGang();
        slipperMinnet(foer);
    }

    /** A look-up that stays until it is let go. */
    private static HentVirksomhet etter(CountDownLatch inne, Semaphore videre) {
        return (kaller, forespoersel) -> {
            inne.countDown();
            videre.acquireUninterruptibly();
            return Tlstjener.straks().hent(kaller, forespoersel);
        };
    }

    @Test
    void requestsThatAreCancelledGiveTheirPlacesBackAndWhatWasLookedUpIsInTheLog() throws Exception {
        int traader = 48;
        CountDownLatch inne = new CountDownLatch(traader);
        Semaphore videre = new Semaphore(0);
        start(Duration.ofSeconds(60), etter(inne, videre));
        Rammer rammer = tjener.http2().les();
        for (int i = 0; i < KALL; i++) {
            rammer.leggKall(2 * i + 1, Tlstjener.OPPSLAG);
        }
        rammer.send();
        inne.await();
        Tlstjener.ventTil("all are in hand", () -> tjener.kallIGang() == KALL);
        assertThat(tjener.hent(Version.HTTP_2, Tlstjener.OPPSLAG).statusCode())
                .as("there is no place")
                .isEqualTo(503);
        for (int i = 0; i < KALL; i++) {
            rammer.legg(RST_STREAM, 0, 2 * i + 1, AVBRYT);
        }
        rammer.send();
        videre.release(1000);

        ingenErIGang();
        assertThat(tjener.logg.foeringer().size()).as("entries").isGreaterThanOrEqualTo(traader);
        for (int i = KALL; i < 2 * KALL; i++) {
            rammer.leggKall(2 * i + 1, Tlstjener.OPPSLAG);
        }
        rammer.send();
        for (int i = 0; i < KALL; i++) {
            assertThat(rammer.neste(HEADERS).map(Rammer.Ramme::status)).hasValue(200);
        }
    }

    @Test
    void streamsAboveTheLimitAreRefusedAndTheOthersGoOn() throws Exception {
        CountDownLatch inne = new CountDownLatch(1);
        Semaphore videre = new Semaphore(0);
        start(Duration.ofSeconds(60), etter(inne, videre));
        Rammer rammer = tjener.http2(Rammer.INITIAL_WINDOW_SIZE, 0).les();
        rammer.leggKall(1, Tlstjener.OPPSLAG).send();
        inne.await();
        // All of these wait for the window
        for (int i = 1; i < SAMTIDIGE; i++) {
            rammer.leggKall(2 * i + 1, "/helse/live");
        }
        rammer.send();
        for (int i = 1; i < SAMTIDIGE; i++) {
            assertThat(rammer.neste(HEADERS).map(Rammer.Ramme::status)).hasValue(200);
        }
        int forMye = 2 * SAMTIDIGE + 1;

        rammer.leggKall(forMye, "/helse/live").send();

        assertThat(rammer.neste(RST_STREAM)).hasValueSatisfying(ramme -> {
            assertThat(ramme.stroem()).isEqualTo(forMye);
            assertThat(ramme.feilkode()).isEqualTo(Rammer.REFUSED_STREAM);
        });
        videre.release(1000);
        assertThat(rammer.status(1)).isEqualTo(200);
    }

    @Test
    void aReaderThatGivesNoWindowLosesItsAnswerAndNotItsConnection() throws IOException {
        start();
        Rammer rammer = tjener.http2(Rammer.INITIAL_WINDOW_SIZE, 0).les();
        rammer.leggKall(1, Tlstjener.FIL).leggKall(3, Tlstjener.OPPSLAG).send();

        for (int stroem = 0; stroem < 2; stroem++) {
            assertThat(rammer.neste(RST_STREAM).map(Rammer.Ramme::feilkode)).hasValue(8);
        }
        ingenErIGang();
        rammer.legg(
                        HEADERS,
                        HELT_KALL,
                        5,
                        headere(":method", "HEAD", ":scheme", "https", ":authority", "x", ":path", Tlstjener.OPPSLAG))
                .send();
        assertThat(rammer.status(5)).isEqualTo(200);
    }

    @Test
    void aWindowOfAByteNowAndThenIsTooLittle() throws IOException {
        start();
        Rammer rammer = tjener.http2(Rammer.INITIAL_WINDOW_SIZE, 10).les();
        rammer.leggKall(1, Tlstjener.FIL).send();
        Tlstjener.ventTil("the file is being sent", () -> tjener.kallIGang() == 1);

        Tlstjener.ventTil("it is given up, however the reader goes on", () -> {
            try {
                rammer.legg(WINDOW_UPDATE, 0, 1, EN).send();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            return tjener.kallIGang() == 0;
        });
        assertThat(rammer.neste(RST_STREAM).map(Rammer.Ramme::feilkode)).hasValue(8);
    }

    @Test
    void aReaderThatTakesWhatItCanIsServedToTheEndBesideOneThatDoesNot() throws IOException {
        start();
        Rammer rammer = tjener.http2(Rammer.INITIAL_WINDOW_SIZE, 20_000).les();
        rammer.leggKall(1, Tlstjener.FIL).leggKall(3, Tlstjener.FIL).send();

        long lest = 0;
        boolean avbrutt = false;
        while (!avbrutt || lest < 300_000) {
            Rammer.Ramme ramme = rammer.neste().orElseThrow();
            avbrutt |= ramme.type() == RST_STREAM && ramme.stroem() == 3;
            assertThat(ramme.type() == RST_STREAM && ramme.stroem() == 1).isFalse();
            if (ramme.type() == DATA && ramme.innhold().length > 0) {
                byte[] antall = {0, 0, (byte) (ramme.innhold().length >> 8), (byte) ramme.innhold().length};
                rammer.legg(WINDOW_UPDATE, 0, 0, antall);
                if (ramme.stroem() == 1) {
                    lest += ramme.innhold().length;
                    rammer.legg(WINDOW_UPDATE, 0, 1, antall);
                    LockSupport.parkNanos(Duration.ofSeconds(1).toNanos() * ramme.innhold().length / 100_000);
                }
                rammer.send();
            }
        }
        assertThat(tjener.kallIGang()).isEqualTo(1);
    }

    @Test
    void aReaderWhoTakesNothingFromTheSocketLosesTheConnection() throws IOException {
        start();
        Rammer rammer = tjener.http2(Rammer.INITIAL_WINDOW_SIZE, Integer.MAX_VALUE);
        rammer.legg(WINDOW_UPDATE, 0, 0, new byte[] {127, 0, 0, 0})
                .leggKall(1, Tlstjener.FIL)
                .send();
        Tlstjener.ventTil("the file is being sent", () -> tjener.kallIGang() == 1);

        ingenErIGang();
        andreErBesvart();
    }

    /** The answers wait in the memory of the server, since nobody takes them. */
    @ParameterizedTest
    @ValueSource(ints = {HEADERS, WINDOW_UPDATE})
    void whoTakesNothingAndGoesOnSendingIsClosedBeforeItFillsTheMemory(int type) throws IOException {
        start();
        andreErBesvart();
        long foer = brukt();
        Rammer rammer = tjener.http2(Rammer.INITIAL_WINDOW_SIZE, Integer.MAX_VALUE);
        rammer.legg(WINDOW_UPDATE, 0, 0, new byte[] {127, 0, 0, 0});
        for (int i = 0; i < SAMTIDIGE; i++) {
            rammer.leggKall(2 * i + 1, Tlstjener.FIL);
        }
        rammer.send();

        int stroem = 2 * SAMTIDIGE + 1;
        boolean tatt = true;
        for (int runde = 0; runde < 10_000 && tatt; runde++) {
            for (int i = 0; i < 1000; i++) {
                if (type == HEADERS) {
                    rammer.leggKall(stroem, "/helse/live");
                    stroem += 2;
                } else {
                    rammer.legg(WINDOW_UPDATE, 0, 1, EN);
                }
            }
            tatt = rammer.sendSaaMyeSomTas();
        }

        assertThat(tatt).as("ten million frames were taken").isFalse();
        andreErBesvart();
        ingenErIGang();
        slipperMinnet(foer);
    }

    @Test
    void whoSendsMuchAndTakesMoreKeepsTheConnection() throws IOException {
        start();
        Rammer rammer =
                tjener.http2(Rammer.INITIAL_WINDOW_SIZE, Integer.MAX_VALUE).les(Duration.ofMillis(10));
        rammer.legg(WINDOW_UPDATE, 0, 0, new byte[] {127, 0, 0, 0})
                .leggKall(1, Tlstjener.FIL)
                .send();

        long slutt = System.nanoTime() + 2 * MAALETID.toNanos();
        while (System.nanoTime() < slutt) {
            assertThat(rammer.neste(Rammer.DATA)).as("more of the file").isPresent();
            for (int i = 0; i < 200; i++) {
                rammer.legg(WINDOW_UPDATE, 0, 1, EN);
            }
            rammer.send();
        }
    }

    @Test
    void halfARequestAndPingsKeepNoConnectionOpen() throws IOException {
        start(Duration.ofSeconds(2), Tlstjener.straks());
        Rammer drypp = tjener.http2().les();
        Rammer ping = tjener.http2().les();
        byte[] halvt = kall("/" + "x".repeat(2000));
        drypp.legg(new byte[] {0, 8, 0, HEADERS, HELT_KALL, 0, 0, 0, 1}).send();

        boolean lever = true;
        for (int i = 0; i < halvt.length && lever; i++) {
            lever = drypp.legg(halvt[i]).sendSaaMyeSomTas()
                    | ping.legg(PING, 0, 0, new byte[8]).sendSaaMyeSomTas();
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }

        assertThat(lever).isFalse();
        assertThat(drypp.avsluttesMed()).hasValue(0);
        assertThat(ping.avsluttesMed()).hasValue(0);
    }

    /** Its answer cannot be written, and its place must be given back all the same. */
    @Test
    void whoGoesAwayWhileItsBodyIsReadLeavesNothingInFlight() throws IOException {
        start();
        byte[] hode = headere(":method", "POST", ":scheme", "https", ":authority", "x", ":path", "/leser");
        Rammer lukket = tjener.http2().les();
        lukket.legg(HEADERS, END_HEADERS, 1, hode).send();
        Rammer avbrutt = tjener.http2().les();
        avbrutt.legg(HEADERS, END_HEADERS, 1, hode).send();
        Tlstjener.ventTil("both are being read", () -> tjener.kallIGang() == 2);

        lukket.close();
        avbrutt.legg(RST_STREAM, 0, 1, AVBRYT).send();

        ingenErIGang();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/leser", "/finnes/ikke", "/"})
    void aBodyThatIsTakenBackInItsMidstIsInHandNoMore(String sti) throws IOException {
        start();
        Rammer rammer = tjener.http2().les();
        String[] hode = {":method", "POST", ":scheme", "https", ":authority", "x", ":path", sti, "content-length", "10"
        };
        rammer.legg(HEADERS, END_HEADERS, 1, headere(hode))
                .legg(DATA, 0, 1, (byte) 'x')
                .send();
        Tlstjener.ventTil("it has come", () -> tjener.kallIGang() == 1);

        rammer.legg(RST_STREAM, 0, 1, AVBRYT).send();

        Tlstjener.ventTil("it is in hand no more", () -> tjener.kallIGang() == 0);
    }

    @Test
    void aBodyThatTricklesInIsGivenUpAndTheConnectionGoesOn() throws IOException {
        start();
        Rammer rammer = tjener.http2().les();
        String[] hode = {":method", "POST", ":scheme", "https", ":authority", "x", ":path", "/leser"};
        rammer.legg(HEADERS, END_HEADERS, 1, headere(hode)).send();
        Tlstjener.ventTil("it is being read", () -> tjener.kallIGang() == 1);

        Tlstjener.ventTil("it is given up", () -> {
            try {
                rammer.legg(DATA, 0, 1, (byte) 'x').send();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            return tjener.kallIGang() == 0;
        });
        rammer.legg(HEADERS, END_HEADERS, 3, headere(hode))
                .legg(DATA, END_STREAM, 3, new byte[1000])
                .send();
        assertThat(rammer.status(3)).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Accept: x",
                "connection: close",
                "transfer-encoding: chunked",
                "keep-alive: 1",
                "upgrade: h2c",
                "proxy-connection: close",
                "te: gzip",
                ":path: /x",
                ":tull: x",
                ":status: 200",
                "a b: x",
                "x: a\nb",
                "x: a\0b",
            })
    void aRequestThatIsMalformedIsRefusedAndTheNextIsAnswered(String header) throws IOException {
        start();
        String[] del = header.split(": ", 2);
        List<String> riktig = List.of(":method", "GET", ":scheme", "https", ":authority", "x", ":path", "/helse/live");
        String[] alle = java.util.stream.Stream.concat(riktig.stream(), Arrays.stream(del))
                .toArray(String[]::new);
        Rammer rammer = tjener.http2().les();
        rammer.legg(HEADERS, HELT_KALL, 1, headere(alle)).send();
        assertThat(rammer.status(1)).isEqualTo(400);

        rammer.leggKall(3, "/helse/live").send();
        assertThat(rammer.status(3)).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ":method GET :scheme https :authority x",
                ":method GET :path /helse/live :authority x",
                ":scheme https :path /helse/live :authority x",
                ":method GET :scheme https :path helse :authority x",
                ":method GET :scheme ftp :path /helse/live :authority x",
                ":method GET x y :scheme https :path /helse/live :authority x",
                ":method GET :scheme https :path /x\r\ny :authority x",
            })
    void soIsOneWhosePseudoHeadersAreNotThoseOfARequest(String felter) throws IOException {
        start();
        Rammer rammer = tjener.http2().les();
        rammer.legg(HEADERS, HELT_KALL, 1, headere(felter.split(" "))).send();
        assertThat(rammer.status(1)).isEqualTo(400);

        rammer.leggKall(3, "/helse/live").send();
        assertThat(rammer.status(3)).isEqualTo(200);
    }
}
