package no.rrh.http.endringslogg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import no.rrh.application.port.in.FoelgEndringslogg;
import no.rrh.application.port.in.Loggfoering;
import no.rrh.application.port.in.Registerstatus;
import no.rrh.application.port.out.MinneInnsynslogg;
import no.rrh.application.port.out.MinneRegister;
import no.rrh.application.port.out.RegisteretSvarerIkke;
import no.rrh.application.port.out.StillbarKlokke;
import no.rrh.application.service.Adgangskontroll;
import no.rrh.application.service.Endringsloggfoelging;
import no.rrh.application.service.Endringslogglesing;
import no.rrh.application.service.Historikkoppslag;
import no.rrh.domain.Eksempler;
import no.rrh.domain.registrering.Registerfoering;
import no.rrh.domain.tilgang.Avtaler;
import no.rrh.domain.tilgang.Kaller;
import no.rrh.domain.tilgang.Konsument;
import no.rrh.domain.tilgang.Scope;
import no.rrh.domain.tilgang.Ukjent;
import no.rrh.domain.virksomhet.Organisasjonsnummer;
import no.rrh.http.representasjon.V1Representasjon;
import no.rrh.http.representasjon.bods.Testbods;
import no.rrh.http.tjener.Testinnstillinger;
import no.rrh.http.tjener.Tjener;
import no.rrh.http.tjener.Tjenergrenser;
import no.rrh.http.virksomhet.HistorikkRessurs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The event stream on real sockets. */
class EndringsstroemTest {
    private static final Instant NAA = Instant.parse("2026-11-25T10:00:00Z");
    private static final Instant UTLOEPER = NAA.plusSeconds(120);
    private static final String STI = "/api/oppslag/v1/endringslogg";
    private static final Duration HJERTESLAG = Duration.ofSeconds(15);
    private static final int PER_KONSUMENT = 3;

    private final StillbarKlokke klokke = new StillbarKlokke(NAA);
    private final MinneRegister register = new MinneRegister(klokke);
    private final HttpClient klient = HttpClient.newHttpClient();
    private final List<Leser> lesere = new ArrayList<>();
    private final AtomicInteger spurt = new AtomicInteger();
    private volatile boolean svarer = true;
    private final AtomicInteger sisteSpurt = new AtomicInteger();
    private volatile boolean feiler;
    private Endringsstroemmer stroemmer;
    private Tjener tjener;

    @BeforeEach
    void start() throws IOException {
        start(110);
    }

    private void start(int alle) throws IOException {
        stroemmer = new Endringsstroemmer(
                () -> {
                    sisteSpurt.incrementAndGet();
                    return new Registerstatus(svarer ? Optional.of(register.siste()) : Optional.empty());
                },
                klokke,
                new Stroemgrenser(PER_KONSUMENT, alle, HJERTESLAG));
        tjener = Tjener.bind(
                Testinnstillinger.av(Duration.ofSeconds(10), Tjenergrenser.STANDARD),
                klokke,
                new SimpleMeterRegistry());
        FoelgEndringslogg foelging = new Endringsloggfoelging(register, new Adgangskontroll(Avtaler.UTEN));
        tjener.aapne(
                EndringsstroemTest::kaller,
                () -> true,
                new MinneInnsynslogg(),
                List.of(
                        new EndringsloggRessurs(
                                new Endringslogglesing(register, new Adgangskontroll(Avtaler.UTEN)),
                                (kaller, forespoersel) -> new Ustabil(foelging.foelg(kaller, forespoersel)),
                                stroemmer),
                        new HistorikkRessurs(
                                new Historikkoppslag(register, new Adgangskontroll(Avtaler.UTEN)),
                                new V1Representasjon(),
                                Testbods.representasjon())));
    }

    @AfterEach
    void stopp() throws IOException {
        for (Leser leser : lesere) {
            leser.close();
        }
        stroemmer.close();
        tjener.close();
    }

    /** The register does not answer for as long as the test likes. */
    private final class Ustabil implements FoelgEndringslogg.Foelge {
        private final FoelgEndringslogg.Foelge foelge;

        Ustabil(FoelgEndringslogg.Foelge foelge) {
            this.foelge = foelge;
        }

        @Override
        public long plass() {
            return foelge.plass();
        }

        @Override
        public boolean harTilgang() {
            return foelge.harTilgang();
        }

        @Override
        public List<Loggfoering> neste(int antall) {
            spurt.incrementAndGet();
            if (feiler) {
                throw new IllegalStateException("broken");
            }
            if (!svarer) {
                throw new RegisteretSvarerIkke(new IOException("jdbc:hemmelig"));
            }
            return foelge.neste(antall);
        }
    }

