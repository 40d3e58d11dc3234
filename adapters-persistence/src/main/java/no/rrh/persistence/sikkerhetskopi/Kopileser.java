package no.rrh.persistence.sikkerhetskopi;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import no.rrh.application.port.out.DiskenErFull;
import no.rrh.persistence.fil.Diskplass;
import no.rrh.persistence.fil.Eierrettigheter;
import no.rrh.persistence.fil.Sjekksum;
import no.rrh.persistence.sikkerhetskopi.Manifest.Fil;

/**
 * Reads a back-up. Nothing of it is believed: it holds the entries of its manifest and no others, each as long as that says
 * and with its digest, or it is refused.
 */
public final class Kopileser implements AutoCloseable {
    private static final int BIT = 64 * 1024;

    /** Some 20,000 files. */
    private static final int STOERSTE_MANIFEST = 4 << 20;

    private final Path fil;
    private final ZipFile zip;
    private final Manifest manifest;

    private Kopileser(Path fil, ZipFile zip) {
        this.fil = fil;
        this.zip = zip;
        this.manifest = lesManifest();
        List<String> ventet = Stream.concat(manifest.filer().stream().map(Fil::navn), Stream.of(Manifest.NAVN))
                .sorted()
                .toList();
        if (!zip.stream().map(ZipEntry::getName).sorted().toList().equals(ventet)) {
            throw UbrukeligSikkerhetskopi.skadet(fil, "den har andre filer enn manifestet sier", null);
        }
    }

    /**
     * Opens it, and reads what it says of itself.
     *
     * @throws UbrukeligSikkerhetskopi when it is no back-up that this version can read
     */
    public static Kopileser aapne(Path fil) {
        ZipFile zip;
        try {
            zip = new ZipFile(fil.toFile());
        } catch (IOException | IllegalArgumentException e) {
            throw UbrukeligSikkerhetskopi.ingen(fil, e);
        }
        try {
            return new Kopileser(fil, zip);
        } catch (UbrukeligSikkerhetskopi e) {
            lukk(zip);
            throw e;
        } catch (IllegalArgumentException e) {
            // names that are no text
            lukk(zip);
            throw UbrukeligSikkerhetskopi.ingen(fil, e);
        }
    }

    private Manifest lesManifest() {
        ZipEntry oppfoering = zip.getEntry(Manifest.NAVN);
        if (oppfoering == null) {
            throw UbrukeligSikkerhetskopi.ingen(fil, null);
        }
        try (InputStream inn = zip.getInputStream(oppfoering)) {
            byte[] byter = inn.readNBytes(STOERSTE_MANIFEST + 1);
            if (byter.length > STOERSTE_MANIFEST) {
                throw new IOException("larger than any manifest");
            }
            // which the library does not look at
            CRC32 sum = new CRC32();
            sum.update(byter);
            if (sum.getValue() != oppfoering.getCrc()) {
                throw new IOException("not the manifest that was written");
            }
            return Manifestform.les(byter).orElseThrow(() -> UbrukeligSikkerhetskopi.nyere(fil));
        } catch (IOException e) {
            throw UbrukeligSikkerhetskopi.skadet(fil, "manifestet kan ikke leses", e);
        }
    }

    /** What it says of itself. */
    public Manifest manifest() {
        return manifest;
    }

    /**
     * Unpacks every file below the folder, the owner's alone (0600, and folders 0700). Whoever calls clears away what came
     * there before a failure, and sees to it that the rest is on the disk.
     *
     * @param lest told, now and then, how many bytes have been unpacked; what it throws ends the work
     * @throws UbrukeligSikkerhetskopi when one is not what the manifest says
     * @throws DiskenErFull when there is no room
     * @throws UncheckedIOException when they cannot be written
     */
    public void pakkUt(Path mappe, LongConsumer lest) {
        long foer = 0;
        for (Fil en : manifest.filer()) {
            long foerDenne = foer;
            pakkUt(en, mappe.resolve(en.navn()), antall -> lest.accept(foerDenne + antall));
            foer += en.sjekksum().byter();
        }
    }

    private void pakkUt(Fil en, Path sti, LongConsumer lest) {
        try (InputStream inn = aapne(en)) {
            Eierrettigheter.lagMappe(sti.getParent());
            try (OutputStream ut = Channels.newOutputStream(
                    Eierrettigheter.aapne(sti, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)))) {
                if (!kopier(inn, ut, en, lest).equals(en.sjekksum())) {
                    throw skadet(en, null);
                }
            }
        } catch (Kildefeil e) {
            throw skadet(en, e);
        } catch (IOException e) {
            throw Diskplass.erFull(e, sti.getParent()) ? new DiskenErFull(e) : new UncheckedIOException(e);
        }
    }

    private InputStream aapne(Fil en) throws Kildefeil {
        try {
            return zip.getInputStream(zip.getEntry(en.navn()));
        } catch (IOException e) {
            throw new Kildefeil(e);
        }
    }

    /** Ends as soon as there is more than there should be. */
    private static Sjekksum kopier(InputStream inn, OutputStream ut, Fil en, LongConsumer lest) throws IOException {
        Sjekksum.Teller teller = new Sjekksum.Teller(ut);
        byte[] bit = new byte[BIT];
        long byter = 0;
        for (int antall = les(inn, bit); antall >= 0; antall = les(inn, bit)) {
            byter += antall;
            if (byter > en.sjekksum().byter()) {
                throw new Kildefeil(null);
            }
            teller.write(bit, 0, antall);
            lest.accept(byter);
        }
        return teller.sjekksum();
    }

    private static int les(InputStream inn, byte[] bit) throws Kildefeil {
        try {
            return inn.read(bit);
        } catch (IOException e) {
            throw new Kildefeil(e);
        }
    }

    private UbrukeligSikkerhetskopi skadet(Fil en, Throwable aarsak) {
        return UbrukeligSikkerhetskopi.skadet(fil, en.navn() + " i den er ikke som da kopien ble laget", aarsak);
    }

    @Override
    public void close() {
        lukk(zip);
    }

    private static void lukk(ZipFile zip) {
        try {
            zip.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What went wrong, went wrong with the back-up. */
    private static final class Kildefeil extends IOException {
        private static final long serialVersionUID = 1L;

        Kildefeil(IOException aarsak) {
            super(aarsak);
        }
    }
}
