package no.rrh.http.svar;

import jakarta.ws.rs.core.Response;
import java.util.Iterator;
import java.util.Optional;
import no.rrh.http.feil.Avvisning;
import no.rrh.http.feil.Feil;
import no.rrh.http.forhandling.Etag;
import no.rrh.http.forhandling.Mediatype;
import no.rrh.http.forhandling.Vilkaar;
import no.rrh.http.representasjon.Spraak;
import org.eclipse.jetty.server.Request;

/** Answers in JSON. */
public final class Jsonsvar {
    private static final String VARY = "Accept, Accept-Language, Authorization";

    private Jsonsvar() {}

    /**
     * A representation with a strong ETag of its own, whose conditions are weighed.
     *
     * @param cacheControl who may keep it, and for how long
     * @throws Avvisning 412 when a condition does not hold
     */
    public static Response medEtag(Request request, byte[] json, Mediatype type, Spraak spraak, String cacheControl) {
        Etag etag = Etag.av(json, type);
        Vilkaar vilkaar = Vilkaar.av(request.getHeaders(), etag, Optional.empty());
        if (vilkaar == Vilkaar.BRUTT) {
            throw new Avvisning(Feil.vilkaaretErBrutt());
        }
        Response.ResponseBuilder svar = vilkaar == Vilkaar.KJENT
                ? Response.notModified().header("Content-Length", json.length)
                : Response.ok(json, type.innholdstype());
        return svar.header("ETag", etag.verdi())
                .header("Cache-Control", cacheControl)
                .header("Vary", VARY)
                .header("Content-Language", spraak.kode())
                .build();
    }

    /** An answer that nobody may keep, of any size: it is made as the client takes it. */
    public static Response.ResponseBuilder stykkevis(Request request, Iterator<byte[]> json, Mediatype type) {
        Kroppsending.bestill(request, new Stykker(json));
        return Response.ok()
                .header("Content-Type", type.innholdstype())
                .header("Cache-Control", "private, no-store")
                .header("Vary", VARY);
    }
}
