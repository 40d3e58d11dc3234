package no.rrh.bootstrap.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Rows under headings, each column as wide as it must be. */
final class Tabell {
    private Tabell() {}

    static void skriv(PrintStream ut, List<String> kolonner, List<List<String>> rader) {
        List<Integer> bredder = IntStream.range(0, kolonner.size())
                .mapToObj(kolonne -> Stream.concat(Stream.of(kolonner), rader.stream())
                        .mapToInt(rad -> rad.get(kolonne).length())
                        .max()
                        .orElseThrow())
                .toList();
        Stream.concat(Stream.of(kolonner), rader.stream()).forEach(rad -> {
            StringBuilder linje = new StringBuilder();
            for (int i = 0; i < rad.size(); i++) {
                linje.append(rad.get(i))
                        .append(" ".repeat(bredder.get(i) - rad.get(i).length() + 2));
            }
            ut.println(linje.toString().stripTrailing());
        });
    }
}
