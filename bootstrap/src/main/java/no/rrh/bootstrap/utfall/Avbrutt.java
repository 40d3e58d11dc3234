package no.rrh.bootstrap.utfall;

import java.util.concurrent.CancellationException;

/** Work is given up before its end, and undone: whoever ordered it is gone, or the server stops. The message is bokmål. */
public final class Avbrutt extends CancellationException {
    private static final long serialVersionUID = 1L;

    public Avbrutt(String melding) {
        super(melding);
    }
}
