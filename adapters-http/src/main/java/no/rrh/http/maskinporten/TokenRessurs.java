package no.rrh.http.maskinporten;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.rrh.domain.tilgang.Konsument;
import no.rrh.http.kall.Kall;
import no.rrh.http.maskinporten.Tokenfeil.Grunn;
import no.rrh.http.maskinporten.Tokenutveksling.Utstedt;
import org.eclipse.jetty.server.Request;
import org.jose4j.json.JsonUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code POST /maskinporten/token}: a token for a JWT grant, as Maskinporten gives one. Its errors are those of OAuth 2.0
 * (RFC 6749 section 5.2). Registered only in the environment {@code lokal}.
 */
@Path("maskinporten/token")
public final class TokenRessurs {
    private static final Logger LOG = LoggerFactory.getLogger(TokenRessurs.class);
    private static final long RESTEN = 256 * 1024;
    private static final String FEIL_FORKLART = "https://docs.digdir.no/docs/Maskinporten/maskinporten_feilsoking";

    private final Tokenutveksling utveksling;

    public TokenRessurs(Tokenutveksling utveksling) {
        this.utveksling = utveksling;
    }

    @POST
    public Response utsted(@Context Request request, InputStream kropp) {
        try {
            Optional<String> type = Optional.ofNullable(request.getHeaders().get("Content-Type"));
            Utstedt utstedt = utveksling.utsted(Tokenskjema.les(type, les(kropp)));
            Kall.av(request).kommerFra(konsument(utstedt.bestilling()));
            return svar(200, token(utstedt));
        } catch (Tokenfeil feil) {
            return svar(feil.grunn());
        } catch (RuntimeException feil) {
            LOG.atError()
                    .addKeyValue("trace", Kall.av(request).sporing())
                    .setCause(feil)
                    .log("A token request failed");
            return svar(Grunn.INTERN);
        }
    }

    private static byte[] les(InputStream kropp) throws Tokenfeil {
        try {
            byte[] lest = kropp.readNBytes(Tokenskjema.STOERST + 1);
            // of one that is too large some more, since few clients read the answer before they have sent it all
            kropp.skip(RESTEN);
            return lest;
        } catch (IOException avbrutt) {
            throw new Tokenfeil(Grunn.IKKE_SKJEMA);
        }
    }

    /** For the log of requests: who was given a token. By the grant itself nothing may be done, for no time. */
    private static Konsument konsument(Tokenbestilling bestilling) {
        return new Konsument(
                bestilling.consumer(), bestilling.supplier(), bestilling.klientId(), Set.of(), Instant.EPOCH);
    }

    private static Map<String, Object> token(Utstedt utstedt) {
        Map<String, Object> svar = new LinkedHashMap<>();
        svar.put("access_token", utstedt.token());
        svar.put("token_type", "Bearer");
        svar.put("expires_in", utstedt.bestilling().levetid().toSeconds());
        svar.put("scope", String.join(" ", utstedt.bestilling().scopes()));
        return svar;
    }

    private static Response svar(Grunn grunn) {
        Map<String, Object> svar = new LinkedHashMap<>();
        svar.put("error", grunn.error());
        svar.put("error_description", grunn.beskrivelse());
        svar.put("error_uri", FEIL_FORKLART);
        return svar(grunn.status(), svar);
    }

    private static Response svar(int status, Map<String, Object> json) {
        Response.ResponseBuilder svar = Response.status(status)
                .type("application/json;charset=UTF-8")
                .header("Cache-Control", "no-store")
                .header("Pragma", "no-cache")
                .entity(JsonUtil.toJson(json).getBytes(StandardCharsets.UTF_8));
        return (status == 401 ? svar.header("WWW-Authenticate", "Bearer") : svar).build();
    }
}
