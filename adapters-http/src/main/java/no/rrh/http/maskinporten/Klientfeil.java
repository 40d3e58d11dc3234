package no.rrh.http.maskinporten;

/** A client cannot be registered as things are. The message, in bokmål, says what stands in the way. */
public final class Klientfeil extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Klientfeil(String melding) {
        super(melding);
    }
}
