package no.rrh.benchmark.rapport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.jar.JarFile;
import org.eclipse.jetty.server.Server;

/** What it was measured on, and the versions of what was measured. */
public final class Maskin {
    private static final String UKJENT = "unknown";

    private Maskin() {}

    /**
     * All of it, in the order in which it is read.
     *
     * @param mappe on the disk that was used
     */
    public static Map<String, String> beskriv(Path mappe, Path motpartJar) {
        Map<String, String> alt = new LinkedHashMap<>();
        alt.put(
                "processor",
                fra(Path.of("/proc/cpuinfo"), "model name") + ", "
                        + Runtime.getRuntime().availableProcessors() + " cores, shared by server, client and database");
        alt.put("memory", minne());
        alt.put("disk", filsystem(mappe));
        alt.put(
                "operating system",
                fra(Path.of("/etc/os-release"), "PRETTY_NAME").replace("\"", "") + ", Linux "
                        + System.getProperty("os.version").replaceAll("^(\\d+\\.\\d+).*", "$1"));
        alt.put("JDK", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
        alt.put("rrh", svar("git", "describe", "--always", "--dirty", "--tags"));
        alt.put("peer", "Spring Boot " + springBoot(motpartJar) + ", Tomcat");
        alt.put("ceiling", "Jetty " + Server.getVersion());
        alt.put("H2", org.h2.engine.Constants.FULL_VERSION);
        alt.put("wrk", svar("wrk", "-v").replaceAll("^wrk | Copyright.*", ""));
        alt.put("nginx", svar("nginx", "-v").replace("nginx version: ", ""));
        alt.put("gzip", svar("gzip", "--version"));
        return alt;
    }

    private static String fra(Path fil, String felt) {
        try {
            return Files.readAllLines(fil).stream()
                    .filter(linje -> linje.startsWith(felt))
                    .findFirst()
                    .map(linje -> linje.split("[:=]", 2)[1].strip())
                    .orElse(UKJENT);
        } catch (IOException e) {
            return UKJENT;
        }
    }

    private static String minne() {
        String kib = fra(Path.of("/proc/meminfo"), "MemTotal").replaceAll("\\D", "");
        return kib.isEmpty() ? UKJENT : String.format(Locale.ROOT, "%.1f GiB", Double.parseDouble(kib) / (1 << 20));
    }

    private static String filsystem(Path mappe) {
        try {
            return Files.getFileStore(mappe).type();
        } catch (IOException e) {
            return UKJENT;
        }
    }

    private static String springBoot(Path jar) {
        try (JarFile fil = new JarFile(jar.toFile())) {
            return fil.getManifest().getMainAttributes().getValue("Spring-Boot-Version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first line that a command says. */
    private static String svar(String... kommando) {
        try {
            Process prosess = new ProcessBuilder(List.of(kommando))
                    .redirectErrorStream(true)
                    .start();
            String alt = new String(prosess.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            prosess.waitFor();
            return alt.lines().findFirst().orElse(UKJENT);
        } catch (IOException e) {
            return UKJENT;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return UKJENT;
        }
    }
}
