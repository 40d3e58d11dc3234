package no.rrh.http.tjener;

import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Waits for the body of a POST without a thread, and without one of the places of those in hand. One over HTTP/2 that does not
 * tell its length is not waited for.
 */
final class Kroppsventing extends EagerContentHandler {
    /** More than any resource takes; what is larger comes to it piece by piece, and is refused there. */
    private static final int STOERSTE = 64 * 1024;

    /** In front of a handler. */
    Kroppsventing(Handler neste) {
        super(new Avslutning(neste), new RetainedContentLoaderFactory(STOERSTE, -1, false));
        includeMethod(HttpMethod.POST.asString());
    }

    /**
     * Has every request end. The one that holds the body is its own callback, and Jetty forgot to have it listen when it is told that
     * the answer failed: it would be in flight for ever, and hold back each stop. It does listen when told so as a source.
     */
    private static final class Avslutning extends Handler.Wrapper {
        Avslutning(Handler neste) {
            super(neste);
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            if (!(callback instanceof Request medKropp)) {
                return super.handle(request, response, callback);
            }
            Callback begge = Callback.from(callback::succeeded, medKropp::fail);
            try {
                if (!super.handle(request, response, begge)) {
                    Response.writeError(request, response, begge, HttpStatus.NOT_FOUND_404);
                }
            } catch (Throwable e) {
                Response.writeError(request, response, begge, e);
            }
            return true;
        }
    }
}
