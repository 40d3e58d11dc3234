package no.rrh.http.sikkerhet;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A thread whose delayed work waits for the test's clock. */
final class Testtraad extends ScheduledThreadPoolExecutor {
    private final Testklokke klokke;
    private final List<Utsatt> utsatte = new CopyOnWriteArrayList<>();

    Testtraad(Testklokke klokke) {
        super(1);
        this.klokke = klokke;
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable arbeid, long utsettelse, TimeUnit enhet) {
        if (utsettelse == 0) {
            return super.schedule(arbeid, utsettelse, enhet);
        }
        ScheduledFuture<?> aldri = super.schedule(arbeid, 365, TimeUnit.DAYS);
        utsatte.add(new Utsatt(arbeid, klokke.instant().plus(utsettelse, enhet.toChronoUnit()), aldri));
        return aldri;
    }

    /** Waits until the work that is given is done. */
    void ferdig() throws Exception {
        super.schedule((Callable<Boolean>) () -> true, 0, TimeUnit.NANOSECONDS).get(30, TimeUnit.SECONDS);
    }

    /** How long it is until the next work. */
    Duration nesteOm() throws Exception {
        ferdig();
        return Duration.between(klokke.instant(), neste().tidspunkt);
    }

    /** Lets the time until the next work pass, does it and waits for it. */
    void gaaTilNeste() throws Exception {
        klokke.gaa(nesteOm());
        Utsatt neste = neste();
        utsatte.remove(neste);
        execute(neste.arbeid);
        ferdig(); // it has asked for a fetch
        ferdig(); // the fetch is done
    }

    /** The next work, as it is for a thread that has begun on it. */
    Runnable nesteArbeid() throws Exception {
        ferdig();
        return neste().arbeid;
    }

    private Utsatt neste() {
        return utsatte.stream()
                .filter(utsatt -> !utsatt.avtale.isCancelled())
                .min(Comparator.comparing(Utsatt::tidspunkt))
                .orElseThrow();
    }

    private record Utsatt(Runnable arbeid, Instant tidspunkt, ScheduledFuture<?> avtale) {}
}
