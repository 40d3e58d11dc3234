package no.rrh.domain.syntetisk;

import java.util.List;
import java.util.UUID;

/**
 * Draws that follow from a seed, from what is drawn for and from its number, so that anything can be made by itself and in
 * any order. The generator is SplitMix64, written out here, since the JDK's own may differ from one version to the next.
 */
final class Trekning {
    private static final long GYLLEN = 0x9E3779B97F4A7C15L;
    private static final long FOERSTE = 0xBF58476D1CE4E5B9L;
    private static final long ANDRE = 0x94D049BB133111EBL;
    private static final double BRUDDEL = 0x1.0p-53;

    private long tilstand;

    /** What is drawn for: draws for one thing tell nothing of another's. */
    enum Hva {
        VIRKSOMHET,
        NUMMER,
        PERSON,
        UTENLANDSK_PERSON
    }

    Trekning(long froe, Hva hva, long nummer) {
        this.tilstand = bland(bland(froe + GYLLEN * (1 + hva.ordinal())) + nummer);
    }

    private static long bland(long verdi) {
        long a = (verdi ^ (verdi >>> 30)) * FOERSTE;
        long b = (a ^ (a >>> 27)) * ANDRE;
        return b ^ (b >>> 31);
    }

    long neste() {
        tilstand += GYLLEN;
        return bland(tilstand);
    }

    /** From 0 up to, not including, this. */
    int under(int grense) {
        return (int) ((neste() >>> 32) * grense >>> 32);
    }

    /** From 0 up to, not including, 1. */
    double del() {
        return (neste() >>> 11) * BRUDDEL;
    }

    /** True in so many of a hundred. */
    boolean prosent(double prosent) {
        return del() * 100 < prosent;
    }

    <T> T en(List<T> av) {
        return av.get(under(av.size()));
    }

    /** A random UUID (version 4). */
    UUID uuid() {
        return new UUID(neste() & ~0xF000L | 0x4000L, neste() & ~(3L << 62) | 1L << 63);
    }
}
