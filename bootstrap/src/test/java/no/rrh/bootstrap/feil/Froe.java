package no.rrh.bootstrap.feil;

import java.util.Random;

/**
 * The seed of a test's random moments. {@code -Dfeil.froe} draws the same again.
 *
 * @param verdi as the property takes it
 */
public record Froe(long verdi) {
    /** The one that is set, or a new one, which is told. */
    public static Froe av(String hva) {
        Froe froe = new Froe(Long.getLong("feil.froe", System.nanoTime()));
        System.out.println(hva + ": feil.froe=" + froe.verdi);
        return froe;
    }

    Random tilfeldig() {
        return new Random(verdi);
    }
}
