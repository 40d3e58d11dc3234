package no.rrh.bootstrap.system;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waiting for a condition, never for a time. */
public final class Vent {
    private static final long PAUSE_NS = Duration.ofMillis(50).toNanos();

    private Vent() {}

    public static void til(String hva, Duration lengst, BooleanSupplier vilkaar) {
        long frist = System.nanoTime() + lengst.toNanos();
        while (!vilkaar.getAsBoolean()) {
            if (System.nanoTime() > frist) {
                throw new AssertionError("did not happen within " + lengst + ": " + hva);
            }
            LockSupport.parkNanos(PAUSE_NS);
        }
    }
}
