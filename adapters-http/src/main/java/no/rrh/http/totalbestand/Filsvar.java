package no.rrh.http.totalbestand;

import jakarta.ws.rs.core.Response;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import no.rrh.application.port.out.Totalbestandfil;
import no.rrh.application.port.out.Totalbestandformat;
import no.rrh.http.feil.Avvisning;
import no.rrh.http.feil.Feil;
import no.rrh.http.forhandling.Etag;
import no.rrh.http.forhandling.Httpdato;
import no.rrh.http.forhandling.Vilkaar;
import no.rrh.http.svar.Kroppsending;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Request;

/** The answer with the file of the totalbestand, the same on both surfaces: conditions, single ranges, digest. */
final class Filsvar {
    private static final DateTimeFormatter FILNAVN =
            DateTimeFormatter.ofPattern("'totalbestand-'uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private Filsvar() {}

    static Response av(Request request, Totalbestandfil fil, Nedlastinger nedlastinger) {
        HttpFields headere = request.getHeaders();
        Vilkaar vilkaar = Vilkaar.av(headere, etag(fil), Optional.of(fil.laget()));
        if (vilkaar == Vilkaar.BRUTT) {
            throw new Avvisning(Feil.vilkaaretErBrutt());
        }
        if (vilkaar == Vilkaar.KJENT) {
            return medKjennetegn(Response.notModified().header("Content-Length", fil.stoerrelse()), fil)
                    .build();
        }
        Optional<Byteomraade> omraade = omraade(request, fil);
        if ("GET".equals(request.getMethod())) {
            nedlastinger.begynn(request);
        }
        Kroppsending.bestill(request, new Filkropp(fil.sti(), omraade.orElse(new Byteomraade(0, fil.stoerrelse()))));
        Response.ResponseBuilder svar = Response.status(omraade.isPresent() ? 206 : 200);
        omraade.ifPresent(del -> svar.header("Content-Range", del.innholdsomraade(fil.stoerrelse())));
        return medKjennetegn(svar, fil)
                .header("Content-Type", "application/zip")
                .header("Content-Disposition", "attachment; filename=\"" + filnavn(fil) + '"')
                .header("Repr-Digest", digest(fil))
                .build();
    }

    private static Response.ResponseBuilder medKjennetegn(Response.ResponseBuilder svar, Totalbestandfil fil) {
        return svar.header("ETag", etag(fil).verdi())
                .header("Last-Modified", Httpdato.skriv(fil.laget()))
                .header("Accept-Ranges", "bytes")
                .header("Cache-Control", "private, no-cache")
                .header("Vary", "Accept, Authorization")
                .header("RRH-Sekvensnummer", fil.sekvensnummer());
    }

    private static Optional<Byteomraade> omraade(Request request, Totalbestandfil fil) {
        List<String> range = request.getHeaders().getValuesList("Range");
        return "GET".equals(request.getMethod()) && gjelderFortsatt(request.getHeaders(), fil)
                ? Byteomraade.les(range, fil.stoerrelse())
                : Optional.empty();
    }

    /** A range of another file than the one the client began on would make a file that never was. */
    private static boolean gjelderFortsatt(HttpFields headere, Totalbestandfil fil) {
        String vilkaar = headere.get("If-Range");
        return vilkaar == null
                || vilkaar.equals(etag(fil).verdi())
                || Httpdato.les(headere, "If-Range")
                        .filter(fil.laget().truncatedTo(ChronoUnit.SECONDS)::equals)
                        .isPresent();
    }

    private static String filnavn(Totalbestandfil fil) {
        String format = fil.format() == Totalbestandformat.JSON
                ? ""
                : '.' + fil.format().verdi();
        return FILNAVN.format(fil.laget()) + format + ".zip";
    }

    private static Etag etag(Totalbestandfil fil) {
        return new Etag('"' + fil.sha256() + '"');
    }

    private static String digest(Totalbestandfil fil) {
        return "sha-256=:" + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(fil.sha256())) + ':';
    }
}
