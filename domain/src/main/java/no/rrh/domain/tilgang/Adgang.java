package no.rrh.domain.tilgang;

import java.util.Optional;
import no.rrh.domain.innsyn.Innsynsnivaa;

/**
 * That a caller may do what it asked for.
 *
 * @param scope the scope that let it in
 * @param nivaa what it sees
 * @param avtale the agreement that the scope rests upon; absent where there is none and none is asked for
 */
public record Adgang(Scope scope, Innsynsnivaa nivaa, Optional<Tilgangsavtale> avtale) {}
