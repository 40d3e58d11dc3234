package no.rrh.persistence.innsynslogg;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How an innsynslogg is kept.
 *
 * @param segment how large a file of it is made at a time, in bytes
 * @param oppbevaring how long entries are kept
 * @param sjekkpunkt how often a checkpoint is signed
 * @param sjekkpunktkopi a file, preferably on another machine, where each checkpoint is written too
 */
public record Loggvalg(long segment, Duration oppbevaring, Duration sjekkpunkt, Optional<Path> sjekkpunktkopi) {}
