package no.rrh.http.maskinporten;

/** No token is given. It carries nothing of the grant, and no stack trace, since it is thrown once per bad request. */
final class Tokenfeil extends Exception {
    private static final long serialVersionUID = 1L;

    private final Grunn grunn;

    Tokenfeil(Grunn grunn) {
        super(grunn.name(), null, false, false);
        this.grunn = grunn;
    }

    Grunn grunn() {
        return grunn;
    }

    /**
     * Why: the error of RFC 6749 section 5.2 and RFC 7523 section 3.1, and a fixed text. The number at the end is the one
     * under which Digdir's page on Maskinporten's errors explains it, where it does.
     */
    enum Grunn {
        IKKE_SKJEMA("invalid_request", "The body is not an application/x-www-form-urlencoded form"),
        FOR_STOR("invalid_request", "The body is larger than 16 KiB"),
        GJENTATT_PARAMETER("invalid_request", "A parameter stands more than once"),
        UTEN_GRANT_TYPE("invalid_request", "The parameter grant_type is missing"),
        ANNEN_GRANT_TYPE(
                "unsupported_grant_type", "The grant_type must be urn:ietf:params:oauth:grant-type:jwt-bearer"),
        UTEN_ASSERTION("invalid_request", "The parameter assertion is missing"),
        IKKE_JWT("invalid_request", "Invalid assertion. It is not a signed JWT with claims in JSON (MP-011)"),
        UGYLDIG_KRAV("invalid_request", "Invalid assertion. A claim has an invalid value (MP-011)"),
        EGEN_CONSUMER_ORG("invalid_request", "Invalid assertion. The consumer_org is the client's own organization"),
        KREVER_MER("invalid_request", "Tokens with pid or authorization_details are not issued here"),
        UKJENT_RESSURS("invalid_target", "A resource is not a string of 1 to 256 visible ASCII characters"),

        UKJENT_KLIENT("invalid_client", "Client authentication failed. Client not found (MP-100)"),

        ALGORITME("invalid_grant", "Invalid assertion. The alg must be RS256, RS384 or RS512"),
        HODE("invalid_grant", "Invalid assertion. The header must have exactly one of kid and x5c, and no other key"),
        UKJENT_NOEKKEL("invalid_grant", "Invalid assertion. Client authentication failed. The kid is not the client's"),
        SIGNATUR("invalid_grant", "Invalid assertion. Invalid JWT signature (MP-124)"),
        UGYLDIG_X5C("invalid_grant", "Invalid assertion. Invalid JWT header x5c (MP-123)"),
        UTEN_CA("invalid_grant", "Invalid assertion. Certificates are not accepted: maskinporten.ca is not set"),
        SERTIFIKAT("invalid_grant", "Invalid assertion. The JWT is signed with an invalid certificate (MP-120)"),
        ANNEN_VIRKSOMHET(
                "invalid_grant",
                "Invalid assertion. The organization number of the certificate is not the client's (MP-122)"),
        AUD("invalid_grant", "Invalid assertion. Invalid JWT claim aud (MP-110)"),
        IKKE_NAA("invalid_grant", "Invalid assertion. Issue time is not within 10 seconds of now"),
        FOR_LANG_LEVETID(
                "invalid_grant", "Invalid assertion. It must expire after it is issued, at most 120 seconds later"),
        UTLOEPT("invalid_grant", "Invalid assertion. JWT is expired (MP-130)"),
        UTEN_JTI("invalid_grant", "Invalid assertion. The claim jti must be a string of 1 to 256 characters"),
        BRUKT("invalid_grant", "Invalid assertion. Grant is used before (MP-012)"),
        IKKE_DELEGERT("invalid_grant", "Consumer has not delegated access to the supplier (MP-251)"),

        UTEN_SCOPE("invalid_scope", "The grant must ask for at least one scope"),
        FREMMED_SCOPE("invalid_scope", "Token request contains invalid scopes for client (MP-200)"),

        INTERN("server_error", "Something failed here");

        private final String error;
        private final String beskrivelse;

        Grunn(String error, String beskrivelse) {
            this.error = error;
            this.beskrivelse = beskrivelse;
        }

        String error() {
            return error;
        }

        String beskrivelse() {
            return beskrivelse;
        }

        int status() {
            return switch (error) {
                case "invalid_client" -> 401;
                case "server_error" -> 500;
                default -> 400;
            };
        }
    }
}
