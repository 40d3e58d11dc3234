package no.rrh.benchmark.innsetting;

import java.time.Duration;

/**
 * Rows that were put in, and how long it took.
 *
 * @param antall of all tables together
 */
public record Rader(long antall, Duration tid) {
    /** Rows a second. */
    public double rate() {
        return antall * 1e9 / tid.toNanos();
    }

    /** How long it took, in seconds. */
    public double sekunder() {
        return tid.toNanos() / 1e9;
    }
}
