package no.rrh.http.endringslogg;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import no.rrh.application.port.in.Forespoersel;
import no.rrh.application.port.in.HentSekvensnummer;
import no.rrh.domain.tilgang.Operasjon;
import no.rrh.http.forhandling.Mediatype;
import no.rrh.http.kall.Gjelder;
import no.rrh.http.kall.Kall;
import no.rrh.http.kall.Spoerring;
import no.rrh.http.representasjon.Tidspunkt;
import no.rrh.http.sikkerhet.Autentisert;
import org.eclipse.jetty.server.Request;

/** {@code GET /api/oppslag/v1/sekvensnummer?tidspunkt=}: from where to read the endringslogg. */
@Path("api/oppslag/v1/sekvensnummer")
@Autentisert
@Gjelder(Operasjon.ENDRINGSLOGG_B)
public final class SekvensnummerRessurs {
    private final HentSekvensnummer hentSekvensnummer;

    public SekvensnummerRessurs(HentSekvensnummer hentSekvensnummer) {
        this.hentSekvensnummer = hentSekvensnummer;
    }

    @GET
    public Response hent(@Context Request request) {
        long nummer = hentSekvensnummer.hent(
                Kall.av(request).innsynskall(),
                new Forespoersel<>(Mediatype.godtarJson(request.getHeaders()), () -> tidspunkt(Spoerring.av(request))));
        return Response.ok(("{\"sekvensnummer\":" + nummer + "}").getBytes(US_ASCII), Mediatype.JSON.innholdstype())
                .header("Cache-Control", "private, no-store")
                .build();
    }

    private static Instant tidspunkt(Spoerring spoerring) {
        return Tidspunkt.lesAvkortet(spoerring.paakrevd("tidspunkt"));
    }
}
