package no.rrh.persistence.innsynslogg;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.rrh.persistence.fil.Eierrettigheter;

/** The names of what lies in the folder of one instance. */
record Loggmappe(Path sti) {
    private static final Pattern SEGMENT = Pattern.compile("innsyn-\\d{16}\\.logg");

    /** Where the signed checkpoints stand, one a line. */
    Path sjekkpunkter() {
        return sti.resolve("sjekkpunkter.jsonl");
    }

    Path instans() {
        return sti.resolve("instans");
    }

    Path reserve() {
        return sti.resolve("reserve");
    }

    Path laas() {
        return sti.resolve(".laas");
    }

    Path signeringsnoekkel() {
        return sti.resolve("signeringsnoekkel");
    }

    Path offentligNoekkel() {
        return sti.resolve("signeringsnoekkel.pub");
    }

    /** The segment that begins with the entry. */
    Path segment(long foerste) {
        return sti.resolve(String.format("innsyn-%016d.logg", foerste));
    }

    /** Those there are, oldest first. */
    List<Path> segmenter() throws IOException {
        try (Stream<Path> filer = Files.list(sti)) {
            return filer.filter(
                            fil -> SEGMENT.matcher(fil.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        }
    }

    /** What the small file holds, which is made with this where there is none. */
    static String lesEllerLag(Path fil, String nytt) throws IOException {
        try {
            return Files.readString(fil, StandardCharsets.US_ASCII).strip();
        } catch (NoSuchFileException ingen) {
            skrivHel(fil, nytt + "\n");
            return nytt;
        }
    }

    /** It gets its name when it is on the disk, so that a file of that name is always whole. */
    static void skrivHel(Path fil, String innhold) throws IOException {
        skrivHel(fil, innhold.getBytes(StandardCharsets.UTF_8));
    }

    /** As {@link #skrivHel(Path, String)}. */
    static void skrivHel(Path fil, byte[] innhold) throws IOException {
        Path utkast = fil.resolveSibling(fil.getFileName() + ".ny");
        try (FileChannel kanal = Eierrettigheter.aapne(
                utkast,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING))) {
            skriv(kanal, innhold);
        }
        Files.move(utkast, fil, StandardCopyOption.ATOMIC_MOVE);
        tilDisk(fil.getParent());
    }

    /**
     * Adds a line to the end of the file, which is made where there is none, and has it on the disk. After one that was
     * not written to its end a new line is begun.
     */
    static void leggTil(Path fil, String linje) throws IOException {
        boolean ny = !Files.exists(fil);
        String innhold = ny || slutterMedLinje(fil) ? linje : "\n" + linje;
        try (FileChannel kanal =
                Eierrettigheter.aapne(fil, Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND))) {
            skriv(kanal, innhold.getBytes(StandardCharsets.UTF_8));
        }
        if (ny) {
            tilDisk(fil.toAbsolutePath().getParent());
        }
    }

    private static boolean slutterMedLinje(Path fil) throws IOException {
        try (FileChannel kanal = FileChannel.open(fil, StandardOpenOption.READ)) {
            ByteBuffer siste = ByteBuffer.allocate(1);
            return kanal.size() == 0 || kanal.read(siste, kanal.size() - 1) == 1 && siste.get(0) == '\n';
        }
    }

    private static void skriv(FileChannel kanal, byte[] innhold) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(innhold);
        while (rest.hasRemaining()) {
            kanal.write(rest);
        }
        kanal.force(true);
    }

    /** Has the names in the folder on the disk. */
    static void tilDisk(Path mappe) throws IOException {
        try (FileChannel kanal = FileChannel.open(mappe, StandardOpenOption.READ)) {
            kanal.force(true);
        }
    }
}
