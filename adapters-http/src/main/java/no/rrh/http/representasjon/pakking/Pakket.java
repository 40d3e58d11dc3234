package no.rrh.http.representasjon.pakking;

import java.io.Closeable;
import java.io.IOException;
import java.util.zip.DataFormatException;

/** A stretch of a packed file that holds content. It counts what goes in and what comes out, and sums it up. */
interface Pakket extends Closeable {
    /**
     * Reads at least one byte; -1 at the end, and then what follows is next in the store.
     *
     * @throws DataFormatException when the bytes are not packed as they should be
     */
    int les(byte[] ut, int fra, int antall) throws IOException, DataFormatException;

    /** How many packed bytes there were. */
    long pakket();

    /** How many bytes came of them. */
    long utpakket();

    /** The CRC-32 of what came of them. */
    long crc();

    @Override
    void close();
}
