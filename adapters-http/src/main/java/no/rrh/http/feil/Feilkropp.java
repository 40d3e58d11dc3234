package no.rrh.http.feil;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import no.rrh.http.kall.Kall;

/** The JSON body that every error has. */
public final class Feilkropp {
    /** Errors are JSON whatever the client accepts. */
    public static final String TYPE = "application/json;charset=UTF-8";

    private static final DateTimeFormatter TID =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final JsonFactory JSON = new JsonFactory();

    private final Clock klokke;

    public Feilkropp(Clock klokke) {
        this.klokke = klokke;
    }

    /** The body for one request. */
    public byte[] skriv(Feil feil, Kall kall) {
        ByteArrayOutputStream ut = new ByteArrayOutputStream(512);
        try (JsonGenerator json = JSON.createGenerator(ut)) {
            json.writeStartObject();
            json.writeStringField("timestamp", TID.format(klokke.instant()));
            json.writeNumberField("status", feil.status());
            json.writeStringField("error", feil.tekst());
            json.writeStringField("message", feil.melding());
            json.writeStringField("path", kall.stiForSvar());
            json.writeStringField("trace", kall.sporing());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ut.toByteArray();
    }
}
