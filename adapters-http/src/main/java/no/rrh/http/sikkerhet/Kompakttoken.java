package no.rrh.http.sikkerhet;

import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.rrh.http.sikkerhet.Avvist.Grunn;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** A token of well-formed compact serialisation (RFC 7515) whose header is acceptable; not verified yet. */
public final class Kompakttoken {
    private static final int DELER = 3;
    private static final int LENGSTE_KID = 256;
    private static final int LENGSTE_KJEDE = 5;

    private static final Set<String> ALGORITMER = Set.of(
            AlgorithmIdentifiers.RSA_USING_SHA256,
            AlgorithmIdentifiers.RSA_USING_SHA384,
            AlgorithmIdentifiers.RSA_USING_SHA512);
    private static final AlgorithmConstraints BARE_RSA =
            new AlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT, ALGORITMER.toArray(String[]::new));

    private static final Set<String> FREMMEDE = Set.of("crit", "jwk", "jku", "x5u", "cty", "zip", "enc", "b64");

    /** What a token is for, which decides what its header may say. */
    public enum Slag {
        /** Shown to the API; its key is one of the issuer's. RFC 9068 section 4 lets the media type's prefix stay. */
        ADGANG(List.of("JWT", "at+jwt", "application/at+jwt"), false),
        /** Sent to an issuer (RFC 7523); its key is the client's, named, or brought in a certificate. */
        GRANT(List.of("JWT"), true);

        private final List<String> typer;
        private final boolean kanHaSertifikat;

        Slag(List<String> typer, boolean kanHaSertifikat) {
            this.typer = typer;
            this.kanHaSertifikat = kanHaSertifikat;
        }
    }

    private final String token;
    private final String alg;
    private final Optional<String> kid;
    private final List<String> x5c;

    private Kompakttoken(String token, String alg, Optional<String> kid, List<String> x5c) {
        this.token = token;
        this.alg = alg;
        this.kid = kid;
        this.x5c = x5c;
    }

    /**
     * Reads the form and the header. The payload is not looked at.
     *
     * @throws Avvist when it is not such a token
     */
    public static Kompakttoken les(String token, Slag slag) throws Avvist {
        String[] deler = token.split("\\.", -1);
        if (deler.length != DELER || !Arrays.stream(deler).allMatch(Kompakttoken::erBase64url)) {
            throw new Avvist(Grunn.AUTHORIZATION);
        }
        byte[] hode = kanonisk(deler[0]);
        kanonisk(deler[1]);
        kanonisk(deler[2]);
        return medHode(token, Jsonvakt.objekt(hode), slag);
    }

    /** Letter by letter: an expression takes several times as long, for each token that is not remembered. */
    private static boolean erBase64url(String del) {
        for (int i = 0; i < del.length(); i++) {
            char tegn = del.charAt(i);
            boolean kjent = tegn >= 'a' && tegn <= 'z'
                    || tegn >= 'A' && tegn <= 'Z'
                    || tegn >= '0' && tegn <= '9'
                    || tegn == '-'
                    || tegn == '_';
            if (!kjent) {
                return false;
            }
        }
        return !del.isEmpty();
    }

    private static Kompakttoken medHode(String token, Map<String, Object> hode, Slag slag) throws Avvist {
        boolean sertifikat = hode.containsKey("x5c");
        if (FREMMEDE.stream().anyMatch(hode::containsKey)
                || sertifikat && (!slag.kanHaSertifikat || hode.containsKey("kid"))) {
            throw new Avvist(Grunn.FREMMED_HODE);
        }
        if (!(hode.get("alg") instanceof String alg && ALGORITMER.contains(alg))) {
            throw new Avvist(Grunn.ALG);
        }
        if (hode.containsKey("typ")
                && !(hode.get("typ") instanceof String typ
                        && slag.typer.stream().anyMatch(typ::equalsIgnoreCase))) {
            throw new Avvist(Grunn.TYP);
        }
        return sertifikat
                ? new Kompakttoken(token, alg, Optional.empty(), kjede(hode.get("x5c")))
                : new Kompakttoken(token, alg, Optional.of(kid(hode.get("kid"))), List.of());
    }

    private static String kid(Object verdi) throws Avvist {
        if (verdi instanceof String kid && !kid.isEmpty() && kid.length() <= LENGSTE_KID) {
            return kid;
        }
        throw new Avvist(Grunn.KID);
    }

    private static List<String> kjede(Object verdi) throws Avvist {
        if (verdi instanceof List<?> kjede
                && !kjede.isEmpty()
                && kjede.size() <= LENGSTE_KJEDE
                && kjede.stream().allMatch(String.class::isInstance)) {
            return kjede.stream().map(String.class::cast).toList();
        }
        throw new Avvist(Grunn.SERTIFIKAT);
    }

    /** One text per content: else a token could be varied without end, and remembered each time. */
    private static byte[] kanonisk(String del) throws Avvist {
        try {
            byte[] innhold = Base64.getUrlDecoder().decode(del);
            if (Base64.getUrlEncoder().withoutPadding().encodeToString(innhold).equals(del)) {
                return innhold;
            }
        } catch (IllegalArgumentException ikkeBase64url) {
            // refused below, as everything that is not canonical
        }
        throw new Avvist(Grunn.BASE64URL);
    }

    /** The name of the key that it says it is signed with; there unless it brings a certificate. */
    public Optional<String> kid() {
        return kid;
    }

    /** The certificates that it brings, that of the key first, as they came: base64, and no more is known of them. */
    public List<String> x5c() {
        return x5c;
    }

    /**
     * Who the token says that it is from: nobody has verified it. For finding the keys to verify it with, where an issuer
     * has keys of its own.
     *
     * @throws Avvist when the payload is not a JSON object
     */
    public Optional<String> paastaattUtsteder() throws Avvist {
        byte[] innhold = Base64.getUrlDecoder().decode(token.split("\\.")[1]);
        return Jsonvakt.objekt(innhold).get("iss") instanceof String iss ? Optional.of(iss) : Optional.empty();
    }

    /**
     * The claims, after the signature is verified with the key.
     *
     * @throws Avvist when the key is for another algorithm, did not sign it, or signed what is not a JSON object
     */
    public Map<String, Object> verifisertInnhold(Noekkel noekkel) throws Avvist {
        if (noekkel.alg().isPresent() && !noekkel.alg().get().equals(alg)) {
            throw new Avvist(Grunn.ALG);
        }
        return verifisertInnhold(noekkel.offentlig());
    }

    /** The same, with a key that may be used with each of the algorithms. */
    public Map<String, Object> verifisertInnhold(RSAPublicKey noekkel) throws Avvist {
        return Jsonvakt.objekt(verifiserteBytes(noekkel));
    }

    private byte[] verifiserteBytes(RSAPublicKey noekkel) throws Avvist {
        try {
            JsonWebSignature jws = new JsonWebSignature();
            jws.setAlgorithmConstraints(BARE_RSA);
            jws.setCompactSerialization(token);
            jws.setKey(noekkel);
            return jws.getPayloadBytes();
        } catch (JoseException | RuntimeException siterer) {
            throw new Avvist(Grunn.SIGNATUR);
        }
    }
}
