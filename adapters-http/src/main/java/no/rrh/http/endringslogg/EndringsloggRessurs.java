package no.rrh.http.endringslogg;

import com.fasterxml.jackson.core.JsonGenerator;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import no.rrh.application.port.in.FoelgEndringslogg;
import no.rrh.application.port.in.FoelgEndringslogg.Foelge;
import no.rrh.application.port.in.Forespoersel;
import no.rrh.application.port.in.HentEndringslogg;
import no.rrh.application.port.in.Loggfoering;
import no.rrh.application.port.in.Loggutsnitt;
import no.rrh.domain.feil.UgyldigVerdi;
import no.rrh.domain.tilgang.Operasjon;
import no.rrh.http.forhandling.Mediatype;
import no.rrh.http.kall.Gjelder;
import no.rrh.http.kall.Kall;
import no.rrh.http.kall.Spoerring;
import no.rrh.http.representasjon.Stykkevis;
import no.rrh.http.sikkerhet.Autentisert;
import no.rrh.http.svar.Jsonsvar;
import no.rrh.http.svar.Kroppsending;
import org.eclipse.jetty.server.Request;

/**
 * {@code GET /api/oppslag/v1/endringslogg?sekvensnummer=&antall=}: the changes after a number, as CloudEvents. Never pruned,
 * so a client that passes on the id of the last one it has read misses nothing and repeats nothing. Asked for as a stream of
 * events it goes on with each change as it happens.
 */
@Path("api/oppslag/v1/endringslogg")
@Autentisert
@Gjelder(Operasjon.ENDRINGSLOGG_B)
public final class EndringsloggRessurs {
    private static final int STANDARD_ANTALL = 1000;
    private static final int STOERSTE_ANTALL = 10_000;

    private static final String SEKVENSNUMMER = "sekvensnummer";
    private static final String SISTE_HENDELSE = "Last-Event-ID";

    private final HentEndringslogg hentEndringslogg;
    private final FoelgEndringslogg foelgEndringslogg;
    private final Endringsstroemmer stroemmer;

    public EndringsloggRessurs(
            HentEndringslogg hentEndringslogg, FoelgEndringslogg foelgEndringslogg, Endringsstroemmer stroemmer) {
        this.hentEndringslogg = hentEndringslogg;
        this.foelgEndringslogg = foelgEndringslogg;
        this.stroemmer = stroemmer;
    }

    @GET
    public Response hent(@Context Request request) {
        return Mediatype.vilHaHendelsesstroem(request.getHeaders()) ? foelg(request) : les(request);
    }

    private Response foelg(Request request) {
        Foelge foelge =
                foelgEndringslogg.foelg(Kall.av(request).innsynskall(), new Forespoersel<>(true, () -> plass(request)));
        Kroppsending.bestill(
                request, stroemmer.aapne(request, Kall.av(request).konsument().orElseThrow(), foelge));
        return Response.ok()
                .header("Content-Type", Mediatype.HENDELSESSTROEM + ";charset=UTF-8")
                .header("Cache-Control", "private, no-store")
                .header("Vary", "Accept, Accept-Language, Authorization")
                // a proxy that collects an answer before it passes it on would hold the events back
                .header("X-Accel-Buffering", "no")
                .build();
    }

    /** Where a reader that lost its stream had come to; else where it asks to begin. */
    private static long plass(Request request) {
        Spoerring spoerring = Spoerring.av(request);
        long etter = spoerring.heltall(SEKVENSNUMMER, 0, Long.MAX_VALUE, 0);
        if (spoerring.valgfri("antall").isPresent()) {
            throw new UgyldigVerdi("antall kan ikke oppgis for en hendelsesstrøm, som varer til tokenet utløper");
        }
        List<String> siste = request.getHeaders().getValuesList(SISTE_HENDELSE);
        return siste.isEmpty() ? etter : Spoerring.heltall(SISTE_HENDELSE, siste, 0, Long.MAX_VALUE);
    }

    private Response les(Request request) {
        Optional<Mediatype> type = Mediatype.forEndringslogg(request.getHeaders());
        Iterator<Loggfoering> endringer = hentEndringslogg.hent(
                Kall.av(request).innsynskall(),
                new Forespoersel<>(type.isPresent(), () -> utsnitt(Spoerring.av(request))));
        return Jsonsvar.stykkevis(
                        request,
                        new Stykkevis<>(JsonGenerator::writeStartArray, endringer, Hendelse::skriv),
                        type.orElseThrow())
                .build();
    }

    private static Loggutsnitt utsnitt(Spoerring spoerring) {
        return new Loggutsnitt(spoerring.heltall(SEKVENSNUMMER, 0, Long.MAX_VALUE, 0), (int)
                spoerring.heltall("antall", 1, STOERSTE_ANTALL, STANDARD_ANTALL));
    }
}
