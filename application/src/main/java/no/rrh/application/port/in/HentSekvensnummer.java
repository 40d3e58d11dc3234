package no.rrh.application.port.in;

import java.time.Instant;
import no.rrh.domain.feil.UgyldigVerdi;
import no.rrh.domain.tilgang.IngenTilgang;

/** Tells from where to read the endringslogg. */
public interface HentSekvensnummer {
    /**
     * Refuses in the order of the contract: access, format, value.
     *
     * @return a number of which it is true that whoever reads the endringslogg from it misses no change made at or after
     *     the time: 0 for a time before all changes, the last number for one after all
     * @throws IngenTilgang when the caller may not read the endringslogg
     * @throws UkjentFormat when it accepts no representation that exists
     * @throws UgyldigVerdi when the time is not well formed
     */
    long hent(Innsynskall kall, Forespoersel<Instant> forespoersel);
}
