package no.rrh.http.maskinporten;

import java.util.Base64;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.lang.JoseException;

/** New RSA keys to sign with, and the forms they are written in. */
final class Rsanoekler {
    /** The size of those made here, and the least that one may have. */
    static final int BIT = 2048;

    private Rsanoekler() {}

    /** A key that is named by its RFC 7638 thumbprint, so that no two share a name. */
    static RsaJsonWebKey ny() {
        try {
            RsaJsonWebKey noekkel = RsaJwkGenerator.generateJwk(BIT);
            noekkel.setKeyId(noekkel.calculateBase64urlEncodedThumbprint("SHA-256"));
            noekkel.setUse("sig");
            noekkel.setAlgorithm("RS256");
            return noekkel;
        } catch (JoseException umulig) {
            throw new AssertionError("every Java platform makes RSA keys", umulig);
        }
    }

    /** The whole key as a JWK (RFC 7517). */
    static String privatJwk(RsaJsonWebKey noekkel) {
        return noekkel.toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE);
    }

    /** The private key as PKCS#8 in PEM (RFC 7468), not encrypted. */
    static String privatPem(RsaJsonWebKey noekkel) {
        String innhold = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(noekkel.getPrivateKey().getEncoded());
        return "-----BEGIN PRIVATE KEY-----\n" + innhold + "\n-----END PRIVATE KEY-----\n";
    }
}
