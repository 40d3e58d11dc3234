package no.rrh.http.kall;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.rrh.domain.rettighetshaver.Foedselsnummer;
import org.eclipse.jetty.http.HttpFields;

/**
 * The correlation id of a request: the trace-id of a W3C {@code traceparent}, else the caller's {@code X-Request-Id},
 * where they are well formed and hold no fødselsnummer; else a new UUID.
 */
final class Sporing {
    private static final Pattern TRACEPARENT =
            Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9_-]{8,64}");

    private static final Pattern SKILLETEGN = Pattern.compile("[_-]");

    private Sporing() {}

    static String av(HttpFields headere) {
        return traceparent(headere)
                .or(() -> requestId(headere))
                .filter(id -> !Foedselsnummer.finnesI(SKILLETEGN.matcher(id).replaceAll("")))
                .orElseGet(() -> UUID.randomUUID().toString());
    }

    private static Optional<String> traceparent(HttpFields headere) {
        return Optional.ofNullable(headere.get("traceparent"))
                .map(TRACEPARENT::matcher)
                .filter(Matcher::matches)
                .map(treff -> treff.group(1));
    }

    private static Optional<String> requestId(HttpFields headere) {
        return Optional.ofNullable(headere.get("X-Request-Id"))
                .filter(id -> REQUEST_ID.matcher(id).matches());
    }
}
