package no.rrh.http.virksomhet;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Iterator;
import java.util.Optional;
import no.rrh.application.port.in.FinnVirksomheter;
import no.rrh.application.port.in.Forespoersel;
import no.rrh.domain.innsyn.VirksomhetInnsyn;
import no.rrh.domain.rettighetshaver.Foedselsnummer;
import no.rrh.domain.tilgang.Operasjon;
import no.rrh.http.forhandling.Mediatype;
import no.rrh.http.kall.Gjelder;
import no.rrh.http.kall.Kall;
import no.rrh.http.kall.Spoerring;
import no.rrh.http.representasjon.Spraak;
import no.rrh.http.representasjon.V1Representasjon;
import no.rrh.http.sikkerhet.Autentisert;
import no.rrh.http.svar.Jsonsvar;
import org.eclipse.jetty.server.Request;

/**
 * {@code GET /api/oppslag/v1/virksomheter?foedselsnummer=}: the virksomheter where a person is or has been reell
 * rettighetshaver.
 */
@Path("api/oppslag/v1/virksomheter")
@Autentisert
@Gjelder(Operasjon.SOEK_B)
public final class SoekRessurs {
    private final FinnVirksomheter finnVirksomheter;
    private final V1Representasjon representasjon;

    public SoekRessurs(FinnVirksomheter finnVirksomheter, V1Representasjon representasjon) {
        this.finnVirksomheter = finnVirksomheter;
        this.representasjon = representasjon;
    }

    @GET
    public Response finn(@Context Request request) {
        Optional<Mediatype> type = Mediatype.forOppslag(request.getHeaders());
        Iterator<VirksomhetInnsyn> funn = finnVirksomheter.finn(
                Kall.av(request).innsynskall(),
                new Forespoersel<>(
                        type.isPresent(),
                        () -> new Foedselsnummer(Spoerring.av(request).paakrevd("foedselsnummer"))));
        Spraak spraak = Spraak.forhandle(request.getHeaders().getValuesList("Accept-Language"));
        return Jsonsvar.stykkevis(request, representasjon.virksomheter(funn, spraak), type.orElseThrow())
                .header("Content-Language", spraak.kode())
                .build();
    }
}
