package no.rrh.http.feil;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Function;
import no.rrh.http.kall.Kall;
import no.rrh.http.kall.Sti;
import no.rrh.http.tls.Hsts;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** The errors that the HTTP server raises before the application, and those that handlers in front of Jersey give. */
public final class Jettyfeil extends ErrorHandler {
    private final Feilkropp kropp;
    private final Function<Request, Optional<Feil>> foerst;
    private final int headere;

    /**
     * An error handler.
     *
     * @param foerst the error that goes before all others, whatever is wrong with the request: the server does not take
     *     requests, or none of this caller's
     * @param headere how large the headers of a request may be, in bytes
     */
    public Jettyfeil(Feilkropp kropp, Function<Request, Optional<Feil>> foerst, int headere) {
        this.kropp = kropp;
        this.foerst = foerst;
        this.headere = headere;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        skriv(request, response, callback, foerst.apply(request).orElseGet(() -> feil(request, response.getStatus())));
        return true;
    }

    /** Answers with the error. */
    public void skriv(Request request, Response response, Callback callback, Feil feil) {
        byte[] json = kropp.skriv(feil, Kall.av(request));
        response.setStatus(feil.status());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Feilkropp.TYPE);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, json.length);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        if (!request.getConnectionMetaData().isPersistent()) {
            // Jetty closes after what it could not read, and says so only where it has read the version
            response.getHeaders().put(HttpHeader.CONNECTION, "close");
        }
        feil.headere().forEach(response.getHeaders()::put);
        Hsts.leggTil(request, response.getHeaders());
        boolean medKropp = !"HEAD".equals(request.getMethod());
        response.write(true, medKropp ? ByteBuffer.wrap(json) : null, callback);
    }

    private Feil feil(Request request, int status) {
        return switch (status) {
            case 400 -> Sti.kanLeses(request.getHttpURI()) ? Feil.ULOVLIG_HTTP : Feil.ULESELIG_URI;
            // an HTTP version that does not exist or is not spoken here, also when a blank in the URI makes it so
            case 426, 505 -> Feil.ULOVLIG_HTTP;
            case 404 -> Feil.UKJENT_STI;
            case 405 -> Feil.feilMetode();
            case 414 -> Feil.FOR_LANG_URI;
            case 417 -> Feil.av(417, "Expect kan bare være 100-continue");
            case 431 -> Feil.forStoreHeadere(headere);
            case 503 -> Feil.STARTER;
            default -> status < 500 ? Feil.av(status, "Kallet kan ikke behandles") : Feil.INTERN;
        };
    }
}
