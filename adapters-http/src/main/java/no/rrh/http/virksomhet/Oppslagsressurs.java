package no.rrh.http.virksomhet;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import no.rrh.application.port.in.Forespoersel;
import no.rrh.application.port.in.HentVirksomhet;
import no.rrh.domain.innsyn.VirksomhetInnsyn;
import no.rrh.domain.tilgang.Operasjon;
import no.rrh.domain.virksomhet.Organisasjonsnummer;
import no.rrh.http.forhandling.Mediatype;
import no.rrh.http.kall.Gjelder;
import no.rrh.http.kall.Kall;
import no.rrh.http.representasjon.Spraak;
import no.rrh.http.representasjon.V1Representasjon;
import no.rrh.http.representasjon.bods.BodsRepresentasjon;
import no.rrh.http.svar.Ferdigsvar;
import no.rrh.http.svar.Jsonsvar;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Request;

/** The look-up of one virksomhet, the same on both surfaces. {@link Hurtigvei} answers for it where the call is plain. */
public abstract class Oppslagsressurs {
    static final String NUMMER = "{organisasjonsnummer}";

    private static final HttpField FOR_KALLEREN =
            new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "private, no-cache");

    private final HentVirksomhet hentVirksomhet;
    private final V1Representasjon representasjon;
    private final BodsRepresentasjon bods;

    Oppslagsressurs(HentVirksomhet hentVirksomhet, V1Representasjon representasjon, BodsRepresentasjon bods) {
        this.hentVirksomhet = hentVirksomhet;
        this.representasjon = representasjon;
        this.bods = bods;
    }

    @GET
    public final Response hent(@PathParam("organisasjonsnummer") String nummer, @Context Request request) {
        return svar(nummer, request).tilJersey();
    }

    /** Its path up to the organisasjonsnummer, which is the rest of it. */
    String sti() {
        return "/" + getClass().getAnnotation(Path.class).value().replace(NUMMER, "");
    }

    /** What a call of it is in the words of the register. */
    Operasjon operasjon() {
        return getClass().getAnnotation(Gjelder.class).value();
    }

    /**
     * The answer, for a caller that has been received.
     *
     * @param nummer as the caller wrote it
     */
    Ferdigsvar svar(String nummer, Request request) {
        Optional<Mediatype> type = Mediatype.forOppslag(request.getHeaders());
        VirksomhetInnsyn innsyn = hentVirksomhet.hent(
                Kall.av(request).innsynskall(),
                new Forespoersel<>(type.isPresent(), () -> new Organisasjonsnummer(nummer)));
        if (type.orElseThrow() == Mediatype.BODS) {
            return Jsonsvar.medEtag(request, bods.virksomhet(innsyn), Mediatype.BODS, Spraak.BOKMAAL, FOR_KALLEREN);
        }
        Spraak spraak = Spraak.forhandle(request.getHeaders().getValuesList("Accept-Language"));
        byte[] json = representasjon.virksomhet(innsyn, spraak);
        return Jsonsvar.medEtag(request, json, type.orElseThrow(), spraak, FOR_KALLEREN);
    }
}
