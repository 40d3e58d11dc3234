package no.rrh.domain.registrering;

import java.util.UUID;
import no.rrh.domain.virksomhet.Organisasjonsnummer;

/**
 * One change of the register, not yet numbered.
 *
 * @param registreringsid the registration that is new, altered, or tells of the deletion
 */
public record Endring(Endringstype type, Organisasjonsnummer organisasjonsnummer, UUID registreringsid) {}
