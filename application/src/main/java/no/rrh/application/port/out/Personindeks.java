package no.rrh.application.port.out;

import java.util.List;
import java.util.Optional;
import no.rrh.domain.rettighetshaver.Foedselsnummer;
import no.rrh.domain.virksomhet.Organisasjonsnummer;

/**
 * In which virksomheter a person stands as reell rettighetshaver, in any registration that they have now, the gjeldende or
 * another. It follows the register in the same transaction.
 */
public interface Personindeks {
    /**
     * A page of the virksomheter, by organisasjonsnummer. One indexed read.
     *
     * @param etter where the page begins, itself not in it; absent to begin with the first
     * @param antall how many at the most; fewer means that there are no more
     * @throws RegisteretSvarerIkke when the store does not answer
     */
    List<Organisasjonsnummer> virksomheter(Foedselsnummer person, Optional<Organisasjonsnummer> etter, int antall);
}
