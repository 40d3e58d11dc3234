package no.rrh.http.sikkerhet;

import static no.rrh.http.sikkerhet.Angrep.med;
import static no.rrh.http.sikkerhet.Tokensmed.jwk;
import static no.rrh.http.sikkerhet.Tokensmed.jwks;
import static no.rrh.http.sikkerhet.Tokensmed.tekst;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.Function;
import java.util.stream.Stream;
import no.rrh.http.sikkerhet.Avvist.Grunn;
import org.jose4j.jwk.EllipticCurveJsonWebKey;

/** Attacks on the JOSE header, the choice of key and the signature. */
final class AngrepPaaHodet {
    /** Beside the good key k1: keys that no token may be verified with, and one for a single algorithm. */
    static final Noekkelsett NOEKLER = Noekkelsett.avJwks(jwks(
            jwk(Tokensmed.NOEKKEL, "k1", ",\"use\":\"sig\""),
            jwk(Tokensmed.NOEKKEL, "bare-rs512", ",\"alg\":\"RS512\",\"use\":\"sig\""),
            jwk(Tokensmed.ANNEN, "annen", ""),
            jwk(Tokensmed.NOEKKEL, "enc", ",\"use\":\"enc\""),
            jwk(Tokensmed.NOEKKEL, "ops", ",\"key_ops\":[\"encrypt\",\"wrapKey\"]"),
            jwk(Tokensmed.SVAK, "svak", ""),
            Ec.JWK,
            "{\"kty\":\"oct\",\"kid\":\"oct\",\"k\":\"" + "A".repeat(43) + "\"}"));

    private final long naa;

    AngrepPaaHodet(long naa) {
        this.naa = naa;
    }

    private Tokensmed smed() {
        return new Tokensmed(naa);
    }

    Stream<Angrep> alle() {
        return Stream.of(alg(), forveksling(), typ(), kid(), noekler(), fremmede(), signatur())
                .flatMap(angrep -> angrep);
    }

    private Stream<Angrep> alg() {
        return Stream.concat(
                Stream.of(
                                "none",
                                "None",
                                "NONE",
                                "nOnE",
                                "none ",
                                "",
                                "rs256",
                                "RS256 ",
                                " RS256",
                                "RS256\\u0000",
                                "RS1",
                                "RS2048",
                                "HS256",
                                "HS384",
                                "HS512",
                                "PS256",
                                "PS384",
                                "PS512",
                                "ES256",
                                "ES256K",
                                "EdDSA",
                                "RSA1_5",
                                "RSA-OAEP",
                                "dir",
                                "A128KW",
                                "PBES2-HS256+A128KW",
                                "SHA256withRSA")
                        .map(navn -> med("alg \"" + navn + "\"", Grunn.ALG, smed().hode("alg", tekst(navn)))),
                Stream.of(
                        med("no alg", Grunn.ALG, smed().utenHode("alg")),
                        med("alg null", Grunn.ALG, smed().hode("alg", "null")),
                        med("alg a number", Grunn.ALG, smed().hode("alg", "256")),
                        med("alg an array", Grunn.ALG, smed().hode("alg", "[\"RS256\"]")),
                        med("alg an object", Grunn.ALG, smed().hode("alg", "{\"RS256\":1}")),
                        med(
                                "none with a byte for a signature",
                                Grunn.ALG,
                                smed().hode("alg", tekst("none")).signert(Tokensmed.alltid((byte) 0))),
                        med("key for another alg", Grunn.ALG, smed().hode("kid", tekst("bare-rs512")))));
    }

