package no.rrh.bootstrap.system;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The classes of the fat JAR as one Java wants them in memory (class-data sharing), made once per build and Java: the
 * tests start the JAR some hundred times, and a third of what a start costs is the loading of its classes. A Java to
 * which the archive does not fit starts without it.
 */
final class Klassearkiv {
    private static final String VALG = lag();

    private Klassearkiv() {}

    /** What tells Java to use it. */
    static String valg() {
        return VALG;
    }

    /** Tests run in more than one process: the first makes it, and the others wait for that. */
    private static String lag() {
        Path jar = Path.of(Rrhprosess.jar()).toAbsolutePath();
        Path arkiv = jar.resolveSibling(
                "rrh-" + Integer.toHexString(Rrhprosess.java().hashCode()) + ".jsa");
        try (FileChannel laas = FileChannel.open(
                arkiv.resolveSibling(arkiv.getFileName() + ".laas"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE)) {
            laas.lock();
            if (Files.notExists(arkiv)
                    || Files.getLastModifiedTime(arkiv).compareTo(Files.getLastModifiedTime(jar)) < 0) {
                lag(arkiv);
            }
            return "-XX:SharedArchiveFile=" + arkiv;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void lag(Path arkiv) throws IOException {
        Files.deleteIfExists(arkiv);
        Path data = Files.createTempDirectory("rrh-klassearkiv");
        List<String> argumenter = List.of("serve", "--port", "0", "--data", data.toString());
        Rrhprosess.start("-XX:ArchiveClassesAtExit=" + arkiv, Map.of(), argumenter)
                .klar()
                .close();
        try (Stream<Path> filer = Files.walk(data)) {
            filer.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }
}
