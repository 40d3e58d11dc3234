package no.rrh.application.port.out;

import java.time.Instant;
import java.util.List;
import no.rrh.domain.registrering.NummerertEndring;

/**
 * The changes of the register, numbered from 1 in the order in which they became visible: who has read up to n has
 * missed nothing up to n, and no number is used twice.
 */
public interface Endringslogg {
    /**
     * The changes after the number, oldest first.
     *
     * @param sekvensnummer 0 to start from the first
     * @param antall how many at the most
     */
    List<NummerertEndring> etter(long sekvensnummer, int antall);

    /** The number of the last change; 0 when there has been none. */
    long siste();

    /** The number of the last change that was made before the time; 0 when there is none. One indexed read. */
    long foer(Instant tidspunkt);

    /** The generations, oldest first. There is always one. */
    List<Generasjon> generasjoner();
}
