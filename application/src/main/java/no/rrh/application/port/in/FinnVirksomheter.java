package no.rrh.application.port.in;

import java.util.Iterator;
import no.rrh.application.port.out.RegisteretSvarerIkke;
import no.rrh.domain.feil.UgyldigVerdi;
import no.rrh.domain.innsyn.VirksomhetInnsyn;
import no.rrh.domain.rettighetshaver.Foedselsnummer;
import no.rrh.domain.tilgang.IngenTilgang;

/** Finds the virksomheter where a person is, or has been, reell rettighetshaver. */
public interface FinnVirksomheter {
    /**
     * Refuses in the order of the contract: access, format, value.
     *
     * @return what the caller may see of each, with every registration, by organisasjonsnummer. The first are read before
     *     this returns, the others as they are asked for, in constant memory however many there are; then
     *     {@link RegisteretSvarerIkke} may be thrown
     * @throws IngenTilgang when the caller may not search
     * @throws UkjentFormat when it accepts no representation that exists
     * @throws UgyldigVerdi when the fødselsnummer or D-nummer is not well formed
     */
    Iterator<VirksomhetInnsyn> finn(Innsynskall kall, Forespoersel<Foedselsnummer> forespoersel);
}
