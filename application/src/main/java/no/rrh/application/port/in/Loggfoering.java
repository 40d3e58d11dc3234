package no.rrh.application.port.in;

import java.util.UUID;
import no.rrh.domain.registrering.NummerertEndring;

/**
 * A change, as it is handed out.
 *
 * @param generasjon the generation of the endringslogg in which it was numbered. A register that is brought back from a
 *     back-up begins a new one: changes that were handed out after the back-up was taken are not in it
 */
public record Loggfoering(NummerertEndring endring, UUID generasjon) {}
