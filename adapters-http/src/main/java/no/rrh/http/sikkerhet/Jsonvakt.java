package no.rrh.http.sikkerhet;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import no.rrh.http.sikkerhet.Avvist.Grunn;
import org.jose4j.json.JsonUtil;
import org.jose4j.lang.JoseException;

/**
 * Stands before jose4j's JSON parser, which recurses without end and is lenient: lets through one strict JSON object
 * (RFC 8259, no NaN, nothing after it) that is neither deep nor holds huge numbers. Names that stand twice are refused
 * by jose4j itself. The size is bounded by whoever received the text.
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
     * The object that the text is.
     *
     * @throws Avvist when it is not such an object
     */
    public static Map<String, Object> objekt(String json) throws Avvist {
        krevRimeligObjekt(json);
        try {
            return JsonUtil.parseJson(json);
        } catch (JoseException | RuntimeException siterer) {
            throw new Avvist(Grunn.JSON);
        }
    }

    static void krevRimeligObjekt(String json) throws Avvist {
        try (JsonParser leser = STRENG.createParser(json)) {
            if (leser.nextToken() != JsonToken.START_OBJECT) {
                throw new Avvist(Grunn.JSON);
            }
            int dybde = 1;
            while (dybde > 0) {
                JsonToken tegn = leser.nextToken();
                dybde += tegn.isStructStart() ? 1 : tegn.isStructEnd() ? -1 : 0;
            }
            if (leser.nextToken() != null) {
                throw new Avvist(Grunn.JSON);
            }
        } catch (IOException ikkeJson) {
            throw new Avvist(Grunn.JSON);
        }
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
