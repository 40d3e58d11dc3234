package no.rrh.application.port.out;

import java.time.Duration;
import java.util.Optional;

/**
 * How it stands with a replica that the register is read from.
 *
 * @param navn host and database
 * @param iBruk whether it answers look-ups now
 * @param etterslep how long ago it was that it showed all there was; absent when that is not known
 */
public record Replikastatus(String navn, boolean iBruk, Optional<Duration> etterslep) {}
