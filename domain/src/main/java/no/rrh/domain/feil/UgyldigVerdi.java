package no.rrh.domain.feil;

/**
 * A value that cannot exist. The message is in bokmål, written for whoever sent the value: what is wrong and what was
 * expected. It never repeats the value itself, which may be a fødselsnummer or a name.
 */
public class UgyldigVerdi extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UgyldigVerdi(String melding) {
        super(melding);
    }
}
