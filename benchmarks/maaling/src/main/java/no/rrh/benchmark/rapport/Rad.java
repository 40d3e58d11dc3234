package no.rrh.benchmark.rapport;

import java.util.Locale;

/**
 * A row of the table: one figure by another.
 *
 * @param nummer its number, with a letter where a number has several
 * @param hva what is divided by what
 * @param hvordan how it is measured, in a sentence or two
 * @param retning whether more of it is better, or less
 * @param maa what it must be, for the server to be good enough
 * @param oenske what is aimed at
 */
public record Rad(String nummer, String hva, String hvordan, Retning retning, double maa, double oenske) {
    /** Which way is better. */
    public enum Retning {
        MER("≥"),
        MINDRE("≤");

        private final String tegn;

        Retning(String tegn) {
            this.tegn = tegn;
        }
    }

    /** Whether the figure is as good as that. */
    boolean holder(double forhold, double krav) {
        return retning == Retning.MER ? forhold >= krav : forhold <= krav;
    }

    /** A bound as it is read. */
    String krav(double krav) {
        return String.format(Locale.ROOT, "%s %.2f", retning.tegn, krav);
    }
}
