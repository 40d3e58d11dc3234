package no.rrh.http.tjener;

import java.util.Locale;
import java.util.Optional;
import no.rrh.http.feil.Feil;

/** Where the server is in its life. */
public enum Tilstand {
    /** Bound, and not yet open: every request is told to come back. */
    STARTER(Feil.STARTER),
    /** Takes requests. */
    KLAR(null),
    /** Takes no new ones; those in flight finish. */
    STOPPER(Feil.STOPPER);

    private final Feil feil;

    Tilstand(Feil feil) {
        this.feil = feil;
    }

    /** Its name as it is shown. */
    public String navn() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What every request is answered with in this state; absent when requests are taken. */
    Optional<Feil> stengt() {
        return Optional.ofNullable(feil);
    }
}
