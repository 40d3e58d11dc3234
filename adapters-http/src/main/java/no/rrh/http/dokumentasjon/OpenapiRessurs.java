package no.rrh.http.dokumentasjon;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
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
        Map<String, byte[]> filer = new TreeMap<>(Map.of(YAML, Dokument.les(YAML), JSON, Dokument.les(JSON)));
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
}
