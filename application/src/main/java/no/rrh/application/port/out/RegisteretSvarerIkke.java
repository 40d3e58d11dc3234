package no.rrh.application.port.out;

/** The store of the register does not answer, or not in time. */
public class RegisteretSvarerIkke extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RegisteretSvarerIkke(Throwable aarsak) {
        super("the store of the register does not answer", aarsak);
    }
}
