package no.rrh.http.sikkerhet;

import java.util.Optional;
import no.rrh.http.kall.Traceparent;

/** Where the verification keys come from. Safe to ask from many threads. */
public interface Noekkelkilde {
    /** The keys that count now, or an empty set. Never waits. */
    Noekkelsett gjeldende();

    /**
     * The keys that count after a token named one that is not among them. A source that can look for newer keys does
     * so here, seldom enough that callers cannot drive it, and may wait a moment for the answer.
     *
     * @param traceparent the trace of the request that came with the token, told to whoever is asked for keys
     */
    default Noekkelsett etterUkjentKid(Optional<Traceparent> traceparent) {
        return gjeldende();
    }

    /** How it stands with them. Never waits. */
    default Noekkelstatus status() {
        return new Noekkelstatus(gjeldende().kider().size(), Optional.empty());
    }
}
