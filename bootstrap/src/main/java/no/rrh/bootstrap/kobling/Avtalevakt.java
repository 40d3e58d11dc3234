package no.rrh.bootstrap.kobling;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import no.rrh.application.service.Avtaleoversikt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks twice a second whether something is new of the agreements, whichever process did it. */
final class Avtalevakt implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Avtalevakt.class);
    private static final long PAUSE_MS = 500;

    private final Avtaleoversikt avtaler;
    private final ScheduledExecutorService traad = Executors.newSingleThreadScheduledExecutor(arbeid -> {
        Thread ny = new Thread(arbeid, "avtaler");
        ny.setDaemon(true);
        return ny;
    });

    /** Whether the last look failed; one thread looks. */
    private boolean feilet;

    private Avtalevakt(Avtaleoversikt avtaler) {
        this.avtaler = avtaler;
    }

    /** Has looked once when this returns. */
    static Avtalevakt start(Avtaleoversikt avtaler) {
        Avtalevakt vakt = new Avtalevakt(avtaler);
        vakt.se();
        vakt.traad.scheduleWithFixedDelay(vakt::se, PAUSE_MS, PAUSE_MS, TimeUnit.MILLISECONDS);
        return vakt;
    }

    /** Nothing may end the looking while the server runs, or what is revoked would go on to count, or nothing would count. */
    private void se() {
        try {
            avtaler.oppdater();
            feilet = false;
        } catch (RuntimeException | Error e) {
            if (!feilet) {
                LOG.warn(
                        "The agreements could not be looked at; where they are asked for, nobody is let in before they can",
                        e);
            }
            feilet = true;
        }
    }

    @Override
    public void close() {
        traad.shutdownNow();
    }
}
