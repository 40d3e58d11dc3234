package no.rrh.application.port.in;

import java.util.List;
import no.rrh.application.port.out.RegisteretSvarerIkke;
import no.rrh.domain.feil.UgyldigVerdi;
import no.rrh.domain.tilgang.IngenTilgang;

/** Follows the changes of the register as they happen. */
public interface FoelgEndringslogg {
    /**
     * Refuses in the order of the contract: access, format, value.
     *
     * @param forespoersel the number after which to begin; 0 is before the first
     * @throws IngenTilgang when the caller may not read the endringslogg
     * @throws UkjentFormat when it accepts no representation that exists
     * @throws UgyldigVerdi when the number is not well formed
     */
    Foelge foelg(Innsynskall kall, Forespoersel<Long> forespoersel);

    /** One follower, who has a place in the endringslogg. For one thread at a time. */
    interface Foelge {
        /** The number after which the next change will be. */
        long plass();

        /** Whether whoever follows may still: its agreement may have been revoked. */
        boolean harTilgang();

        /**
         * The changes after the last that was handed out, oldest first, each of them durable; the place moves on past them.
         *
         * @param antall how many at the most
         * @return empty when there are none yet
         * @throws RegisteretSvarerIkke when the register does not answer; the place stays
         */
        List<Loggfoering> neste(int antall);
    }
}
