package no.rrh.http.sikkerhet;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;

/**
 * Forges tokens, byte by byte and really signed, with no library between the test and what it sends. Starts from a
 * good token; every part can be bent. Values are raw JSON.
 */
final class Tokensmed {
    static final KeyPair NOEKKEL = rsa(2048);
    static final KeyPair ANNEN = rsa(2048);
    static final KeyPair SVAK = rsa(1024);
    static final String UTSTEDER = "https://test.maskinporten.no/";
    static final String CONSUMER = part("iso6523-actorid-upis", "0192:910753614");
    static final String SUPPLIER = part("iso6523-actorid-upis", "0192:991825827");

    private final Map<String, String> hode = new LinkedHashMap<>();
    private final Map<String, String> krav = new LinkedHashMap<>();
    private byte[] raattHode;
    private byte[] raaeKrav;
    private Signatur signatur = med(NOEKKEL, "SHA256withRSA");

    Tokensmed(long naa) {
        hode("kid", tekst("k1")).hode("alg", tekst("RS256"));
        krav("iss", tekst(UTSTEDER)).krav("client_amr", tekst("virksomhetssertifikat"));
        krav("token_type", tekst("Bearer")).krav("client_id", tekst("e4a1b3a2-0c5e-4d3a-9d59-0a4b8a3f2c11"));
        krav("aud", tekst("unspecified")).krav("scope", tekst("brreg:reelle/offentlig"));
        krav("exp", naa + 120).krav("iat", naa).krav("jti", tekst("k3Jb"));
        krav("consumer", CONSUMER);
    }

    Tokensmed hode(String navn, String raaJson) {
        hode.put(navn, raaJson);
        return this;
    }

    Tokensmed utenHode(String navn) {
        hode.remove(navn);
        return this;
    }

    Tokensmed krav(String navn, Object raaJson) {
        krav.put(navn, raaJson.toString());
        return this;
    }

    Tokensmed uten(String navn) {
        krav.remove(navn);
        return this;
    }

    Tokensmed raattHode(String json) {
        return raattHode(json.getBytes(UTF_8));
    }

    Tokensmed raattHode(byte[] bytes) {
        raattHode = bytes;
        return this;
    }

    Tokensmed raaeKrav(String json) {
        return raaeKrav(json.getBytes(UTF_8));
    }

    Tokensmed raaeKrav(byte[] bytes) {
        raaeKrav = bytes;
        return this;
    }

    Tokensmed signert(Signatur ny) {
        signatur = ny;
        return this;
    }

    String hodeJson() {
        return json(hode);
    }

    String kravJson() {
        return json(krav);
    }

    private String usignert() {
        return base64(raattHode == null ? hodeJson().getBytes(UTF_8) : raattHode)
                + "."
                + base64(raaeKrav == null ? kravJson().getBytes(UTF_8) : raaeKrav);
    }

    /** The length of {@link #bearer} when it is signed with 2048 bits, found without signing. */
    int lengde() {
        return "Bearer ".length()
                + usignert().length()
                + ".".length()
                + base64(new byte[256]).length();
    }

    String token() {
        String signert = usignert();
        try {
            return signert + "." + base64(signatur.av(signert.getBytes(UTF_8)));
        } catch (GeneralSecurityException feil) {
            throw new IllegalStateException(feil);
        }
    }

    String bearer() {
        return "Bearer " + token();
    }

    static Signatur med(KeyPair noekkel, String algoritme) {
        return bytes -> {
            Signature signatur = Signature.getInstance(algoritme);
            signatur.initSign(noekkel.getPrivate());
            signatur.update(bytes);
            return signatur.sign();
        };
    }

    static Signatur hmac(String algoritme, byte[] hemmelighet) {
        return bytes -> {
            Mac mac = Mac.getInstance(algoritme);
            mac.init(new SecretKeySpec(hemmelighet, algoritme));
            return mac.doFinal(bytes);
        };
    }

    static Signatur alltid(byte... bytes) {
        return signert -> bytes;
    }

    /** The public key as a JWK, with more members appended. */
    static String jwk(KeyPair noekkel, String kid, String mer) {
        RsaJsonWebKey jwk = new RsaJsonWebKey((RSAPublicKey) noekkel.getPublic());
        jwk.setKeyId(kid);
        String json = jwk.toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
        return json.substring(0, json.length() - 1) + mer + "}";
    }

    static String jwks(String... jwk) {
        return "{\"keys\":[" + String.join(",", jwk) + "]}";
    }

    static String part(String autoritet, String id) {
        return "{\"authority\":" + tekst(autoritet) + ",\"ID\":" + tekst(id) + "}";
    }

    static String tekst(String verdi) {
        return "\"" + verdi + "\"";
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String json(Map<String, String> felter) {
        return felter.entrySet().stream()
                .map(felt -> tekst(felt.getKey()) + ":" + felt.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static KeyPair rsa(int bit) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bit);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException feil) {
            throw new IllegalStateException(feil);
        }
    }

    /** Signs the bytes. */
    interface Signatur {
        byte[] av(byte[] bytes) throws GeneralSecurityException;
    }
}
