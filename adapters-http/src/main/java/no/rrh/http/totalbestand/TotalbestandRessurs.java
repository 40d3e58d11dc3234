package no.rrh.http.totalbestand;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import no.rrh.application.port.in.Forespoersel;
import no.rrh.application.port.in.HentTotalbestand;
import no.rrh.application.port.out.Totalbestandformat;
import no.rrh.domain.tilgang.Operasjon;
import no.rrh.http.forhandling.Mediatype;
import no.rrh.http.kall.Gjelder;
import no.rrh.http.kall.Kall;
import no.rrh.http.sikkerhet.Autentisert;
import org.eclipse.jetty.server.Request;

/** {@code GET /api/virksomheter/json}: the whole register as a ZIP of JSON, with single ranges. */
@Path("api/virksomheter/json")
@Autentisert
@Gjelder(Operasjon.TOTALBESTAND_A)
public final class TotalbestandRessurs {
    private final HentTotalbestand hentTotalbestand;
    private final Nedlastinger nedlastinger;

    public TotalbestandRessurs(HentTotalbestand hentTotalbestand, Nedlastinger nedlastinger) {
        this.hentTotalbestand = hentTotalbestand;
        this.nedlastinger = nedlastinger;
    }

    @GET
    public Response hent(@Context Request request) {
        return Filsvar.av(
                request,
                hentTotalbestand.hent(
                        Kall.av(request).innsynskall(),
                        new Forespoersel<>(Mediatype.godtarZip(request.getHeaders()), () -> Totalbestandformat.JSON)),
                nedlastinger);
    }
}
