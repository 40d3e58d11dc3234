package no.rrh.http.sikkerhet;

import java.time.Instant;
import java.util.Optional;

/**
 * How it stands with the keys that tokens are verified with.
 *
 * @param antall how many that can be used now
 * @param hentet when the last fetch that went well did; absent where keys are not fetched, or none has gone well
 */
public record Noekkelstatus(int antall, Optional<Instant> hentet) {}
