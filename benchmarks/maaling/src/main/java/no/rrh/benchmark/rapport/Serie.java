package no.rrh.benchmark.rapport;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One raw figure of each round.
 *
 * @param navn what it is, with its unit
 */
public record Serie(String navn, List<Double> verdier) {
    /** That figure of what each round came to. */
    public static <T> Serie av(String navn, List<T> runder, ToDoubleFunction<T> figur) {
        return new Serie(navn, runder.stream().map(figur::applyAsDouble).toList());
    }

    /** One by the other, round by round. */
    public List<Double> delt(Serie paa) {
        return IntStream.range(0, verdier.size())
                .mapToObj(i -> verdier.get(i) / paa.verdier.get(i))
                .toList();
    }

    /** The figures, each with as many decimals as say something of its size. */
    String tekst() {
        return verdier.stream().map(Serie::tekst).collect(Collectors.joining(" · "));
    }

    private static String tekst(double verdi) {
        if (verdi >= 100) {
            return String.format(Locale.ROOT, "%,.0f", verdi);
        }
        return String.format(Locale.ROOT, verdi >= 10 ? "%.1f" : "%.2f", verdi);
    }
}
