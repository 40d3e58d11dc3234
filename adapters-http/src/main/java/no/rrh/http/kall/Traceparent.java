package no.rrh.http.kall;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpFields;

/**
 * The trace that a request belongs to, as its {@code traceparent} tells (W3C Trace Context, section 3.2).
 *
 * @param traceId 32 hexadecimal digits
 * @param flagg two of them: whether the caller records the trace
 */
public record Traceparent(String traceId, String flagg) {
    private static final Pattern HODE =
            Pattern.compile("((?!ff)[0-9a-f]{2})-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-([0-9a-f]{2})(-.*)?");

    /** The only version there is to send. */
    private static final String VERSJON = "00";

    /** What of a later version is not known here may not be sent on: all but whether the trace is recorded. */
    private static final int OPPTAK = 1;

    private static final HexFormat HEKS = HexFormat.of();
    private static final int SEKSTEN = 16;

    /** That of a request, where it has one that is well formed and may be repeated. */
    static Optional<Traceparent> av(HttpFields headere) {
        List<String> hoder = headere.getValuesList("traceparent");
        return hoder.stream()
                .limit(hoder.size() == 1 ? 1 : 0)
                .findFirst()
                .map(HODE::matcher)
                // of a later version there may be more than is known here
                .filter(treff -> treff.matches()
                        && (treff.group(4) == null || !treff.group(1).equals(VERSJON)))
                .map(treff -> new Traceparent(treff.group(2), treff.group(3)))
                .filter(trace -> Sporing.kanGjengis(trace.traceId));
    }

    /** What a request is told that is made for this one: the same trace, from a step of its own. */
    public String videre() {
        int tatt = Integer.parseInt(flagg, SEKSTEN) & OPPTAK;
        return String.join("-", VERSJON, traceId, HEKS.toHexDigits(steg()), HEKS.toHexDigits((byte) tatt));
    }

    /** Of zeros alone it would be invalid. */
    private static long steg() {
        return ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);
    }
}
