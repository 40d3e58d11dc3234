package no.rrh.persistence.fil;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files and folders that the owner alone may read and write, from the moment they exist: 0600 and 0700. */
public final class Eierrettigheter {
    private static final FileAttribute<?>[] FIL = attributter("rw-------");
    private static final FileAttribute<?>[] MAPPE = attributter("rwx------");

    private Eierrettigheter() {}

    /** Opens a file, which gets the rights if the opening creates it. */
    public static FileChannel aapne(Path fil, Set<? extends OpenOption> valg) throws IOException {
        return FileChannel.open(fil, valg, FIL);
    }

    /** Creates the folder, and those above it, unless it is there; one that is there keeps its rights. */
    public static void lagMappe(Path mappe) throws IOException {
        if (!Files.isDirectory(mappe)) {
            Files.createDirectories(mappe, MAPPE);
        }
    }

    private static FileAttribute<?>[] attributter(String rettigheter) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rettigheter))
                }
                : new FileAttribute<?>[0];
    }
}
