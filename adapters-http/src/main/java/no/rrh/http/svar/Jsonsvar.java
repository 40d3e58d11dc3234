package no.rrh.http.svar;

import jakarta.ws.rs.core.Response;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.rrh.http.feil.Avvisning;
import no.rrh.http.feil.Feil;
import no.rrh.http.forhandling.Etag;
import no.rrh.http.forhandling.Mediatype;
import no.rrh.http.forhandling.Vilkaar;
import no.rrh.http.representasjon.Spraak;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Request;

/** Answers in JSON. */
public final class Jsonsvar {
    private static final String VARY = "Accept, Accept-Language, Authorization";
    private static final HttpField VARY_HEADER = new PreEncodedHttpField(HttpHeader.VARY, VARY);

    private static final Map<Spraak, HttpField> SPRAAK = new EnumMap<>(Spraak.class);

    static {
        for (Spraak spraak : Spraak.values()) {
            SPRAAK.put(spraak, new PreEncodedHttpField(HttpHeader.CONTENT_LANGUAGE, spraak.kode()));
        }
    }

    private Jsonsvar() {}

    /**
     * A representation with a strong ETag of its own, whose conditions are weighed.
     *
     * @param cacheControl who may keep it, and for how long
     * @throws Avvisning 412 when a condition does not hold
     */
    public static Ferdigsvar medEtag(
            Request request, byte[] json, Mediatype type, Spraak spraak, HttpField cacheControl) {
        Etag etag = Etag.av(json, type);
        Vilkaar vilkaar = Vilkaar.av(request.getHeaders(), etag, Optional.empty());
        if (vilkaar == Vilkaar.BRUTT) {
            throw new Avvisning(Feil.vilkaaretErBrutt());
        }
        boolean kjent = vilkaar == Vilkaar.KJENT;
        return new Ferdigsvar(
                kjent ? HttpStatus.NOT_MODIFIED_304 : HttpStatus.OK_200,
                List.of(
                        kjent
                                ? new HttpField.LongValueHttpField(HttpHeader.CONTENT_LENGTH, json.length)
                                : type.header(),
                        new HttpField(HttpHeader.ETAG, etag.verdi()),
                        cacheControl,
                        VARY_HEADER,
                        SPRAAK.get(spraak)),
                kjent ? null : json);
    }

    /** An answer that nobody may keep, of any size: it is made as the client takes it. */
    public static Response.ResponseBuilder stykkevis(Request request, Iterator<byte[]> json, Mediatype type) {
        Kroppsending.bestill(request, new Stykker(json));
        return Response.ok()
                .header("Content-Type", type.innholdstype())
                .header("Cache-Control", "private, no-store")
                .header("Vary", VARY);
    }
}
