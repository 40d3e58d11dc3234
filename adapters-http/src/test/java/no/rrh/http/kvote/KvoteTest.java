package no.rrh.http.kvote;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import no.rrh.application.port.in.HentVirksomhet;
import no.rrh.application.port.out.MinneInnsynslogg;
import no.rrh.application.port.out.Totalbestandfil;
import no.rrh.domain.Eksempler;
import no.rrh.domain.innsyn.Innsynsnivaa;
import no.rrh.domain.innsyn.Innsynspolicy;
import no.rrh.domain.tilgang.Kaller;
import no.rrh.domain.tilgang.Konsument;
import no.rrh.domain.tilgang.Scope;
import no.rrh.domain.tilgang.Ukjent;
import no.rrh.http.representasjon.V1Representasjon;
import no.rrh.http.representasjon.bods.Testbods;
import no.rrh.http.sikkerhet.Loggfangst;
import no.rrh.http.tjener.Testinnstillinger;
import no.rrh.http.tjener.Tjener;
import no.rrh.http.tjener.Tjenergrenser;
import no.rrh.http.totalbestand.Nedlastinger;
import no.rrh.http.totalbestand.TotalbestandRessurs;
import no.rrh.http.totalbestand.TotalbestandV1Ressurs;
import no.rrh.http.virksomhet.HistorikkRessurs;
import no.rrh.http.virksomhet.VirksomhetRessurs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Quotas and downloads at once, on real sockets. The token is the number of a consumer; the clock is the test's. */
class KvoteTest {
    private static final String OPPSLAG = "/api/virksomheter/313513408";
    private static final String HISTORIKK = "/api/oppslag/v1/virksomheter/313513408";
    private static final String FIL = "/api/virksomheter/json";
    private static final String FIL_V1 = "/api/oppslag/v1/virksomheter/totalbestand";
    private static final Kvote TRE_PAA_SEKS_SEKUNDER = new Kvote(3, Duration.ofSeconds(6));
    private static final long FILSTOERRELSE = 32L << 20;

    private final HttpClient klient = HttpClient.newHttpClient();
    private final AtomicLong nanotid = new AtomicLong();
    private Tjener tjener;

    @TempDir
    Path mappe;

    @BeforeEach
    void start() throws IOException {
        Path fil = mappe.resolve("fil.zip");
        try (RandomAccessFile innhold = new RandomAccessFile(fil.toFile(), "rw")) {
            innhold.setLength(FILSTOERRELSE);
        }
        HentVirksomhet hent =
                (kaller, forespoersel) -> Innsynspolicy.gjeldende(Eksempler.virksomhetMedAlt(), Innsynsnivaa.ALT)
                        .orElseThrow();
        V1Representasjon representasjon = new V1Representasjon();
        Totalbestandfil bestand = new Totalbestandfil(fil, FILSTOERRELSE, 1, Instant.EPOCH, "00".repeat(32));
        Nedlastinger nedlastinger = new Nedlastinger(2);
        tjener = Tjener.bind(
                Testinnstillinger.av(Duration.ofSeconds(1), Tjenergrenser.STANDARD),
                Clock.systemUTC(),
                new SimpleMeterRegistry());
        tjener.aapne(
                KvoteTest::kaller,
                () -> true,
                new MinneInnsynslogg(),
                List.of(
                        new VirksomhetRessurs(hent, representasjon, Testbods.representasjon()),
                        new HistorikkRessurs(hent, representasjon, Testbods.representasjon()),
                        new TotalbestandRessurs((kaller, forespoersel) -> bestand, nedlastinger),
                        new TotalbestandV1Ressurs((kaller, forespoersel) -> bestand, nedlastinger),
                        new Kvotekontroll(Map.of(Kvoteslag.OPPSLAG, TRE_PAA_SEKS_SEKUNDER), nanotid::get)));
    }

    @AfterEach
    void lukk() {
        tjener.close();
    }

    private static Kaller kaller(List<String> authorization) {
        return authorization.isEmpty()
                ? Ukjent.UTEN_TOKEN
                : new Konsument(
                        Eksempler.organisasjonsnummer(
                                Integer.parseInt(authorization.get(0).replace("Bearer ", ""))),
                        Optional.empty(),
                        "klient",
                        Set.of(Scope.OFFENTLIG),
                        Instant.MAX);
    }

