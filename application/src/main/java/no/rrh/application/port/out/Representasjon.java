package no.rrh.application.port.out;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import no.rrh.domain.innsyn.VirksomhetInnsyn;

/** The v1 representation, as it is written. */
public interface Representasjon {
    /**
     * Starts a JSON array of virksomheter, in bokmål.
     *
     * @param ut is left open when the array is closed
     */
    Bestandsskriver bestand(OutputStream ut) throws IOException;

    /** An array under way. Closing it ends the array; without that the JSON is not complete. */
    interface Bestandsskriver extends Closeable {
        void skriv(VirksomhetInnsyn virksomhet) throws IOException;
    }
}