    private Stream<Angrep> forveksling() {
        byte[] der = Tokensmed.NOEKKEL.getPublic().getEncoded();
        String pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END PUBLIC KEY-----\n";
        return Stream.of(
                med(
                        "HS256 with the public key as DER",
                        Grunn.ALG,
                        smed().hode("alg", tekst("HS256")).signert(Tokensmed.hmac("HmacSHA256", der))),
                med(
                        "HS256 with the public key as PEM",
                        Grunn.ALG,
                        smed().hode("alg", tekst("HS256"))
                                .signert(Tokensmed.hmac("HmacSHA256", pem.getBytes(StandardCharsets.US_ASCII)))),
                med(
                        "HS512 with the public key as DER",
                        Grunn.ALG,
                        smed().hode("alg", tekst("HS512")).signert(Tokensmed.hmac("HmacSHA512", der))),
                med("an HMAC under RS256", Grunn.SIGNATUR, smed().signert(Tokensmed.hmac("HmacSHA256", der))),
                med(
                        "PS256 rightly signed",
                        Grunn.ALG,
                        smed().hode("alg", tekst("PS256")).signert(AngrepPaaHodet::pss)),
                med("a PSS signature under RS256", Grunn.SIGNATUR, smed().signert(AngrepPaaHodet::pss)),
                med(
                        "ES256 with the curve key",
                        Grunn.ALG,
                        smed().hode("alg", tekst("ES256"))
                                .hode("kid", tekst("ec"))
                                .signert(Tokensmed.med(Ec.NOEKKEL, "SHA256withECDSAinP1363Format"))),
                med(
                        "SHA-384 under RS256",
                        Grunn.SIGNATUR,
                        smed().signert(Tokensmed.med(Tokensmed.NOEKKEL, "SHA384withRSA"))),
                med(
                        "SHA-1 under RS256",
                        Grunn.SIGNATUR,
                        smed().signert(Tokensmed.med(Tokensmed.NOEKKEL, "SHA1withRSA"))));
    }

    private static byte[] pss(byte[] bytes) throws GeneralSecurityException {
        Signature signatur = Signature.getInstance("RSASSA-PSS");
        signatur.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
        signatur.initSign(Tokensmed.NOEKKEL.getPrivate());
        signatur.update(bytes);
        return signatur.sign();
    }

    private Stream<Angrep> typ() {
        return Stream.concat(
                Stream.of(
                                "dpop+jwt",
                                "id+jwt",
                                "logout+jwt",
                                "secevent+jwt",
                                "JOSE",
                                "JWS",
                                "JWE",
                                "",
                                "JWT ",
                                " JWT",
                                "at+jwt;v=1",
                                "application/jwt",
                                "xat+jwt",
                                "at+jwt2",
                                "at jwt")
                        .map(navn -> med("typ \"" + navn + "\"", Grunn.TYP, smed().hode("typ", tekst(navn)))),
                Stream.of("null", "1", "[\"JWT\"]", "{}", "true")
                        .map(raa -> med("typ " + raa, Grunn.TYP, smed().hode("typ", raa))));
    }

    private Stream<Angrep> kid() {
        return Stream.concat(
                Stream.of(
                        med("no kid", Grunn.KID, smed().utenHode("kid")),
                        med("empty kid", Grunn.KID, smed().hode("kid", tekst(""))),
                        med("kid of 257 characters", Grunn.KID, smed().hode("kid", tekst("k".repeat(257)))),
                        med("kid null", Grunn.KID, smed().hode("kid", "null")),
                        med("kid a number", Grunn.KID, smed().hode("kid", "1")),
                        med("kid an array", Grunn.KID, smed().hode("kid", "[\"k1\"]"))),
                Stream.of(
                                "k2",
                                "K1",
                                "k1 ",
                                " k1",
                                "k1\\u0000",
                                "k1\\n",
                                "k1,annen",
                                "*",
                                "../../../dev/null",
                                "file:///dev/null",
                                "http://127.0.0.1/",
                                "' or '1'='1",
                                "$(id)",
                                "${jndi:ldap://x/}",
                                "k\u0661",
                                "\uff4b1")
                        .map(navn -> med("kid " + navn, Grunn.UKJENT_NOEKKEL, smed().hode("kid", tekst(navn)))));
    }

    private Stream<Angrep> noekler() {
        Grunn ukjent = Grunn.UKJENT_NOEKKEL;
        return Stream.of(
                med("key for encryption", ukjent, smed().hode("kid", tekst("enc"))),
                med("key with other key_ops", ukjent, smed().hode("kid", tekst("ops"))),
                med(
                        "key of 1024 bits",
                        ukjent,
                        smed().hode("kid", tekst("svak")).signert(Tokensmed.med(Tokensmed.SVAK, "SHA256withRSA"))),
                med("key of a curve", ukjent, smed().hode("kid", tekst("ec"))),
                med(
                        "symmetric key",
                        ukjent,
                        smed().hode("kid", tekst("oct")).signert(Tokensmed.hmac("HmacSHA256", new byte[32]))),
                med(
                        "1024 bits under the good kid",
                        Grunn.SIGNATUR,
                        smed().signert(Tokensmed.med(Tokensmed.SVAK, "SHA256withRSA"))),
                med("another issuer key than the kid says", Grunn.SIGNATUR, smed().hode("kid", tekst("annen"))),
                med(
                        "a stranger's key",
                        Grunn.SIGNATUR,
                        smed().signert(Tokensmed.med(Tokensmed.ANNEN, "SHA256withRSA"))));
    }

