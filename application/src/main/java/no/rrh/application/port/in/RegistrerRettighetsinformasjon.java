package no.rrh.application.port.in;

import java.util.UUID;
import no.rrh.domain.registrering.Reellerettighetshaverestatus;
import no.rrh.domain.registrering.Rettighetsinformasjon;
import no.rrh.domain.virksomhet.Organisasjonsnummer;

/** Registers what a virksomhet reports about its reelle rettighetshavere. */
public interface RegistrerRettighetsinformasjon {
    /**
     * What was gjeldende becomes history. Durable when it returns.
     *
     * @return the identifier of the new registration
     */
    UUID registrer(
            Organisasjonsnummer organisasjonsnummer,
            Reellerettighetshaverestatus status,
            Rettighetsinformasjon rettighetsinformasjon);
}
