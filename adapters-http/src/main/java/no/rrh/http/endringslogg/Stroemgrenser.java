package no.rrh.http.endringslogg;

import java.time.Duration;

/**
 * What event streams may take of the server.
 *
 * @param perKonsument how many each consumer may have open
 * @param alle how many may be open in all
 * @param hjerteslag after how long without a change a sign of life is sent: well within what a connection may be silent
 */
public record Stroemgrenser(int perKonsument, int alle, Duration hjerteslag) {}
