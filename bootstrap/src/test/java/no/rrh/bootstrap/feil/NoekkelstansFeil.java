package no.rrh.bootstrap.feil;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import no.rrh.bootstrap.system.FalskMaskinporten;
import no.rrh.bootstrap.system.FalskMaskinporten.Tilstand;
import no.rrh.bootstrap.system.Vent;
import org.junit.jupiter.api.Test;

/**
 * An issuer that is down, is silent or answers 500, from before the start and again once its keys are known, while tokens
 * of unknown keys arrive all the time. One server for each of the three, side by side, for a little more than a minute.
 */
class NoekkelstansFeil {
    private static final int FLOM = 4;
    private static final Duration LENGDE = Duration.ofSeconds(80);
    private static final Duration MINUTT = Duration.ofMinutes(1);
    private static final Duration FOER_NOEKLENE = Duration.ofSeconds(45);
    private static final long PAUSE_NS = Duration.ofMillis(50).toNanos();
    private static final String NOEKLER_TEST = "no.rrh.http.sikkerhet.MaskinportenNoeklerTest";

    private final Maaling maaling = Maaling.av(Rad.NOEKKELSTANS, Lager.values()[0], new Froe(0));

    @Test
    void knownKeysGoOnAndNobodyMakesItFetchOftenerThanTwiceAMinute() throws Exception {
        ExecutorService traader = Executors.newCachedThreadPool();
        try (maaling) {
            List<Callable<Void>> alle = new ArrayList<>();
            for (Tilstand feil : List.of(Tilstand.NEDE, Tilstand.TIER, Tilstand.FEILER)) {
                alle.add(() -> proev(feil, traader));
            }
            for (Future<Void> en : traader.invokeAll(alle)) {
                en.get();
            }
            maaling.ogsaa("adapters-http", NOEKLER_TEST, "letsAFloodOfUnknownKidsCauseOneFetchPerHalfMinute");
            maaling.ogsaa("adapters-http", NOEKLER_TEST, "doesNotFetchTwiceWhenSomebodyAsksJustBeforeThePlannedFetch");
            maaling.ogsaa("adapters-http", NOEKLER_TEST, "triesTwiceAMinuteUntilThereAreKeysHoweverManyCall");
            maaling.bestaatt();
        } finally {
            traader.shutdownNow();
        }
    }

    private Void proev(Tilstand feil, ExecutorService traader) throws Exception {
        try (Utenforserver server = Utenforserver.start(feil)) {
            long start = System.nanoTime();
            assertThat(server.oppslagMed(FalskMaskinporten.FOERSTE))
                    .as("cold, %s", feil)
                    .isEqualTo(503);
            maaling.tell("cold starts answered 503");
            AtomicBoolean stopp = new AtomicBoolean();
            List<Future<?>> flom = new ArrayList<>();
            for (int i = 0; i < FLOM; i++) {
                flom.add(traader.submit(() -> flom(server, stopp)));
            }
            server.maskinporten().settTilstand(Tilstand.SVARER);
            long tilbake = System.nanoTime();
            Vent.til("the keys are there", FOER_NOEKLENE, () -> server.oppslagMed(FalskMaskinporten.FOERSTE) == 200);
            maaling.tid("keys when the issuer is back", siden(tilbake));

            server.maskinporten().settTilstand(feil);
            maaling.gang();
            while (siden(start).compareTo(LENGDE) < 0) {
                long foer = System.nanoTime();
                assertThat(server.oppslagMed(FalskMaskinporten.FOERSTE))
                        .as("known, %s", feil)
                        .isEqualTo(200);
                maaling.tid("an answer to a known key", siden(foer));
                maaling.tell("look-ups with known keys answered");
                LockSupport.parkNanos(PAUSE_NS);
            }
            stopp.set(true);
            for (Future<?> en : flom) {
                en.get();
            }
            assertTwiceAMinute(feil, server.maskinporten());
        }
        return null;
    }

    private Void flom(Utenforserver server, AtomicBoolean stopp) throws Exception {
        while (!stopp.get()) {
            assertThat(server.oppslagMedUkjentKid()).isIn(403, 503);
            maaling.tell("with unknown kids");
            LockSupport.parkNanos(PAUSE_NS);
        }
        return null;
    }

    private void assertTwiceAMinute(Tilstand feil, FalskMaskinporten maskinporten) {
        // before the fault the first time, at the start, and once more in it
        assertThat(maskinporten.spurtOmMetadata()).as("fetches, %s", feil).hasSizeGreaterThanOrEqualTo(3);
        int flest = Math.max(
                flestPaaEtMinutt(maskinporten.spurtOmMetadata()), flestPaaEtMinutt(maskinporten.spurtOmNoekler()));
        assertThat(flest).as("fetches in a minute, %s", feil).isLessThanOrEqualTo(2);
        maaling.tell(
                "fetches, never more than 2 in a minute",
                maskinporten.spurtOmMetadata().size());
    }

    private static int flestPaaEtMinutt(List<Long> tider) {
        int flest = 0;
        for (long fra : tider) {
            flest = Math.max(flest, (int) tider.stream()
                    .filter(tid -> tid >= fra && tid - fra < MINUTT.toNanos())
                    .count());
        }
        return flest;
    }

    private static Duration siden(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
