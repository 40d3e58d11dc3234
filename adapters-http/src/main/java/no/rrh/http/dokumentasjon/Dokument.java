package no.rrh.http.dokumentasjon;

import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import no.rrh.http.feil.Avvisning;
import no.rrh.http.feil.Feil;
import no.rrh.http.forhandling.Etag;
import no.rrh.http.forhandling.Vilkaar;
import org.eclipse.jetty.server.Request;

/** Something to read that is the same for as long as the server runs. Open to all. */
public record Dokument(byte[] innhold, String type, Etag etag) {
    /** A page holds no script and no form, and nobody may frame it. */
    private static final String REGLER_FOR_SIDER =
            "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none';"
                    + " form-action 'none'; frame-ancestors 'none'";

    /** No page of ours has use for what a browser can be asked to let one have. */
    private static final String INGEN_TILLATELSER = "accelerometer=(), autoplay=(), camera=(), display-capture=(),"
            + " encrypted-media=(), fullscreen=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(),"
            + " payment=(), picture-in-picture=(), screen-wake-lock=(), usb=(), xr-spatial-tracking=()";

    /** A file as it is. */
    public static Dokument av(byte[] innhold, String type) {
        return new Dokument(innhold, type, Etag.av(innhold, type));
    }

    /** A page; which scripts it may run is said when it is answered, and is none where nothing is said. */
    public static Dokument side(String html) {
        return av(html.getBytes(StandardCharsets.UTF_8), "text/html;charset=UTF-8");
    }

    /** The file beside this class, or by its whole path from {@code /}. */
    public static byte[] les(String navn) {
        try (InputStream fil = Dokument.class.getResourceAsStream(navn)) {
            return fil.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The answer of what runs no script.
     *
     * @throws Avvisning 412 when a condition does not hold
     */
    public Response svar(Request request) {
        return svar(request, REGLER_FOR_SIDER);
    }

    /**
     * The answer.
     *
     * @param regler the Content-Security-Policy
     * @throws Avvisning 412 when a condition does not hold
     */
    public Response svar(Request request, String regler) {
        Vilkaar vilkaar = Vilkaar.av(request.getHeaders(), etag, Optional.empty());
        if (vilkaar == Vilkaar.BRUTT) {
            throw new Avvisning(Feil.vilkaaretErBrutt());
        }
        Response.ResponseBuilder svar = vilkaar == Vilkaar.KJENT
                ? Response.notModified().header("Content-Length", innhold.length)
                : Response.ok(innhold).header("Content-Type", type);
        return svar.header("ETag", etag.verdi())
                .header("Cache-Control", "no-cache")
                .header("Content-Security-Policy", regler)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Frame-Options", "DENY")
                .header("Permissions-Policy", INGEN_TILLATELSER)
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .build();
    }
}
