package no.rrh.application.port.in;

import no.rrh.domain.feil.Registerkonflikt;
import no.rrh.domain.registrering.Innsender;
import no.rrh.domain.virksomhet.Organisasjonsnummer;

/** Receives a report that a registration does not agree with what somebody else knows. */
public interface MottaUoverensstemmelse {
    /**
     * Adds the report to the gjeldende registration. Durable when it returns.
     *
     * @throws Registerkonflikt when the virksomhet is unknown or has no gjeldende registration
     */
    void motta(Organisasjonsnummer organisasjonsnummer, String beskrivelse, Innsender innsender);
}
