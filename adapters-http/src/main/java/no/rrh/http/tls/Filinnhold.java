package no.rrh.http.tls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import no.rrh.domain.feil.UgyldigVerdi;

/** A file of a certificate or a key, and who may read it. */
final class Filinnhold {
    /** No chain is near it, and a setting may name any file. */
    private static final int LENGST = 1 << 20;

    private static final Set<PosixFilePermission> FOR_MYE = EnumSet.of(
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE,
            PosixFilePermission.OTHERS_EXECUTE);

    private Filinnhold() {}

    /**
     * The bytes of the file.
     *
     * @param hva what is said of it when it cannot be read
     */
    static byte[] les(Path fil, String hva) {
        try {
            return les(fil);
        } catch (IOException e) {
            throw new UgyldigVerdi(hva + " kan ikke leses; forventet en fil som brukeren til tjenesten kan lese");
        }
    }

    private static byte[] les(Path fil) throws IOException {
        try (InputStream inn = Files.newInputStream(fil)) {
            return inn.readNBytes(LENGST);
        }
    }

    /**
     * Refuses a file with a private key that is open to others than its owner and those of its group.
     *
     * @param hva what is said of it
     */
    static void krevLukket(Path fil, String hva) {
        Set<PosixFilePermission> rettigheter;
        try {
            rettigheter = Files.getPosixFilePermissions(fil);
        } catch (IOException | UnsupportedOperationException e) {
            // what cannot be read is said when it is; a file system without these rights has others
            return;
        }
        if (rettigheter.stream().anyMatch(FOR_MYE::contains)) {
            throw new UgyldigVerdi(hva + " er åpen for andre (" + PosixFilePermissions.toString(rettigheter)
                    + "); forventet rw------- (0600), eller rw-r----- (0640) med gruppen til tjenesten");
        }
    }

    /** Tells two states of the file apart: its content and its rights, or why it cannot be read. */
    static String kjennetegn(Path fil) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(les(fil));
            return Base64.getEncoder().encodeToString(sum) + rettigheter(fil);
        } catch (IOException e) {
            return e.getClass().getName();
        } catch (NoSuchAlgorithmException umulig) {
            throw new AssertionError("every Java platform has SHA-256", umulig);
        }
    }

    private static String rettigheter(Path fil) throws IOException {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(fil));
        } catch (UnsupportedOperationException e) {
            return "";
        }
    }
}
