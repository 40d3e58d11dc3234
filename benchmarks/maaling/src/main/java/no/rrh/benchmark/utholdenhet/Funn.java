package no.rrh.benchmark.utholdenhet;

import java.util.Locale;

/**
 * What was found.
 *
 * @param krav what it must be; empty where it is told for its own sake
 */
record Funn(String hva, String maalt, String krav, boolean holder) {
    /** A figure that may be so much at the most. */
    static Funn hoeyst(String hva, double tall, double grense, String maalt, String enhet) {
        return new Funn(hva, maalt, String.format(Locale.ROOT, "≤ %s", tekst(grense) + enhet), tall <= grense);
    }

    /** A figure that must be so much at the least. */
    static Funn minst(String hva, double tall, double grense, String maalt) {
        return new Funn(hva, maalt, String.format(Locale.ROOT, "≥ %s", tekst(grense)), tall >= grense);
    }

    /** What must be none. */
    static Funn ingen(String hva, long tall, String maalt) {
        return new Funn(hva, maalt, "0", tall == 0);
    }

    /** What is told for its own sake. */
    static Funn fortalt(String hva, String maalt) {
        return new Funn(hva, maalt, "", true);
    }

    private static String tekst(double tall) {
        return tall == Math.rint(tall) ? String.format(Locale.ROOT, "%.0f", tall) : Double.toString(tall);
    }
}
