package no.rrh.application.port.out;

import java.util.concurrent.TimeoutException;

/** A write was not let in, since the one before it went on for longer than a writer waits. Reads are answered. */
public class AnnenSkrivingPaagaar extends RegisteretSvarerIkke {
    private static final long serialVersionUID = 1L;

    public AnnenSkrivingPaagaar(String hvorLenge) {
        super(new TimeoutException("another write has lasted more than " + hvorLenge));
    }
}
