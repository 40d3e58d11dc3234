package no.rrh.bootstrap.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** One server in {@code lokal} with the test data, for all tests that only read. */
public final class Felles {
    public static final String OFFENTLIG = "brreg:reelle/offentlig";
    static final String RAPPORTERINGSPLIKTIG = "brreg:reelle/rapporteringspliktig";

    private static final Map<String, String> TOKEN = new ConcurrentHashMap<>();

    private static Path data;
    private static Rrhprosess server;

    private Felles() {}

    static synchronized Rrhprosess server() {
        if (server == null) {
            data = mappe();
            server = Rrhprosess.serve(data);
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        }
        return server;
    }

    static Path data() {
        server();
        return data;
    }

    /** A token for the shared server, by the command. */
    static String token(String scope) {
        return TOKEN.computeIfAbsent(scope, s -> token(data(), "--scope", s));
    }

    static String token(Path data, String... valg) {
        String[] argumenter = Stream.concat(Stream.of("token", "--data", data.toString()), Stream.of(valg))
                .toArray(String[]::new);
        Rrhprosess.Resultat resultat = Rrhprosess.her(argumenter);
        if (resultat.kode() != 0) {
            throw new AssertionError(resultat.feil());
        }
        return resultat.ut().strip();
    }

    /** A new folder that goes away with the test run. */
    public static Path mappe() {
        try {
            Path mappe = Files.createTempDirectory("rrh-data-");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> slett(mappe)));
            return mappe;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void slett(Path mappe) {
        try (Stream<Path> alt = Files.walk(mappe)) {
            alt.sorted(Comparator.reverseOrder()).forEach(fil -> fil.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            // gone already, or still in use by a process that is ending: the system's own clean-up has it
        }
    }
}
