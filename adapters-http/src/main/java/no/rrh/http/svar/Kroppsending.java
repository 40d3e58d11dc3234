package no.rrh.http.svar;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import no.rrh.application.port.out.Innsynsfoering.Fase;
import no.rrh.http.feil.Feil;
import no.rrh.http.feil.Jettyfeil;
import no.rrh.http.innsynslogg.Innsynsvakt;
import no.rrh.http.kall.Kall;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends a body after Jersey has decided status and headers: asynchronously, so that a slow reader holds neither a thread nor
 * more of the heap than a piece. A body that fails half-way breaks the connection, which the client sees: neither the
 * promised length nor the last chunk comes.
 */
public final class Kroppsending extends Handler.Wrapper {
    private static final Logger LOG = LoggerFactory.getLogger(Kroppsending.class);
    private static final String BESTILLING = Kroppsending.class.getName();

    /** They wait for the register, so they are few, and no more than leave connections to it for look-ups. */
    private static final int ARBEIDERE = 4;

    private final ExecutorService arbeidere = Executors.newFixedThreadPool(ARBEIDERE, arbeid -> {
        Thread ny = new Thread(arbeid, "http-kropp");
        ny.setDaemon(true);
        return ny;
    });

    private final Innsynsvakt vakt;
    private final Jettyfeil feil;

    /**
     * Sends what Jersey has decided.
     *
     * @param vakt is told of each answer before it leaves
     * @param feil answers where that could not be written down
     */
    public Kroppsending(Handler jersey, Innsynsvakt vakt, Jettyfeil feil) {
        super(jersey);
        this.vakt = vakt;
        this.feil = feil;
    }

    /** Asks for the body to be sent once Jersey is done; on HEAD only its length, where that is known. */
    public static void bestill(Request request, Kropp kropp) {
        request.setAttribute(BESTILLING, kropp);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        return super.handle(request, new UtenKropp(request, response), new EtterJersey(request, response, callback));
    }

    /**
     * Makes no more of any body, once the connections are cut, and waits for what is being made. Nobody is interrupted.
     *
     * @return whether all was done in time
     */
    public boolean steng(Duration lengst) throws InterruptedException {
        arbeidere.shutdown();
        return arbeidere.awaitTermination(lengst.toNanos(), TimeUnit.NANOSECONDS);
    }

    private static Kropp bestilling(Request request) {
        return (Kropp) request.getAttribute(BESTILLING);
    }

    /** Holds back Jersey's empty body where another is to follow, so that the headers are not sent without it. */
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

    private final class EtterJersey extends Callback.Nested {
        private final Request request;
        private final Response response;

        EtterJersey(Request request, Response response, Callback callback) {
            super(callback);
            this.request = request;
            this.response = response;
        }

        @Override
        public void succeeded() {
            Kropp kropp = bestilling(request);
            if (!Innsynsvakt.gjelder(request)) {
                send(kropp);
                return;
            }
            boolean varer = kropp != null && kropp.varer() && !"HEAD".equals(request.getMethod());
            vakt.foer(request, response, varer ? Fase.BEGYNT : Fase.HEL).whenComplete((ingen, ikkeSkrevet) -> {
                // whoever writes the log would keep what is thrown to itself, and the request would never end
                try {
                    if (ikkeSkrevet != null) {
                        avslaa(ikkeSkrevet);
                        return;
                    }
                    if (varer) {
                        Request.addCompletionListener(request, brudd -> vakt.avsluttet(request, response, brudd));
                    }
                    if (varer) {
                        // who writes the log has other things to do than to send a file
                        request.getComponents().getExecutor().execute(() -> send(kropp));
                    } else {
                        send(kropp);
                    }
                } catch (RuntimeException | Error e) {
                    getCallback().failed(e);
                }
            });
        }

        private void avslaa(Throwable ikkeSkrevet) {
            LOG.atError()
                    .addKeyValue("trace", Kall.av(request).sporing())
                    .setCause(ikkeSkrevet)
                    .log("A request was not answered, since the innsynslogg could not be written to");
            response.reset();
            feil.skriv(
                    request,
                    response,
                    getCallback(),
                    Feil.utenInnsynslogg(Kall.av(request).flate()));
        }

        private void send(Kropp kropp) {
            if (kropp == null) {
                super.succeeded();
                return;
            }
            settLengde(kropp);
            if ("HEAD".equals(request.getMethod())) {
                // in two steps, since Jetty gives an answer that ends with its first write the length of that write
                Callback slutt = getCallback();
                response.write(
                        false,
                        BufferUtil.EMPTY_BUFFER,
                        Callback.from(() -> response.write(true, BufferUtil.EMPTY_BUFFER, slutt), slutt::failed));
            } else if (kropp instanceof Stykker stykker && stykker.erLite()) {
                response.write(true, stykker.alt(), getCallback());
            } else {
                Content.copy(kropp.kilde(request, arbeidere, () -> vakt.foerDel(request)), response, getCallback());
            }
        }

        /** Chunks must be asked for: to who wants the connection closed Jetty would end the body by that, as it ends a failure. */
        private void settLengde(Kropp kropp) {
            HttpFields.Mutable headere = response.getHeaders();
            headere.remove(HttpHeader.CONTENT_LENGTH);
            if (kropp.lengde().isPresent()) {
                headere.put(HttpHeader.CONTENT_LENGTH, kropp.lengde().getAsLong());
            } else if (request.getConnectionMetaData().getHttpVersion() == HttpVersion.HTTP_1_1) {
                headere.put(HttpHeader.TRANSFER_ENCODING, HttpHeaderValue.CHUNKED.asString());
            }
        }
    }
}
