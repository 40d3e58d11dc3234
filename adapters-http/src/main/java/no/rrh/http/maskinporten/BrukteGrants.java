package no.rrh.http.maskinporten;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/**
 * The grants that have been used, each for as long as it could be accepted again: an empty file each, named by the
 * SHA-256 of client and {@code jti}. Whoever makes the file is the first to use the grant, among threads and after a
 * restart too, and no memory is spent.
 */
final class BrukteGrants {
    /** An accepted grant is issued at most 10 s ahead, lasts 120 s at most, and its end is stretched by 10 s. */
    static final Duration HUSKES = Duration.ofSeconds(2 * Grantkrav.SLINGRING_S + Grantkrav.LENGSTE_LEVETID_S);

    private final Path sti;
    private final Clock klokke;
    private final AtomicReference<Instant> ryddet = new AtomicReference<>(Instant.MIN);

    /** Those in a folder, which is made when the first grant is used. */
    BrukteGrants(Path sti, Clock klokke) {
        this.sti = sti;
        this.klokke = klokke;
    }

    /**
     * Uses a grant.
     *
     * @return false when it is used before
     */
    boolean bruk(String klientId, String jti) {
        Instant naa = klokke.instant();
        try {
            Eiermappe mappe = Eiermappe.aapne(sti);
            rydd(naa);
            // a client's id holds no line break
            String navn = avtrykk(klientId + "\n" + jti);
            mappe.merk(navn);
            Files.setLastModifiedTime(mappe.fil(navn), FileTime.from(naa));
            return true;
        } catch (FileAlreadyExistsException bruktFoer) {
            return false;
        } catch (IOException feil) {
            throw new UncheckedIOException(feil);
        }
    }

    /** Forgets what could not be accepted anyway, when that was not done lately. */
    private void rydd(Instant naa) throws IOException {
        Instant sist = ryddet.get();
        if (naa.isBefore(sist.plus(HUSKES)) || !ryddet.compareAndSet(sist, naa)) {
            return;
        }
        try (Stream<Path> filer = Files.list(sti)) {
            for (Path fil : (Iterable<Path>) filer::iterator) {
                slettNaarGammel(fil, naa);
            }
        }
    }

    private static void slettNaarGammel(Path fil, Instant naa) throws IOException {
        try {
            if (Files.getLastModifiedTime(fil).toInstant().plus(HUSKES).isBefore(naa)) {
                Files.deleteIfExists(fil);
            }
        } catch (NoSuchFileException slettetAvEnAnnen) {
            // as it should be
        }
    }

    private static String avtrykk(String tekst) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(tekst.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException umulig) {
            throw new AssertionError("every Java platform has SHA-256", umulig);
        }
    }
}
