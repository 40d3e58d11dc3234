package no.rrh.persistence.arkiv;

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
import no.rrh.application.port.out.Totalbestandarkiv.Innhold;
import no.rrh.persistence.fil.Eierrettigheter;
import no.rrh.persistence.fil.Sjekksum;

/**
 * A ZIP with the one entry {@code totalbestand.json}: written, and read back, by several threads at once. How many they
 * are leaves no trace in it.
 */
final class Zipfil {
    private static final String OPPFOERING = "totalbestand.json";
    private static final int BUFFER = 65_536;

    private final int traader;
    private final Runnable fortsett;

    /**
     * How one is to be made.
     *
     * @param fortsett is run now and then; what it throws ends the work
     */
    Zipfil(int traader, Runnable fortsett) {
        this.traader = traader;
        this.fortsett = fortsett;
    }

    /**
     * What was written.
     *
     * @param foer how many bytes there are before the first piece
     * @param innhold of all pieces together
     * @param sekvensnummer the last change that it holds
     */
    record Skrevet(Sjekksum fil, int foer, List<Bit> biter, Innholdssum innhold, long sekvensnummer) {}

    /** A piece as it lies in the file, right after the one before it. */
    private record Bit(int pakket, Innholdssum innhold) {}

    /** Writes a new file, which is on the disk when this returns. The same pieces and time give the same bytes. */
    Skrevet skriv(Path sti, Instant laget, Innhold innhold) throws IOException {
        try (FileChannel kanal =
                Eierrettigheter.aapne(sti, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
            Sjekksum.Teller fil = new Sjekksum.Teller(Channels.newOutputStream(kanal));
            Ziphode hode = new Ziphode(OPPFOERING, laget);
            fil.write(hode.foer());
            Biter biter = new Biter(fil);
            long sekvensnummer = skriv(innhold, biter);
            fil.write(hode.etter(biter.pakket, biter.innhold));
            kanal.force(true);
            return new Skrevet(fil.sjekksum(), hode.foer().length, biter.alle, biter.innhold, sekvensnummer);
        }
    }

    private long skriv(Innhold innhold, Biter biter) throws IOException {
        try (Samlebaand<PakketStykke> pakking = new Samlebaand<>(traader, fortsett, biter::ta)) {
            long sekvensnummer = innhold.skriv(stykke -> pakking.gi(() -> PakketStykke.av(stykke)));
            pakking.toem();
            biter.avslutt();
            return sekvensnummer;
        }
    }

    /**
     * Reads the whole file back and compares it: the bytes with the digest of what was written, each piece unpacked where it lies,
     * and the list of entries with the beginning of what a stranger unpacks by it.
     *
     * @throws IOException when it is not what was written
     */
    void verifiser(Path sti, Skrevet skrevet) throws IOException {
        fortsett.run();
        try (InputStream fil = Files.newInputStream(sti)) {
            krev(les(fil, skrevet).equals(skrevet.fil()), "the file");
        }
        try (ZipFile zip = new ZipFile(sti.toFile())) {
            ZipEntry oppfoering = zip.getEntry(OPPFOERING);
            krev(oppfoering != null && zip.size() == 1, "the list of entries");
            krev(oppfoering.getSize() == skrevet.innhold().byter(), "the size of the entry");
            krev((int) oppfoering.getCrc() == skrevet.innhold().crc32(), "the sum of the entry");
            try (InputStream innhold = zip.getInputStream(oppfoering)) {
                krevBegynnelsen(innhold, skrevet.biter());
            }
        }
    }

    /** Unpacks every piece where it lies, and sums the file as it goes. */
    private Sjekksum les(InputStream fil, Skrevet skrevet) throws IOException {
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

    /** The pieces that have been written. */
    private static final class Biter {
        private final OutputStream fil;
        private final List<Bit> alle = new ArrayList<>();
        private long pakket;
        private Innholdssum innhold = Innholdssum.INGEN;

        Biter(OutputStream fil) {
            this.fil = fil;
        }

        void ta(PakketStykke stykke) throws IOException {
            skriv(stykke.byter());
            alle.add(new Bit(stykke.byter().length, stykke.innhold()));
            innhold = innhold.og(stykke.innhold());
        }

        void avslutt() throws IOException {
            skriv(PakketStykke.sisteBlokk());
        }

        private void skriv(byte[] byter) throws IOException {
            fil.write(byter);
            pakket += byter.length;
        }
    }
}
