package no.rrh.http.dokumentasjon;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.server.Request;

/** Swagger UI, from its WebJar, on the OpenAPI file. It runs the scripts of this server and speaks to this server alone. */
@Path("api/oppslag")
public final class SwaggerRessurs {
    private static final String REGLER =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** The version is that of the build: another is not found, and the server does not start. */
    private static final String WEBJAR = "/META-INF/resources/webjars/swagger-ui/5.34.1/";

    private static final String JAVASCRIPT = "text/javascript;charset=UTF-8";
    private static final String CSS = "text/css;charset=UTF-8";

    private final Dokument side;
    private final Map<String, Dokument> filer;

    /**
     * The page.
     *
     * @param lokal whether the server is its own Maskinporten, so that the page fetches a token by itself
     */
    public SwaggerRessurs(boolean lokal) {
        this.side = Dokument.side(new String(Dokument.les("sider/swagger.html"), StandardCharsets.UTF_8)
                .replace("data-lokal=\"\"", "data-lokal=\"" + (lokal ? "ja" : "nei") + '"'));
        this.filer = Map.of(
                "swagger-ui-bundle.js", Dokument.av(Dokument.les(WEBJAR + "swagger-ui-bundle.js"), JAVASCRIPT),
                "swagger-ui.css", Dokument.av(Dokument.les(WEBJAR + "swagger-ui.css"), CSS),
                "oppstart.js", Dokument.av(Dokument.les("sider/swagger.js"), JAVASCRIPT),
                "tillegg.css", Dokument.av(Dokument.les("sider/swagger.css"), CSS));
    }

    @GET
    public Response side(@Context Request request) {
        return side.svar(request, REGLER);
    }

    @GET
    @Path("swagger-ui/{navn}")
    public Response fil(@PathParam("navn") String navn, @Context Request request) {
        return Optional.ofNullable(filer.get(navn))
                .orElseThrow(NotFoundException::new)
                .svar(request);
    }
}
