package no.rrh.persistence.innsynslogg;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads the lines of a segment, up to the space that is reserved and not written yet: the zeros at its end. A zero that has
 * something after it is a byte like any other, which somebody has put there.
 */
final class Segmentleser implements Closeable {
    private static final int BUFFER = 64 * 1024;

    private final FileChannel fil;
    private final long ende;
    private final byte[] buffer = new byte[BUFFER];
    private int fra;
    private int til;
    private long hentet;
    private long lest;

    private byte[] linje = new byte[1024];

    Segmentleser(Path segment) throws IOException {
        this.fil = FileChannel.open(segment, StandardOpenOption.READ);
        try {
            this.ende = finnEnde();
        } catch (IOException e) {
            fil.close();
            throw e;
        }
    }

    /** After the last byte that is not zero. */
    private long finnEnde() throws IOException {
        for (long slutt = fil.size(); slutt > 0; ) {
            int antall = (int) Math.min(BUFFER, slutt);
            ByteBuffer del = ByteBuffer.wrap(buffer, 0, antall);
            long plass = slutt - antall;
            while (del.hasRemaining() && fil.read(del, plass + del.position()) >= 0) {
                // until all of it is there
            }
            for (int i = antall - 1; i >= 0; i--) {
                if (buffer[i] != 0) {
                    return plass + i + 1;
                }
            }
            slutt = plass;
        }
        return 0;
    }

    /** How many bytes have been read as lines: after a line, where the next begins. */
    long plass() {
        return lest;
    }

    /** Where what has been written ends. */
    long ende() {
        return ende;
    }

    /**
     * The first line, to be asked for first.
     *
     * @throws IOException when it is none of a segment's
     */
    Segmenthode hode() throws IOException {
        return neste().flatMap(Segmenthode::les)
                .orElseThrow(() -> new IOException("a segment of the innsynslogg has no beginning"));
    }

    /** The next line, without its end; absent when what is left is no whole line. */
    Optional<byte[]> neste() throws IOException {
        int lengde = 0;
        while (true) {
            if (fra == til && !fyll()) {
                return Optional.empty();
            }
            byte tegn = buffer[fra++];
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

    /** Whether something is left that is no whole line. To be asked when there is no next line. */
    boolean harRest() {
        return lest < ende;
    }

    private boolean fyll() throws IOException {
        int antall = (int) Math.min(BUFFER, ende - hentet);
        if (antall <= 0) {
            return false;
        }
        fra = 0;
        til = Math.max(0, fil.read(ByteBuffer.wrap(buffer, 0, antall), hentet));
        hentet += til;
        return til > 0;
    }

    @Override
    public void close() throws IOException {
        fil.close();
    }
}
