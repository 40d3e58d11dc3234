package no.rrh.bootstrap.kobling;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import no.rrh.application.port.in.LagTotalbestand;
import no.rrh.application.port.out.Totalbestandfil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sees to it that there is a totalbestand: makes one when there is none, and tries again every minute until it is made. */
final class Totalbestandvakt implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Totalbestandvakt.class);
    private static final long PAUSE_I_SEKUNDER = 60;

    private final Rrh rrh;
    private final ScheduledExecutorService traad = Executors.newSingleThreadScheduledExecutor(arbeid -> {
        Thread ny = new Thread(arbeid, "totalbestand");
        ny.setDaemon(true);
        return ny;
    });
    private volatile boolean stopper;

    Totalbestandvakt(Rrh rrh) {
        this.rrh = rrh;
    }

    void start() {
        traad.scheduleWithFixedDelay(this::lagNaarDenMangler, 0, PAUSE_I_SEKUNDER, TimeUnit.SECONDS);
    }

    private void lagNaarDenMangler() {
        try {
            if (!rrh.harTotalbestand()) {
                lag(rrh.lagTotalbestand());
            }
        } catch (CancellationException e) {
            LOG.info("The making of the totalbestand was given up, since the server stops");
        } catch (RuntimeException e) {
            LOG.error("The totalbestand could not be made; trying again in {} s", PAUSE_I_SEKUNDER, e);
        }
    }

    private void lag(LagTotalbestand lagTotalbestand) {
        long start = System.nanoTime();
        Totalbestandfil fil = lagTotalbestand.lag(antall -> {
            if (stopper) {
                throw new CancellationException();
            }
        });
        LOG.atInfo()
                .addKeyValue("ms", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start))
                .addKeyValue("bytes", fil.stoerrelse())
                .addKeyValue("sha256", fil.sha256())
                .addKeyValue("sekvensnummer", fil.sekvensnummer())
                .log("Made the totalbestand");
    }

    /** Ends the work between two virksomheter. Never by interrupt, which would close the database's file under it. */
    @Override
    public void close() {
        stopper = true;
        avvent(traad);
    }

    private static void avvent(ExecutorService traad) {
        traad.shutdown();
        try {
            if (!traad.awaitTermination(10, TimeUnit.SECONDS)) {
                LOG.warn("The making of the totalbestand did not end in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
