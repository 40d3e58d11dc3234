package no.rrh.http.maskinporten;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.rrh.domain.feil.UgyldigVerdi;
import no.rrh.domain.tilgang.Scope;
import no.rrh.domain.virksomhet.Organisasjonsnummer;
import no.rrh.http.feil.Avvisning;
import no.rrh.http.feil.Feil;
import no.rrh.http.kall.Spoerring;
import org.eclipse.jetty.server.Request;
import org.jose4j.json.JsonUtil;

/**
 * A token for the pages of this server that call the API, without a client of their own: of the scope that is asked for in
 * {@code ?scope=}, or {@code offentlig}. Registered only in the environment {@code lokal}. No other site that is open in the browser gets one: it may neither send the request as its own nor be
 * answered, and a name of its own that leads to this machine is not this server's.
 */
@Path("maskinporten/lokalt-token")
public final class LokaltTokenRessurs {
    private static final Duration LEVETID = Duration.ofMinutes(2);
    private static final Organisasjonsnummer SYNTETISK_CONSUMER = new Organisasjonsnummer("310000019");
    private static final Feil BARE_FOR_SIDEN =
            Feil.av(403, "Dette tokenet gis bare til sidene på samme server. Bruk kommandoen token");

    private final LokalMaskinporten maskinporten;

    public LokaltTokenRessurs(LokalMaskinporten maskinporten) {
        this.maskinporten = maskinporten;
    }

    @POST
    public Response token(@Context Request request) {
        if (!erFraEgenSide(request)) {
            throw new Avvisning(BARE_FOR_SIDEN);
        }
        String token = maskinporten.utsted(
                new Tokenbestilling(List.of(scope(request).navn()), SYNTETISK_CONSUMER, Optional.empty(), LEVETID));
        return Response.ok(
                        JsonUtil.toJson(Map.of("access_token", token)).getBytes(StandardCharsets.UTF_8),
                        "application/json;charset=UTF-8")
                .header("Cache-Control", "no-store")
                .build();
    }

    /** One of the register's own: a page has no use for others. */
    private static Scope scope(Request request) {
        Optional<String> navn = Spoerring.av(request).valgfri("scope");
        return navn.isEmpty()
                ? Scope.OFFENTLIG
                : navn.flatMap(Scope::finn)
                        .orElseThrow(() -> new UgyldigVerdi(
                                "scope må være ett av registerets, for eksempel " + Scope.OFFENTLIG.navn()));
    }

    /** The browser itself says where a request comes from; and it must be to this server by its own address. */
    private boolean erFraEgenSide(Request request) {
        URI egen = maskinporten.utsteder().orElseThrow();
        // over HTTP/2 the authority stands in its place, which Jersey is not told of
        String vert = Optional.ofNullable(request.getHeaders().get("Host"))
                .or(() ->
                        Optional.ofNullable(Request.unWrap(request).getHttpURI().getAuthority()))
                .orElse("");
        return Set.of(egen.getAuthority(), "localhost:" + egen.getPort()).contains(vert)
                && (egen.getScheme() + "://" + vert).equals(request.getHeaders().get("Origin"))
                && "same-origin".equals(request.getHeaders().get("Sec-Fetch-Site"));
    }
}
