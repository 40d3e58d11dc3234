package no.rrh.http.feil;

/** A refusal that belongs to HTTP alone, such as a range outside a file or a condition that does not hold. */
public final class Avvisning extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Feil feil;

    public Avvisning(Feil feil) {
        super(feil.tekst());
        this.feil = feil;
    }

    Feil feil() {
        return feil;
    }
}
