package no.rrh.http.kodeliste;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import no.rrh.application.port.in.UkjentFormat;
import no.rrh.http.forhandling.Mediatype;
import no.rrh.http.representasjon.Kodenavn;
import no.rrh.http.representasjon.Spraak;
import no.rrh.http.svar.Jsonsvar;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/** {@code GET /api/oppslag/v1/kodelister}: every code list of the register. It is open to all, and asks for no token. */
@Path("api/oppslag/v1/kodelister")
public final class KodelisteRessurs {
    private static final HttpField FOR_ALLE = new HttpField(HttpHeader.CACHE_CONTROL, "public, no-cache");

    @GET
    public Response hent(@Context Request request) {
        if (!Mediatype.godtarJson(request.getHeaders())) {
            throw new UkjentFormat();
        }
        Spraak spraak = Spraak.forhandle(request.getHeaders().getValuesList("Accept-Language"));
        return Jsonsvar.medEtag(request, Kodenavn.json(spraak), Mediatype.JSON, spraak, FOR_ALLE)
                .tilJersey();
    }
}