    /** The token is the number of the consumer. */
    private static Kaller kaller(List<String> authorization) {
        if (authorization.isEmpty()) {
            return Ukjent.UTEN_TOKEN;
        }
        int n = Integer.parseInt(authorization.get(0).substring("Bearer ".length()));
        return new Konsument(konsument(n), Optional.empty(), "klient", Set.of(Scope.MEDIA), UTLOEPER);
    }

    private static Organisasjonsnummer konsument(int n) {
        return Eksempler.organisasjonsnummer(1_000 + n);
    }

    private void registrer(int fra, int antall) {
        IntStream.range(fra, fra + antall)
                .mapToObj(Eksempler::organisasjonsnummer)
                .forEach(nummer -> register.skriv(skriving -> {
                    skriving.lagre(Registerfoering.klargjoer(
                            skriving.hent(nummer), nummer, UUID.randomUUID(), klokke.instant()));
                    return null;
                }));
    }

    private HttpRequest.Builder kall(int konsument, String spoerring) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + tjener.port() + STI + spoerring))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + konsument)
                .header("Accept", "text/event-stream");
    }

    private Leser foelg(int konsument, String spoerring, String... headere) {
        HttpRequest.Builder kall = kall(konsument, spoerring);
        if (headere.length > 0) {
            kall.headers(headere);
        }
        try {
            Leser leser = new Leser(klient.send(kall.build(), HttpResponse.BodyHandlers.ofInputStream()));
            lesere.add(leser);
            return leser;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void vent(String paa, BooleanSupplier til) {
        long frist = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!til.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waits for: " + paa).isLessThan(frist);
            // between two looks of the server, so that who moves the clock meanwhile moves it by one step
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    /** One who follows, and reads when told. */
    private static final class Leser implements AutoCloseable {
        private final HttpResponse<InputStream> svar;
        private final BufferedReader linjer;

        Leser(HttpResponse<InputStream> svar) {
            this.svar = svar;
            this.linjer = new BufferedReader(new InputStreamReader(svar.body(), StandardCharsets.UTF_8));
        }

        /** The next event or comment; absent when the stream has ended as it should. */
        Optional<String> neste() {
            StringBuilder hendelse = new StringBuilder();
            try {
                for (String linje = linjer.readLine(); linje != null; linje = linjer.readLine()) {
                    if (linje.isEmpty()) {
                        return Optional.of(hendelse.toString());
                    }
                    hendelse.append(linje).append('|');
                }
                return Optional.empty();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        /** The numbers of so many events, what is no event left out. */
        List<Long> numre(int antall) {
            List<Long> numre = new ArrayList<>();
            while (numre.size() < antall) {
                String hendelse = neste().orElseThrow();
                if (hendelse.startsWith("id: ")) {
                    numre.add(Long.parseLong(hendelse.substring(4, hendelse.indexOf('|'))));
                }
            }
            return numre;
        }

        @Override
        public void close() throws IOException {
            svar.body().close();
        }
    }

    private static List<Long> fraTil(long fra, long til) {
        return LongStream.rangeClosed(fra, til).boxed().toList();
    }

    @Test
    void eachChangeComesAsItHappensWithItsNumber() {
        registrer(0, 2);
        Leser leser = foelg(1, "");

        assertThat(leser.svar.statusCode()).isEqualTo(200);
        assertThat(leser.svar.headers().map())
                .containsEntry("content-type", List.of("text/event-stream;charset=UTF-8"))
                .containsEntry("cache-control", List.of("private, no-store"))
                .containsEntry("x-accel-buffering", List.of("no"))
                .doesNotContainKey("content-length");
        assertThat(leser.neste()).contains("retry: 3000|");
        assertThat(leser.neste().orElseThrow())
                .startsWith("id: 1|data: {\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"urn:uuid:"
                        + register.generasjoner().get(0).id() + "\",\"type\":\"no.brreg.rrh.rettighetsinformasjon."
                        + "klargjortForRegistrering\",\"time\":\"2026-11-25T10:00:00.000Z\",\"subject\":\""
                        + Eksempler.organisasjonsnummer(0).verdi() + "\"");
        assertThat(leser.numre(1)).containsExactly(2L);
        registrer(2, 1);
        assertThat(leser.numre(1)).containsExactly(3L);
        registrer(3, 500);
        assertThat(leser.numre(500)).isEqualTo(fraTil(4, 503));
    }

    @Test
    void goesOnFromTheLastEventThatTheReaderHas() {
        registrer(0, 5);

        assertThat(foelg(1, "?sekvensnummer=3").numre(2)).containsExactly(4L, 5L);
        assertThat(foelg(1, "?sekvensnummer=1", "Last-Event-ID", "4").numre(1)).containsExactly(5L);
        Leser foran = foelg(1, "?sekvensnummer=6");
        registrer(5, 2);
        assertThat(foran.numre(1)).containsExactly(7L);
    }

    @ParameterizedTest
    @CsvSource({
        "?antall=5, 0, antall kan ikke oppgis",
        "?sekvensnummer=x, 0, sekvensnummer må være et helt tall",
        "?sekvensnummer=-1, 0, sekvensnummer må være et helt tall",
        "'', x, Last-Event-ID må være et helt tall",
        "'', 9223372036854775808, Last-Event-ID må være et helt tall",
        "'', -1, Last-Event-ID må være et helt tall",
    })
    void whatIsNotWellFormedIsRefused(String spoerring, String siste, String melding) throws Exception {
        HttpResponse<String> svar = klient.send(
                kall(1, spoerring).header("Last-Event-ID", siste).build(), HttpResponse.BodyHandlers.ofString());

        assertThat(svar.statusCode()).isEqualTo(400);
        assertThat(svar.body()).contains(melding);
        assertThat(stroemmer.antall()).isZero();
    }

    @Test
    void whoHasNoTokenIsRefused() throws Exception {
        HttpRequest uten = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + tjener.port() + STI))
                .header("Accept", "text/event-stream")
                .build();

        assertThat(klient.send(uten, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(401);
    }

    @Test
    void jsonIsAnsweredToWhoWantsItMore() throws Exception {
        for (String aksept : List.of("*/*", "application/json, text/event-stream;q=0.5", "text/*")) {
            HttpRequest kall = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + tjener.port() + STI))
                    .header("Authorization", "Bearer 1")
                    .header("Accept", aksept)
                    .build();
            HttpResponse<String> svar = klient.send(kall, HttpResponse.BodyHandlers.ofString());
            assertThat(svar.headers().firstValue("content-type"))
                    .as(aksept)
                    .isNotEqualTo(Optional.of("text/event-stream;charset=UTF-8"));
        }
        assertThat(stroemmer.antall()).isZero();
    }

    @Test
    void headTellsWhatItWouldBeAndOpensNothing() throws Exception {
        HttpResponse<String> svar = klient.send(
                kall(1, "").method("HEAD", HttpRequest.BodyPublishers.noBody()).build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(svar.statusCode()).isEqualTo(200);
        assertThat(svar.headers().firstValue("content-type")).contains("text/event-stream;charset=UTF-8");
        assertThat(svar.body()).isEmpty();
        vent("nothing is open", () -> stroemmer.antall() == 0);
    }

    @Test
    void endsWhenTheTokenDoes() {
        registrer(0, 1);
        Leser leser = foelg(1, "");
        assertThat(leser.numre(1)).containsExactly(1L);

        klokke.still(UTLOEPER.minusMillis(1));
        registrer(1, 1);
        assertThat(leser.numre(1)).containsExactly(2L);
        klokke.still(UTLOEPER);

        vent("the end", () -> leser.neste().isEmpty());
        vent("nothing is open", () -> stroemmer.antall() == 0);
    }

    @Test
    void endsAtOnceWhenTheServerStops() {
        Leser leser = foelg(1, "");
        assertThat(leser.neste()).contains("retry: 3000|");

        stroemmer.stans();

        assertThat(leser.neste()).isEmpty();
        Leser sen = foelg(1, "");
        assertThat(sen.neste()).contains("retry: 3000|");
        assertThat(sen.neste()).isEmpty();
    }

    @Test
    void givesASignOfLifeWhenNothingHappens() {
        Leser leser = foelg(1, "");
        assertThat(leser.neste()).contains("retry: 3000|");

        klokke.gaa(HJERTESLAG.plusMillis(1));

        assertThat(leser.neste()).contains(":|");
        registrer(0, 1);
        assertThat(leser.numre(1)).containsExactly(1L);
    }

    @Test
    void aConsumerMayHaveSoManyAndNoMoreUntilOneIsClosed() throws Exception {
        List<Leser> dens =
                IntStream.range(0, PER_KONSUMENT).mapToObj(i -> foelg(1, "")).toList();

        HttpResponse<String> avvist = klient.send(kall(1, "").build(), HttpResponse.BodyHandlers.ofString());
        assertThat(avvist.statusCode()).isEqualTo(429);
        assertThat(avvist.headers().firstValue("retry-after")).isPresent();
        assertThat(avvist.body()).contains("3 hendelsesstrømmer");
        assertThat(foelg(2, "").svar.statusCode()).isEqualTo(200);

        dens.get(0).close();
        vent("the place is given back", () -> {
            klokke.gaa(HJERTESLAG.plusMillis(1)); // a reader that is gone is noticed when it is written to
            if (klokke.instant().isAfter(UTLOEPER.minusSeconds(20))) {
                klokke.still(NAA);
            }
            return stroemmer.antall() == PER_KONSUMENT;
        });
        assertThat(foelg(1, "").svar.statusCode()).isEqualTo(200);
    }

    @Test
    void allTogetherMayHaveSoManyAndNoMore() throws Exception {
        stopp();
        start(2);
        foelg(1, "");
        foelg(2, "");

        HttpResponse<String> avvist = klient.send(kall(3, "").build(), HttpResponse.BodyHandlers.ofString());

        assertThat(avvist.statusCode()).isEqualTo(503);
        assertThat(avvist.headers().firstValue("retry-after")).isPresent();
    }

    @Test
    void aRegisterThatDoesNotAnswerForAWhileLosesAndRepeatsNothing() {
        registrer(0, 3);
        Leser leser = foelg(1, "");
        assertThat(leser.numre(3)).isEqualTo(fraTil(1, 3));
        svarer = false;
        registrer(3, 3);
        klokke.gaa(HJERTESLAG.plusMillis(1));
        assertThat(leser.neste()).contains(":|");
        svarer = true;
        registrer(6, 3);

        assertThat(leser.numre(6)).isEqualTo(fraTil(4, 9));
    }

    @Test
    void aRegisterThatDoesNotAnswerIsLeftInPeaceAndTheStreamStillLivesAndEnds() {
        Leser leser = foelg(1, "");
        assertThat(leser.neste()).contains("retry: 3000|");
        svarer = false;
        int sett = sisteSpurt.get();
        vent("it is known that the register does not answer", () -> sisteSpurt.get() >= sett + 2);
        int foer = spurt.get();
        livstegn(leser, 3);
        assertThat(spurt.get()).isEqualTo(foer);

        stroemmer.stans();
        assertThat(leser.neste()).isEmpty();
    }

    private void livstegn(Leser leser, int antall) {
        for (int i = 0; i < antall; i++) {
            klokke.gaa(HJERTESLAG.plusMillis(1));
            assertThat(leser.neste()).contains(":|");
        }
    }

    @Test
    void aStreamThatFailsIsCutAndTheOthersGoOn() {
        Leser ene = foelg(1, "");
        assertThat(ene.neste()).contains("retry: 3000|");
        feiler = true;
        registrer(0, 1);
        assertThatThrownBy(ene::neste).isInstanceOf(AssertionError.class);
        vent("its place is given back", () -> stroemmer.antall() == 0);
        feiler = false;

        assertThat(foelg(1, "").numre(1)).containsExactly(1L);
    }

    @Test
    void aReaderThatTakesNothingHoldsUpNobodyAndIsCutWhenTheStreamEnds() throws Exception {
        registrer(0, 20_000);
        try (Socket stum = new Socket()) {
            stum.setOption(StandardSocketOptions.SO_RCVBUF, 4096);
            stum.connect(new InetSocketAddress("127.0.0.1", tjener.port()));
            stum.getOutputStream()
                    .write(("GET " + STI + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer 1\r\n"
                                    + "Accept: text/event-stream\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            vent("it is open", () -> stroemmer.antall() == 1);
            Leser andre = foelg(2, "?sekvensnummer=19000");
            assertThat(andre.numre(1000)).isEqualTo(fraTil(19_001, 20_000));
            registrer(20_000, 1);
            assertThat(andre.numre(1)).containsExactly(20_001L);

            klokke.still(UTLOEPER);
            vent("the others have ended", () -> andre.neste().isEmpty());
            vent("it is cut", () -> {
                klokke.gaa(Duration.ofSeconds(1)); // it may have been told to end only now
                return stroemmer.antall() == 0;
            });
        }
    }

    @Test
    void aHundredFollowWhileOthersWriteAndLookUp() throws Exception {
        List<Leser> hundre = IntStream.range(0, 100).mapToObj(i -> foelg(i, "")).toList();
        List<CompletableFuture<List<Long>>> lest = hundre.stream()
                .map(leser ->
                        CompletableFuture.supplyAsync(() -> leser.numre(200), arbeid -> new Thread(arbeid).start()))
                .toList();
        CompletableFuture<Void> skriver = CompletableFuture.runAsync(() -> registrer(0, 200));
        String oppslag = "/api/oppslag/v1/virksomheter/"
                + Eksempler.organisasjonsnummer(0).verdi();
        vent("the look-up is answered", () -> status(oppslag) == 200);
        skriver.join();

        for (CompletableFuture<List<Long>> en : lest) {
            assertThat(en.join()).isEqualTo(fraTil(1, 200));
        }
    }

    private int status(String sti) {
        try {
            return klient.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + tjener.port() + sti))
                                    .header("Authorization", "Bearer 1")
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
