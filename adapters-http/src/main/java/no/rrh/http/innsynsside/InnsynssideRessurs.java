package no.rrh.http.innsynsside;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.rrh.http.dokumentasjon.Dokument;
import org.eclipse.jetty.server.Request;

/**
 * The innsyn page and its files. They are the same for everybody and hold nothing of the register: what the page shows, it asks
 * the API for, in the browser, with the token of whoever uses it.
 */
@Path("innsyn")
public final class InnsynssideRessurs {
    /** Scripts of this server alone, none of them made of text; {@code blob:} is the drawing on its way to a PNG. */
    private static final String REGLER =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:;"
                    + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
                    + " require-trusted-types-for 'script'; trusted-types 'none'";

    private static final String MAPPE = "/no/rrh/http/innsynsside/";

    /** The version is that of the build: another is not found, and the server does not start. */
    private static final String DAGRE = "/META-INF/resources/webjars/dagre/0.8.4/dist/dagre.min.js";

    private static final String JAVASCRIPT = "text/javascript;charset=UTF-8";

    private final Dokument side;
    private final Map<String, Dokument> filer;

    /**
     * The page.
     *
     * @param lokal whether the server is its own Maskinporten, so that the page gets a token of the scope that is chosen
     */
    public InnsynssideRessurs(boolean lokal) {
        this.side = Dokument.side(new String(Dokument.les(MAPPE + "side.html"), StandardCharsets.UTF_8)
                .replace("data-lokal=\"\"", "data-lokal=\"" + (lokal ? "ja" : "nei") + '"'));
        this.filer = new HashMap<>(Stream.of(
                        "side",
                        "api",
                        "foelg",
                        "modell",
                        "ord",
                        "oppsett",
                        "linjer",
                        "tegning",
                        "tekst",
                        "bygg",
                        "spraak",
                        "ordbok",
                        "nedlasting")
                .map(navn -> navn + ".js")
                .collect(Collectors.toMap(navn -> navn, navn -> Dokument.av(Dokument.les(MAPPE + navn), JAVASCRIPT))));
        filer.put("dagre.min.js", Dokument.av(Dokument.les(DAGRE), JAVASCRIPT));
        filer.put("innsyn.css", Dokument.av(Dokument.les(MAPPE + "innsyn.css"), "text/css;charset=UTF-8"));
    }

    @GET
    public Response side(@Context Request request) {
        return side.svar(request, REGLER);
    }

    @GET
    @Path("{navn}")
    public Response fil(@PathParam("navn") String navn, @Context Request request) {
        return Optional.ofNullable(filer.get(navn))
                .orElseThrow(NotFoundException::new)
                .svar(request);
    }
}
