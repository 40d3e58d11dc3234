package no.rrh.application.port.in;

import no.rrh.application.port.out.Totalbestandfil;
import no.rrh.domain.tilgang.IngenTilgang;
import no.rrh.domain.tilgang.Kaller;

/** Hands out the newest totalbestand. */
public interface HentTotalbestand {
    /**
     * Refuses in the order of the contract: access, format, absence.
     *
     * @param formatFinnes whether the caller accepts a representation that exists
     * @throws IngenTilgang when the caller may not have the file
     * @throws UkjentFormat when it accepts no representation that exists
     * @throws TotalbestandMangler when none has been made yet
     */
    Totalbestandfil hent(Kaller kaller, boolean formatFinnes);
}
