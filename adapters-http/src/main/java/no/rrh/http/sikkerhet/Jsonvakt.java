package no.rrh.http.sikkerhet;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonParser.NumberType;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.rrh.http.sikkerhet.Avvist.Grunn;

/**
 * Reads JSON that strangers wrote: one strict object (RFC 8259, no NaN, nothing after it), neither deep nor with huge numbers,
 * and with no name twice. What jose4j is to read itself goes through here first, since its parser recurses without end and is
 * lenient. The size is bounded by whoever received the text.
 */
public final class Jsonvakt {
    /** Maskinporten's own tokens are at most four deep. */
    private static final int DYBDE = 10;

    private static final int SIFRE = 20;

    private static final JsonFactory STRENG = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DYBDE)
                    .maxNumberLength(SIFRE)
                    .build())
            // names come from strangers: they shall not fill tables that outlive the request
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();

    private Jsonvakt() {}

    /** The object that the bytes are. */
    static Map<String, Object> objekt(byte[] utf8) throws Avvist {
        return objekt(dekod(utf8));
    }

    /**
     * The object that the text is: its values are maps, lists, strings, Long (BigInteger where it is larger), Double,
     * Boolean and null.
     *
     * @throws Avvist when it is not such an object
     */
    public static Map<String, Object> objekt(String json) throws Avvist {
        try (JsonParser leser = STRENG.createParser(json)) {
            if (leser.nextToken() != JsonToken.START_OBJECT) {
                throw new Avvist(Grunn.JSON);
            }
            Map<String, Object> objekt = medlemmer(leser);
            if (leser.nextToken() != null) {
                throw new Avvist(Grunn.JSON);
            }
            return objekt;
        } catch (IOException ikkeJson) {
            throw new Avvist(Grunn.JSON);
        }
    }

    private static Map<String, Object> medlemmer(JsonParser leser) throws IOException, Avvist {
        Map<String, Object> objekt = new LinkedHashMap<>();
        while (leser.nextToken() != JsonToken.END_OBJECT) {
            String navn = leser.currentName();
            if (objekt.containsKey(navn)) {
                throw new Avvist(Grunn.JSON);
            }
            leser.nextToken();
            objekt.put(navn, verdi(leser));
        }
        return objekt;
    }

    private static List<Object> elementer(JsonParser leser) throws IOException, Avvist {
        List<Object> liste = new ArrayList<>();
        while (leser.nextToken() != JsonToken.END_ARRAY) {
            liste.add(verdi(leser));
        }
        return liste;
    }

    private static Object verdi(JsonParser leser) throws IOException, Avvist {
        return switch (leser.currentToken()) {
            case START_OBJECT -> medlemmer(leser);
            case START_ARRAY -> elementer(leser);
            case VALUE_STRING -> leser.getText();
            case VALUE_NUMBER_INT ->
                leser.getNumberType() == NumberType.BIG_INTEGER
                        ? leser.getBigIntegerValue()
                        : (Object) leser.getLongValue();
            case VALUE_NUMBER_FLOAT -> leser.getDoubleValue();
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NULL -> null;
            default -> throw new Avvist(Grunn.JSON);
        };
    }

    private static String dekod(byte[] utf8) throws Avvist {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException ikkeUtf8) {
            throw new Avvist(Grunn.JSON);
        }
    }
}
