package no.rrh.persistence;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import no.rrh.application.port.out.Totalbestandarkiv.Innhold;

/**
 * A ZIP that has been written, and what was written into it, to compare with when it is read back.
 *
 * @param sha256 of the file, in hexadecimal
 * @param innholdSha256 of the entry
 * @param innholdLengde of the entry, in bytes
 */
record Zipskriving(String sha256, String innholdSha256, long innholdLengde) {
    private static final String DEL = "totalbestand.json";
    private static final int BUFFER = 64 * 1024;

    static Zipskriving skriv(FileChannel kanal, Instant laget, Innhold innhold) throws IOException {
        MessageDigest sum = nySha256();
        Teller innholdet;
        try (ZipOutputStream zip = new ZipOutputStream(new Aapen(kanal, sum))) {
            zip.putNextEntry(del(laget));
            innholdet = new Teller(zip);
            innhold.skriv(innholdet);
            zip.closeEntry();
        }
        return new Zipskriving(heks(sum), heks(innholdet.sum), innholdet.antall);
    }

    /** The same bytes for the same content and time, whatever the time zone of the machine. */
    private static ZipEntry del(Instant laget) {
        ZipEntry del = new ZipEntry(DEL);
        del.setTimeLocal(LocalDateTime.ofInstant(laget, ZoneOffset.UTC));
        return del;
    }

    /**
     * Reads it back, all of it.
     *
     * @throws IOException when what is read is not what was written
     */
    void kontroller(Path fil) throws IOException {
        krevLik("the file", sha256, heks(les(Files.newInputStream(fil))));
        try (ZipFile zip = new ZipFile(fil.toFile())) {
            ZipEntry del = zip.getEntry(DEL);
            if (del == null || zip.size() != 1 || del.getSize() != innholdLengde) {
                throw new IOException("the archive is not read back with the one entry that was written");
            }
            krevLik("the entry", innholdSha256, heks(les(zip.getInputStream(del))));
        }
    }

    private static void krevLik(String hva, String skrevet, String lest) throws IOException {
        if (!skrevet.equals(lest)) {
            throw new IOException(hva + " is not read back as it was written");
        }
    }

    private static MessageDigest les(InputStream inn) throws IOException {
        MessageDigest sum = nySha256();
        try (inn) {
            byte[] buffer = new byte[BUFFER];
            for (int lest = inn.read(buffer); lest >= 0; lest = inn.read(buffer)) {
                sum.update(buffer, 0, lest);
            }
        }
        return sum;
    }

    private static MessageDigest nySha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String heks(MessageDigest sum) {
        return HexFormat.of().formatHex(sum.digest());
    }

    /** Leaves the file open when the archive is closed, since it is to be made durable. */
    private static final class Aapen extends DigestOutputStream {
        Aapen(FileChannel kanal, MessageDigest sum) {
            super(new BufferedOutputStream(Channels.newOutputStream(kanal), BUFFER), sum);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }

    /** Counts and sums what passes. Neither flushing nor closing it reaches the archive, which goes on. */
    private static final class Teller extends OutputStream {
        private final OutputStream ut;
        private final MessageDigest sum = nySha256();
        private long antall;

        Teller(OutputStream ut) {
            this.ut = ut;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] b, int fra, int lengde) throws IOException {
            ut.write(b, fra, lengde);
            sum.update(b, fra, lengde);
            antall += lengde;
        }
    }
}
