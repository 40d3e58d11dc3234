package no.rrh.benchmark.rader;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a JVM's log of its collections tells of its heap, in MiB.
 *
 * @param foer the most that was in use before a collection
 * @param etter the most that was left after one
 */
record Gclogg(double foer, double etter) {
    /** {@code GC(3) Pause Young (Normal) (G1 Evacuation Pause) 24M->4M(256M) 2.345ms} */
    private static final Pattern SAMLING = Pattern.compile("(\\d+)M->(\\d+)M\\(\\d+M\\)");

    /** What the JVM is told, to write it. */
    static String flagg(Path fil) {
        return "-Xlog:gc:file=" + fil;
    }

    static Gclogg les(Path fil) {
        try {
            List<Matcher> samlinger = Files.readAllLines(fil).stream()
                    .map(SAMLING::matcher)
                    .filter(Matcher::find)
                    .toList();
            return new Gclogg(stoerst(samlinger, 1), stoerst(samlinger, 2));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double stoerst(List<Matcher> samlinger, int gruppe) {
        return samlinger.stream()
                .mapToDouble(samling -> Double.parseDouble(samling.group(gruppe)))
                .max()
                .orElseThrow(() -> new IllegalStateException("the heap was never collected"));
    }
}
