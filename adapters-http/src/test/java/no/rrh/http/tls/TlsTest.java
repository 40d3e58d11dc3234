package no.rrh.http.tls;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import no.rrh.http.tjener.Tjenergrenser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** TLS in the server itself, on real sockets. */
@Timeout(90)
class TlsTest {
    private static final Duration MAALETID = Duration.ofSeconds(4);
    private static final int FART = 4 * 1024;
    private static final int STOR_FIL = 20_000_000;
    private static final String HSTS = "max-age=31536000";

    @TempDir
    private Path mappe;

    private Tlstjener tjener;

    @AfterEach
    void stopp() {
        tjener.close();
    }

    private void start(int filstoerrelse) throws IOException {
        start(Duration.ofSeconds(60), filstoerrelse);
    }

    private void start(Duration ledig, int filstoerrelse) throws IOException {
        tjener = Tlstjener.start(mappe, new Tjenergrenser(16 * 1024, ledig, FART, MAALETID, 100, 50), filstoerrelse);
    }

    /** What the server sends until it closes; the text of a request has no more than one answer. */
    private static String ordveksling(Socket socket, String kall) throws IOException {
        socket.getOutputStream().write(kall.getBytes(ISO_8859_1));
        return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    }

    private static boolean erLukket(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (java.net.SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void theCallerChoosesTheProtocol(Version versjon) throws IOException {
        start(10);

        HttpResponse<byte[]> svar = tjener.hent(versjon, Tlstjener.OPPSLAG);

        assertThat(svar.version()).isEqualTo(versjon);
        assertThat(svar.statusCode()).isEqualTo(200);
        assertThat(svar.body())
                .isNotEmpty()
                .isEqualTo(tjener.hent(Version.HTTP_1_1, Tlstjener.OPPSLAG).body());
    }

    @Test
    void aCallerThatSaysNothingOfItGetsHttp11AndOneThatSpeaksNeitherGetsNothing() throws IOException {
        start(10);

        SSLSocket uten = tjener.tls();
        assertThat(ordveksling(uten, "GET " + Tlstjener.OPPSLAG + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200");
        assertThat(uten.getApplicationProtocol()).isEmpty();
        assertThat(tjener.tls("tull", "http/1.1").getApplicationProtocol()).isEqualTo("http/1.1");
        assertThatThrownBy(() -> tjener.tls("tull")).isInstanceOf(SSLHandshakeException.class);
    }

    @Test
    void plainHttpIsNotSpokenThere() throws IOException {
        start(10);

        assertThat(ordveksling(tjener.socket(), "GET /helse/live HTTP/1.1\r\nHost: x\r\n\r\n"))
                .doesNotContain("HTTP/1.1");
    }

    /** The first bytes of TLS with these versions and ciphers alone, since the JDK's own client refuses to ask for the old ones. */
    private static byte[] hilsen(int versjon, int chiffer) {
        byte[] tillegg = {
            0,
            10,
            0,
            4,
            0,
            2,
            0,
            23, // secp256r1
            0,
            11,
            0,
            2,
            1,
            0, // uncompressed points
            0,
            13,
            0,
            8,
            0,
            6,
            4,
            3,
            4,
            1,
            2,
            1 // ecdsa and rsa with SHA-256, rsa with SHA-1
        };
        int lengde = 2 + 32 + 1 + 2 + 2 + 2 + 2 + tillegg.length;
        ByteBuffer alt = ByteBuffer.allocate(5 + 4 + lengde);
        alt.put((byte) 22).putShort((short) 0x0301).putShort((short) (4 + lengde));
        alt.putInt(1 << 24 | lengde).putShort((short) versjon).put(new byte[32]).put((byte) 0);
        alt.putShort((short) 2).putShort((short) chiffer).put((byte) 1).put((byte) 0);
        alt.putShort((short) tillegg.length).put(tillegg);
        return alt.array();
    }

    @ParameterizedTest
    @CsvSource({
        "0x0303, 0xC02B, 22, 2, TLS 1.2 with ECDHE and AES-GCM: a ServerHello",
        "0x0303, 0xC02C, 22, 2, with a longer key",
        "0x0303, 0xCCA9, 22, 2, with ChaCha20-Poly1305",
        "0x0303, 0xC023, 21, 40, CBC: handshake_failure",
        "0x0303, 0xC009, 21, 40, CBC and SHA-1",
        "0x0303, 0xC008, 21, 40, 3DES",
        "0x0303, 0xC007, 21, 40, RC4",
        "0x0303, 0x009C, 21, 40, a key that is not the connection's own",
        "0x0303, 0x009E, 21, 40, DHE",
        "0x0302, 0xC009, 21, 70, TLS 1.1: protocol_version",
        "0x0301, 0xC009, 21, 70, TLS 1.0",
        "0x0300, 0xC009, 21, 70, SSL 3",
    })
    void oldVersionsAndWeakCiphersAreRefused(int versjon, int chiffer, int slag, int foerste, String hva)
            throws IOException {
        start(10);

        Socket socket = tjener.socket();
        socket.getOutputStream().write(hilsen(versjon, chiffer));
        DataInputStream inn = new DataInputStream(socket.getInputStream());

        assertThat(inn.readUnsignedByte()).as(hva).isEqualTo(slag);
        inn.readUnsignedShort();
        byte[] innhold = inn.readNBytes(inn.readUnsignedShort());
        assertThat(innhold[slag == 21 ? 1 : 0]).isEqualTo((byte) foerste);
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void everyAnswerTellsThatItIsToBeHttps(Version versjon) throws Exception {
        start(10);
        HttpClient klient = Tlstjener.klient(versjon, tjener.sertifikat);
        String etag = tjener.hent(versjon, Tlstjener.OPPSLAG)
                .headers()
                .firstValue("ETag")
                .orElseThrow();

        for (HttpRequest.Builder kall : List.of(
                tjener.kall(Tlstjener.OPPSLAG),
                tjener.kall(Tlstjener.OPPSLAG).header("If-None-Match", etag),
                tjener.kall(Tlstjener.OPPSLAG).header("Accept", "text/html"),
                tjener.kall(Tlstjener.OPPSLAG).DELETE(),
                tjener.kall(Tlstjener.FIL),
                tjener.kall(Tlstjener.FIL).header("Range", "bytes=0-1"),
                tjener.kall("/helse/live"),
                tjener.kall("/helse/live").POST(HttpRequest.BodyPublishers.noBody()),
                tjener.kall("/ukjent"),
                tjener.kall("/api//x"))) {
            HttpResponse<byte[]> svar = klient.send(kall.build(), BodyHandlers.ofByteArray());
            assertThat(svar.headers().allValues("Strict-Transport-Security"))
                    .as("%s %s", svar.statusCode(), svar.request())
                    .containsExactly(HSTS);
        }
    }

    @Test
    void soDoThoseToWhatIsNoHttpAndThoseBeforeTheServerIsOpen() throws Exception {
        tjener = Tlstjener.lukket(mappe, Tjenergrenser.STANDARD);
        assertThat(tjener.hent(Version.HTTP_2, Tlstjener.OPPSLAG))
                .satisfies(svar -> assertThat(svar.statusCode()).isEqualTo(503))
                .satisfies(svar -> assertThat(svar.headers().firstValue("Strict-Transport-Security"))
                        .hasValue(HSTS));
        tjener.close();
        start(10);
        for (String kall : List.of(
                "tull\r\n\r\n", "GET / HTTP/1.1\r\n\r\n", "GET / HTTP/1.1\r\nHost: x\r\nX: " + "x".repeat(40_000))) {
            assertThat(ordveksling(tjener.tls(), kall))
                    .startsWith("HTTP/1.1 4")
                    .containsOnlyOnce("Strict-Transport-Security: " + HSTS + "\r\n");
        }
    }

    @Test
    void aHandshakeThatIsNeverBegunOrStopsHalfWayIsClosedAfterTheIdleTime() throws IOException {
        start(Duration.ofSeconds(1), 10);

        Socket aldri = tjener.socket();
        Socket halv = tjener.socket();
        halv.getOutputStream().write(hilsen(0x0303, 0xC02B), 0, 20);
        Socket uferdig = tjener.socket();
        uferdig.getOutputStream().write(hilsen(0x0303, 0xC02B));
        SSLSocket utenKall = tjener.tls();

        assertThat(erLukket(aldri)).isTrue();
        assertThat(halv.getInputStream().readAllBytes()).hasSizeLessThan(100);
        uferdig.getInputStream().readAllBytes();
        assertThat(erLukket(utenKall)).isTrue();
    }

    private static void dryppTilDetErLukket(Socket socket, byte[] alt) {
        assertThatThrownBy(() -> {
                    for (byte del : alt) {
                        socket.getOutputStream().write(del);
                        LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
                    }
                })
                .isInstanceOf(IOException.class);
    }

    @Test
    void aHandshakeThatTricklesInIsCutOff() throws IOException {
        start(10);
        byte[] hilsen = new byte[10_000];
        // one large record, so that no byte of it is too many
        ByteBuffer.wrap(hilsen)
                .put((byte) 22)
                .putShort((short) 0x0301)
                .putShort((short) 9_995)
                .putInt(1 << 24 | 9_991);

        dryppTilDetErLukket(tjener.socket(), hilsen);
    }

    @Test
    void aRequestThatTricklesInWithinTlsIsCutOffAlsoWhenItIsTheSecond() throws IOException {
        start(10);
        byte[] treg =
                ("GET " + Tlstjener.OPPSLAG + " HTTP/1.1\r\nHost: x\r\nX: " + "x".repeat(1000)).getBytes(ISO_8859_1);

        SSLSocket socket = tjener.tls("http/1.1");
        socket.getOutputStream().write("GET /helse/live HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(ISO_8859_1));
        assertThat(socket.getInputStream().readNBytes(12)).asString(ISO_8859_1).isEqualTo("HTTP/1.1 200");
        dryppTilDetErLukket(socket, treg);
    }

    @Test
    void nobodyIsTimedBetweenTheHandshakeAndTheFirstRequestOrBetweenTwo() throws IOException {
        tjener = Tlstjener.start(
                mappe, new Tjenergrenser(16 * 1024, Duration.ofSeconds(60), 1_000_000, MAALETID, 100, 10), 10);
        SSLSocket utenKall = tjener.tls("http/1.1");
        SSLSocket mellomKall = tjener.tls("http/1.1");
        mellomKall.getOutputStream().write("GET /helse/live HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(ISO_8859_1));
        assertThat(mellomKall.getInputStream().readNBytes(12))
                .asString(ISO_8859_1)
                .isEqualTo("HTTP/1.1 200");
        Rammer http2 = tjener.http2().les();
        http2.leggKall(1, "/helse/live").send();
        assertThat(http2.neste(Rammer.HEADERS)).isPresent();

        // One that does trickle is seen and closed, twice over, so the others have been looked at as often
        for (int i = 0; i < 2; i++) {
            Socket drypp = tjener.socket();
            drypp.getOutputStream().write(hilsen(0x0303, 0xC02B), 0, 20);
            assertThat(erLukket(drypp)).isTrue();
        }

        String siste = "GET /helse/live HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
        assertThat(ordveksling(utenKall, siste)).startsWith("HTTP/1.1 200");
        assertThat(ordveksling(mellomKall, siste)).contains("HTTP/1.1 200");
        http2.leggKall(3, "/helse/live").send();
        assertThat(http2.neste(ramme -> ramme.type() == Rammer.HEADERS && ramme.stroem() == 3))
                .isPresent();
    }

    @Test
    void aReaderWithinTlsThatNeverReadsOrReadsTooSlowlyIsCutOff() throws IOException {
        start(STOR_FIL);
        byte[] kall = ("GET " + Tlstjener.FIL + " HTTP/1.1\r\nHost: x\r\n\r\n").getBytes(ISO_8859_1);

        SSLSocket aldri = tjener.tls("http/1.1");
        aldri.getOutputStream().write(kall);
        SSLSocket drypp = tjener.tls("http/1.1");
        drypp.getOutputStream().write(kall);
        assertThat(drypp.getInputStream().readNBytes(12)).asString(ISO_8859_1).isEqualTo("HTTP/1.1 200");

        Tlstjener.ventTil("both are given up, however the one goes on", () -> {
            try {
                drypp.getInputStream().read(new byte[10]);
            } catch (IOException e) {
                // closed already
            }
            return tjener.kallIGang() == 0;
        });
    }

    @Test
    void aReaderWithinTlsThatIsSlowButNotTooSlowIsServedToTheEnd() throws IOException {
        int stoerrelse = 600_000;
        start(stoerrelse);
        SSLSocket treg = tjener.tls("http/1.1");
        treg.getOutputStream()
                .write(("GET " + Tlstjener.FIL + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                        .getBytes(ISO_8859_1));

        long antall = 0;
        byte[] del = new byte[2500];
        InputStream inn = treg.getInputStream();
        for (int lest = inn.read(del); lest >= 0; lest = inn.read(del)) {
            antall += lest;
            LockSupport.parkNanos(Duration.ofSeconds(1).toNanos() * lest / 60_000);
        }

        assertThat(antall).isGreaterThan(stoerrelse);
    }

    private static X509Certificate vist(SSLSocket socket) throws IOException {
        return (X509Certificate) socket.getSession().getPeerCertificates()[0];
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void aRenewedCertificateIsShownToThoseWhoComeAndTheOpenConnectionsGoOn(Version versjon) throws Exception {
        start(STOR_FIL);
        tjener.vakt.start();
        HttpClient gammel = Tlstjener.klient(versjon, tjener.sertifikat);
        HttpResponse<InputStream> nedlasting =
                gammel.send(tjener.kall(Tlstjener.FIL).build(), BodyHandlers.ofInputStream());
        long lest = nedlasting.body().readNBytes(100_000).length;
        SSLSocket aapen = tjener.tls("http/1.1");
        assertThat(vist(aapen)).isEqualTo(tjener.sertifikat);

        X509Certificate ny = Testtls.selvutstedt(Testtls.EC, Clock.systemUTC().instant(), Duration.ofDays(60));
        tjener.bytt(ny);
        Tlstjener.ventTil(
                "the new one is in use",
                () -> tjener.vakt.utloeper().equals(ny.getNotAfter().toInstant()));

        assertThat(Tlstjener.klient(versjon, ny)
                        .send(tjener.kall("/helse/live").build(), BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(200);
        assertThatThrownBy(() -> tjener.hent(versjon, "/helse/live"))
                .as("who trusts the old one alone")
                .hasCauseInstanceOf(SSLHandshakeException.class);
        assertThat(lest + nedlasting.body().transferTo(java.io.OutputStream.nullOutputStream()))
                .isEqualTo(STOR_FIL);
        assertThat(ordveksling(aapen, "GET /helse/live HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200");
    }
}
