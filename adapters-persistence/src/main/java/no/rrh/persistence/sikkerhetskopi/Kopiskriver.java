package no.rrh.persistence.sikkerhetskopi;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import no.rrh.persistence.fil.AapenStroem;
import no.rrh.persistence.fil.Sjekksum;
import no.rrh.persistence.register.Kontrollsum;

/** Writes a back-up, a ZIP, from its first byte to its last; without {@link #avslutt} it is none. */
public final class Kopiskriver {
    private static final int BIT = 64 * 1024;

    private final ZipOutputStream zip;
    private final Instant laget;
    private final LongConsumer skrevet;
    private final List<Manifest.Fil> filer = new ArrayList<>();
    private long byter;

    /**
     * @param laget the time of the back-up
     * @param skrevet told, now and then, how many bytes of the files have been written; what it throws ends the work
     */
    public Kopiskriver(OutputStream ut, Instant laget, LongConsumer skrevet) {
        this.zip = new ZipOutputStream(new AapenStroem(ut));
        this.laget = laget;
        this.skrevet = skrevet;
    }

    /** How much an entry is packed. */
    public enum Pakking {
        /** It is packed already. */
        INGEN(Deflater.NO_COMPRESSION),
        /** Fast rather than small. */
        RASK(Deflater.BEST_SPEED);

        private final int nivaa;

        Pakking(int nivaa) {
            this.nivaa = nivaa;
        }
    }

    /**
     * Adds a file.
     *
     * @param navn its path in the data folder
     * @return false when it is not there (any more), and nothing has been added
     * @throws IOException when the back-up cannot be written
     * @throws UncheckedIOException when the file cannot be read
     * @throws IllegalArgumentException when there cannot be a file of that path
     */
    public boolean leggTil(String navn, Path fil, Pakking pakking) throws IOException {
        try (InputStream inn = Files.newInputStream(fil)) {
            begynn(navn, pakking);
            Sjekksum.Teller teller = new Sjekksum.Teller(zip);
            byte[] bit = new byte[BIT];
            for (int lest = les(inn, bit); lest >= 0; lest = les(inn, bit)) {
                teller.write(bit, 0, lest);
                byter += lest;
                skrevet.accept(byter);
            }
            zip.closeEntry();
            filer.add(new Manifest.Fil(navn, teller.sjekksum()));
            return true;
        } catch (NoSuchFileException borte) {
            return false;
        }
    }

    private static int les(InputStream inn, byte[] bit) {
        try {
            return inn.read(bit);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Ends it, with what it says of itself.
     *
     * @param kontrollsum what the register in it holds
     */
    public Manifest avslutt(String miljoe, Kontrollsum kontrollsum) throws IOException {
        Manifest manifest = new Manifest(laget, miljoe, kontrollsum, filer);
        begynn(Manifest.NAVN, Pakking.RASK);
        zip.write(Manifestform.skriv(manifest));
        zip.closeEntry();
        zip.close();
        return manifest;
    }

    private void begynn(String navn, Pakking pakking) throws IOException {
        zip.setLevel(pakking.nivaa);
        ZipEntry oppfoering = new ZipEntry(navn);
        // a ZIP keeps local time without a zone
        oppfoering.setTimeLocal(LocalDateTime.ofInstant(laget, ZoneOffset.UTC));
        zip.putNextEntry(oppfoering);
    }
}
