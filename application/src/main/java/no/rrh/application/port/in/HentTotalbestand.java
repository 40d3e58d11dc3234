package no.rrh.application.port.in;

import no.rrh.application.port.out.Totalbestandfil;
import no.rrh.application.port.out.Totalbestandformat;
import no.rrh.domain.feil.UgyldigVerdi;
import no.rrh.domain.tilgang.IngenTilgang;

/** Hands out the newest totalbestand. */
public interface HentTotalbestand {
    /**
     * Refuses in the order of the contract: access, format, value, absence.
     *
     * @throws IngenTilgang when the caller may not have the file
     * @throws UkjentFormat when it accepts no representation that exists
     * @throws UgyldigVerdi when it asks for a form that there is not
     * @throws FormatetLagesIkke when it asks for a form that is left out here
     * @throws TotalbestandMangler when none has been made yet, or the newest was not made in that form
     */
    Totalbestandfil hent(Innsynskall kall, Forespoersel<Totalbestandformat> forespoersel);
}
