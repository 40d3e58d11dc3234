package no.rrh.application.port.in;

import no.rrh.domain.feil.Registerkonflikt;
import no.rrh.domain.virksomhet.Organisasjonsnummer;

/** Deletes a virksomhet from the register; its history stays. */
public interface SlettVirksomhet {
    /**
     * Durable when it returns.
     *
     * @throws Registerkonflikt when the virksomhet is unknown or deleted already
     */
    void slett(Organisasjonsnummer organisasjonsnummer);
}
