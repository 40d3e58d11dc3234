package no.rrh.persistence.fil;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** A file or a folder with all that is in it. Links are not followed. */
public final class Filtre {
    private Filtre() {}

    /** Deletes it; nothing is to be done where there is nothing. */
    public static void slett(Path rot) throws IOException {
        Files.walkFileTree(rot, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path fil, BasicFileAttributes attributter) throws IOException {
                Files.deleteIfExists(fil);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path fil, IOException feil) throws IOException {
                return utenDenSomErBorte(feil);
            }

            @Override
            public FileVisitResult postVisitDirectory(Path mappe, IOException feil) throws IOException {
                Files.deleteIfExists(mappe);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** The regular files in it, however deep; none where there is nothing. What goes away meanwhile may be among them or not. */
    public static List<Path> filer(Path rot) throws IOException {
        List<Path> filer = new ArrayList<>();
        Files.walkFileTree(rot, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path fil, BasicFileAttributes attributter) {
                if (attributter.isRegularFile()) {
                    filer.add(fil);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path fil, IOException feil) throws IOException {
                return utenDenSomErBorte(feil);
            }
        });
        return filer;
    }

    private static FileVisitResult utenDenSomErBorte(IOException feil) throws IOException {
        if (feil instanceof NoSuchFileException) {
            return FileVisitResult.CONTINUE;
        }
        throw feil;
    }

    /** Puts it on the disk: what the files hold, and the names in the folders. */
    public static void sikre(Path rot) throws IOException {
        Files.walkFileTree(rot, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path fil, BasicFileAttributes attributter) throws IOException {
                sikreEn(fil);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path mappe, IOException feil) throws IOException {
                sikreEn(mappe);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** The file itself, or the names in the folder itself. */
    public static void sikreEn(Path sti) throws IOException {
        try (FileChannel kanal = FileChannel.open(sti, StandardOpenOption.READ)) {
            kanal.force(true);
        }
    }
}
