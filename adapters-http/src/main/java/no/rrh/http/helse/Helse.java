package no.rrh.http.helse;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import no.rrh.http.feil.Feil;
import no.rrh.http.feil.Feilkropp;
import no.rrh.http.feil.Jettyfeil;
import no.rrh.http.kall.Sti;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * {@code /helse/live}: 200 while the process can answer at all. {@code /helse/klar}: 200 when it can answer look-ups,
 * else 503; it waits neither for the totalbestand nor for Maskinporten. Both are open, and answered in front of
 * everything else, so that they work while the server starts and stops.
 */
public final class Helse extends Handler.Wrapper {
    private final Supplier<Optional<Feil>> hindring;
    private final Jettyfeil feil;

    /**
     * A handler in front of another.
     *
     * @param hindring what keeps look-ups from being answered now
     */
    public Helse(Handler neste, Supplier<Optional<Feil>> hindring, Jettyfeil feil) {
        super(neste);
        this.hindring = hindring;
        this.feil = feil;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String sti = request.getHttpURI().getPath();
        boolean live = "/helse/live".equals(sti);
        if (!live && !"/helse/klar".equals(sti)) {
            return super.handle(request, response, callback);
        }
        Optional<Feil> avslag = avslag(request, live);
        if (avslag.isPresent()) {
            feil.skriv(request, response, callback, avslag.get());
        } else {
            svar(request, response, callback, live ? "{\"status\":\"live\"}" : "{\"status\":\"klar\"}");
        }
        return true;
    }

    private Optional<Feil> avslag(Request request, boolean live) {
        if (!Sti.kanLeses(request.getHttpURI())) {
            return Optional.of(Feil.ULESELIG_URI);
        }
        String metode = request.getMethod();
        if (!"GET".equals(metode) && !"HEAD".equals(metode)) {
            return Optional.of(Feil.feilMetode());
        }
        return live ? Optional.empty() : hindring.get();
    }

    private static void svar(Request request, Response response, Callback callback, String tekst) {
        byte[] json = tekst.getBytes(StandardCharsets.UTF_8);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Feilkropp.TYPE);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, json.length);
        response.write(true, "HEAD".equals(request.getMethod()) ? null : ByteBuffer.wrap(json), callback);
    }
}
