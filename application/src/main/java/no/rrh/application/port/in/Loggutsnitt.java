package no.rrh.application.port.in;

/**
 * A part of the endringslogg.
 *
 * @param etter the number after which it begins; 0 is before the first
 * @param antall how many changes at the most
 */
public record Loggutsnitt(long etter, int antall) {}
