package no.rrh.http.dokumentasjon;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.server.Request;

/** The pages that tell of the API. Open to all. */
@Path("api/oppslag/v1/docs")
public final class DokumentasjonRessurs {
    private final Dokument oversikt = Sidemal.fraFil("Dokumentasjon", "docs.html");
    private final Map<String, Dokument> dokumenter = Map.of(
            "CHANGELOG.html", Sidemal.fraFil("Endringer i API-et", "CHANGELOG.html"),
            "feltbeskrivelser.html", Feltbeskrivelser.side(),
            "TESTDATA.html", Tabellside.testdata(),
            "maskinporten.html", Sidemal.fraFil("Kom i gang med Maskinporten", "maskinporten.html"),
            "stil.css", Dokument.av(Dokument.les("sider/stil.css"), "text/css;charset=UTF-8"),
            "ikon.svg", Dokument.av(Dokument.les("sider/ikon.svg"), "image/svg+xml"));

    @GET
    public Response oversikt(@Context Request request) {
        return oversikt.svar(request);
    }

    @GET
    @Path("{navn}")
    public Response dokument(@PathParam("navn") String navn, @Context Request request) {
        return Optional.ofNullable(dokumenter.get(navn))
                .orElseThrow(NotFoundException::new)
                .svar(request);
    }
}
