package no.rrh.http.sikkerhet;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.lang.JoseException;

/**
 * The keys of an issuer that a token may be signed with: RSA of at least 2048 bits, named, meant for signatures, and without
 * their private half. Other keys of a JWKS are passed over, as RFC 7517 section 5 says.
 */
public final class Noekkelsett {
    /** No keys: nothing can be verified. */
    public static final Noekkelsett TOMT = new Noekkelsett(Map.of());

    private static final int MINSTE_BIT = 2048;
    /** Kids are logged when the set changes, so they are held to what fits a log line. */
    private static final Pattern KID = Pattern.compile("[\\x21-\\x7E]{1,256}");

    /** What only who signs may know (RFC 7518 sections 6.3.2 and 6.4): with one of them published, anybody can sign. */
    private static final Set<String> HEMMELIGE = Set.of("d", "p", "q", "dp", "dq", "qi", "oth", "k");

    private final Map<String, Noekkel> etterKid;

    private Noekkelsett(Map<String, Noekkel> etterKid) {
        this.etterKid = etterKid;
    }

    /**
     * The usable keys of a JWKS (RFC 7517).
     *
     * @throws IllegalArgumentException when it is not a JWKS, or two usable keys share a kid; the message holds nothing
     *     of the text
     */
    public static Noekkelsett avJwks(String jwks) {
        Map<String, Noekkel> noekler = new LinkedHashMap<>();
        for (Object jwk : les(jwks)) {
            Optional<RsaJsonWebKey> brukbar = rsa((Map<?, ?>) jwk).filter(Noekkelsett::erBrukbar);
            if (brukbar.isPresent()) {
                Noekkel noekkel = noekkel(brukbar.get());
                if (noekler.put(noekkel.kid(), noekkel) != null) {
                    throw new IllegalArgumentException("two keys of the JWKS share a kid");
                }
            }
        }
        return new Noekkelsett(noekler);
    }

    private static Noekkel noekkel(RsaJsonWebKey jwk) {
        return new Noekkel(
                jwk.getKeyId(),
                jwk.calculateBase64urlEncodedThumbprint("SHA-256"),
                Optional.ofNullable(jwk.getAlgorithm()),
                jwk.getRsaPublicKey());
    }

    private static List<?> les(String jwks) {
        try {
            if (Jsonvakt.objekt(jwks).get("keys") instanceof List<?> noekler
                    && noekler.stream().allMatch(Map.class::isInstance)) {
                return noekler;
            }
        } catch (Avvist ikkeJson) {
            // said below
        }
        throw new IllegalArgumentException("not a JWKS");
    }

    @SuppressWarnings("unchecked") // the names of JSON are texts
    private static Optional<RsaJsonWebKey> rsa(Map<?, ?> jwk) {
        if (HEMMELIGE.stream().anyMatch(jwk::containsKey)) {
            return Optional.empty();
        }
        try {
            return JsonWebKey.Factory.newJwk((Map<String, Object>) jwk) instanceof RsaJsonWebKey rsa
                    ? Optional.of(rsa)
                    : Optional.empty();
        } catch (JoseException | RuntimeException ulesbar) {
            return Optional.empty();
        }
    }

    private static boolean erBrukbar(RsaJsonWebKey jwk) {
        return jwk.getKeyId() != null
                && KID.matcher(jwk.getKeyId()).matches()
                && (jwk.getUse() == null || jwk.getUse().equals("sig"))
                && (jwk.getKeyOps() == null || jwk.getKeyOps().contains("verify"))
                && jwk.getRsaPublicKey().getModulus().bitLength() >= MINSTE_BIT;
    }

    /** Whether there is nothing to verify with. */
    public boolean erTomt() {
        return etterKid.isEmpty();
    }

    /** The names of the keys, sorted. They are public. */
    public Set<String> kider() {
        return new TreeSet<>(etterKid.keySet());
    }

    /** The key of that name. */
    public Optional<Noekkel> finn(String kid) {
        return Optional.ofNullable(etterKid.get(kid));
    }

    /** Whether the very key is in the set, and not another under its name or the same one for another algorithm. */
    boolean har(Noekkel noekkel) {
        Noekkel denne = etterKid.get(noekkel.kid());
        return denne != null
                && denne.avtrykk().equals(noekkel.avtrykk())
                && denne.alg().equals(noekkel.alg());
    }

    /** Whether the two hold the same keys under the same names. */
    boolean erLikt(Noekkelsett annet) {
        return etterKid.size() == annet.etterKid.size()
                && etterKid.values().stream().allMatch(annet::har);
    }
}
