package no.rrh.persistence.arkiv;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import no.rrh.application.port.out.Totalbestandarkiv.Innhold;
import no.rrh.persistence.fil.AapenStroem;
import no.rrh.persistence.fil.Eierrettigheter;
import no.rrh.persistence.fil.Sjekksum;

/** A ZIP with the one entry {@code totalbestand.json}: written, and read back. */
final class Zipfil {
    private static final String OPPFOERING = "totalbestand.json";
    private static final int BUFFER = 65_536;

    private Zipfil() {}

    /** What was written: the file, the content of its entry, and the last change that holds. */
    record Skrevet(Sjekksum fil, Sjekksum innhold, long sekvensnummer) {}

    private record Oppfoering(Sjekksum innhold, long sekvensnummer) {}

    /** Writes a new file, which is on the disk when this returns. The same content and time give the same bytes. */
    static Skrevet skriv(Path sti, Instant laget, Innhold innhold) throws IOException {
        try (FileChannel kanal =
                Eierrettigheter.aapne(sti, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
            Sjekksum.Teller fil = new Sjekksum.Teller(Channels.newOutputStream(kanal));
            Oppfoering json = skriv(fil, laget, innhold);
            kanal.force(true);
            return new Skrevet(fil.sjekksum(), json.innhold(), json.sekvensnummer());
        }
    }

    private static Oppfoering skriv(OutputStream fil, Instant laget, Innhold innhold) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(new AapenStroem(new BufferedOutputStream(fil, BUFFER)))) {
            zip.putNextEntry(oppfoering(laget));
            Sjekksum.Teller json = new Sjekksum.Teller(zip);
            BufferedOutputStream buffer = new BufferedOutputStream(json, BUFFER);
            long sekvensnummer = innhold.skriv(new AapenStroem(buffer));
            buffer.flush();
            zip.closeEntry();
            return new Oppfoering(json.sjekksum(), sekvensnummer);
        }
    }

    /**
     * Reads the whole file as a stranger would, and compares.
     *
     * @param fortsett is run now and then; what it throws ends the reading
     * @throws IOException when it is not what was written
     */
    static void verifiser(Path sti, Skrevet skrevet, Runnable fortsett) throws IOException {
        try (InputStream fil = Files.newInputStream(sti)) {
            krev(Sjekksum.av(fil, fortsett).equals(skrevet.fil()), "the file");
        }
        try (ZipFile zip = new ZipFile(sti.toFile())) {
            ZipEntry oppfoering = zip.getEntry(OPPFOERING);
            krev(oppfoering != null && zip.size() == 1, "the list of entries");
            krev(oppfoering.getSize() == skrevet.innhold().byter(), "the size of the entry");
            // the reader checks the CRC
            try (InputStream innhold = zip.getInputStream(oppfoering)) {
                krev(Sjekksum.av(innhold, fortsett).equals(skrevet.innhold()), "the content");
            }
        }
    }

    /** A ZIP keeps local time without a zone: given as such, it is UTC, whatever the zone of the machine. */
    private static ZipEntry oppfoering(Instant laget) {
        ZipEntry oppfoering = new ZipEntry(OPPFOERING);
        oppfoering.setTimeLocal(LocalDateTime.ofInstant(laget, ZoneOffset.UTC));
        return oppfoering;
    }

    private static void krev(boolean stemmer, String hva) throws IOException {
        if (!stemmer) {
            throw new IOException(hva + " is not read back as it was written");
        }
    }
}
