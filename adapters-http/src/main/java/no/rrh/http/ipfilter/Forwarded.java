package no.rrh.http.ipfilter;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the value of a {@code Forwarded} header (RFC 7239). It is read whole, from its beginning: a client who opens a
 * quotation and leaves it to the proxy's own words to close it makes the whole unreadable, and not words of its own the
 * last.
 */
final class Forwarded {
    private static final String ORD = "[!#$%&'*+.^_`|~0-9A-Za-z-]++";

    /** A pair or none, and what follows it: another pair, another element, or the end. */
    private static final Pattern PAR = Pattern.compile("[ \\t]*+(?:(?<navn>" + ORD + ")=(?:(?<ord>" + ORD
            + ")|\"(?<sitat>(?:[^\"\\\\]++|\\\\.)*+)\"))?+[ \\t]*+(?<skille>[;,]|\\z)");

    private static final Pattern SITERT_TEGN = Pattern.compile("\\\\(.)");

    private final List<String> noder = new ArrayList<>();
    private final Set<String> parametere = new HashSet<>();
    private String node = "";

    private Forwarded() {}

    /**
     * The {@code for} of each element, empty where it has none.
     *
     * @return absent when the value cannot be read
     */
    static Optional<List<String>> noder(String verdi) {
        Forwarded lest = new Forwarded();
        Matcher leser = PAR.matcher(verdi);
        while (leser.lookingAt()) {
            if (!lest.par(leser)) {
                return Optional.empty();
            }
            if (leser.group("skille").isEmpty()) {
                return Optional.of(lest.noder);
            }
            leser.region(leser.end(), verdi.length());
        }
        return Optional.empty();
    }

    /** Takes the pair in; false when the element has had one of the same name, which none may have. */
    private boolean par(Matcher leser) {
        if (leser.group("navn") != null) {
            String navn = leser.group("navn").toLowerCase(Locale.ROOT);
            if (!parametere.add(navn)) {
                return false;
            }
            if (navn.equals("for")) {
                node = verdi(leser);
            }
        }
        if (!leser.group("skille").equals(";")) {
            noder.add(node);
            parametere.clear();
            node = "";
        }
        return true;
    }

    private static String verdi(Matcher leser) {
        String ord = leser.group("ord");
        return ord != null ? ord : SITERT_TEGN.matcher(leser.group("sitat")).replaceAll("$1");
    }
}
