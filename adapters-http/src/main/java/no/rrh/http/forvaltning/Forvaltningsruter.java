package no.rrh.http.forvaltning;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.rrh.http.feil.Feil;
import no.rrh.http.feil.Jettyfeil;
import no.rrh.http.kall.Kall;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The paths of the management port. A page in a browser on the machine may be made to call it under a name of its own that
 * leads to loopback (DNS rebinding), so it answers only those who name a loopback host; the rest a browser does by itself,
 * since nothing here allows other origins.
 */
final class Forvaltningsruter extends Handler.Abstract {
    private static final Logger LOG = LoggerFactory.getLogger(Forvaltningsruter.class);
    private static final Pattern LOOPBACK = Pattern.compile(
            "(localhost|127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|\\[::1])(:\\d{1,5})?", Pattern.CASE_INSENSITIVE);

    private final Map<String, Supplier<Forvaltningssvar>> stier;
    private final Jettyfeil feil;

    Forvaltningsruter(Map<String, Supplier<Forvaltningssvar>> stier, Jettyfeil feil) {
        this.stier = stier;
        this.feil = feil;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        response.getHeaders().put("Cross-Origin-Resource-Policy", "same-origin");
        Optional<Feil> avslag = avslag(request);
        if (avslag.isPresent()) {
            feil.skriv(request, response, callback, avslag.get());
            return true;
        }
        try {
            svar(
                    request,
                    response,
                    callback,
                    stier.get(request.getHttpURI().getPath()).get());
        } catch (RuntimeException e) {
            LOG.atError()
                    .addKeyValue("trace", Kall.av(request).sporing())
                    .setCause(e)
                    .log("A request failed");
            feil.skriv(request, response, callback, Feil.INTERN);
        }
        return true;
    }

    private Optional<Feil> avslag(Request request) {
        if (!navngirLoopback(request)) {
            return Optional.of(
                    Feil.av(403, "Forvaltningsporten svarer bare når Host er localhost eller en loopback-adresse"));
        }
        if (!stier.containsKey(request.getHttpURI().getPath())) {
            return Optional.of(Feil.av(
                    404,
                    "Stien finnes ikke. Forvaltningsporten har "
                            + stier.keySet().stream().sorted().collect(Collectors.joining(", "))));
        }
        return "GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod())
                ? Optional.empty()
                : Optional.of(Feil.feilMetode());
    }

    /** In the header, and in the target where that names a host too. */
    private static boolean navngirLoopback(Request request) {
        String header = request.getHeaders().get(HttpHeader.HOST);
        String maal = request.getHttpURI().getAuthority();
        return header != null
                && LOOPBACK.matcher(header).matches()
                && (maal == null || LOOPBACK.matcher(maal).matches());
    }

    private static void svar(Request request, Response response, Callback callback, Forvaltningssvar svar) {
        byte[] kropp = svar.tekst().getBytes(StandardCharsets.UTF_8);
        response.setStatus(svar.status());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, svar.type());
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, kropp.length);
        response.write(true, "HEAD".equals(request.getMethod()) ? null : ByteBuffer.wrap(kropp), callback);
    }
}
