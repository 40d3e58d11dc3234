package no.rrh.persistence;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Another JVM with the tests' class path, so that a test can see two processes, or kill one. */
public final class Barneprosess implements AutoCloseable {
    private final Process prosess;
    private final BufferedReader ut;

    private Barneprosess(List<String> kommando) throws IOException {
        this.prosess = new ProcessBuilder(kommando)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        this.ut = new BufferedReader(new InputStreamReader(prosess.getInputStream(), StandardCharsets.UTF_8));
    }

    public static Barneprosess start(Class<?> klasse, Object... argumenter) throws IOException {
        return new Barneprosess(java(klasse, argumenter));
    }

    /** With files limited to so many blocks: a disk that fills up. */
    public static Barneprosess startMedFilgrense(int blokker, Class<?> klasse, Object... argumenter)
            throws IOException {
        List<String> kommando = new ArrayList<>(List.of("sh", "-c", "ulimit -f " + blokker + "; exec \"$@\"", "sh"));
        kommando.addAll(java(klasse, argumenter));
        return new Barneprosess(kommando);
    }

    /** The next line it prints; absent when it has ended. */
    public Optional<String> linje() {
        try {
            return Optional.ofNullable(ut.readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is left of what it printed, once it has ended. */
    public Stream<String> linjer() {
        return ut.lines();
    }

    /** As kill -9. What it had printed before can still be read. */
    public void drep() {
        // Process.destroyForcibly would close the stream too
        prosess.toHandle().destroyForcibly();
        prosess.onExit().join();
    }

    @Override
    public void close() {
        drep();
    }

    private static List<String> java(Class<?> klasse, Object... argumenter) {
        List<String> kommando = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                // or the JVM's own file would be too large for a file limit
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                klasse.getName()));
        for (Object argument : argumenter) {
            kommando.add(argument.toString());
        }
        return kommando;
    }
}
