package no.rrh.http.dokumentasjon;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.server.Request;

/** The front page, which leads to the others. */
@Path("")
public final class ForsideRessurs {
    private static final String INNSYN = """
            <li><a href="/innsyn%s">Se eierskap</a><p>Slå opp en virksomhet og se hvem som i siste instans eier eller
            kontrollerer den, tegnet og som tekst.</p></li>
            """;

    /** Of the test data: two persons, by way of a virksomhet that others own, and of foreign ones. */
    private static final String EKSEMPEL = "#314208641";

    private final Dokument forside;

    /**
     * The page.
     *
     * @param innsyn whether there is an innsyn page to lead to
     * @param testdata whether what is shown there can be an example of the test data
     */
    public ForsideRessurs(boolean innsyn, boolean testdata) {
        String lenke = innsyn ? INNSYN.formatted(testdata ? EKSEMPEL : "") : "";
        this.forside = Sidemal.side(
                "Oppslag i registeret",
                new String(Dokument.les("sider/forside.html"), StandardCharsets.UTF_8)
                        .replace("<ul class=\"kort\">\n", "<ul class=\"kort\">\n" + lenke));
    }

    @GET
    public Response forside(@Context Request request) {
        return forside.svar(request);
    }
}
