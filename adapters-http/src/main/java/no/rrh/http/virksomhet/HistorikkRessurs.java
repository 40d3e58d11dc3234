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

/** {@code GET /api/oppslag/v1/virksomheter/{organisasjonsnummer}}: every registration of one virksomhet, newest first. */
@Path("api/oppslag/v1/virksomheter/{organisasjonsnummer}")
@Autentisert
@Gjelder(Operasjon.OPPSLAG_B)
public final class HistorikkRessurs {
    private final Virksomhetssvar svar;

    public HistorikkRessurs(HentVirksomhet hentVirksomhet, V1Representasjon representasjon) {
        this.svar = new Virksomhetssvar(hentVirksomhet, representasjon);
    }

    @GET
    public Response hent(@PathParam("organisasjonsnummer") String nummer, @Context Request request) {
        return svar.paa(nummer, request);
    }
}
