package no.rrh.persistence.lagringsform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * What the deflating of a document may refer back to, so that a short one is packed as well as a long one: the fields and
 * codes of ordinary registrations, the most usual last. Not a byte of it can ever change, or what is stored becomes
 * unreadable: another dictionary is another format number.
 */
final class Ordbok {
    static final byte[] EN = les("ordbok-1.txt");

    private Ordbok() {}

    private static byte[] les(String navn) {
        try (InputStream inn = Ordbok.class.getResourceAsStream("/no/rrh/persistence/lagringsform/" + navn)) {
            return Objects.requireNonNull(inn).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
