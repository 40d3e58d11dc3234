package no.rrh.http.tjener;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Lets what callers can make happen as often as they like be logged at most every ten seconds. */
final class Sjelden {
    private static final long PAUSE = Duration.ofSeconds(10).toNanos();

    private final AtomicLong sist = new AtomicLong(System.nanoTime() - PAUSE);

    boolean erDetPaaTide() {
        long naa = System.nanoTime();
        long forrige = sist.get();
        return naa - forrige >= PAUSE && sist.compareAndSet(forrige, naa);
    }
}
