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
     * @param traceparent the trace of the request, for those who are asked because of it
     * @return a Konsument when there is exactly one header and it holds a good token; Ukjent.UTEN_TOKEN without a
     *     header, Ukjent.NOEKLER_MANGLER when there is nothing yet to verify a well-formed token with, and else
     *     Ukjent.UGYLDIG_TOKEN
     */
    Kaller autentiser(List<String> authorization, Optional<Traceparent> traceparent);

    /** As {@link #autentiser(List, Optional)}, of a request without a trace. */
    default Kaller autentiser(List<String> authorization) {
        return autentiser(authorization, Optional.empty());
    }
}
