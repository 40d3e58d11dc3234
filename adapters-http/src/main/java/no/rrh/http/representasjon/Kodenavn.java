package no.rrh.http.representasjon;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.rrh.domain.kodeverk.Kode;

/**
 * The names of the codes in each language. The bokmål ones are the register's own code lists as they stand; the nynorsk
 * and English ones are the project's, in files of the same form.
 */
public final class Kodenavn {
    private static final Map<Spraak, Map<String, String>> NAVN = new EnumMap<>(Spraak.class);

    static {
        for (Spraak spraak : Spraak.values()) {
            NAVN.put(spraak, les("kodelister-" + spraak.kodelistekode() + ".json"));
        }
    }

    private Kodenavn() {}

    /** What the code is called in the language. */
    public static String navn(Kode kode, Spraak spraak) {
        return alle(spraak).get(kode.kode());
    }

    /** Every code of the language's file and what it is called, in the file's order. */
    public static Map<String, String> alle(Spraak spraak) {
        return NAVN.get(spraak);
    }

    /** {@code {"kodelister":[{"navn","koder":[{"kode","kodenavn"}]}]}}: every list of the register, in its order. */
    public static byte[] json(Spraak spraak) {
        Map<String, List<Map.Entry<String, String>>> lister = alle(spraak).entrySet().stream()
                .collect(Collectors.groupingBy(kode -> liste(kode.getKey()), LinkedHashMap::new, Collectors.toList()));
        ByteArrayOutputStream ut = new ByteArrayOutputStream();
        try (JsonGenerator json = new JsonFactory().createGenerator(ut)) {
            json.writeStartObject();
            json.writeArrayFieldStart("kodelister");
            for (Map.Entry<String, List<Map.Entry<String, String>>> liste : lister.entrySet()) {
                json.writeStartObject();
                json.writeStringField("navn", liste.getKey());
                json.writeArrayFieldStart("koder");
                for (Map.Entry<String, String> kode : liste.getValue()) {
                    json.writeStartObject();
                    json.writeStringField("kode", kode.getKey());
                    json.writeStringField("kodenavn", kode.getValue());
                    json.writeEndObject();
                }
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ut.toByteArray();
    }

    /** A code begins with the name of its list. */
    private static String liste(String kode) {
        return kode.substring(0, kode.indexOf('.'));
    }

    private static Map<String, String> les(String fil) {
        try (InputStream data = Kodenavn.class.getResourceAsStream(fil);
                JsonParser parser = new JsonFactory().createParser(data)) {
            Map<String, String> navn = new LinkedHashMap<>();
            String kode = null;
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.VALUE_STRING && "kode".equals(parser.currentName())) {
                    kode = parser.getText();
                } else if (parser.currentToken() == JsonToken.VALUE_STRING && "kodenavn".equals(parser.currentName())) {
                    navn.put(kode, parser.getText());
                }
            }
            return Collections.unmodifiableMap(navn);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
