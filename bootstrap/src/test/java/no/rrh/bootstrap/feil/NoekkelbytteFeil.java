package no.rrh.bootstrap.feil;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import no.rrh.bootstrap.system.FalskMaskinporten;
import no.rrh.bootstrap.system.FalskMaskinporten.Tilstand;
import no.rrh.bootstrap.system.Felles;
import no.rrh.bootstrap.system.Vent;
import org.junit.jupiter.api.Test;

/** An issuer takes up a new key, and then drops the old one; three servers side by side, each at another moment. */
class NoekkelbytteFeil {
    private static final int SERVERE = 3;
    private static final String ANDRE = "noekkel-2";
    private static final Duration FRIST = Duration.ofSeconds(30);
    private static final String NOEKLER_TEST = "no.rrh.http.sikkerhet.MaskinportenNoeklerTest";

    private final Maaling maaling;
    private final Froe froe = Froe.av("keys");

    NoekkelbytteFeil() {
        maaling = Maaling.av(Rad.NOEKKELBYTTE, Lager.values()[0], froe);
    }

    @Test
    void aNewKeyIsTakenUpInTimeAndADroppedOneRefused() throws Exception {
        Random tilfeldig = froe.tilfeldig();
        ExecutorService traader = Executors.newFixedThreadPool(SERVERE);
        try (maaling) {
            List<Callable<Void>> alle = new ArrayList<>();
            for (int i = 0; i < SERVERE; i++) {
                // the first has but just fetched the keys
                Duration etter = Duration.ofMillis(i == 0 ? 0 : tilfeldig.nextInt(25_000));
                alle.add(() -> bytt(etter));
            }
            for (Future<Void> en : traader.invokeAll(alle)) {
                en.get();
            }
            maaling.ogsaa("adapters-http", NOEKLER_TEST, "acceptsANewKeyHalfAMinuteAfterTheLastFetchAtTheLatest");
            maaling.ogsaa("adapters-http", NOEKLER_TEST, "fetchesAtOnceAndThenEveryFiveMinutes");
            maaling.ogsaa("adapters-http", NOEKLER_TEST, "refusesAKeyFromTheFetchInWhichItIsGone");
            maaling.ogsaa("adapters-http", NOEKLER_TEST, "keepsTheKeysForADayAndNoLonger");
            maaling.bestaatt();
        } finally {
            traader.shutdownNow();
        }
    }

    private Void bytt(Duration etter) throws Exception {
        try (Utenforserver server = Utenforserver.start(Tilstand.SVARER)) {
            Vent.til("there are keys", FRIST, () -> server.oppslagMed(FalskMaskinporten.FOERSTE) == 200);
            long start = System.nanoTime();
            Vent.til("it is time", FRIST, () -> siden(start).compareTo(etter) >= 0);

            server.maskinporten().giUt(FalskMaskinporten.FOERSTE, ANDRE);
            maaling.tid("a new kid is accepted", ventTil(() -> server.oppslagMed(ANDRE), 200, FRIST));
            assertThat(server.oppslagMed(FalskMaskinporten.FOERSTE))
                    .as("the old one too")
                    .isEqualTo(200);
            maaling.gang();

            String husket = server.maskinporten().token(FalskMaskinporten.FOERSTE, Felles.OFFENTLIG, krav -> {});
            assertThat(server.oppslag(husket)).isEqualTo(200);
            server.maskinporten().giUt(ANDRE);
            maaling.tid(
                    "a removed one is refused, while unknown ones arrive,",
                    ventTil(
                            () -> {
                                assertThat(server.oppslagMedUkjentKid()).isEqualTo(403);
                                return server.oppslagMed(FalskMaskinporten.FOERSTE);
                            },
                            403,
                            // half a minute after the fetch before it, which is as long as there is, and no mark of the
                            // row
                            FRIST.multipliedBy(2)));
            assertThat(server.oppslag(husket))
                    .as("a token that was accepted before")
                    .isEqualTo(403);
            assertThat(server.oppslagMed(ANDRE)).isEqualTo(200);
            maaling.gang();
        }
        return null;
    }

    /** How long it took from now until a call that was sent got that answer. */
    private static Duration ventTil(Callable<Integer> kall, int status, Duration lengst) throws Exception {
        long start = System.nanoTime();
        Duration sendt = siden(start);
        while (kall.call() != status) {
            sendt = siden(start);
            assertThat(sendt).as("until a call is answered " + status).isLessThanOrEqualTo(lengst);
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        return sendt;
    }

    private static Duration siden(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
