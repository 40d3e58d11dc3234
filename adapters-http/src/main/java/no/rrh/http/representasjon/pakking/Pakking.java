package no.rrh.http.representasjon.pakking;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packs a file as it is written. No time and no machine is in it, so that the same content gives the same bytes. */
public final class Pakking {
    private static final int BUFFER = 64 * 1024;

    /** What a ZIP must say, told of no file. The first day that it can tell of, the JDK would write with a time zone. */
    private static final LocalDateTime UTEN_TIDSPUNKT = LocalDateTime.of(1980, 2, 1, 0, 0);

    private Pakking() {}

    /** Gzip. Closing the stream ends the file and leaves {@code ut} open. */
    public static OutputStream gzip(OutputStream ut) throws IOException {
        return new GZIPOutputStream(new Aapen(ut), BUFFER);
    }

    /** A ZIP with one file. Closing the stream ends the ZIP and leaves {@code ut} open. */
    public static OutputStream zip(OutputStream ut, String filnavn) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(new Aapen(ut));
        ZipEntry oppfoering = new ZipEntry(filnavn);
        oppfoering.setTimeLocal(UTEN_TIDSPUNKT);
        zip.putNextEntry(oppfoering);
        return zip;
    }

    /** Whoever packs closes what is packed to. */
    private static final class Aapen extends FilterOutputStream {
        Aapen(OutputStream ut) {
            super(ut);
        }

        @Override
        public void write(byte[] bit, int fra, int antall) throws IOException {
            out.write(bit, fra, antall);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
