package no.rrh.application.port.in;

import no.rrh.domain.feil.UgyldigVerdi;
import no.rrh.domain.innsyn.VirksomhetInnsyn;
import no.rrh.domain.tilgang.IngenTilgang;
import no.rrh.domain.tilgang.Kaller;
import no.rrh.domain.virksomhet.Organisasjonsnummer;

/** Looks up the gjeldende registration of one virksomhet. */
public interface HentVirksomhet {
    /**
     * Refuses in the order of the contract: access, format, value, absence.
     *
     * @return what the caller may see, and which registration in which version that is
     * @throws IngenTilgang when the caller may not look up
     * @throws UkjentFormat when it accepts no representation that exists
     * @throws UgyldigVerdi when the organisasjonsnummer is not well formed
     * @throws IkkeRegistrert when the virksomhet is unknown, deleted, or has reported nothing
     */
    VirksomhetInnsyn hent(Kaller kaller, Forespoersel<Organisasjonsnummer> forespoersel);
}
