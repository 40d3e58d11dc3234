package no.rrh.http.forhandling;

import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;

/** The media types of the answers, and how one is chosen. */
public enum Mediatype {
    JSON("application/json"),
    V1("application/vnd.brreg.reelle.virksomheter.v1+json"),
    CLOUDEVENTS("application/cloudevents-batch+json"),
    BODS("application/vnd.bods+json");

    /** The types with which a client may ask for the totalbestand, which is always a ZIP. */
    private static final List<String> ZIP = List.of("application/zip", "application/octet-stream", JSON.navn, V1.navn);

    /** Server-sent events. */
    public static final String HENDELSESSTROEM = "text/event-stream";

    private final String navn;
    private final String innholdstype;
    private final HttpField header;

    Mediatype(String navn) {
        this.navn = navn;
        this.innholdstype = navn + ";charset=UTF-8";
        this.header = new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, innholdstype);
    }

    /** The value of Content-Type. */
    public String innholdstype() {
        return innholdstype;
    }

    /** Content-Type itself. */
    public HttpField header() {
        return header;
    }

    /**
     * The type in which a look-up is answered: version 1 by its own name to those who name it, BODS to those who name it and
     * want nothing else as much (clients that are made of the OpenAPI file name all that an answer can be), plain JSON to those who leave it open.
     *
     * @return absent when the client accepts none of them
     */
    public static Optional<Mediatype> forOppslag(HttpFields headere) {
        if (erAapen(headere)) {
            return Optional.of(JSON);
        }
        Aksept aksept = Aksept.av(headere);
        return vilHaBods(aksept) ? Optional.of(BODS) : jsonEller(V1, aksept);
    }

    private static boolean vilHaBods(Aksept aksept) {
        double bods = aksept.navngir(BODS.navn) ? aksept.kvalitet(BODS.navn) : 0;
        double andre = Math.max(aksept.kvalitet(JSON.navn), aksept.kvalitet(V1.navn));
        boolean andreNavngis = aksept.navngir(JSON.navn) || aksept.navngir(V1.navn);
        return bods > andre || bods > 0 && bods == andre && !andreNavngis;
    }

    /**
     * The type in which the endringslogg is answered: as a batch of CloudEvents by that name to those who name it, plain
     * JSON to those who leave it open. The bytes are the same.
     *
     * @return absent when the client accepts neither
     */
    public static Optional<Mediatype> forEndringslogg(HttpFields headere) {
        return erAapen(headere) ? Optional.of(JSON) : jsonEller(CLOUDEVENTS, Aksept.av(headere));
    }

    private static Optional<Mediatype> jsonEller(Mediatype saerskilt, Aksept aksept) {
        double json = aksept.kvalitet(JSON.navn);
        double egen = aksept.kvalitet(saerskilt.navn);
        if (egen > 0 && (json == 0 || aksept.navngir(saerskilt.navn) && egen >= json)) {
            return Optional.of(saerskilt);
        }
        return json > 0 ? Optional.of(JSON) : Optional.empty();
    }

    /** What nearly all clients send, which need not be weighed. */
    private static boolean erAapen(HttpFields headere) {
        List<String> verdier = headere.getValuesList("Accept");
        return verdier.isEmpty()
                || verdier.size() == 1
                        && (verdier.get(0).equals(JSON.navn) || verdier.get(0).equals("*/*"));
    }

    /** Whether the client asks, by name, for the endringslogg as a stream of events, and wants nothing else more. */
    public static boolean vilHaHendelsesstroem(HttpFields headere) {
        Aksept aksept = Aksept.av(headere);
        double stroem = aksept.navngir(HENDELSESSTROEM) ? aksept.kvalitet(HENDELSESSTROEM) : 0;
        return stroem > 0 && stroem >= Math.max(aksept.kvalitet(JSON.navn), aksept.kvalitet(CLOUDEVENTS.navn));
    }

    /** Whether the client accepts plain JSON. */
    public static boolean godtarJson(HttpFields headere) {
        return Aksept.av(headere).kvalitet(JSON.navn) > 0;
    }

    /** Whether the client accepts the totalbestand. */
    public static boolean godtarZip(HttpFields headere) {
        Aksept aksept = Aksept.av(headere);
        return ZIP.stream().anyMatch(type -> aksept.kvalitet(type) > 0);
    }
}
