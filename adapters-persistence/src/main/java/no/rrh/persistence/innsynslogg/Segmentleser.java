package no.rrh.persistence.innsynslogg;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Reads the lines of a segment, up to the space that is reserved and not written yet. */
final class Segmentleser implements Closeable {
    private static final int BUFFER = 64 * 1024;

    private final InputStream inn;
    private final byte[] buffer = new byte[BUFFER];
    private int fra;
    private int til;
    private long lest;

    private byte[] linje = new byte[1024];

    Segmentleser(Path segment) throws IOException {
        this.inn = Files.newInputStream(segment);
    }

    /** How many bytes have been read: after a line, where the next begins. */
    long plass() {
        return lest;
    }

    /**
     * The next line, without its end; absent when what is left is no whole line. Then {@link #plass} is where that
     * begins.
     */
    Optional<byte[]> neste() throws IOException {
        int lengde = 0;
        while (true) {
            if (fra == til && !fyll()) {
                return Optional.empty();
            }
            byte tegn = buffer[fra];
            if (tegn == 0) {
                return Optional.empty();
            }
            fra++;
            if (tegn == '\n') {
                lest += lengde + 1;
                return Optional.of(Arrays.copyOf(linje, lengde));
            }
            if (lengde == linje.length) {
                linje = Arrays.copyOf(linje, 2 * lengde);
            }
            linje[lengde++] = tegn;
        }
    }

    /** Whether anything at all has been written after what was read. To be asked when there is no next line. */
    boolean harRest(Path segment) throws IOException {
        try (InputStream resten = Files.newInputStream(segment)) {
            resten.skipNBytes(lest);
            byte[] del = new byte[BUFFER];
            for (int antall = resten.read(del); antall >= 0; antall = resten.read(del)) {
                for (int i = 0; i < antall; i++) {
                    if (del[i] != 0) {
                        return true;
                    }
                }
            }
            return false;
        }
    }

    private boolean fyll() throws IOException {
        fra = 0;
        til = Math.max(0, inn.read(buffer));
        return til > 0;
    }

    @Override
    public void close() throws IOException {
        inn.close();
    }
}
