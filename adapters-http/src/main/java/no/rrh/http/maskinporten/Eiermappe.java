package no.rrh.http.maskinporten;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A folder of its owner's alone (0700), where each file (0600) is whole or absent, also to other processes. */
final class Eiermappe {
    private static final FileAttribute<?> MAPPE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<?> FIL =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path sti;

    private Eiermappe(Path sti) {
        this.sti = sti;
    }

    /** Makes the folder when it is not there; one that is keeps the permissions its owner gave it. */
    static Eiermappe aapne(Path sti) throws IOException {
        Files.createDirectories(sti, MAPPE);
        return new Eiermappe(sti);
    }

    Path fil(String navn) {
        return sti.resolve(navn);
    }

    /**
     * Makes a file with the content. A link, unlike a move, fails when another process was first.
     *
     * @throws FileAlreadyExistsException when there is one of that name; it is left as it is
     */
    void lag(String navn, String innhold) throws IOException {
        Path utkast = utkast(innhold);
        try {
            Files.createLink(fil(navn), utkast);
        } finally {
            Files.delete(utkast);
        }
    }

    /** Puts the content in the place of that of the file, or makes it. */
    void bytt(String navn, String innhold) throws IOException {
        Files.move(utkast(innhold), fil(navn), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * Makes an empty file, the cheapest way to be the first to have done something.
     *
     * @throws FileAlreadyExistsException when there is one of that name
     */
    void merk(String navn) throws IOException {
        Files.createFile(fil(navn), FIL);
    }

    private Path utkast(String innhold) throws IOException {
        Path utkast = Files.createTempFile(sti, ".utkast", null, FIL);
        try (FileChannel fil = FileChannel.open(utkast, Set.of(StandardOpenOption.WRITE))) {
            ByteBuffer tekst = StandardCharsets.UTF_8.encode(innhold);
            while (tekst.hasRemaining()) {
                fil.write(tekst);
            }
            fil.force(true);
        } catch (IOException feil) {
            Files.deleteIfExists(utkast);
            throw feil;
        }
        return utkast;
    }

    @Override
    public String toString() {
        return sti.toString();
    }
}