    private HttpResponse<String> hent(String sti, int konsument) throws IOException, InterruptedException {
        return klient.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + tjener.port() + sti))
                        .header("Authorization", "Bearer " + konsument)
                        .build(),
                BodyHandlers.ofString());
    }

    private static String igjen(HttpResponse<?> svar) {
        return svar.headers().firstValue("RateLimit").orElse("");
    }

    @Test
    void everyAnswerTellsTheQuotaAndWhatIsLeftAndWhenItIsUsedUpTheNextIs429() throws Exception {
        List<String> resten = new ArrayList<>();
        for (int kall = 1; kall <= 3; kall++) {
            HttpResponse<String> svar = hent(kall == 2 ? HISTORIKK : OPPSLAG, 1);
            assertThat(svar.statusCode()).isEqualTo(200);
            assertThat(svar.headers().firstValue("RateLimit-Policy")).hasValue("\"oppslag\";q=3;w=6");
            resten.add(igjen(svar));
        }
        assertThat(resten)
                .as("both surfaces count together, and a call comes back every second second")
                .containsExactly("\"oppslag\";r=2;t=2", "\"oppslag\";r=1;t=4", "\"oppslag\";r=0;t=6");

        HttpResponse<String> avvist = hent(HISTORIKK, 1);

        assertThat(avvist.statusCode()).isEqualTo(429);
        assertThat(avvist.headers().firstValue("Retry-After")).hasValue("2");
        assertThat(igjen(avvist)).as("the same moment as Retry-After").isEqualTo("\"oppslag\";r=0;t=2");
        assertThat(avvist.body())
                .contains("Konsumenten har brukt opp kvoten «oppslag», som er 3 kall per 6 s. Prøv igjen om 2 s");
    }

    @Test
    void whoWaitsAsLongAsItIsToldIsLetInOnce() throws Exception {
        for (int kall = 1; kall <= 3; kall++) {
            hent(OPPSLAG, 1);
        }
        nanotid.addAndGet(Duration.ofMillis(1999).toNanos());
        assertThat(hent(OPPSLAG, 1).statusCode()).isEqualTo(429);

        nanotid.addAndGet(Duration.ofMillis(1).toNanos());

        assertThat(hent(OPPSLAG, 1).statusCode()).isEqualTo(200);
        assertThat(hent(OPPSLAG, 1).statusCode()).isEqualTo(429);
    }

    @Test
    void oneConsumersQuotaIsItsOwnAndOfOneKindOfCallsOnly() throws Exception {
        for (int kall = 1; kall <= 4; kall++) {
            hent(OPPSLAG, 1);
        }

        assertThat(igjen(hent(OPPSLAG, 2))).isEqualTo("\"oppslag\";r=2;t=2");
        HttpResponse<String> fil = hent(FIL, 1);
        assertThat(fil.statusCode()).isEqualTo(200);
        assertThat(fil.headers().map()).as("no quota is set for it").doesNotContainKey("RateLimit");
    }

    @Test
    void whoHasTheAnswerAlreadyIsToldWhatIsLeftToo() throws Exception {
        String etag = hent(OPPSLAG, 1).headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> svar = klient.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + tjener.port() + OPPSLAG))
                        .header("Authorization", "Bearer 1")
                        .header("If-None-Match", etag)
                        .build(),
                BodyHandlers.ofString());

        assertThat(svar.statusCode()).isEqualTo(304);
        assertThat(igjen(svar)).isEqualTo("\"oppslag\";r=1;t=4");
    }

    @Test
    void whoIsNoConsumerIsNotCounted() throws Exception {
        for (int kall = 1; kall <= 5; kall++) {
            HttpResponse<String> svar = klient.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + tjener.port() + OPPSLAG))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(svar.statusCode())
                    .as("the stub of the use case lets all in")
                    .isEqualTo(200);
            assertThat(svar.headers().map()).doesNotContainKeys("RateLimit", "RateLimit-Policy");
        }
    }

    @Test
    void aQuotaThatIsUsedUpIsLoggedOnceAndNotForEachCall() throws Exception {
        try (Loggfangst logg = new Loggfangst()) {
            for (int kall = 1; kall <= 10; kall++) {
                hent(OPPSLAG, 1);
            }
            assertThat(logg.linjer(Kvotekontroll.class))
                    .containsExactly("WARN A consumer has used up its quota, and is told to come back");
        }
    }

    @Test
    void aConsumerHasSoManyDownloadsAtOnceAndNextWhenOneOfThemIsOver() throws Exception {
        try (Socket foerste = last(FIL)) {
            try (Socket andre = last(FIL_V1)) {
                HttpResponse<String> avvist = hent(FIL, 1);
                assertThat(avvist.statusCode()).isEqualTo(429);
                assertThat(avvist.headers().firstValue("Retry-After")).hasValue("10");
                assertThat(avvist.body()).contains("Konsumenten kan ikke ha flere enn 2 samtidige nedlastinger");
                assertThat(hent(FIL, 2).statusCode()).as("another consumer").isEqualTo(200);
                assertThat(hode().statusCode()).as("HEAD is no download").isEqualTo(200);
                assertThat(andre.getInputStream().read()).as("goes on").isNotNegative();
            }
            long frist = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (hent(FIL, 1).statusCode() != 200) {
                assertThat(System.nanoTime()).as("the place comes back").isLessThan(frist);
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
            assertThat(foerste.getInputStream().read()).as("goes on").isNotNegative();
        }
    }

    private HttpResponse<Void> hode() throws IOException, InterruptedException {
        return klient.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + tjener.port() + FIL))
                        .header("Authorization", "Bearer 1")
                        .method("HEAD", HttpRequest.BodyPublishers.noBody())
                        .build(),
                BodyHandlers.discarding());
    }

    /** A download that has begun and is not taken: the file is larger than what the sockets hold. */
    private Socket last(String fil) throws IOException {
        Socket socket = new Socket("127.0.0.1", tjener.port());
        socket.getOutputStream()
                .write(("GET " + fil + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer 1\r\n\r\n").getBytes(US_ASCII));
        assertThat(new String(socket.getInputStream().readNBytes(12), US_ASCII)).isEqualTo("HTTP/1.1 200");
        return socket;
    }
}
