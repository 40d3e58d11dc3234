package no.rrh.application.port.out;

import java.io.IOException;
import java.io.UncheckedIOException;

/** There is no room for what was to be written. */
public class DiskenErFull extends UncheckedIOException {
    private static final long serialVersionUID = 1L;

    public DiskenErFull(IOException aarsak) {
        super(aarsak);
    }

    /**
     * @param melding in bokmål, for whoever ran the command
     */
    protected DiskenErFull(String melding, IOException aarsak) {
        super(melding, aarsak);
    }
}
