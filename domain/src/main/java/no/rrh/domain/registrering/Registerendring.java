package no.rrh.domain.registrering;

import java.util.List;
import java.util.Optional;

/**
 * What one write does to one virksomhet: the state before, the state after, and the changes that lead there.
 *
 * @param foer absent when the virksomhet was unknown
 * @param endringer in the order in which they are to be numbered; none when nothing changed
 */
public record Registerendring(
        Optional<RegistreringspliktigVirksomhet> foer, RegistreringspliktigVirksomhet etter, List<Endring> endringer) {
    public Registerendring {
        endringer = List.copyOf(endringer);
    }

    /** Whether there is nothing to store. */
    public boolean erTom() {
        return endringer.isEmpty();
    }
}
