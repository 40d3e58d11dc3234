package no.rrh.persistence.register;

import java.time.Instant;

/**
 * Where the endringslogg ends.
 *
 * @param siste the number of the last change, 0 before the first
 * @param tidspunkt its time
 */
record Sekvens(long siste, Instant tidspunkt) {}
