package no.rrh.http.representasjon.pakking;

import java.io.IOException;

/** A packed file that is not as it should be. The message, in bokmål, says what was wrong and what was expected. */
public class Pakkefeil extends IOException {
    private static final long serialVersionUID = 1L;

    Pakkefeil(String melding) {
        super(melding);
    }
}
