package no.rrh.http.kall;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import no.rrh.domain.rettighetshaver.Foedselsnummer;
import org.eclipse.jetty.http.HttpFields;

/**
 * The correlation id of a request: the trace-id of a W3C {@code traceparent}, else the caller's {@code X-Request-Id},
 * where they are well formed and hold no fødselsnummer; else a new UUID.
 */
final class Sporing {
    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9_-]{8,64}");

    private static final Pattern SKILLETEGN = Pattern.compile("[_-]");

    private Sporing() {}

    static String av(HttpFields headere, Optional<Traceparent> traceparent) {
        return traceparent
                .map(Traceparent::traceId)
                .or(() -> requestId(headere))
                .filter(Sporing::kanGjengis)
                .orElseGet(() -> UUID.randomUUID().toString());
    }

    /** Whether an id of the caller's may stand in a log, and be sent on. */
    static boolean kanGjengis(String id) {
        return !Foedselsnummer.finnesI(SKILLETEGN.matcher(id).replaceAll(""));
    }

    private static Optional<String> requestId(HttpFields headere) {
        return Optional.ofNullable(headere.get("X-Request-Id"))
                .filter(id -> REQUEST_ID.matcher(id).matches());
    }
}
