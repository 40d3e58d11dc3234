package no.rrh.http.maskinporten;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.rrh.http.maskinporten.Tokenfeil.Grunn;

/**
 * The parameters of a token request (RFC 6749 section 3.2). Characters that should have been percent-encoded are taken
 * as they stand: a client that is much in use sends the colons of its grant_type so. One without a value counts as
 * left out.
 */
record Tokenskjema(Map<String, String> parametere) {
    /** The largest body that is read, in bytes. */
    static final int STOERST = 16 * 1024;

    private static final Pattern TYPE =
            Pattern.compile("\\s*application/x-www-form-urlencoded\\s*(;.*)?", Pattern.DOTALL);
    private static final Pattern KODING = Pattern.compile("%([0-9A-Fa-f]{2})?");

    /**
     * Reads a body.
     *
     * @param type the Content-Type, where there is one
     */
    static Tokenskjema les(Optional<String> type, byte[] kropp) throws Tokenfeil {
        if (kropp.length > STOERST) {
            throw new Tokenfeil(Grunn.FOR_STOR);
        }
        if (type.filter(t -> !TYPE.matcher(t.toLowerCase(Locale.ROOT)).matches())
                .isPresent()) {
            throw new Tokenfeil(Grunn.IKKE_SKJEMA);
        }
        Map<String, String> parametere = new HashMap<>();
        for (String par : new String(kropp, StandardCharsets.ISO_8859_1).split("&")) {
            int likhet = par.indexOf('=');
            String navn = avkod(likhet < 0 ? par : par.substring(0, likhet));
            String verdi = avkod(likhet < 0 ? "" : par.substring(likhet + 1));
            if (!verdi.isEmpty() && parametere.put(navn, verdi) != null) {
                throw new Tokenfeil(Grunn.GJENTATT_PARAMETER);
            }
        }
        return new Tokenskjema(parametere);
    }

    /** The text with each byte as a character, decoded to UTF-8. */
    private static String avkod(String bytes) throws Tokenfeil {
        Matcher koding = KODING.matcher(bytes.replace('+', ' '));
        StringBuilder avkodet = new StringBuilder();
        while (koding.find()) {
            if (koding.group(1) == null) {
                throw new Tokenfeil(Grunn.IKKE_SKJEMA);
            }
            koding.appendReplacement(avkodet, "");
            avkodet.append((char) Integer.parseInt(koding.group(1), 16));
        }
        koding.appendTail(avkodet);
        return utf8(avkodet.toString());
    }

    private static String utf8(String bytes) throws Tokenfeil {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException ikkeUtf8) {
            throw new Tokenfeil(Grunn.IKKE_SKJEMA);
        }
    }

    /** The value of a parameter that is there. */
    Optional<String> verdi(String navn) {
        return Optional.ofNullable(parametere.get(navn));
    }
}
