package no.rrh.benchmark.rader;

import java.util.List;
import java.util.stream.Collectors;

/** All rows, in the order in which they are measured: those of the same servers after each other. */
public final class Radgrupper {
    private static final List<Radgruppe> ALLE = List.of(
            new Oppslag(),
            new Tokenverifisering(),
            new Registerstoerrelse(),
            new Soek(),
            new Oppstart(),
            new Plass(),
            new Importlast(),
            new Nedlasting(),
            new Totalbestand(),
            new H2import(),
            new Postgresimport(),
            new Postgresoppslag());

    private Radgrupper() {}

    /**
     * Those by that name, or all where none is named.
     *
     * @throws IllegalArgumentException when there is none by a name
     */
    public static List<Radgruppe> valgte(List<String> navn) {
        List<String> kjente = ALLE.stream().map(Radgruppe::navn).toList();
        if (!kjente.containsAll(navn)) {
            throw new IllegalArgumentException(
                    "the groups of rows are " + kjente.stream().collect(Collectors.joining(", ")));
        }
        return ALLE.stream()
                .filter(gruppe -> navn.isEmpty() || navn.contains(gruppe.navn()))
                .toList();
    }
}
