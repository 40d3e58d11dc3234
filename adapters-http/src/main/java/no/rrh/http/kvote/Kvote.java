package no.rrh.http.kvote;

import java.time.Duration;

/**
 * How many calls a consumer may make: so many at once, and then as many again evenly over the window.
 *
 * @param antall at least one
 * @param vindu in whole seconds, at least one
 */
public record Kvote(long antall, Duration vindu) {}
