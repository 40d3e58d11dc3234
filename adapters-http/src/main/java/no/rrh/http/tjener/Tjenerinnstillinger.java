package no.rrh.http.tjener;

import java.time.Duration;

/**
 * How the server listens.
 *
 * @param adresse the address to bind to
 * @param port 0 for a free one
 * @param stopptid how long requests in flight may take to finish when the server stops
 * @param grenser what callers may take
 */
public record Tjenerinnstillinger(String adresse, int port, Duration stopptid, Tjenergrenser grenser) {
    /** With the standard limits. */
    public Tjenerinnstillinger(String adresse, int port, Duration stopptid) {
        this(adresse, port, stopptid, Tjenergrenser.STANDARD);
    }
}
