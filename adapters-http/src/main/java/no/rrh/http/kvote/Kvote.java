package no.rrh.http.kvote;

import java.time.Duration;

/**
 * How many calls a consumer may make: so many at once, and then as many again evenly over the window.
 *
 * @param antall at least one
 * @param vindu in whole seconds, at least one
 */
public record Kvote(long antall, Duration vindu) {
    public Kvote {
        if (antall < 1 || vindu.toSeconds() < 1 || vindu.toNanosPart() != 0) {
            throw new IllegalArgumentException("a quota is at least one call over whole seconds");
        }
    }
}
