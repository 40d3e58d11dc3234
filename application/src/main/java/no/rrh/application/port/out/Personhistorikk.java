package no.rrh.application.port.out;

import java.util.List;
import no.rrh.domain.registrering.Registrering;
import no.rrh.domain.rettighetshaver.Foedselsnummer;
import no.rrh.domain.virksomhet.Organisasjonsnummer;

/**
 * Where a person stands and has stood, in versions that no longer are too: for a person's own question of who has looked,
 * and for nothing else. Every method throws {@link RegisteretSvarerIkke} when the store does not answer.
 */
public interface Personhistorikk {
    /** The virksomheter that have, or have ever had, a registration in which the person stands, by organisasjonsnummer. */
    List<Organisasjonsnummer> virksomheterNoengang(Foedselsnummer person);

    /** Every version that there has been of every registration of the virksomhet; empty when it is unknown. */
    List<Registrering> versjoner(Organisasjonsnummer nummer);
}
