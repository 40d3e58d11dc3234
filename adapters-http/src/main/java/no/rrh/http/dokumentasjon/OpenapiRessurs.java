package no.rrh.http.dokumentasjon;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import no.rrh.http.feil.Avvisning;
import no.rrh.http.feil.Feil;
import no.rrh.http.forhandling.Etag;
import no.rrh.http.forhandling.Vilkaar;
import org.eclipse.jetty.server.Request;

/** The OpenAPI file as YAML, as JSON, and both in a ZIP. Open to all; the same for as long as the server runs. */
@Path("api/oppslag/openapi")
public final class OpenapiRessurs {
    private static final String YAML = "openapi.yaml";
    private static final String JSON = "openapi.json";

    /** A ZIP says when its files were changed; that of the same files shall have the same bytes. */
    private static final LocalDateTime FAST_TID = LocalDateTime.of(2026, 1, 1, 0, 0);

    private final Dokument yaml;
    private final Dokument json;
    private final Dokument zip;

    public OpenapiRessurs() {
        Map<String, byte[]> filer = new TreeMap<>(Map.of(YAML, les(YAML), JSON, les(JSON)));
        this.yaml = Dokument.av(filer.get(YAML), "application/yaml;charset=UTF-8");
        this.json = Dokument.av(filer.get(JSON), "application/json;charset=UTF-8");
        this.zip = Dokument.av(pakk(filer), "application/zip");
    }

    @GET
    @Path(YAML)
    public Response yaml(@Context Request request) {
        return yaml.svar(request);
    }

    @GET
    @Path(JSON)
    public Response json(@Context Request request) {
        return json.svar(request);
    }

    @GET
    @Path("openapi.zip")
    public Response zip(@Context Request request) {
        return zip.svar(request);
    }

    private static byte[] les(String navn) {
        try (InputStream fil = OpenapiRessurs.class.getResourceAsStream(navn)) {
            return fil.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] pakk(Map<String, byte[]> filer) {
        ByteArrayOutputStream ut = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(ut)) {
            for (Map.Entry<String, byte[]> fil : filer.entrySet()) {
                ZipEntry oppfoering = new ZipEntry(fil.getKey());
                oppfoering.setTimeLocal(FAST_TID);
                zip.putNextEntry(oppfoering);
                zip.write(fil.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ut.toByteArray();
    }

    private record Dokument(byte[] innhold, String type, Etag etag) {
        static Dokument av(byte[] innhold, String type) {
            return new Dokument(innhold, type, Etag.av(innhold, type));
        }

        Response svar(Request request) {
            Vilkaar vilkaar = Vilkaar.av(request.getHeaders(), etag, Optional.empty());
            if (vilkaar == Vilkaar.BRUTT) {
                throw new Avvisning(Feil.vilkaaretErBrutt());
            }
            Response.ResponseBuilder svar = vilkaar == Vilkaar.KJENT
                    ? Response.notModified().header("Content-Length", innhold.length)
                    : Response.ok(innhold).header("Content-Type", type);
            return svar.header("ETag", etag.verdi())
                    .header("Cache-Control", "no-cache")
                    .build();
        }
    }
}
