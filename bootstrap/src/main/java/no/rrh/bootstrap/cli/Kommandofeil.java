package no.rrh.bootstrap.cli;

/** A command that could not be carried out. The message, in bokmål, is all that is shown. */
public class Kommandofeil extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Kommandofeil(String melding) {
        super(melding);
    }
}
