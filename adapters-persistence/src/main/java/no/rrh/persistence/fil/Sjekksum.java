package no.rrh.persistence.fil;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * How many bytes there were, and their digest.
 *
 * @param sha256 64 lower-case hexadecimal digits
 */
public record Sjekksum(long byter, String sha256) {
    private static final int BIT = 65_536;

    /**
     * Reads to the end.
     *
     * @param fortsett is run for each piece; what it throws ends the reading
     */
    public static Sjekksum av(InputStream inn, Runnable fortsett) throws IOException {
        Teller teller = new Teller(OutputStream.nullOutputStream());
        byte[] bit = new byte[BIT];
        for (int lest = inn.read(bit); lest >= 0; lest = inn.read(bit)) {
            fortsett.run();
            teller.write(bit, 0, lest);
        }
        return teller.sjekksum();
    }

    /** Lets bytes through and counts them. */
    public static final class Teller extends OutputStream {
        private final OutputStream ut;
        private final MessageDigest sha256;
        private long byter;

        public Teller(OutputStream ut) {
            this.ut = ut;
            try {
                this.sha256 = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has SHA-256", e);
            }
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bit, int fra, int antall) throws IOException {
            ut.write(bit, fra, antall);
            sha256.update(bit, fra, antall);
            byter += antall;
        }

        @Override
        public void flush() throws IOException {
            ut.flush();
        }

        @Override
        public void close() throws IOException {
            ut.close();
        }

        /** Of what has been let through, once and for all. */
        public Sjekksum sjekksum() {
            return new Sjekksum(byter, HexFormat.of().formatHex(sha256.digest()));
        }
    }
}
