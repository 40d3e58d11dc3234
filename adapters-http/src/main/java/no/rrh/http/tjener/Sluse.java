package no.rrh.http.tjener;

import java.util.Optional;
import java.util.function.Function;
import no.rrh.http.feil.Feil;
import no.rrh.http.feil.Jettyfeil;
import no.rrh.http.kall.Sti;
import org.eclipse.jetty.http.HttpScheme;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The refusals that come before routing, in the order of the contract: not taking requests, or none of this caller's, then the URI. */
final class Sluse extends Handler.Wrapper {
    private final Function<Request, Optional<Feil>> foerst;
    private final Jettyfeil feil;

    Sluse(Handler neste, Function<Request, Optional<Feil>> foerst, Jettyfeil feil) {
        super(neste);
        this.foerst = foerst;
        this.feil = feil;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Optional<Feil> avslag = foerst.apply(request).or(() -> uri(request));
        if (avslag.isPresent()) {
            feil.skriv(request, response, callback, avslag.get());
            return true;
        }
        return super.handle(request, response, callback);
    }

    private static Optional<Feil> uri(Request request) {
        HttpURI uri = request.getHttpURI();
        String sti = uri.getPath();
        if (gjelderIngenSti(request.getMethod(), sti)) {
            return Optional.of(Feil.feilMetode());
        }
        if (!erHttp(uri.getScheme()) || uri.getAuthority() != null && uri.getHost() == null) {
            return Optional.of(Feil.ULESELIG_URI);
        }
        if (sti != null && sti.length() > Sti.LENGSTE) {
            return Optional.of(Feil.FOR_LANG_URI);
        }
        return Sti.kanLeses(sti, uri.getQuery()) ? Optional.empty() : Optional.of(Feil.ULESELIG_URI);
    }

    /** CONNECT names a server, and {@code OPTIONS *} asks the server itself (RFC 9110, 9.3.6 and 9.3.7). */
    private static boolean gjelderIngenSti(String metode, String sti) {
        return "CONNECT".equals(metode) || "OPTIONS".equals(metode) && "*".equals(sti);
    }

    /** The URI may say either: TLS may end in front of this server. */
    private static boolean erHttp(String skjema) {
        return skjema == null || HttpScheme.HTTP.is(skjema) || HttpScheme.HTTPS.is(skjema);
    }
}
