package no.rrh.persistence.register;

import java.time.Duration;

/**
 * How the store is used. Look-ups have connections of their own, which nothing that takes long can hold.
 *
 * @param oppslag connections for look-ups, at the most
 * @param arbeid connections for all else, at the most: a writer, a totalbestand under way, and each
 *     export, which holds one for as long as its reader takes
 * @param tilkoblingsventetid how long an operation waits for a connection, at least 250 ms
 * @param spoerretid how long one statement of a look-up may take
 * @param skriveventetid how long a writer waits for the writer before it
 * @param hurtiglager what H2 keeps in memory of the file, in kB
 */
public record Lagerinnstillinger(
        int oppslag,
        int arbeid,
        Duration tilkoblingsventetid,
        Duration spoerretid,
        Duration skriveventetid,
        int hurtiglager) {
    /** Fit for a heap of 256 MB, and for an answer, or the news that there is none, within 2 s. */
    public static final Lagerinnstillinger STANDARD =
            new Lagerinnstillinger(8, 6, Duration.ofSeconds(1), Duration.ofMillis(900), Duration.ofSeconds(30), 32_768);

    /**
     * For a server: what H2 keeps lives long enough to be copied by every young collection and not long enough to be used again, since
     * look-ups are spread over the whole register. With a fourth of it, which holds the upper pages of the trees, pauses were less
     * than half as long, and the process half as large, at the same rate.
     */
    public static final Lagerinnstillinger TJENER =
            new Lagerinnstillinger(8, 6, Duration.ofSeconds(1), Duration.ofMillis(900), Duration.ofSeconds(30), 8_192);

    /** For a database that may fall silent too: so much less is waited for a connection as its silence is found out late. */
    public static final Lagerinnstillinger POSTGRESQL =
            new Lagerinnstillinger(8, 6, Duration.ofMillis(500), Duration.ofMillis(900), Duration.ofSeconds(30), 0);
}
