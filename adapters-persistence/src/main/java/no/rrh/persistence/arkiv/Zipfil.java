package no.rrh.persistence.arkiv;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import no.rrh.persistence.fil.Eierrettigheter;
import no.rrh.persistence.fil.Sjekksum;

/** A ZIP with one entry: written piece by piece, and read back by several threads at once. */
final class Zipfil implements Closeable {
    private static final int BUFFER = 65_536;

    private final FileChannel kanal;
    private final Sjekksum.Teller fil;
    private final Ziphode hode;
    private final String oppfoering;
    private final List<Bit> biter = new ArrayList<>();
    private long pakket;
    private Innholdssum innhold = Innholdssum.INGEN;

    private Zipfil(Path sti, String oppfoering, Instant laget) throws IOException {
        this.oppfoering = oppfoering;
        this.hode = new Ziphode(oppfoering, laget);
        this.kanal = Eierrettigheter.aapne(sti, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
        this.fil = new Sjekksum.Teller(Channels.newOutputStream(kanal));
    }

    /** Begins a new file. */
    static Zipfil begynn(Path sti, String oppfoering, Instant laget) throws IOException {
        Zipfil begynt = new Zipfil(sti, oppfoering, laget);
        try {
            begynt.fil.write(begynt.hode.foer());
            return begynt;
        } catch (IOException e) {
            begynt.close();
            throw e;
        }
    }

    /**
     * What was written.
     *
     * @param oppfoering the name of the entry
     * @param foer how many bytes there are before the first piece
     * @param innhold of all pieces together
     */
    record Skrevet(String oppfoering, Sjekksum fil, int foer, List<Bit> biter, Innholdssum innhold) {}

    /** A piece as it lies in the file, right after the one before it. */
    record Bit(int pakket, Innholdssum innhold) {}

    /** Adds a piece. */
    void ta(PakketStykke stykke) throws IOException {
        skriv(stykke.byter());
        biter.add(new Bit(stykke.byter().length, stykke.innhold()));
        innhold = innhold.og(stykke.innhold());
    }

    /** Ends the file, which is on the disk when this returns. */
    Skrevet ferdig() throws IOException {
        skriv(PakketStykke.sisteBlokk());
        fil.write(hode.etter(pakket, innhold));
        kanal.force(true);
        return new Skrevet(oppfoering, fil.sjekksum(), hode.foer().length, biter, innhold);
    }

    private void skriv(byte[] byter) throws IOException {
        fil.write(byter);
        pakket += byter.length;
    }

    @Override
    public void close() throws IOException {
        kanal.close();
    }

    /**
     * Reads the whole file back and compares it: the bytes with the digest of what was written, each piece unpacked where it lies,
     * and the list of entries with the beginning of what a stranger unpacks by it.
     *
     * @throws IOException when it is not what was written
     */
    static void verifiser(Path sti, Skrevet skrevet, int traader, Runnable fortsett) throws IOException {
        fortsett.run();
        try (InputStream fil = Files.newInputStream(sti)) {
            krev(les(fil, skrevet, traader, fortsett).equals(skrevet.fil()), "the file");
        }
        try (ZipFile zip = new ZipFile(sti.toFile())) {
            ZipEntry oppfoering = zip.getEntry(skrevet.oppfoering());
            krev(oppfoering != null && zip.size() == 1, "the list of entries");
            krev(oppfoering.getSize() == skrevet.innhold().byter(), "the size of the entry");
            krev((int) oppfoering.getCrc() == skrevet.innhold().crc32(), "the sum of the entry");
            try (InputStream innhold = zip.getInputStream(oppfoering)) {
                krevBegynnelsen(innhold, skrevet.biter());
            }
        }
    }

    /** Unpacks every piece where it lies, and sums the file as it goes. */
    private static Sjekksum les(InputStream fil, Skrevet skrevet, int traader, Runnable fortsett) throws IOException {
        Sjekksum.Teller lest = new Sjekksum.Teller(OutputStream.nullOutputStream());
        Iterator<Bit> ventet = skrevet.biter().iterator();
        try (Samlebaand<Innholdssum> utpakking = new Samlebaand<>(
                traader, fortsett, innhold -> krev(innhold.equals(ventet.next().innhold()), "the content"))) {
            lest.write(fil.readNBytes(skrevet.foer()));
            for (Bit bit : skrevet.biter()) {
                fortsett.run();
                byte[] pakket = fil.readNBytes(bit.pakket());
                utpakking.gi(() -> PakketStykke.pakkUt(pakket));
                lest.write(pakket);
            }
            utpakking.toem();
            fil.transferTo(lest);
        }
        return lest.sjekksum();
    }

    /** That the list leads to the first piece, from where the others follow. */
    private static void krevBegynnelsen(InputStream innhold, List<Bit> biter) throws IOException {
        Innholdssum ventet = biter.isEmpty() ? Innholdssum.INGEN : biter.get(0).innhold();
        Innholdssum.Teller teller = new Innholdssum.Teller();
        byte[] bit = new byte[BUFFER];
        while (teller.byter() < ventet.byter()) {
            int lest = innhold.read(bit, 0, (int) Math.min(bit.length, ventet.byter() - teller.byter()));
            krev(lest > 0, "the beginning of the content");
            teller.tell(bit, 0, lest);
        }
        krev(teller.sum().equals(ventet), "the beginning of the content");
    }

    private static void krev(boolean stemmer, String hva) throws IOException {
        if (!stemmer) {
            throw new IOException(hva + " is not read back as it was written");
        }
    }
}
