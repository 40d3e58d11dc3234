package no.rrh.http.dokumentasjon;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.eclipse.jetty.server.Request;

/** The front page, which leads to the others. */
@Path("")
public final class ForsideRessurs {
    private final Dokument forside = Sidemal.fraFil("Oppslag i registeret", "forside.html");

    @GET
    public Response forside(@Context Request request) {
        return forside.svar(request);
    }
}
