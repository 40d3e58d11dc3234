package no.rrh.http.kall;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Lets what callers can make happen as often as they like be logged at most every ten seconds. */
public final class Sjelden {
    private static final long PAUSE = Duration.ofSeconds(10).toNanos();

    private final AtomicLong sist = new AtomicLong(System.nanoTime() - PAUSE);

    /** Whether ten seconds have passed since it last was; then they begin anew. */
    public boolean erDetPaaTide() {
        long naa = System.nanoTime();
        long forrige = sist.get();
        return naa - forrige >= PAUSE && sist.compareAndSet(forrige, naa);
    }
}
