package no.rrh.http.maskinporten;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;

/**
 * What a Maskinporten tells of itself, for the one of this machine. Open to all, as Maskinporten's own is. Registered
 * only in the environment {@code lokal}.
 */
@Path("maskinporten")
@Produces("application/json;charset=UTF-8")
public final class MaskinportenRessurs {
    private final LokalMaskinporten maskinporten;

    public MaskinportenRessurs(LokalMaskinporten maskinporten) {
        this.maskinporten = maskinporten;
    }

    @GET
    @Path(".well-known/oauth-authorization-server")
    public Response metadata() {
        return svar(maskinporten.metadataJson());
    }

    @GET
    @Path("jwk")
    public Response noekler() {
        return svar(maskinporten.jwksJson());
    }

    /** The next server on the same port may have another folder, and so another key: nobody shall remember this one. */
    private static Response svar(String json) {
        return Response.ok(json.getBytes(StandardCharsets.UTF_8))
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build();
    }
}
