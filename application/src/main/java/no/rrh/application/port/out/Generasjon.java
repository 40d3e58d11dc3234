package no.rrh.application.port.out;

import java.util.UUID;

/**
 * A stretch of the endringslogg that was numbered without a break. A register that is brought back from a back-up begins a
 * new one, with numbers above every one that was ever handed out.
 *
 * @param id never used twice, in no register
 * @param etter its numbers are above this one, and not above that at which the next generation begins
 */
public record Generasjon(UUID id, long etter) {}
