package no.rrh.http.sikkerhet;

import java.util.Optional;

/** Where the verification keys come from. Safe to ask from many threads. */
public interface Noekkelkilde {
    /** The keys that count now, or an empty set. Never waits. */
    Noekkelsett gjeldende();

    /**
     * The keys that count after a token named one that is not among them. A source that can look for newer keys does
     * so here, seldom enough that callers cannot drive it, and may wait a moment for the answer.
     */
    default Noekkelsett etterUkjentKid() {
        return gjeldende();
    }

    /** How it stands with them. Never waits. */
    default Noekkelstatus status() {
        return new Noekkelstatus(gjeldende().kider().size(), Optional.empty());
    }
}
