package no.rrh.bootstrap.kanal;

import no.rrh.bootstrap.utfall.Kommandofeil;

/** The work is given up before its end, and undone: whoever ordered it is gone, or the server stops. */
public final class Avbrutt extends Kommandofeil {
    private static final long serialVersionUID = 1L;

    Avbrutt(String melding) {
        super(melding);
    }
}
