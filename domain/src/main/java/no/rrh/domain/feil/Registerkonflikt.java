package no.rrh.domain.feil;

/** A change that the state of the register does not allow. The message, in bokmål, says which state was expected. */
public class Registerkonflikt extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Registerkonflikt(String melding) {
        super(melding);
    }
}
