package no.rrh.application.port.out;

/** An entry of the innsynslogg could not be written. */
public class InnsynsloggenSvarerIkke extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InnsynsloggenSvarerIkke(Throwable aarsak) {
        super("the innsynslogg cannot be written to", aarsak);
    }
}
