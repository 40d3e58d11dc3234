package no.rrh.http.tjener;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static no.rrh.domain.Eksempler.REGISTRERT;
import static no.rrh.domain.Eksempler.organisasjonsnummer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import no.rrh.application.port.in.FinnVirksomheter;
import no.rrh.application.port.in.HentVirksomhet;
import no.rrh.application.port.out.MinneInnsynslogg;
import no.rrh.application.port.out.RegisteretSvarerIkke;
import no.rrh.domain.Eksempler;
import no.rrh.domain.innsyn.Innsynsnivaa;
import no.rrh.domain.innsyn.Innsynspolicy;
import no.rrh.domain.innsyn.VirksomhetInnsyn;
import no.rrh.domain.registrering.Registrering;
import no.rrh.domain.tilgang.Konsument;
import no.rrh.domain.tilgang.Scope;
import no.rrh.http.representasjon.Spraak;
import no.rrh.http.representasjon.V1Representasjon;
import no.rrh.http.representasjon.bods.Testbods;
import no.rrh.http.virksomhet.HistorikkRessurs;
import no.rrh.http.virksomhet.SoekRessurs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Bodies that are sent in pieces: to readers who are fast, slow or gone, and when they fail half-way. */
class KroppsendingTest {
    private static final Clock KLOKKE = Clock.fixed(Instant.parse("2026-11-25T10:00:00Z"), ZoneOffset.UTC);
    private static final Konsument KONSUMENT =
            new Konsument(organisasjonsnummer(9), Optional.empty(), "klient", Set.of(Scope.OFFENTLIG), Instant.MAX);
    private static final String OPPSLAG = "/api/oppslag/v1/virksomheter/314208641";
    private static final String SOEK = "/api/oppslag/v1/virksomheter?foedselsnummer=05910298382";
    private static final VirksomhetInnsyn MANGE_REGISTRERINGER = innsyn(1500);
    private static final VirksomhetInnsyn EN_REGISTRERING = innsyn(1);

    /** More than Jersey has threads; twice as many are more than all the threads there are. */
    private static final int MANGE = 60;

    private static final int ISEKUNDET = 32 * 1024;

    private final List<Socket> aapne = new ArrayList<>();
    private final AtomicInteger lest = new AtomicInteger();
    private Tjener tjener;

    private static VirksomhetInnsyn innsyn(int registreringer) {
        return Innsynspolicy.medHistorikk(
                Eksempler.virksomhet(
                        Eksempler.ORGANISASJONSNUMMER,
                        IntStream.range(0, registreringer)
                                .mapToObj(
                                        i -> Eksempler.registrering(new UUID(1, i), REGISTRERT.minusSeconds(i), i == 0))
                                .toArray(Registrering[]::new)),
                Innsynsnivaa.ALT);
    }

    private void start(HentVirksomhet oppslag, FinnVirksomheter soek, Duration maaletid) throws IOException {
        Tjenergrenser grenser = new Tjenergrenser(16 * 1024, Duration.ofSeconds(60), 4 * 1024, maaletid, 1000, 256);
        tjener = Tjener.bind(Testinnstillinger.av(Duration.ofSeconds(2), grenser), KLOKKE, new SimpleMeterRegistry());
        V1Representasjon representasjon = new V1Representasjon();
        tjener.aapne(
                headere -> KONSUMENT,
                () -> true,
                new MinneInnsynslogg(),
                List.of(
                        new HistorikkRessurs(oppslag, representasjon, Testbods.representasjon()),
                        new SoekRessurs(soek, representasjon)));
    }

    private void start(FinnVirksomheter soek) throws IOException {
        start((kaller, forespoersel) -> MANGE_REGISTRERINGER, soek, Duration.ofSeconds(30));
    }

    /** So many virksomheter, of which the one after the last throws when there is to be a failure. */
    private FinnVirksomheter funn(int antall, Optional<RuntimeException> feil) {
        return (kaller, forespoersel) -> {
            forespoersel.lest();
            return new Iterator<>() {
                private int neste;

                @Override
                public boolean hasNext() {
                    return neste < antall || feil.isPresent();
                }

                @Override
                public VirksomhetInnsyn next() {
                    lest.incrementAndGet();
                    if (neste++ == antall) {
                        throw feil.orElseThrow();
                    }
                    return EN_REGISTRERING;
                }
            };
        };
    }

