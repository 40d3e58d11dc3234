package no.rrh.http.tjener;

import java.time.Duration;
import no.rrh.http.ipfilter.Ipfilter;

/**
 * How the server listens.
 *
 * @param adresse the address to bind to
 * @param port 0 for a free one
 * @param stopptid how long requests in flight may take to finish when the server stops
 * @param grenser what callers may take
 * @param ipfilter who is let in
 */
public record Tjenerinnstillinger(
        String adresse, int port, Duration stopptid, Tjenergrenser grenser, Ipfilter ipfilter) {}
