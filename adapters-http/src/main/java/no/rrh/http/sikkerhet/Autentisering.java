package no.rrh.http.sikkerhet;

import java.util.List;
import java.util.Optional;
import no.rrh.domain.tilgang.Kaller;
import no.rrh.http.kall.Traceparent;

/** Tells who calls. What the caller may do is decided by the use case. */
public interface Autentisering {
    /**
     * Judges the token of one request. Never throws on what the caller sent.
     *
     * @param authorization the values of all Authorization headers of the request, as they came
     * @return a Konsument when there is exactly one header and it holds a good token; Ukjent.UTEN_TOKEN without a
     *     header, Ukjent.NOEKLER_MANGLER when there is nothing yet to verify a well-formed token with, and else
     *     Ukjent.UGYLDIG_TOKEN
     */
    Kaller autentiser(List<String> authorization);

    /**
     * As {@link #autentiser(List)}, of a request that belongs to a trace.
     *
     * @param traceparent for those who are asked because of it, where anybody is
     */
    default Kaller autentiser(List<String> authorization, Optional<Traceparent> traceparent) {
        return autentiser(authorization);
    }
}
