package no.rrh.persistence.arkiv;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;

/**
 * A piece of the content, packed by itself: whole blocks of deflate that end at a byte and refer to nothing before them,
 * and of which none is the last. Such pieces in a row, and {@link #sisteBlokk} after them, are one stream.
 *
 * @param innhold what it unpacks to
 */
record PakketStykke(byte[] byter, Innholdssum innhold) {
    private static final int BUFFER = 65_536;

    /** The block that ends a stream, and is empty. */
    static byte[] sisteBlokk() {
        return new byte[] {3, 0};
    }

    /**
     * Unpacks it.
     *
     * @throws IOException when it is not a piece
     */
    static Innholdssum pakkUt(byte[] pakket) throws IOException {
        Inflater pakker = new Inflater(true);
        try {
            Innholdssum.Teller teller = new Innholdssum.Teller();
            byte[] bit = new byte[BUFFER];
            pakker.setInput(pakket);
            for (int antall = pakker.inflate(bit); antall > 0; antall = pakker.inflate(bit)) {
                teller.tell(bit, 0, antall);
            }
            if (!pakker.needsInput() || pakker.finished()) {
                throw new IOException("a piece of the file ends within it, or is the last");
            }
            return teller.sum();
        } catch (DataFormatException e) {
            throw new IOException("a piece of the file cannot be unpacked", e);
        } finally {
            pakker.end();
        }
    }

    /** One under way. Counts what it packs, and ends who writes when the file is given up. */
    static final class Pakker extends OutputStream {
        private final Deflater pakker = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        private final ByteArrayOutputStream byter = new ByteArrayOutputStream(4 * BUFFER);
        private final DeflaterOutputStream ut = new DeflaterOutputStream(byter, pakker, BUFFER, true);
        private final Innholdssum.Teller teller = new Innholdssum.Teller();

        @Override
        public void write(int en) throws IOException {
            write(new byte[] {(byte) en}, 0, 1);
        }

        @Override
        public void flush() {
            // each time would make the piece larger
        }

        @Override
        public void write(byte[] bit, int fra, int antall) throws IOException {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedIOException("the file is given up");
            }
            teller.tell(bit, fra, antall);
            ut.write(bit, fra, antall);
        }

        /** What has been written, as a piece. */
        PakketStykke ferdig() throws IOException {
            ut.flush();
            return new PakketStykke(byter.toByteArray(), teller.sum());
        }

        /** Gives back what it holds, ready or not. */
        void slutt() {
            pakker.end();
        }
    }
}
