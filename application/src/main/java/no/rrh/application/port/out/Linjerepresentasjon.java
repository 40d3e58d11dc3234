package no.rrh.application.port.out;

import java.io.IOException;
import java.io.OutputStream;
import no.rrh.application.port.out.Representasjon.Bestandsskriver;

/** Another representation than v1, as it is written: lines of JSON. */
@FunctionalInterface
public interface Linjerepresentasjon {
    /**
     * Starts the lines of some virksomheter. Lines that are written so, one part after another, are together what is
     * written as the whole.
     *
     * @param ut is left open when the lines are closed
     */
    Bestandsskriver linjer(OutputStream ut) throws IOException;
}
