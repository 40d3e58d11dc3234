package no.rrh.benchmark.prosess;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotLinkException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A process that was started here, and is ended with the run, however that ends. What it says goes to a file. */
public final class Prosess implements AutoCloseable {
    /** Longer than the server takes to let its requests finish and its file be compacted. */
    private static final long STOPPTID_S = 60;

    private static final Set<Process> LEVENDE = ConcurrentHashMap.newKeySet();

    /** What the JVMs would take from whoever runs this. */
    private static final Set<String> JVM_ENES =
            Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "CLASSPATH");

    private static volatile boolean avbrutt;

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(Prosess::avsluttAlle, "end of processes"));
    }

    private final Process prosess;
    private final Path logg;
    private final long startetNs;

    private Prosess(Process prosess, Path logg, long startetNs) {
        this.prosess = prosess;
        this.logg = logg;
        this.startetNs = startetNs;
    }

    /** Starts a command, without what the environment would have rrh and the JVM do differently. */
    public static Prosess start(List<String> kommando, Path logg) {
        ProcessBuilder oppsett = new ProcessBuilder(kommando)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(logg.toFile()));
        oppsett.environment().keySet().removeIf(navn -> navn.startsWith("RRH_") || JVM_ENES.contains(navn));
        if (avbrutt) {
            throw new IllegalStateException("the run is being broken off");
        }
        long naa = System.nanoTime();
        try {
            Process prosess = oppsett.start();
            LEVENDE.add(prosess);
            prosess.onExit().thenAccept(LEVENDE::remove);
            return new Prosess(prosess, logg, naa);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a command to its end, and tells how long it took. */
    public static Duration kjoer(List<String> kommando, Path logg) {
        try (Prosess prosess = start(kommando, logg)) {
            return prosess.ventTilSlutt();
        }
    }

    /**
     * Waits for the end.
     *
     * @return how long it took from the start
     * @throws IllegalStateException when it ended with anything but 0; the message has the end of what it said
     */
    public Duration ventTilSlutt() {
        try {
            int kode = prosess.waitFor();
            Duration tid = siden();
            if (kode != 0) {
                throw new IllegalStateException("ended with " + kode + ": " + kommando() + slutten());
            }
            return tid;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** How long it is since it was started. */
    public Duration siden() {
        return Duration.ofNanos(System.nanoTime() - startetNs);
    }

    /** Whether it has not ended. */
    public boolean lever() {
        return prosess.isAlive();
    }

    /**
     * Checks that it has not ended.
     *
     * @throws IllegalStateException when it has
     */
    public void krevLever() {
        if (!lever()) {
            throw new IllegalStateException("ended by itself: " + kommando() + slutten());
        }
    }

    /** What of it is in memory, in MiB, as the kernel counts it (VmRSS). Of its children nothing. */
    public double minneMib() {
        return status("VmRSS:") / 1024.0;
    }

    /** How many threads it has. */
    public long traader() {
        return status("Threads:");
    }

    private long status(String felt) {
        try {
            return Files.readAllLines(egne().resolve("status")).stream()
                    .filter(linje -> linje.startsWith(felt))
                    .mapToLong(linje -> Long.parseLong(linje.replaceAll("\\D", "")))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many files and connections it has open. */
    public long aapneFiler() {
        try (Stream<Path> aapne = Files.list(egne().resolve("fd"))) {
            return aapne.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path egne() {
        return Path.of("/proc", Long.toString(prosess.pid()));
    }

    /** What of the heap of a JVM is in use, in MiB, once it has been made to collect all that is not. */
    public double levendeHeapMib() {
        try (Prosess jcmd = start(Java.jcmd(prosess.pid(), "GC.class_histogram"), logg.resolveSibling("jcmd.txt"))) {
            jcmd.ventTilSlutt();
            return jcmd.sagt()
                    .lines()
                    .filter(linje -> linje.startsWith("Total"))
                    .mapToDouble(linje -> Double.parseDouble(linje.split("\\s+")[2]) / (1 << 20))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("jcmd says nothing of the heap"));
        }
    }

    /** How far it has read in a file that it has open, in bytes; 0 before it has, or when it no longer has. */
    public long lestAv(Path fil) {
        try (DirectoryStream<Path> aapne = Files.newDirectoryStream(egne().resolve("fd"))) {
            for (Path aapen : aapne) {
                if (fil.toRealPath().equals(Files.readSymbolicLink(aapen))) {
                    return plass(egne().resolve("fdinfo").resolve(aapen.getFileName()));
                }
            }
            return 0;
        } catch (NoSuchFileException | NotLinkException lukketImens) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long plass(Path fdinfo) throws IOException {
        return Files.readAllLines(fdinfo).stream()
                .filter(linje -> linje.startsWith("pos:"))
                .mapToLong(linje -> Long.parseLong(linje.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }

    /** What it has said so far. */
    public String sagt() {
        try {
            return Files.readString(logg);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String kommando() {
        return prosess.info().commandLine().orElse("a process") + " (see " + logg + ")";
    }

    private String slutten() {
        String alt = sagt().strip();
        return "\n" + alt.substring(Math.max(0, alt.length() - 2_000));
    }

    @Override
    public void close() {
        avslutt(prosess);
    }

    /** All are told before any is waited for. */
    private static void avsluttAlle() {
        avbrutt = true;
        LEVENDE.forEach(Process::destroy);
        LEVENDE.forEach(Prosess::avslutt);
    }

    private static void avslutt(Process prosess) {
        prosess.destroy();
        try {
            if (!prosess.waitFor(STOPPTID_S, TimeUnit.SECONDS)) {
                prosess.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            prosess.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
