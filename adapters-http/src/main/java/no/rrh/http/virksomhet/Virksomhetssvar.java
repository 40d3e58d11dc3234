package no.rrh.http.virksomhet;

import jakarta.ws.rs.core.Response;
import java.util.Optional;
import no.rrh.application.port.in.Forespoersel;
import no.rrh.application.port.in.HentVirksomhet;
import no.rrh.domain.innsyn.VirksomhetInnsyn;
import no.rrh.domain.virksomhet.Organisasjonsnummer;
import no.rrh.http.forhandling.Mediatype;
import no.rrh.http.kall.Kall;
import no.rrh.http.representasjon.Spraak;
import no.rrh.http.representasjon.V1Representasjon;
import no.rrh.http.svar.Jsonsvar;
import org.eclipse.jetty.server.Request;

/** The answer to a look-up, the same on both surfaces. */
final class Virksomhetssvar {
    private final HentVirksomhet hentVirksomhet;
    private final V1Representasjon representasjon;

    Virksomhetssvar(HentVirksomhet hentVirksomhet, V1Representasjon representasjon) {
        this.hentVirksomhet = hentVirksomhet;
        this.representasjon = representasjon;
    }

    Response paa(String nummer, Request request) {
        Optional<Mediatype> type = Mediatype.forOppslag(request.getHeaders());
        VirksomhetInnsyn innsyn = hentVirksomhet.hent(
                Kall.av(request).innsynskall(),
                new Forespoersel<>(type.isPresent(), () -> new Organisasjonsnummer(nummer)));
        Spraak spraak = Spraak.forhandle(request.getHeaders().getValuesList("Accept-Language"));
        byte[] json = representasjon.virksomhet(innsyn, spraak);
        return Jsonsvar.medEtag(request, json, type.orElseThrow(), spraak, "private, no-cache");
    }
}
