package no.rrh.persistence;

/** The register cannot be opened, and is left as it is. The message, in bokmål, says why. */
public class RegisteretKanIkkeAapnes extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RegisteretKanIkkeAapnes(String melding, Throwable aarsak) {
        super(melding, aarsak);
    }
}
