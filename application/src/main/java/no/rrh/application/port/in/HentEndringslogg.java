package no.rrh.application.port.in;

import java.util.Iterator;
import no.rrh.application.port.out.RegisteretSvarerIkke;
import no.rrh.domain.feil.UgyldigVerdi;
import no.rrh.domain.tilgang.IngenTilgang;

/** Reads the changes of the register. */
public interface HentEndringslogg {
    /**
     * Refuses in the order of the contract: access, format, value.
     *
     * @return the changes, oldest first, each of them durable; empty when there are none after the number. The first are
     *     read before this returns, the others as they are asked for; then {@link RegisteretSvarerIkke} may be thrown
     * @throws IngenTilgang when the caller may not read the endringslogg
     * @throws UkjentFormat when it accepts no representation that exists
     * @throws UgyldigVerdi when the number, or how many, is not well formed
     */
    Iterator<Loggfoering> hent(Innsynskall kall, Forespoersel<Loggutsnitt> forespoersel);
}
