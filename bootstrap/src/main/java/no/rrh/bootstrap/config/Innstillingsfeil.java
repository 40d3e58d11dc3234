package no.rrh.bootstrap.config;

/** A setting that is unknown, malformed or not allowed. The message is one line in bokmål. */
public class Innstillingsfeil extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Innstillingsfeil(String melding) {
        super(melding);
    }
}
