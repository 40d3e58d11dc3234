package no.rrh.http.endringslogg;

import com.fasterxml.jackson.core.JsonGenerator;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Iterator;
import java.util.Optional;
import no.rrh.application.port.in.Forespoersel;
import no.rrh.application.port.in.HentEndringslogg;
import no.rrh.application.port.in.Loggfoering;
import no.rrh.application.port.in.Loggutsnitt;
import no.rrh.http.forhandling.Mediatype;
import no.rrh.http.kall.Kall;
import no.rrh.http.kall.Spoerring;
import no.rrh.http.representasjon.Stykkevis;
import no.rrh.http.sikkerhet.Autentisert;
import no.rrh.http.svar.Jsonsvar;
import org.eclipse.jetty.server.Request;

/**
 * {@code GET /api/oppslag/v1/endringslogg?sekvensnummer=&antall=}: the changes after a number, as CloudEvents. Never pruned,
 * so a client that passes on the id of the last one it has read misses nothing and repeats nothing.
 */
@Path("api/oppslag/v1/endringslogg")
@Autentisert
public final class EndringsloggRessurs {
    private static final int STANDARD_ANTALL = 1000;
    private static final int STOERSTE_ANTALL = 10_000;

    private final HentEndringslogg hentEndringslogg;

    public EndringsloggRessurs(HentEndringslogg hentEndringslogg) {
        this.hentEndringslogg = hentEndringslogg;
    }

    @GET
    public Response hent(@Context Request request) {
        Optional<Mediatype> type = Mediatype.forEndringslogg(request.getHeaders());
        Iterator<Loggfoering> endringer = hentEndringslogg.hent(
                Kall.av(request).kaller(), new Forespoersel<>(type.isPresent(), () -> utsnitt(Spoerring.av(request))));
        return Jsonsvar.stykkevis(
                        request,
                        new Stykkevis<>(JsonGenerator::writeStartArray, endringer, Hendelse::skriv),
                        type.orElseThrow())
                .build();
    }

    private static Loggutsnitt utsnitt(Spoerring spoerring) {
        return new Loggutsnitt(spoerring.heltall("sekvensnummer", 0, Long.MAX_VALUE, 0), (int)
                spoerring.heltall("antall", 1, STOERSTE_ANTALL, STANDARD_ANTALL));
    }
}
