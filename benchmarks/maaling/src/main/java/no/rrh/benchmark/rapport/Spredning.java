package no.rrh.benchmark.rapport;

import java.util.List;
import java.util.Locale;

/** The middle and the ends of some figures. */
record Spredning(int antall, double median, double minst, double stoerst) {
    static Spredning av(List<Double> verdier) {
        List<Double> sortert = verdier.stream().sorted().toList();
        int midt = sortert.size() / 2;
        double median = sortert.size() % 2 == 1 ? sortert.get(midt) : (sortert.get(midt - 1) + sortert.get(midt)) / 2;
        return new Spredning(sortert.size(), median, sortert.get(0), sortert.get(sortert.size() - 1));
    }

    @Override
    public String toString() {
        return antall == 1
                ? String.format(Locale.ROOT, "%.2f (one round)", median)
                : String.format(Locale.ROOT, "%.2f (%.2f–%.2f)", median, minst, stoerst);
    }
}
