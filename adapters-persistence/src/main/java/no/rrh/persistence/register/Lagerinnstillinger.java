package no.rrh.persistence.register;

import java.time.Duration;

/**
 * How the store is used.
 *
 * @param tilkoblinger connections at the most; one of them writes, and each totalbestand under way holds one
 * @param tilkoblingsventetid how long an operation waits for a connection, at least 250 ms
 * @param spoerretid how long one look-up may take, in whole seconds
 * @param skriveventetid how long a writer waits for the writer before it
 * @param hurtiglager what H2 keeps in memory of the file, in kB
 */
public record Lagerinnstillinger(
        int tilkoblinger, Duration tilkoblingsventetid, Duration spoerretid, Duration skriveventetid, int hurtiglager) {
    /** Fit for a heap of 256 MB, and for an answer, or the news that there is none, within 2 s. */
    public static final Lagerinnstillinger STANDARD =
            new Lagerinnstillinger(10, Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(30), 32_768);
}
