package no.rrh.benchmark.utholdenhet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The connections that a server holds open, as the kernel lists them. Whoever reads nothing is never told that the server has
 * gone: what was not read stands before the end.
 */
final class Tilkoblinger {
    private static final List<Path> LISTER = List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"));
    private static final String ETABLERT = "01";
    private static final int HEKSADESIMAL = 16;

    /** Its side has ended, and the process still has its descriptor. */
    private static final String HALVT_LUKKET = "08";

    private Tilkoblinger() {}

    /** The ports of the clients. */
    static Set<Integer> aapne(int tjenerport) {
        Set<Integer> porter = new HashSet<>();
        for (Path liste : LISTER) {
            try (Stream<String> linjer = Files.lines(liste)) {
                linjer.skip(1).map(linje -> linje.strip().split("\\s+")).forEach(felter -> {
                    boolean aapen = felter[3].equals(ETABLERT) || felter[3].equals(HALVT_LUKKET);
                    if (aapen && port(felter[1]) == tjenerport) {
                        porter.add(port(felter[2]));
                    }
                });
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return porter;
    }

    private static int port(String adresse) {
        return Integer.parseInt(adresse.substring(adresse.lastIndexOf(':') + 1), HEKSADESIMAL);
    }
}
