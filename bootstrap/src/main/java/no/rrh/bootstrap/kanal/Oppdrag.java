package no.rrh.bootstrap.kanal;

import java.io.IOException;
import no.rrh.bootstrap.utfall.Avbrutt;

/** Work on the open register, of one kind. */
@FunctionalInterface
public interface Oppdrag {
    /**
     * Does it, all or nothing.
     *
     * @throws Avbrutt when whoever ordered it is gone, or the server stops
     */
    void utfoer(Utfoering utfoering) throws IOException;
}
