package no.rrh.application.port.in;

/** The virksomhet has no registered reelle rettighetshavere: it is unknown, deleted, or has reported nothing. */
public class IkkeRegistrert extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
