package no.rrh.persistence.innsynslogg;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The link of the chain: SHA-256 over the link before it, the number of the entry and its content. */
final class Avtrykk {
    /** How long one is as text. */
    static final int TEGN = 43;

    /** What stands before the first entry. */
    static final String INGEN = "A".repeat(TEGN);

    private static final Base64.Encoder TEKST = Base64.getUrlEncoder().withoutPadding();

    private final MessageDigest sha256;

    Avtrykk() {
        try {
            this.sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException umulig) {
            throw new AssertionError("every Java platform has SHA-256", umulig);
        }
    }

    /** The link after {@code forrige}. */
    String etter(String forrige, long nummer, byte[] innhold) {
        sha256.update(forrige.getBytes(StandardCharsets.US_ASCII));
        sha256.update(Long.toString(nummer).getBytes(StandardCharsets.US_ASCII));
        sha256.update((byte) ' ');
        return TEKST.encodeToString(sha256.digest(innhold));
    }
}
