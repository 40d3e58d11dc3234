package no.rrh.benchmark.grunnlag;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What takes long to make is made once, and kept from run to run. */
public final class Engangs {
    private Engangs() {}

    /**
     * The file or folder as it is, or else as it is made: under another name until it is whole, so that a run that was broken
     * off leaves nothing that is taken for it.
     *
     * @param lag makes it at the path it is given
     */
    public static Path hentEllerLag(Path ferdig, Consumer<Path> lag) {
        if (Files.exists(ferdig)) {
            return ferdig;
        }
        System.out.println("making " + ferdig);
        Path uferdig = ferdig.resolveSibling(ferdig.getFileName() + "-uferdig");
        slett(uferdig);
        lag.accept(uferdig);
        try {
            return Files.move(uferdig, ferdig);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes a file, or a folder with all that is in it; nothing when it is not there. */
    public static void slett(Path sti) {
        if (!Files.exists(sti)) {
            return;
        }
        try (Stream<Path> alt = Files.walk(sti)) {
            List<Path> innerstFoerst = alt.sorted(Comparator.reverseOrder()).toList();
            for (Path del : innerstFoerst) {
                Files.delete(del);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes a folder, and those it lies in. */
    public static Path mappe(Path mappe) {
        try {
            return Files.createDirectories(mappe);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The size of a file, or of all files of a folder, in bytes. */
    public static long stoerrelse(Path sti) {
        try (Stream<Path> alt = Files.walk(sti)) {
            return alt.filter(Files::isRegularFile)
                    .mapToLong(fil -> fil.toFile().length())
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
