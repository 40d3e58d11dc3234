package no.rrh.http.totalbestand;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import no.rrh.application.port.in.Forespoersel;
import no.rrh.application.port.in.HentTotalbestand;
import no.rrh.application.port.out.Totalbestandformat;
import no.rrh.domain.feil.UgyldigVerdi;
import no.rrh.domain.tilgang.Operasjon;
import no.rrh.http.forhandling.Mediatype;
import no.rrh.http.kall.Gjelder;
import no.rrh.http.kall.Kall;
import no.rrh.http.kall.Spoerring;
import no.rrh.http.sikkerhet.Autentisert;
import org.eclipse.jetty.server.Request;

/** {@code GET /api/oppslag/v1/virksomheter/totalbestand?format=}: the same file as on surface A, or the one of BODS. */
@Path("api/oppslag/v1/virksomheter/totalbestand")
@Autentisert
@Gjelder(Operasjon.TOTALBESTAND_B)
public final class TotalbestandV1Ressurs {
    private static final String FORMATER = Arrays.stream(Totalbestandformat.values())
            .map(Totalbestandformat::verdi)
            .collect(Collectors.joining(" eller "));

    private final HentTotalbestand hentTotalbestand;
    private final Nedlastinger nedlastinger;

    public TotalbestandV1Ressurs(HentTotalbestand hentTotalbestand, Nedlastinger nedlastinger) {
        this.hentTotalbestand = hentTotalbestand;
        this.nedlastinger = nedlastinger;
    }

    @GET
    public Response hent(@Context Request request) {
        return Filsvar.av(
                request,
                hentTotalbestand.hent(
                        Kall.av(request).innsynskall(),
                        new Forespoersel<>(
                                Mediatype.godtarZip(request.getHeaders()), () -> format(Spoerring.av(request)))),
                nedlastinger);
    }

    private static Totalbestandformat format(Spoerring spoerring) {
        Optional<String> oensket = spoerring.valgfri("format");
        return oensket.isEmpty()
                ? Totalbestandformat.JSON
                : Totalbestandformat.med(oensket.get())
                        .orElseThrow(() -> new UgyldigVerdi("format må være " + FORMATER));
    }
}
