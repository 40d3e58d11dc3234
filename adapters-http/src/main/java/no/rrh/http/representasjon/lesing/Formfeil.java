package no.rrh.http.representasjon.lesing;

import java.io.IOException;

/** What is wrong with a file before it is JSON. The message, in bokmål, says what was expected. */
final class Formfeil extends IOException {
    private static final long serialVersionUID = 1L;

    Formfeil(String melding) {
        super(melding);
    }
}
