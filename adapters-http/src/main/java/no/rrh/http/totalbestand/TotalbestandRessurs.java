package no.rrh.http.totalbestand;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import no.rrh.application.port.in.Forespoersel;
import no.rrh.application.port.in.HentTotalbestand;
import no.rrh.application.port.in.Totalbestandformat;
import no.rrh.http.forhandling.Mediatype;
import no.rrh.http.kall.Kall;
import no.rrh.http.sikkerhet.Autentisert;
import org.eclipse.jetty.server.Request;

/** {@code GET /api/virksomheter/json}: the whole register as a ZIP, with single ranges. */
@Path("api/virksomheter/json")
@Autentisert
public final class TotalbestandRessurs {
    private final HentTotalbestand hentTotalbestand;

    public TotalbestandRessurs(HentTotalbestand hentTotalbestand) {
        this.hentTotalbestand = hentTotalbestand;
    }

    @GET
    public Response hent(@Context Request request) {
        return Filsvar.av(
                request,
                hentTotalbestand.hent(
                        Kall.av(request).kaller(),
                        new Forespoersel<>(Mediatype.godtarZip(request.getHeaders()), () -> Totalbestandformat.JSON)));
    }
}
