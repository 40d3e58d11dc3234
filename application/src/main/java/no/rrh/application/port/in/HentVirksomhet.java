package no.rrh.application.port.in;

import no.rrh.domain.feil.UgyldigVerdi;
import no.rrh.domain.innsyn.VirksomhetInnsyn;
import no.rrh.domain.tilgang.IngenTilgang;
import no.rrh.domain.virksomhet.Organisasjonsnummer;

/** Looks up one virksomhet: its gjeldende registration on surface A, every registration on surface B. */
public interface HentVirksomhet {
    /**
     * Refuses in the order of the contract: access, format, value, absence.
     *
     * @return what the caller may see, and which registration in which version that is
     * @throws IngenTilgang when the caller may not look up
     * @throws UkjentFormat when it accepts no representation that exists
     * @throws UgyldigVerdi when the organisasjonsnummer is not well formed
     * @throws IkkeRegistrert on surface A, when the virksomhet is unknown, deleted, or has reported nothing
     * @throws IkkeRegistreringspliktig on surface B, when the virksomhet is unknown
     */
    VirksomhetInnsyn hent(Innsynskall kall, Forespoersel<Organisasjonsnummer> forespoersel);
}
