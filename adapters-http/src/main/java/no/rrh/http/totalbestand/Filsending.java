package no.rrh.http.totalbestand;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Sends a file after Jersey has decided status and headers: asynchronously and from direct buffers, so that a slow reader
 * holds neither a thread nor the heap. A file that cannot be read to its end breaks the connection, which the client sees
 * since Content-Length was promised.
 */
public final class Filsending extends Handler.Wrapper {
    private static final String BESTILLING = Filsending.class.getName();
    private static final int BUFFER = 64 * 1024;

    public Filsending(Handler jersey) {
        super(jersey);
    }

    /** Asks for the bytes to be sent once Jersey is done; on HEAD only their number. */
    static void bestill(Request request, Path sti, Byteomraade omraade) {
        request.setAttribute(BESTILLING, new Bestilling(sti, omraade));
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        return super.handle(request, new UtenKropp(request, response), new EtterJersey(request, response, callback));
    }

    private static Bestilling bestilling(Request request) {
        return (Bestilling) request.getAttribute(BESTILLING);
    }

    private record Bestilling(Path sti, Byteomraade omraade) {}

    /** Holds back Jersey's empty body where a file is to follow, so that the headers are not sent without it. */
    private static final class UtenKropp extends Response.Wrapper {
        UtenKropp(Request request, Response response) {
            super(request, response);
        }

        @Override
        public void write(boolean last, ByteBuffer bytes, Callback callback) {
            if (bestilling(getRequest()) == null) {
                super.write(last, bytes, callback);
            } else {
                callback.succeeded();
            }
        }
    }

    private static final class EtterJersey extends Callback.Nested {
        private final Request request;
        private final Response response;

        EtterJersey(Request request, Response response, Callback callback) {
            super(callback);
            this.request = request;
            this.response = response;
        }

        @Override
        public void succeeded() {
            Bestilling bestilling = bestilling(request);
            if (bestilling == null) {
                super.succeeded();
                return;
            }
            Byteomraade omraade = bestilling.omraade;
            response.getHeaders().put(HttpHeader.CONTENT_LENGTH, omraade.lengde());
            if ("HEAD".equals(request.getMethod())) {
                response.write(true, null, getCallback());
                return;
            }
            ByteBufferPool.Sized buffere =
                    new ByteBufferPool.Sized(request.getComponents().getByteBufferPool(), true, BUFFER);
            Content.copy(
                    Content.Source.from(buffere, bestilling.sti, omraade.fra(), omraade.lengde()),
                    response,
                    getCallback());
        }
    }
}
