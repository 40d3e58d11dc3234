package no.rrh.http.sikkerhet;

/**
 * A token is refused. It carries a fixed word for the reason and nothing of the token, has no cause (those of the
 * libraries quote the token) and no stack trace (it is thrown once per bad request).
 */
public final class Avvist extends Exception {
    private static final long serialVersionUID = 1L;

    private final Grunn grunn;

    Avvist(Grunn grunn) {
        super(grunn.name(), null, false, false);
        this.grunn = grunn;
    }

    /** Why. */
    public Grunn grunn() {
        return grunn;
    }

    /** Why. It is for logs; the caller learns only that the token is not valid. */
    public enum Grunn {
        /** Not exactly one header of at most 8 KiB with {@code Bearer}, one space and something like a token. */
        AUTHORIZATION,
        /** A part is not canonical base64url. */
        BASE64URL,
        /** Not one strict, flat enough JSON object without duplicates, in UTF-8. */
        JSON,
        /** {@code alg} is not one of RS256, RS384 and RS512, or not the one the key is for. */
        ALG,
        /** {@code typ} is neither absent, JWT nor at+jwt. */
        TYP,
        /** {@code kid} is missing or no name. */
        KID,
        /** A header that names keys of the token's own, or another way to read it. */
        FREMMED_HODE,
        /** {@code x5c} is no list of one to five certificates. */
        SERTIFIKAT,
        UKJENT_NOEKKEL,
        SIGNATUR,
        ISS,
        /** {@code exp}, {@code iat} or {@code nbf} is missing, no whole number of seconds, or not now. */
        TID,
        AUD,
        SCOPE,
        CONSUMER,
        SUPPLIER,
        CLIENT_ID,
        /** The token is bound to a key of the client, which cannot be seen here: it is no bearer token. */
        BUNDET
    }
}
