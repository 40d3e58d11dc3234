package no.rrh.http.virksomhet;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import no.rrh.application.port.in.Forespoersel;
import no.rrh.application.port.in.HentVirksomhet;
import no.rrh.domain.innsyn.VirksomhetInnsyn;
import no.rrh.domain.virksomhet.Organisasjonsnummer;
import no.rrh.http.feil.Avvisning;
import no.rrh.http.feil.Feil;
import no.rrh.http.forhandling.Etag;
import no.rrh.http.forhandling.Mediatype;
import no.rrh.http.forhandling.Vilkaar;
import no.rrh.http.kall.Kall;
import no.rrh.http.representasjon.Spraak;
import no.rrh.http.representasjon.V1Representasjon;
import no.rrh.http.sikkerhet.Autentisert;
import org.eclipse.jetty.server.Request;

/** {@code GET /api/virksomheter/{organisasjonsnummer}}: the gjeldende registration of one virksomhet. */
@Path("api/virksomheter/{organisasjonsnummer}")
@Autentisert
public final class VirksomhetRessurs {
    private final HentVirksomhet hentVirksomhet;
    private final V1Representasjon representasjon;

    public VirksomhetRessurs(HentVirksomhet hentVirksomhet, V1Representasjon representasjon) {
        this.hentVirksomhet = hentVirksomhet;
        this.representasjon = representasjon;
    }

    @GET
    public Response hent(@PathParam("organisasjonsnummer") String nummer, @Context Request request) {
        Optional<Mediatype> type = Mediatype.forOppslag(request.getHeaders());
        VirksomhetInnsyn innsyn = hentVirksomhet.hent(
                Kall.av(request).kaller(), new Forespoersel<>(type.isPresent(), () -> new Organisasjonsnummer(nummer)));
        Spraak spraak = Spraak.forhandle(request.getHeaders().getValuesList("Accept-Language"));
        return svar(request, representasjon.virksomhet(innsyn, spraak), type.orElseThrow(), spraak);
    }

    private static Response svar(Request request, byte[] json, Mediatype type, Spraak spraak) {
        Etag etag = Etag.av(json, type);
        Vilkaar vilkaar = Vilkaar.av(request.getHeaders(), etag, Optional.empty());
        if (vilkaar == Vilkaar.BRUTT) {
            throw new Avvisning(Feil.vilkaaretErBrutt());
        }
        Response.ResponseBuilder svar = vilkaar == Vilkaar.KJENT
                ? Response.notModified().header("Content-Length", json.length)
                : Response.ok(json, type.innholdstype());
        return svar.header("ETag", etag.verdi())
                .header("Cache-Control", "private, no-cache")
                .header("Vary", "Accept, Accept-Language, Authorization")
                .header("Content-Language", spraak.kode())
                .build();
    }
}
