package no.rrh.http.maskinporten;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Forges grants, really signed, with no library between the test and what it sends. Starts from a good grant; every part
 * can be bent. Values are raw JSON.
 */
final class Grantsmed {
    private static final Map<String, String> ALGORITMER =
            Map.of("RS256", "SHA256withRSA", "RS384", "SHA384withRSA", "RS512", "SHA512withRSA");

    private final Map<String, String> hode = new LinkedHashMap<>();
    private final Map<String, String> krav = new LinkedHashMap<>();
    private final long naa;
    private PrivateKey noekkel;
    private String algoritme = "SHA256withRSA";
    private String raaeKrav;

    /** A good grant of the client, issued now for two minutes. */
    Grantsmed(String klient, String kid, PrivateKey noekkel, String utsteder, long naa) {
        this.noekkel = noekkel;
        this.naa = naa;
        hode("alg", tekst("RS256")).hode("kid", tekst(kid));
        krav("aud", tekst(utsteder)).krav("iss", tekst(klient)).krav("scope", tekst("brreg:reelle/offentlig"));
        krav("iat", naa).krav("exp", naa + 120).krav("jti", tekst("0b0d6c3e-6b0c-4f0e-8d5c-5a1f6a4c9d11"));
    }

    /** The time that it is issued at, in seconds. */
    long naa() {
        return naa;
    }

    Grantsmed hode(String navn, String raaJson) {
        hode.put(navn, raaJson);
        return this;
    }

    Grantsmed utenHode(String navn) {
        hode.remove(navn);
        return this;
    }

    Grantsmed krav(String navn, Object raaJson) {
        krav.put(navn, raaJson.toString());
        return this;
    }

    Grantsmed uten(String navn) {
        krav.remove(navn);
        return this;
    }

    Grantsmed raaeKrav(String json) {
        raaeKrav = json;
        return this;
    }

    Grantsmed alg(String alg) {
        algoritme = ALGORITMER.get(alg);
        return hode("alg", tekst(alg));
    }

    Grantsmed signertMed(PrivateKey annen) {
        noekkel = annen;
        return this;
    }

    /** Signed with the key of the certificate that it brings, in place of one that is registered. */
    Grantsmed medSertifikat(PrivateKey annen, String... kjede) {
        return signertMed(annen).utenHode("kid").hode("x5c", "[\"" + String.join("\",\"", kjede) + "\"]");
    }

    String token() {
        String usignert = base64(json(hode).getBytes(UTF_8)) + "."
                + base64((raaeKrav == null ? json(krav) : raaeKrav).getBytes(UTF_8));
        try {
            Signature signatur = Signature.getInstance(algoritme);
            signatur.initSign(noekkel);
            signatur.update(usignert.getBytes(UTF_8));
            return usignert + "." + base64(signatur.sign());
        } catch (GeneralSecurityException feil) {
            throw new IllegalStateException(feil);
        }
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
}
