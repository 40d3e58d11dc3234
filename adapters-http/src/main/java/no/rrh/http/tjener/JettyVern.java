package no.rrh.http.tjener;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import no.rrh.http.feil.Feil;
import no.rrh.http.feil.Jettyfeil;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Refuses what Jetty lets through though RFC 9112 forbids it, and closes the connection: whatever the path, and whatever the
 * answer, since nobody can tell what the hop before took to be the next request.
 */
final class JettyVern extends Handler.Wrapper {
    private final Function<Request, Optional<Feil>> foerst;
    private final Jettyfeil feil;

    /**
     * A handler in front of all others.
     *
     * @param foerst the error that goes before all others
     */
    JettyVern(Handler neste, Function<Request, Optional<Feil>> foerst, Jettyfeil feil) {
        super(neste);
        this.foerst = foerst;
        this.feil = feil;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Optional<Feil> ulovlig = vert(request).or(() -> koding(request));
        if (ulovlig.isEmpty()) {
            return super.handle(request, response, callback);
        }
        response.getHeaders().put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE);
        feil.skriv(request, response, callback, foerst.apply(request).orElseGet(ulovlig::get));
        return true;
    }

    /** Jetty takes a plus for a part of the port (RFC 9112, 3.2). */
    private static Optional<Feil> vert(Request request) {
        String vert = request.getHeaders().get(HttpHeader.HOST);
        return vert != null && vert.contains(":+") ? Optional.of(Feil.ULOVLIG_HTTP) : Optional.empty();
    }

    /**
     * Jetty asks only that chunked be the last coding, and hands on what the others have made as if it were the body. In
     * HTTP/1.0 it reads chunks too, and goes on, though the hop before may have seen no body at all (RFC 9112, 6.1).
     */
    private static Optional<Feil> koding(Request request) {
        if (!request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING)) {
            return Optional.empty();
        }
        List<String> kodinger = request.getHeaders().getCSV(HttpHeader.TRANSFER_ENCODING, false);
        boolean lesbar = request.getConnectionMetaData().getHttpVersion() == HttpVersion.HTTP_1_1
                && kodinger.stream().allMatch(HttpHeaderValue.CHUNKED::is);
        return lesbar ? Optional.empty() : Optional.of(Feil.UKJENT_KODING);
    }
}
