package no.rrh.http.sikkerhet;

import static no.rrh.http.sikkerhet.Testutsteder.svar;
import static no.rrh.http.sikkerhet.Tokensmed.jwk;
import static no.rrh.http.sikkerhet.Tokensmed.jwks;
import static no.rrh.http.sikkerhet.Tokensmed.tekst;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import no.rrh.domain.tilgang.Kaller;
import no.rrh.domain.tilgang.Konsument;
import no.rrh.domain.tilgang.Ukjent;
import no.rrh.http.kall.Traceparent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MaskinportenNoeklerTest {
    private static final HttpHandler FOERSTE = svar(200, jwks(jwk(Tokensmed.NOEKKEL, "k1", "")));
    private static final HttpHandler BEGGE =
            svar(200, jwks(jwk(Tokensmed.NOEKKEL, "k1", ""), jwk(Tokensmed.ANNEN, "k2", "")));
    private static final HttpHandler ANDRE = svar(200, jwks(jwk(Tokensmed.ANNEN, "k2", "")));

    private final Testutsteder utsteder = new Testutsteder();
    private final Testklokke klokke = new Testklokke();
    private final Testtraad traad = new Testtraad(klokke);
    private final Loggfangst logg = new Loggfangst();
    private MaskinportenNoekler noekler;
    private MaskinportenAutentisering autentisering;

    @BeforeEach
    void svarer() {
        utsteder.jwks = FOERSTE;
    }

    @AfterEach
    void lukk() {
        noekler.close();
        utsteder.close();
        logg.close();
    }

    private void start() throws Exception {
        startUtenAaVente();
        traad.ferdig();
    }

    private void startUtenAaVente() {
        noekler = MaskinportenNoekler.start(
                new Noekkelhenter(utsteder.utsteder(), Noekkelhenter.FRIST),
                MaskinportenNoekler.STANDARD_INTERVALL,
                klokke,
                klokke::nanotid,
                traad,
                new SimpleMeterRegistry());
        autentisering = new MaskinportenAutentisering(
                utsteder.utsteder(), Optional.empty(), noekler, klokke, 10_000, new SimpleMeterRegistry());
    }

    private Tokensmed smed() {
        return new Tokensmed(klokke.sekunder())
                .krav("iss", tekst(utsteder.utsteder().navn()));
    }

    private Kaller kallMedFoerste() {
        return autentisering.autentiser(List.of(smed().bearer()));
    }

    private Kaller kallMedAndre() {
        return autentisering.autentiser(List.of(smed().hode("kid", tekst("k2"))
                .signert(Tokensmed.med(Tokensmed.ANNEN, "SHA256withRSA"))
                .bearer()));
    }

    private List<String> linjer() {
        return logg.linjer(MaskinportenNoekler.class);
    }

    @Test
    void fetchesAtOnceAndThenEveryFiveMinutes() throws Exception {
        start();
        assertThat(kallMedFoerste()).isInstanceOf(Konsument.class);
        assertThat(traad.nesteOm()).isEqualTo(Duration.ofMinutes(5));

        traad.gaaTilNeste();
        traad.gaaTilNeste();

        assertThat(utsteder.hentinger).hasValue(3);
        assertThat(linjer())
                .as("nothing to say when nothing changes")
                .containsExactly("INFO The verification keys of " + utsteder.utsteder() + " are now [k1]");
    }

    @Test
    void startsWithoutKeysAndWithoutWaitingForThem() {
        utsteder.jwks = utsteder.venter(FOERSTE);
        startUtenAaVente();

        assertThat(noekler.gjeldende().erTomt()).isTrue();
        assertThat(kallMedFoerste()).isEqualTo(Ukjent.NOEKLER_MANGLER);
    }

    @Test
    void triesTwiceAMinuteUntilThereAreKeysHoweverManyCall() throws Exception {
        utsteder.jwks = svar(500, "");
        start();
        for (int i = 0; i < 6; i++) {
            assertThat(traad.nesteOm()).isEqualTo(Duration.ofSeconds(30));
            assertThat(kallMedFoerste()).isEqualTo(Ukjent.NOEKLER_MANGLER);
            assertThat(kallMedAndre()).isEqualTo(Ukjent.NOEKLER_MANGLER);
            traad.gaaTilNeste();
        }
        assertThat(utsteder.hentinger).hasValue(7);

        utsteder.jwks = FOERSTE;
        traad.gaaTilNeste();
        assertThat(kallMedFoerste()).isInstanceOf(Konsument.class);
        assertThat(traad.nesteOm()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void keepsTheKeysWhenTheyCannotBeFetchedAndSaysSo() throws Exception {
        start();
        logg.glem();
        utsteder.jwks = svar(500, "secret");
        traad.gaaTilNeste();

        assertThat(kallMedFoerste()).isInstanceOf(Konsument.class);
        assertThat(linjer())
                .containsExactly("WARN Could not fetch the verification keys of " + utsteder.utsteder()
                        + " (answered 500); [k1] kept");

        logg.glem();
        utsteder.jwks = FOERSTE;
        traad.gaaTilNeste();
        assertThat(linjer())
                .containsExactly("INFO The verification keys of " + utsteder.utsteder() + " can be fetched again");
    }

    @Test
    void keepsTheKeysForADayAndNoLonger() throws Exception {
        start();
        utsteder.jwks = svar(500, "");
        for (int i = 0; i < 3; i++) {
            traad.gaaTilNeste();
            assertThat(kallMedFoerste()).isInstanceOf(Konsument.class);
        }

        klokke.gaa(Duration.ofHours(24).minusMinutes(15).minusMillis(1));
        assertThat(kallMedFoerste()).as("a moment before").isInstanceOf(Konsument.class);
        klokke.gaa(Duration.ofMillis(1));
        assertThat(kallMedFoerste()).as("a day after").isEqualTo(Ukjent.NOEKLER_MANGLER);
        assertThat(noekler.gjeldende().erTomt()).isTrue();

        utsteder.jwks = FOERSTE;
        traad.gaaTilNeste();
        assertThat(kallMedFoerste()).as("fetched again").isInstanceOf(Konsument.class);
    }

    @Test
    void doesNotLetARememberedTokenOutliveTheDay() throws Exception {
        start();
        klokke.gaa(Duration.ofHours(24).minusSeconds(60));
        String husket = smed().bearer();
        assertThat(autentisering.autentiser(List.of(husket))).isInstanceOf(Konsument.class);

        klokke.gaa(Duration.ofSeconds(60));

        assertThat(autentisering.autentiser(List.of(husket))).isEqualTo(Ukjent.NOEKLER_MANGLER);
    }

    @Test
    void acceptsANewKeyHalfAMinuteAfterTheLastFetchAtTheLatest() throws Exception {
        start();
        utsteder.jwks = BEGGE;
        klokke.gaa(Duration.ofMillis(29_999));
        assertThat(kallMedAndre()).as("too early to ask again").isEqualTo(Ukjent.UGYLDIG_TOKEN);
        assertThat(utsteder.hentinger).hasValue(1);

        klokke.gaa(Duration.ofMillis(1));
        assertThat(kallMedAndre()).isInstanceOf(Konsument.class);

        assertThat(kallMedFoerste()).as("the old one counts still").isInstanceOf(Konsument.class);
        assertThat(utsteder.hentinger).hasValue(2);
        assertThat(linjer())
                .last()
                .isEqualTo("INFO The verification keys of " + utsteder.utsteder() + " are now [k1, k2]");
    }

    @Test
    void countsFiveMinutesFromTheFetchThatAnUnknownKidAskedFor() throws Exception {
        start();
        klokke.gaa(Duration.ofMinutes(4));
        kallMedAndre();

        assertThat(traad.nesteOm()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void refusesAKeyFromTheFetchInWhichItIsGone() throws Exception {
        start();
        String husket = smed().krav("exp", klokke.sekunder() + 7800).bearer();
        assertThat(autentisering.autentiser(List.of(husket))).isInstanceOf(Konsument.class);
        utsteder.jwks = ANDRE;

        traad.gaaTilNeste();

        assertThat(autentisering.autentiser(List.of(husket))).isEqualTo(Ukjent.UGYLDIG_TOKEN);
        assertThat(kallMedFoerste()).isEqualTo(Ukjent.UGYLDIG_TOKEN);
        assertThat(kallMedAndre()).isInstanceOf(Konsument.class);
    }

    @Test
    void believesAnIssuerThatHasNoKeysLeft() throws Exception {
        start();
        utsteder.jwks = svar(200, "{\"keys\":[]}");
        traad.gaaTilNeste();

        assertThat(kallMedFoerste()).isEqualTo(Ukjent.NOEKLER_MANGLER);
        assertThat(traad.nesteOm()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void letsAFloodOfUnknownKidsCauseOneFetchPerHalfMinute() throws Exception {
        start();
        for (int runde = 1; runde <= 3; runde++) {
            klokke.gaa(Duration.ofSeconds(30));
            flom();
            assertThat(utsteder.hentinger).hasValue(1 + runde);
        }
        klokke.gaa(Duration.ofSeconds(29));
        flom();
        assertThat(utsteder.hentinger).hasValue(4);
    }

    @Test
    void tellsTheIssuerTheTraceOfTheRequestThatAFetchIsFor() throws Exception {
        start();
        klokke.gaa(Duration.ofSeconds(30));
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";

        autentisering.autentiser(
                List.of(smed().hode("kid", tekst("ukjent")).bearer()), Optional.of(new Traceparent(trace, "01")));
        traad.ferdig();
        traad.gaaTilNeste();

        assertThat(utsteder.sporinger).hasSize(6);
        assertThat(utsteder.sporinger.subList(2, 4))
                .as("metadata and keys, each a step of its own")
                .doesNotHaveDuplicates()
                .allMatch(sporing -> sporing.matches("00-" + trace + "-[0-9a-f]{16}-01"));
        assertThat(List.of(
                        utsteder.sporinger.get(0),
                        utsteder.sporinger.get(1),
                        utsteder.sporinger.get(4),
                        utsteder.sporinger.get(5)))
                .as("what is fetched for nobody")
                .containsOnly("null");
    }

    /** Eight threads, each with its own unknown kids, at the same time. */
    private void flom() throws Exception {
        ExecutorService kallere = Executors.newFixedThreadPool(8);
        CountDownLatch klar = new CountDownLatch(8);
        List<Future<?>> svar = new ArrayList<>();
        for (int traadnr = 0; traadnr < 8; traadnr++) {
            String kid = "x" + traadnr + "-";
            svar.add(kallere.submit(() -> {
                klar.countDown();
                klar.await();
                for (int i = 0; i < 50; i++) {
                    String ukjent = smed().hode("kid", tekst(kid + i)).bearer();
                    assertThat(autentisering.autentiser(List.of(ukjent))).isEqualTo(Ukjent.UGYLDIG_TOKEN);
                }
                return null;
            }));
        }
        for (Future<?> ett : svar) {
            ett.get(30, TimeUnit.SECONDS);
        }
        kallere.shutdown();
        traad.ferdig();
    }

    @Test
    void makesAnUnknownKidWaitForTheFetchButNotForever() throws Exception {
        start();
        klokke.gaa(Duration.ofSeconds(30));
        utsteder.jwks = utsteder.taus();

        long foer = System.nanoTime();
        assertThat(kallMedAndre()).isEqualTo(Ukjent.UGYLDIG_TOKEN);

        assertThat(Duration.ofNanos(System.nanoTime() - foer))
                .isBetween(Duration.ofMillis(1900), Duration.ofSeconds(20));
    }

    @Test
    void doesNotMakeACallerWaitWhoComesTwoSecondsIntoAFetch() throws Exception {
        start();
        klokke.gaa(Duration.ofSeconds(30));
        utsteder.jwks = utsteder.taus();
        noekler.be(Optional.empty());
        klokke.gaa(Duration.ofSeconds(2));

        long foer = System.nanoTime();
        kallMedAndre();
        kallMedAndre();

        assertThat(Duration.ofNanos(System.nanoTime() - foer)).isLessThan(Duration.ofMillis(1500));
    }

    @Test
    void doesNotAskAgainWhileAFetchIsUnderWay() throws Exception {
        start();
        klokke.gaa(Duration.ofSeconds(30));
        utsteder.jwks = utsteder.venter(BEGGE);
        noekler.be(Optional.empty());
        klokke.gaa(Duration.ofSeconds(30));
        noekler.be(Optional.empty());
        utsteder.slipp.countDown();
        traad.ferdig();
        traad.ferdig();

        assertThat(utsteder.hentinger).hasValue(2);
    }

    /** What is planned cannot be called off once it has begun, and may then come a moment after somebody who asks. */
    @Test
    void doesNotFetchTwiceWhenSomebodyAsksJustBeforeThePlannedFetch() throws Exception {
        start();
        Runnable planlagt = traad.nesteArbeid();
        klokke.gaa(Duration.ofMinutes(5));
        kallMedAndre();
        traad.ferdig();
        planlagt.run();
        traad.ferdig();

        assertThat(utsteder.hentinger).hasValue(2);
    }

    @Test
    void neverMakesAKnownKeyWait() throws Exception {
        start();
        klokke.gaa(Duration.ofSeconds(30));
        utsteder.jwks = utsteder.taus();
        noekler.be(Optional.empty());

        long foer = System.nanoTime();
        assertThat(kallMedFoerste()).isInstanceOf(Konsument.class);

        assertThat(Duration.ofNanos(System.nanoTime() - foer)).isLessThan(Duration.ofMillis(1500));
    }

    @Test
    void goesOnAfterASlowIssuer() throws Exception {
        utsteder.jwks = utsteder.taus();
        start();
        assertThat(linjer()).singleElement().asString().startsWith("WARN Could not fetch");
        utsteder.jwks = FOERSTE;
        traad.gaaTilNeste();

        assertThat(kallMedFoerste()).isInstanceOf(Konsument.class);
    }

    @Test
    void stopsFetchingWhenClosed() throws Exception {
        start();
        klokke.gaa(Duration.ofSeconds(30));

        noekler.close();

        assertThat(traad.isShutdown()).isTrue();
        assertThat(kallMedAndre()).isEqualTo(Ukjent.UGYLDIG_TOKEN);
        assertThat(kallMedFoerste()).as("what is there stays").isInstanceOf(Konsument.class);
        assertThat(utsteder.hentinger).hasValue(1);
    }

    @Test
    void doesNotFetchOftenerThanTwiceAMinuteByAnyInterval() throws Exception {
        start();
        assertThatThrownBy(() -> MaskinportenNoekler.start(
                        utsteder.utsteder(), Duration.ofSeconds(29), klokke, new SimpleMeterRegistry()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void runsOnADaemonThreadOfItsOwn() throws Exception {
        start();
        try (MaskinportenNoekler ekte = MaskinportenNoekler.start(
                utsteder.utsteder(), MaskinportenNoekler.STANDARD_INTERVALL, klokke, new SimpleMeterRegistry())) {
            ekte.etterUkjentKid(Optional.empty());

            assertThat(ekte.gjeldende().kider()).containsExactly("k1");
            assertThat(Thread.getAllStackTraces().keySet())
                    .filteredOn(traad -> traad.getName().equals("maskinporten-noekler"))
                    .singleElement()
                    .matches(Thread::isDaemon);
        }
    }
}
