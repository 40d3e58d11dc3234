package no.rrh.http.tjener;

import java.util.Optional;
import no.rrh.http.feil.Feil;

/** Where the server is in its life. */
enum Tilstand {
    STARTER(Feil.STARTER),
    KLAR(null),
    STOPPER(Feil.STOPPER);

    private final Feil feil;

    Tilstand(Feil feil) {
        this.feil = feil;
    }

    /** What every request is answered with in this state; absent when requests are taken. */
    Optional<Feil> stengt() {
        return Optional.ofNullable(feil);
    }
}
