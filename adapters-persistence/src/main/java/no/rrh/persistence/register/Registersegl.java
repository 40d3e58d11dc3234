package no.rrh.persistence.register;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;
import no.rrh.application.port.out.RegisteretSvarerIkke;
import no.rrh.persistence.fil.Eierrettigheter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is known of the register's file, in a small file beside it: how far it has come, and, while nobody has it open, its
 * size and sum. H2 would open a file that has lost its end as it was some writes ago, and one with a hole in it until the
 * hole is read; so both are told from a whole one here, before it touches them. Without a seal, or with one that cannot be
 * read, nothing is known and nothing refused.
 */
final class Registersegl {
    private static final Logger LOGG = LoggerFactory.getLogger(Registersegl.class);
    private static final String NAVN = "rrh.segl";
    private static final String LINJE = "rrh-segl 1 siste=%019d tilgang=%019d byte=%019d crc32c=%08x";
    private static final Pattern FORM = Pattern.compile(
            "(rrh-segl 1 siste=(\\d{19}) tilgang=(\\d{19}) byte=(\\d{19}) crc32c=([0-9a-f]{8})) ([0-9a-f]{8})\\n");
    private static final Set<StandardOpenOption> SKRIV = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    private static final int BUFFER = 1 << 20;

    private final Path registerfil;
    private final Path fil;

    Registersegl(Path registerfil) {
        this.registerfil = registerfil;
        this.fil = registerfil.resolveSibling(NAVN);
    }

    /**
     * What it says.
     *
     * @param siste the number of the last change that is on the disk
     * @param tilgang how many changes of agreements there are
     * @param byter the size of the file when it was closed; 0 while it may be open
     * @param crc32c of the file when it was closed
     */
    private record Utsagn(long siste, long tilgang, long byter, int crc32c) {
        Utsagn aapent() {
            return new Utsagn(siste, tilgang, 0, 0);
        }
    }

    /**
     * The file is as it was when it was closed.
     *
     * @throws RegisteretErOedelagt when it is not
     */
    synchronized void krevSomDaDenBleLukket() {
        Optional<Utsagn> lukket = les().filter(utsagn -> utsagn.byter > 0);
        if (lukket.isEmpty()) {
            return;
        }
        try {
            if (Files.size(registerfil) != lukket.get().byter || sum() != lukket.get().crc32c) {
                throw RegisteretErOedelagt.endretSidenDenBleLukket(registerfil, fil);
            }
        } catch (IOException e) {
            throw new RegisteretSvarerIkke(e);
        }
    }

    /**
     * The file holds all that it has held.
     *
     * @throws RegisteretErOedelagt when it does not
     */
    synchronized void krevLikeLangt(long siste, long tilgang) {
        les().filter(utsagn -> siste < utsagn.siste || tilgang < utsagn.tilgang).ifPresent(utsagn -> {
            throw RegisteretErOedelagt.kortere(registerfil, fil, siste, utsagn.siste);
        });
    }

    /** Somebody is about to open the file: its size and sum say nothing any more. */
    synchronized void bryt() {
        try {
            Optional<Utsagn> utsagn = les();
            if (utsagn.isPresent()) {
                // on the disk before the file is changed, or a machine that goes down would leave a seal that is wrong
                skriv(utsagn.get().aapent(), true);
            }
        } catch (IOException e) {
            throw new RegisteretSvarerIkke(e);
        }
    }

    /** So much is on the disk. That it cannot be noted harms nobody: what is noted is then less than there is. */
    synchronized void kommetTil(long siste, long tilgang) {
        try {
            skriv(new Utsagn(siste, tilgang, 0, 0), false);
        } catch (IOException e) {
            LOGG.warn("How far the register has come could not be noted", e);
        }
    }

    /** The file is closed. */
    synchronized void sett() {
        try {
            Optional<Utsagn> utsagn = les();
            if (utsagn.isPresent() && !UavbruttFil.erAapen(registerfil)) {
                Utsagn naa = utsagn.get();
                skriv(new Utsagn(naa.siste, naa.tilgang, Files.size(registerfil), sum()), false);
            }
        } catch (IOException e) {
            LOGG.warn("The register's file could not be sealed", e);
        }
    }

    /** There is to be another file. */
    void slett() throws IOException {
        Files.deleteIfExists(fil);
    }

    private int sum() throws IOException {
        CRC32C sum = new CRC32C();
        ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
        try (FileChannel kanal = FileChannel.open(registerfil, StandardOpenOption.READ)) {
            while (kanal.read(buffer.clear()) >= 0) {
                sum.update(buffer.flip());
            }
        }
        return (int) sum.getValue();
    }

    private Optional<Utsagn> les() {
        try {
            Matcher form = FORM.matcher(Files.readString(fil, StandardCharsets.ISO_8859_1));
            return Optional.of(form)
                    .filter(Matcher::matches)
                    .filter(lest -> sum(lest.group(1)) == Integer.parseUnsignedInt(lest.group(6), 16))
                    .map(lest -> new Utsagn(
                            Long.parseLong(lest.group(2)),
                            Long.parseLong(lest.group(3)),
                            Long.parseLong(lest.group(4)),
                            Integer.parseUnsignedInt(lest.group(5), 16)));
        } catch (NoSuchFileException ingen) {
            return Optional.empty();
        } catch (IOException e) {
            throw new RegisteretSvarerIkke(e);
        }
    }

    /** As long as the one before it, so that it is written in one go over that. */
    private void skriv(Utsagn utsagn, boolean sikre) throws IOException {
        String linje = String.format(LINJE, utsagn.siste, utsagn.tilgang, utsagn.byter, utsagn.crc32c);
        byte[] alt = String.format("%s %08x\n", linje, sum(linje)).getBytes(StandardCharsets.ISO_8859_1);
        try (FileChannel kanal = Eierrettigheter.aapne(fil, SKRIV)) {
            kanal.write(ByteBuffer.wrap(alt));
            if (sikre) {
                kanal.force(true);
            }
        }
    }

    private static int sum(String linje) {
        CRC32C sum = new CRC32C();
        sum.update(linje.getBytes(StandardCharsets.ISO_8859_1));
        return (int) sum.getValue();
    }
}
