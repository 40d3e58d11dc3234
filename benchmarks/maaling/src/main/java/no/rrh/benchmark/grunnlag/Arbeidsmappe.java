package no.rrh.benchmark.grunnlag;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder that everything is put in, and the part of it that is of one run alone.
 *
 * @param rot what is kept from run to run
 * @param kjoering what is not: logs, tokens, copies
 */
public record Arbeidsmappe(Path rot, Path kjoering) {
    /** Says that the folder is ours, so that nobody else's is ever emptied. */
    private static final String MERKE = "rrh-benchmarks";

    /**
     * Takes a folder into use, which is made if it is not there.
     *
     * @param paaNytt whether what is in it is to be removed
     * @throws IllegalArgumentException when it has something else in it
     */
    public static Arbeidsmappe aapne(Path mappe, boolean paaNytt) {
        Path rot = Engangs.mappe(mappe.toAbsolutePath().normalize());
        Path merke = rot.resolve(MERKE);
        if (!Files.exists(merke) && !erTom(rot)) {
            throw new IllegalArgumentException(rot + " has something else in it: choose a folder that is new or empty");
        }
        if (paaNytt) {
            Engangs.slett(rot);
            Engangs.mappe(rot);
        }
        Path kjoering = rot.resolve("kjoering");
        Engangs.slett(kjoering);
        Engangs.mappe(kjoering);
        slettLogger(rot);
        try {
            Files.writeString(merke, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Arbeidsmappe(rot, kjoering);
    }

    /** Those of the run before, of millions of look-ups. */
    private static void slettLogger(Path rot) {
        try (DirectoryStream<Path> datamapper = Files.newDirectoryStream(rot, "{h2,pg}-*")) {
            datamapper.forEach(data -> Engangs.slett(data.resolve("innsynslogg")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean erTom(Path mappe) {
        try (DirectoryStream<Path> innhold = Files.newDirectoryStream(mappe)) {
            return !innhold.iterator().hasNext();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
