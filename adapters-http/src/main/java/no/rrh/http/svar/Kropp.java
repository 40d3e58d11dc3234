package no.rrh.http.svar;

import java.util.OptionalLong;
import java.util.concurrent.Executor;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/** A body that is sent once Jersey has decided status and headers. */
public interface Kropp {
    /** How many bytes it has; absent when that is not known before it is made, and it is then sent in chunks. */
    OptionalLong lengde();

    /** Whether it takes its time, so that its end is told of too. */
    boolean varer();

    /**
     * Its bytes, taken as fast as the client takes them. A source that fails breaks the connection.
     *
     * @param arbeidere runs what must wait for something else than the client
     * @param foerDel to be run on one of those before anything is sent that had not been made when the first was
     */
    Content.Source kilde(Request request, Executor arbeidere, Runnable foerDel);
}
