package no.rrh.http.virksomhet;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import no.rrh.application.port.in.HentVirksomhet;
import no.rrh.domain.tilgang.Operasjon;
import no.rrh.http.kall.Gjelder;
import no.rrh.http.representasjon.V1Representasjon;
import no.rrh.http.sikkerhet.Autentisert;
import org.eclipse.jetty.server.Request;

/** {@code GET /api/virksomheter/{organisasjonsnummer}}: the gjeldende registration of one virksomhet. */
@Path("api/virksomheter/{organisasjonsnummer}")
@Autentisert
@Gjelder(Operasjon.OPPSLAG_A)
public final class VirksomhetRessurs {
    private final Virksomhetssvar svar;

    public VirksomhetRessurs(HentVirksomhet hentVirksomhet, V1Representasjon representasjon) {
        this.svar = new Virksomhetssvar(hentVirksomhet, representasjon);
    }

    @GET
    public Response hent(@PathParam("organisasjonsnummer") String nummer, @Context Request request) {
        return svar.paa(nummer, request);
    }
}
