package no.rrh.domain.registrering;

import java.time.Instant;

/**
 * A change as the endringslogg keeps it.
 *
 * @param sekvensnummer its number, from 1, in the order in which the changes became visible; never used twice
 * @param tidspunkt when it was registered
 */
public record NummerertEndring(long sekvensnummer, Instant tidspunkt, Endring endring) {}
