package no.rrh.domain.tilgang;

import java.util.Optional;
import no.rrh.domain.virksomhet.Organisasjonsnummer;

/** The agreements that hold now, as one who decides on access needs them. */
public interface Avtaler {
    /** Where no agreement is asked for, and none is kept. */
    Avtaler UTEN = new Avtaler() {
        @Override
        public boolean kreves() {
            return false;
        }

        @Override
        public Optional<Tilgangsavtale> finn(Organisasjonsnummer consumer, Scope scope) {
            return Optional.empty();
        }
    };

    /** Whether a scope of a token counts only with an agreement. */
    boolean kreves();

    /**
     * The agreement that gives the consumer the scope now.
     *
     * @throws IngenTilgang when it cannot be known
     */
    Optional<Tilgangsavtale> finn(Organisasjonsnummer consumer, Scope scope);
}
