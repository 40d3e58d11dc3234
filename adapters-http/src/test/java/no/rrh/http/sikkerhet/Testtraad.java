package no.rrh.http.sikkerhet;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A thread whose delayed work waits for the test and not for the clock. */
final class Testtraad extends ScheduledThreadPoolExecutor {
    private volatile Utsatt utsatt;

    Testtraad() {
        super(1);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable arbeid, long utsettelse, TimeUnit enhet) {
        if (utsettelse == 0) {
            return super.schedule(arbeid, utsettelse, enhet);
        }
        ScheduledFuture<?> aldri = super.schedule(arbeid, 365, TimeUnit.DAYS);
        utsatt = new Utsatt(arbeid, Duration.of(utsettelse, enhet.toChronoUnit()), aldri);
        return aldri;
    }

    /** Waits until the work that is given is done. */
    void ferdig() throws Exception {
        Future<?> sist = super.schedule((Callable<Boolean>) () -> true, 0, TimeUnit.NANOSECONDS);
        sist.get(30, TimeUnit.SECONDS);
    }

    /** How long the next work is put off. */
    Duration nesteOm() throws Exception {
        ferdig();
        return utsatt.utsettelse;
    }

    /** Lets the time until the next work pass, does it and waits for it. */
    void gaaTilNeste(Testklokke klokke) throws Exception {
        ferdig();
        klokke.gaa(utsatt.utsettelse);
        if (!utsatt.aldri.isCancelled()) {
            execute(utsatt.arbeid);
        }
        ferdig();
        ferdig();
    }

    private record Utsatt(Runnable arbeid, Duration utsettelse, ScheduledFuture<?> aldri) {}
}
