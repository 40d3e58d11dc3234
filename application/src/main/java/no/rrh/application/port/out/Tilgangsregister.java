package no.rrh.application.port.out;

import java.util.List;
import java.util.function.Function;
import no.rrh.domain.tilgang.Avtaleendring;

/**
 * The agreements on access, as everything that was ever done to them. Every method throws {@link RegisteretSvarerIkke} when
 * the store does not answer.
 */
public interface Tilgangsregister {
    /** Every change, oldest first. */
    List<Avtaleendring> endringer();

    /** How many changes there are: another number than before tells that there is something new. */
    long antall();

    /**
     * Adds one change, durable when this returns. Writers wait for each other.
     *
     * @param arbeid makes the change from every change before it; what it throws comes out unchanged, and nothing is added
     * @return the change
     */
    Avtaleendring leggTil(Function<List<Avtaleendring>, Avtaleendring> arbeid);
}
