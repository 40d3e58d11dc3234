package no.rrh.bootstrap.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.EncoderBase;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.event.KeyValuePair;

/**
 * One JSON object a line: timestamp, level, logger, thread and message, the key-values as fields beside them, and an
 * exception as types and places. ASCII alone, so that no reader takes anything within it for the end of a line.
 */
final class Jsonlinje extends EncoderBase<ILoggingEvent> {
    private static final DateTimeFormatter TID =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final JsonFactory JSON =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    private static final byte[] INGENTING = {};

    private final UnntakUtenMelding unntak = new UnntakUtenMelding();

    @Override
    public byte[] encode(ILoggingEvent hendelse) {
        ByteArrayOutputStream ut = new ByteArrayOutputStream(512);
        try (JsonGenerator json = JSON.createGenerator(ut)) {
            json.writeStartObject();
            for (Map.Entry<String, Object> felt : felter(hendelse).entrySet()) {
                json.writeFieldName(Logginnhold.maskert(felt.getKey()));
                skriv(json, felt.getValue());
            }
            json.writeEndObject();
            json.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ut.toByteArray();
    }

    private Map<String, Object> felter(ILoggingEvent hendelse) {
        Map<String, Object> felter = new LinkedHashMap<>();
        felter.put("timestamp", TID.format(Instant.ofEpochMilli(hendelse.getTimeStamp())));
        felter.put("level", hendelse.getLevel().toString());
        felter.put("logger", hendelse.getLoggerName());
        felter.put("thread", hendelse.getThreadName());
        felter.put("message", Logginnhold.melding(hendelse));
        if (hendelse.getKeyValuePairs() != null) {
            for (KeyValuePair par : hendelse.getKeyValuePairs()) {
                // none of ours is called so, but a name twice in an object is read differently by different readers
                felter.put(felter.containsKey(par.key) ? par.key + "_" : par.key, par.value);
            }
        }
        if (hendelse.getThrowableProxy() != null) {
            felter.put("exception", unntak.convert(hendelse));
        }
        return felter;
    }

    private static void skriv(JsonGenerator json, Object verdi) throws IOException {
        String tekst = String.valueOf(verdi);
        String maskert = Logginnhold.maskert(tekst);
        boolean somTall = (verdi instanceof Integer || verdi instanceof Long) && maskert.equals(tekst);
        if (somTall) {
            json.writeNumber(((Number) verdi).longValue());
        } else {
            json.writeString(maskert);
        }
    }

    @Override
    public byte[] headerBytes() {
        return INGENTING;
    }

    @Override
    public byte[] footerBytes() {
        return INGENTING;
    }
}
