package no.rrh.http.feil;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
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
    private static final JsonFactory JSON = new JsonFactory().setCharacterEscapes(new SomTekst());

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

    /** The path is the caller's: no browser that takes the body for HTML shall find a tag in it. */
    private static final class SomTekst extends CharacterEscapes {
        private static final long serialVersionUID = 1L;
        private static final int[] TEGN = standardAsciiEscapesForJSON();

        static {
            "<>&'".chars().forEach(tegn -> TEGN[tegn] = ESCAPE_STANDARD);
        }

        @Override
        public int[] getEscapeCodesForAscii() {
            return TEGN.clone();
        }

        @Override
        public SerializableString getEscapeSequence(int tegn) {
            return null;
        }
    }
}
