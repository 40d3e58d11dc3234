package no.rrh.application.port.in;

import no.rrh.application.port.out.Generasjon;

/** Begins a new generation of the endringslogg, for a register that was brought back from a back-up. */
public interface BegynnGenerasjon {
    /**
     * The changes from now on get numbers above every one that was ever handed out, also those that were handed out after
     * the back-up was taken and are not in it. Durable when it returns.
     */
    Generasjon begynn();
}
