package no.rrh.application.port.in;

/** Tells whether look-ups can be answered now. */
@FunctionalInterface
public interface SjekkKlarhet {
    /** Whether the register answers. It waits neither for the totalbestand nor for the keys of Maskinporten. */
    boolean erKlar();
}
