package no.rrh.http.sikkerhet;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import no.rrh.http.sikkerhet.Avvist.Grunn;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** A token of well-formed compact serialisation (RFC 7515) whose header is acceptable; not verified yet. */
final class Kompakttoken {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+){2}");
    private static final Pattern PUNKTUM = Pattern.compile(".", Pattern.LITERAL);
    private static final int LENGSTE_KID = 256;

    private static final Set<String> ALGORITMER = Set.of(
            AlgorithmIdentifiers.RSA_USING_SHA256,
            AlgorithmIdentifiers.RSA_USING_SHA384,
            AlgorithmIdentifiers.RSA_USING_SHA512);
    private static final AlgorithmConstraints BARE_RSA =
            new AlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT, ALGORITMER.toArray(String[]::new));
    /** RFC 9068 section 4 lets the media type's prefix stay. */
    private static final List<String> TYPER = List.of("JWT", "at+jwt", "application/at+jwt");

    private static final Set<String> FREMMEDE = Set.of("crit", "jwk", "jku", "x5u", "x5c", "cty", "zip", "enc", "b64");

    private final String token;
    private final String alg;
    private final String kid;

    private Kompakttoken(String token, String alg, String kid) {
        this.token = token;
        this.alg = alg;
        this.kid = kid;
    }

    /** Reads the form and the header. The payload is not looked at before the signature is verified. */
    static Kompakttoken les(String token) throws Avvist {
        if (!FORM.matcher(token).matches()) {
            throw new Avvist(Grunn.AUTHORIZATION);
        }
        String[] deler = PUNKTUM.split(token);
        byte[] hode = kanonisk(deler[0]);
        kanonisk(deler[1]);
        kanonisk(deler[2]);
        return medHode(token, Jsonvakt.objekt(hode));
    }

    private static Kompakttoken medHode(String token, Map<String, Object> hode) throws Avvist {
        if (FREMMEDE.stream().anyMatch(hode::containsKey)) {
            throw new Avvist(Grunn.FREMMED_HODE);
        }
        if (!(hode.get("alg") instanceof String alg && ALGORITMER.contains(alg))) {
            throw new Avvist(Grunn.ALG);
        }
        if (hode.containsKey("typ")
                && !(hode.get("typ") instanceof String typ && TYPER.stream().anyMatch(typ::equalsIgnoreCase))) {
            throw new Avvist(Grunn.TYP);
        }
        if (!(hode.get("kid") instanceof String kid && !kid.isEmpty() && kid.length() <= LENGSTE_KID)) {
            throw new Avvist(Grunn.KID);
        }
        return new Kompakttoken(token, alg, kid);
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

    String kid() {
        return kid;
    }

    /** The claims, after the signature is verified with the key. */
    Map<String, Object> verifisertInnhold(Noekkel noekkel) throws Avvist {
        if (noekkel.alg().isPresent() && !noekkel.alg().get().equals(alg)) {
            throw new Avvist(Grunn.ALG);
        }
        return Jsonvakt.objekt(verifiserteBytes(noekkel));
    }

    private byte[] verifiserteBytes(Noekkel noekkel) throws Avvist {
        try {
            JsonWebSignature jws = new JsonWebSignature();
            jws.setAlgorithmConstraints(BARE_RSA);
            jws.setCompactSerialization(token);
            jws.setKey(noekkel.offentlig());
            return jws.getPayloadBytes();
        } catch (JoseException | RuntimeException siterer) {
            throw new Avvist(Grunn.SIGNATUR);
        }
    }
}