    @AfterEach
    void lukk() throws IOException {
        for (Socket socket : aapne) {
            socket.close();
        }
        tjener.close();
    }

    private Socket send(String linje) throws IOException {
        Socket socket = new Socket();
        aapne.add(socket);
        socket.setReceiveBufferSize(16 * 1024);
        socket.setSoTimeout(30_000);
        socket.connect(new InetSocketAddress("127.0.0.1", tjener.port()));
        socket.getOutputStream()
                .write((linje + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").getBytes(ISO_8859_1));
        return socket;
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

    private HttpResponse<byte[]> hent(String metode, String sti) throws IOException {
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + tjener.port() + sti))
                                    .timeout(Duration.ofSeconds(30))
                                    .method(metode, HttpRequest.BodyPublishers.noBody())
                                    .build(),
                            HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void ventTil(String hva, BooleanSupplier vilkaar) {
        long frist = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!vilkaar.getAsBoolean()) {
            if (System.nanoTime() > frist) {
                throw new AssertionError("did not happen: " + hva);
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    @Test
    void aLargeLookUpArrivesWholeWithItsLengthAlsoToHead() throws IOException {
        start(funn(1, Optional.empty()));
        byte[] ventet = new V1Representasjon().virksomhet(MANGE_REGISTRERINGER, Spraak.BOKMAAL);
        assertThat(ventet.length).isGreaterThan(900_000);

        HttpResponse<byte[]> get = hent("GET", OPPSLAG);
        assertThat(get.body()).isEqualTo(ventet);
        assertThat(get.headers().allValues("Content-Length")).containsExactly(Integer.toString(ventet.length));
        assertThat(get.headers().firstValue("Transfer-Encoding")).isEmpty();
        HttpResponse<byte[]> head = hent("HEAD", OPPSLAG);
        assertThat(head.body()).isEmpty();
        for (String navn : List.of("Content-Length", "Content-Type", "ETag")) {
            assertThat(head.headers().allValues(navn))
                    .as(navn)
                    .hasSize(1)
                    .isEqualTo(get.headers().allValues(navn));
        }
    }

    @Test
    void aLargeSearchArrivesWholeInChunksAndIsMadeNoFurtherThanItIsTaken() throws IOException {
        start(funn(10_000, Optional.empty()));
        String ett = new String(new V1Representasjon().virksomhet(EN_REGISTRERING, Spraak.BOKMAAL), UTF_8);

        HttpResponse<byte[]> head = hent("HEAD", SOEK);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("Content-Length")).isEmpty();
        assertThat(lest.getAndSet(0)).isLessThan(100);
        Socket venter = send("GET " + SOEK);
        assertThat(hode(venter)).startsWith("HTTP/1.1 200").contains("Transfer-Encoding: chunked");
        assertThat(lest.get()).isLessThan(10_000);

        assertThat(new String(hent("GET", SOEK).body(), UTF_8))
                .isEqualTo("{\"virksomheter\":[" + (ett + ",").repeat(9_999) + ett + "]}");
    }

    @Test
    void moreSlowReadersThanThereAreThreadsHoldNoneOfThem() throws IOException {
        start(funn(100_000, Optional.empty()));
        for (int i = 0; i < MANGE; i++) {
            assertThat(hode(send("GET " + SOEK))).startsWith("HTTP/1.1 200");
            assertThat(hode(send("GET " + OPPSLAG))).startsWith("HTTP/1.1 200");
        }

        assertThat(tjener.kallIGang()).isGreaterThanOrEqualTo(MANGE);
        assertThat(hent("GET", OPPSLAG).statusCode()).isEqualTo(200);
        assertThat(hent("HEAD", SOEK).statusCode()).isEqualTo(200);
    }

    /**
     * Four times as fast as the limits are and measured over a seventh of the time, and slower than would be needed to take
     * the whole look-up within it.
     */
    @Test
    void aSlowReaderIsNotCutFromALargeLookUpOrSearch() throws IOException {
        Duration maaletid = Duration.ofSeconds(4);
        start((kaller, forespoersel) -> MANGE_REGISTRERINGER, funn(100_000, Optional.empty()), maaletid);
        List<Socket> trege = List.of(send("GET " + OPPSLAG), send("GET " + SOEK));
        for (Socket treg : trege) {
            assertThat(hode(treg)).startsWith("HTTP/1.1 200");
        }

        byte[] del = new byte[2048];
        for (int lest = 0; lest < 10 * ISEKUNDET; lest += del.length) {
            for (Socket treg : trege) {
                assertThat(treg.getInputStream().readNBytes(del, 0, del.length)).isEqualTo(del.length);
            }
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1) * del.length / ISEKUNDET);
        }
        assertThat(tjener.kallIGang()).isEqualTo(2);
    }

    @Test
    void aSearchThatFailsAtOnceIsAnOrdinaryError() throws IOException {
        start(funn(1, Optional.of(new RegisteretSvarerIkke(new IOException("jdbc:hemmelig")))));

        HttpResponse<byte[]> svar = hent("GET", SOEK);
        assertThat(svar.statusCode()).isEqualTo(503);
        assertThat(svar.headers().firstValue("Retry-After")).isPresent();
        assertThat(new String(svar.body(), UTF_8))
                .contains("Registeret svarer ikke")
                .doesNotContain("hemmelig");
    }

    @Test
    void aSearchThatFailsHalfWayBreaksTheConnectionAndNeverEndsLikeAWholeOne() throws IOException {
        start(funn(1000, Optional.of(new RegisteretSvarerIkke(new IOException()))));

        assertThatThrownBy(() -> hent("GET", SOEK)).isInstanceOf(IOException.class);
        Socket raa = send("GET " + SOEK);
        assertThat(hode(raa)).startsWith("HTTP/1.1 200").contains("Transfer-Encoding: chunked");
        ByteArrayOutputStream alt = new ByteArrayOutputStream();
        try {
            raa.getInputStream().transferTo(alt);
        } catch (IOException e) {
            // reset, which is an end too
        }
        assertThat(alt.toString(UTF_8)).doesNotEndWith("\r\n0\r\n\r\n");
        ventTil("the request is over", () -> tjener.kallIGang() == 0);
    }

    @Test
    void aReaderThatGoesAwayEndsTheMaking() throws IOException {
        start(funn(Integer.MAX_VALUE, Optional.empty()));
        Socket borte = send("GET " + SOEK);
        hode(borte);
        borte.setSoLinger(true, 0);
        borte.close();

        ventTil("the request is over", () -> tjener.kallIGang() == 0);
    }

    @Test
    void aStopWaitsForWhatIsBeingMadeAndInterruptsNobody() throws Exception {
        CountDownLatch inne = new CountDownLatch(1);
        AtomicBoolean ferdig = new AtomicBoolean();
        AtomicBoolean avbrutt = new AtomicBoolean();
        start((kaller, forespoersel) -> new Iterator<>() {
            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public VirksomhetInnsyn next() {
                if (lest.incrementAndGet() == 1000) {
                    // As a statement in the database: it ends in its own time, after the time to stop in
                    inne.countDown();
                    long slutt = System.nanoTime() + Duration.ofMillis(3000).toNanos();
                    while (System.nanoTime() < slutt) {
                        LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
                        avbrutt.compareAndSet(false, Thread.interrupted());
                    }
                    ferdig.set(true);
                }
                return EN_REGISTRERING;
            }
        });
        Socket socket = send("GET " + SOEK);
        Thread leser = new Thread(() -> {
            try {
                socket.getInputStream().transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
                // cut
            }
        });
        leser.start();
        inne.await();

        tjener.close();

        assertThat(ferdig).isTrue();
        assertThat(avbrutt).isFalse();
        leser.join();
    }
}
