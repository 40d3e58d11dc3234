package no.rrh.benchmark.last;

/**
 * What a slice of load came to.
 *
 * @param antall answered requests
 * @param rate requests a second
 * @param bytes of answers, with their headers
 * @param p50 milliseconds within which half of them were answered
 * @param p99 milliseconds within which 99 of 100 were
 * @param lengst milliseconds of the slowest
 */
public record Lasteresultat(long antall, double rate, long bytes, double p50, double p99, double lengst) {
    /** Bytes of an answer, with its headers. */
    public double bytesPerSvar() {
        return (double) bytes / antall;
    }
}