    private Stream<Angrep> fremmede() {
        Tokensmed.Signatur fremmed = Tokensmed.med(Tokensmed.ANNEN, "SHA256withRSA");
        String jwk = jwk(Tokensmed.ANNEN, "k1", "");
        Function<String, Tokensmed> forfalsket =
                navn -> smed().signert(fremmed).hode(navn, tekst("https://127.0.0.1/jwk"));
        return Stream.concat(
                Stream.of("\"https://127.0.0.1/jwk\"", "null", "[]", "{}", "false")
                        .flatMap(raa -> Stream.of("crit", "jwk", "jku", "x5u", "x5c", "cty", "zip", "enc", "b64")
                                .map(navn -> med(navn + " " + raa, Grunn.FREMMED_HODE, smed().hode(navn, raa)))),
                Stream.of(
                        med(
                                "signed with an embedded jwk",
                                Grunn.FREMMED_HODE,
                                smed().signert(fremmed).hode("jwk", jwk)),
                        med(
                                "embedded jwk, no kid",
                                Grunn.FREMMED_HODE,
                                smed().signert(fremmed).hode("jwk", jwk).utenHode("kid")),
                        med("forged jku", Grunn.FREMMED_HODE, forfalsket.apply("jku")),
                        med("forged x5u", Grunn.FREMMED_HODE, forfalsket.apply("x5u")),
                        med(
                                "unknown crit",
                                Grunn.FREMMED_HODE,
                                smed().hode("crit", "[\"x\"]").hode("x", "1")),
                        med(
                                "crit of a known name",
                                Grunn.FREMMED_HODE,
                                smed().hode("crit", "[\"exp\"]").hode("exp", "1")),
                        med(
                                "unencoded payload",
                                Grunn.FREMMED_HODE,
                                smed().hode("crit", "[\"b64\"]").hode("b64", "false")),
                        med("nested JWT", Grunn.FREMMED_HODE, smed().hode("cty", tekst("JWT")))));
    }

    private Stream<Angrep> signatur() {
        String[] god = smed().token().split("\\.");
        String andreKrav =
                Tokensmed.base64(smed().krav("scope", tekst("x")).kravJson().getBytes(StandardCharsets.UTF_8));
        byte[] signatur = Base64.getUrlDecoder().decode(god[2]);
        return Stream.of(
                bytter("another payload", god[0], andreKrav, god[2]),
                bytter(
                        "another header",
                        Tokensmed.base64(
                                smed().hode("typ", tekst("JWT")).hodeJson().getBytes(StandardCharsets.UTF_8)),
                        god[1],
                        god[2]),
                bytter("one byte less", god[0], god[1], Tokensmed.base64(Arrays.copyOf(signatur, 255))),
                bytter("one byte more", god[0], god[1], Tokensmed.base64(Arrays.copyOf(signatur, 257))),
                bytter("twice as long", god[0], god[1], Tokensmed.base64(Arrays.copyOf(signatur, 512))),
                bytter("all zero", god[0], god[1], Tokensmed.base64(new byte[256])),
                bytter("the number one", god[0], god[1], Tokensmed.base64(en())),
                bytter("three bytes", god[0], god[1], "AAAA"),
                bytter("the payload for a signature", god[0], god[1], god[1]));
    }

    private static byte[] en() {
        byte[] en = new byte[256];
        en[255] = 1;
        return en;
    }

    private static Angrep bytter(String navn, String hode, String krav, String signatur) {
        return Angrep.raatt("signature: " + navn, Grunn.SIGNATUR, "Bearer " + hode + "." + krav + "." + signatur);
    }

    private static final class Ec {
        static final KeyPair NOEKKEL = lag();
        static final String JWK = jwk();

        private static KeyPair lag() {
            try {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
                generator.initialize(256);
                return generator.generateKeyPair();
            } catch (GeneralSecurityException feil) {
                throw new IllegalStateException(feil);
            }
        }

        private static String jwk() {
            EllipticCurveJsonWebKey jwk =
                    new EllipticCurveJsonWebKey((java.security.interfaces.ECPublicKey) NOEKKEL.getPublic());
            jwk.setKeyId("ec");
            return jwk.toJson();
        }
    }
}
