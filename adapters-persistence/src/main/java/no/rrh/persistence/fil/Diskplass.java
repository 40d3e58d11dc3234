package no.rrh.persistence.fil;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Whether a disk has room. */
public final class Diskplass {
    private static final long NESTEN_FULL = 1 << 20;

    /** Of the disk, of the user's share of it, and of how large the user's files may be. */
    private static final List<String> FULL =
            List.of("No space left on device", "Disk quota exceeded", "File too large");

    private Diskplass() {}

    /**
     * Whether a write into the folder failed for want of room: by what the system says, or, since it may say so in any
     * language, by what is left. Asked while what was written still takes its room.
     */
    public static boolean erFull(IOException feil, Path mappe) {
        String melding = String.valueOf(feil.getMessage());
        return FULL.stream().anyMatch(melding::contains)
                || mappe.toFile().getUsableSpace() < NESTEN_FULL && Files.isDirectory(mappe);
    }

    /** What a fault comes of, when that is a write into the folder that failed for want of room. */
    public static Optional<IOException> full(Throwable feil, Path mappe) {
        for (Throwable t = feil; t != null; t = t.getCause()) {
            if (t instanceof IOException skriving && erFull(skriving, mappe)) {
                return Optional.of(skriving);
            }
        }
        return Optional.empty();
    }
}
