package no.rrh.http.forhandling;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpFields;

/**
 * A strong entity tag.
 *
 * @param verdi as it stands in the header, with its quotes
 */
public record Etag(String verdi) {
    private static final Pattern MERKE = Pattern.compile("(W/)?(\"[\\x21\\x23-\\x7e\\x80-\\xff]*\")");
    private static final int BYTE = 18;

    /** The tag of exactly these bytes, shown as this type: computed from what is shown, never from what is withheld. */
    public static Etag av(byte[] vist, Mediatype type) {
        return av(vist, type.innholdstype());
    }

    /** As {@link #av(byte[], Mediatype)}, for what is shown in one type alone. */
    public static Etag av(byte[] vist, String innholdstype) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(innholdstype.getBytes(StandardCharsets.US_ASCII));
            byte[] sum = Arrays.copyOf(sha256.digest(vist), BYTE);
            return new Etag('"' + Base64.getUrlEncoder().withoutPadding().encodeToString(sum) + '"');
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Whether the client says that it holds this already. A tag without quotes is no tag, and ignored. */
    public boolean kjentFra(HttpFields headere) {
        return nevnesI(headere, "If-None-Match", true);
    }

    /** Whether this is one of those that the client will have; a weak tag is never one (RFC 9110, 13.1.1). */
    boolean erEnAv(HttpFields headere) {
        return nevnesI(headere, "If-Match", false);
    }

    private boolean nevnesI(HttpFields headere, String navn, boolean ogsaaSvake) {
        for (String verdier : headere.getValuesList(navn)) {
            if (verdier.trim().equals("*")) {
                return true;
            }
            Matcher merke = MERKE.matcher(verdier);
            while (merke.find()) {
                if (merke.group(2).equals(verdi) && (ogsaaSvake || merke.group(1) == null)) {
                    return true;
                }
            }
        }
        return false;
    }
}
