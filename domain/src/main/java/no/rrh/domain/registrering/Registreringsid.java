package no.rrh.domain.registrering;

import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Identifiers of new registrations: UUID version 7 (RFC 9562), so that they sort by the time they were made. */
public final class Registreringsid {
    private static final long VERSJON_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private Registreringsid() {}

    /**
     * A new identifier.
     *
     * @param tidspunkt its time, kept in milliseconds
     * @param tilfeldig must not be guessable in production, and may be seeded in a test
     */
    public static UUID ny(Instant tidspunkt, RandomGenerator tilfeldig) {
        long hoey = tidspunkt.toEpochMilli() << 16 | VERSJON_7 | tilfeldig.nextLong() & 0x0FFF;
        long lav = tilfeldig.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | VARIANT;
        return new UUID(hoey, lav);
    }
}
