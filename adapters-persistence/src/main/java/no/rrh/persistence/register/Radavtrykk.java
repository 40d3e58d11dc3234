package no.rrh.persistence.register;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * SHA-256 of one row after another: of each value in turn its kind in one byte, its length where that is not given by the
 * kind, and itself; of a missing one the byte 0. So no two rows of a table that differ are taken of the same bytes.
 */
final class Radavtrykk {
    private static final byte MANGLER = 0;

    private final MessageDigest sha256;
    private final ByteBuffer tall = ByteBuffer.allocate(Long.BYTES);

    Radavtrykk() {
        try {
            this.sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The digest of the row; the next begins anew. */
    byte[] av(Registertabell tabell, Rad rad) {
        for (int i = 0; i < tabell.kolonner().size(); i++) {
            Object verdi = rad.verdi(i);
            if (verdi == null) {
                sha256.update(MANGLER);
            } else {
                tabell.kolonner().get(i).slag().leggTil(verdi, this);
            }
        }
        return sha256.digest();
    }

    void leggTil(char slag, long... verdi) {
        sha256.update((byte) slag);
        for (long en : verdi) {
            sha256.update(tall.clear().putLong(en).flip());
        }
    }

    void leggTil(char slag, byte[] verdi) {
        leggTil(slag, verdi.length);
        sha256.update(verdi);
    }

    void leggTil(String verdi) {
        leggTil('s', verdi.getBytes(StandardCharsets.UTF_8));
    }
}
