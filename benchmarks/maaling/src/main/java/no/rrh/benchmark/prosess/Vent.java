package no.rrh.benchmark.prosess;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what cannot be told of when it happens. */
public final class Vent {
    /** Between two looks: little beside what is waited for, and it leaves the cores to those who are waited for. */
    private static final long PAUSE_NS = Duration.ofMillis(5).toNanos();

    private Vent() {}

    /**
     * Waits until it holds.
     *
     * @param hva what is waited for, for the message
     * @throws IllegalStateException when it does not within the time, or the process ends before it does
     */
    public static void til(BooleanSupplier holder, Prosess prosess, Duration lengst, String hva) {
        long frist = System.nanoTime() + lengst.toNanos();
        while (!holder.getAsBoolean()) {
            prosess.krevLever();
            if (System.nanoTime() > frist) {
                throw new IllegalStateException("waited " + lengst.toSeconds() + " s in vain for " + hva);
            }
            LockSupport.parkNanos(PAUSE_NS);
        }
    }
}
