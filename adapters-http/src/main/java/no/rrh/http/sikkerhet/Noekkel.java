package no.rrh.http.sikkerhet;

import java.security.interfaces.RSAPublicKey;
import java.util.Optional;

/**
 * One verification key.
 *
 * @param kid its name in tokens
 * @param avtrykk its RFC 7638 thumbprint (SHA-256): tells whether two keys of one name are the same key
 * @param alg the only algorithm it may be used with, when the issuer says so
 */
public record Noekkel(String kid, String avtrykk, Optional<String> alg, RSAPublicKey offentlig) {}
