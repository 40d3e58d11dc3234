package no.rrh.http.forhandling;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;

/** What the conditions of a request come to, once it is known that the answer would be 200 (RFC 9110, 13.2.2). */
public enum Vilkaar {
    /** There is none, or it holds. */
    OPPFYLT,
    /** The client has it already: 304. */
    KJENT,
    /** The client wants what it began on or nothing, and this is something else: 412. */
    BRUTT;

    /**
     * Weighs the conditions in the order of the RFC. A tag of one kind makes the time of that kind count for nothing.
     *
     * @param endret when it last changed; absent where that is not told, and conditions on it are then ignored
     */
    public static Vilkaar av(HttpFields headere, Etag etag, Optional<Instant> endret) {
        Optional<Instant> sekund = endret.map(tid -> tid.truncatedTo(ChronoUnit.SECONDS));
        if (headere.contains("If-Match")
                ? !etag.erEnAv(headere)
                : Httpdato.les(headere, "If-Unmodified-Since")
                        .filter(dato -> sekund.filter(dato::isBefore).isPresent())
                        .isPresent()) {
            return BRUTT;
        }
        boolean kjent = headere.contains("If-None-Match")
                ? etag.kjentFra(headere)
                : Httpdato.les(headere, "If-Modified-Since")
                        .filter(dato -> sekund.filter(tid -> !tid.isAfter(dato)).isPresent())
                        .isPresent();
        return kjent ? KJENT : OPPFYLT;
    }
}
