package no.rrh.application.port.in;

import java.util.UUID;
import no.rrh.domain.feil.Registerkonflikt;
import no.rrh.domain.virksomhet.Organisasjonsnummer;

/** Makes a virksomhet with a duty to register ready to report. */
public interface KlargjoerForRegistrering {
    /**
     * Gives it a gjeldende registration that says that nothing is reported. Durable when it returns.
     *
     * @return the identifier of that registration
     * @throws Registerkonflikt when it already has a gjeldende registration
     */
    UUID klargjoer(Organisasjonsnummer organisasjonsnummer);
}
