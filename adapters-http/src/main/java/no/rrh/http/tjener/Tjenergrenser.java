package no.rrh.http.tjener;

import java.time.Duration;

/**
 * What one caller, or all of them together, may take of the server.
 *
 * @param headere how large the headers of a request may be, in bytes; above it 431
 * @param ledig how long a connection may be silent
 * @param fart how many bytes a second a client must at least send of a request, or take of an answer; 0 for any
 * @param maaletid over how long that is measured, and so how long a client may be too slow
 * @param tilkoblinger how many connections are open at once; the next wait in the system's queue, unanswered
 * @param kall how many requests are in hand at once, those that wait for a thread included, but not bodies being sent;
 *     the next get 503
 */
public record Tjenergrenser(int headere, Duration ledig, int fart, Duration maaletid, int tilkoblinger, int kall) {
    /** Over how long the rate of a slow client is measured. */
    public static final Duration STANDARD_MAALETID = Duration.ofSeconds(30);

    /** For a machine with 1 GB of memory and two cores. */
    public static final Tjenergrenser STANDARD =
            new Tjenergrenser(16 * 1024, Duration.ofSeconds(30), 4 * 1024, STANDARD_MAALETID, 1000, 256);
}
