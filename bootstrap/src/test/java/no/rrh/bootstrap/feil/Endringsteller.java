package no.rrh.bootstrap.feil;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.stream.Stream;

/** Counts the changes it sees of the files in a folder. */
final class Endringsteller {
    private final Path mappe;
    private String sist;
    private int antall;

    Endringsteller(Path mappe) {
        this.mappe = mappe;
        this.sist = naa();
    }

    /** Looks, and tells how many it has seen. */
    int tell() {
        String naa = naa();
        if (!naa.equals(sist)) {
            sist = naa;
            antall++;
        }
        return antall;
    }

    private String naa() {
        StringBuilder filer = new StringBuilder();
        try (Stream<Path> alt = Files.walk(mappe)) {
            for (Path sti : alt.sorted().toList()) {
                BasicFileAttributes attributter = Files.readAttributes(sti, BasicFileAttributes.class);
                filer.append(sti).append(attributter.size()).append(attributter.lastModifiedTime());
            }
        } catch (IOException | UncheckedIOException e) {
            // one went away just then: a change it is
            filer.append(antall);
        }
        return filer.toString();
    }
}
