package no.rrh.bootstrap.kobling;

import no.rrh.bootstrap.utfall.Kommandofeil;

/** The data folder cannot be used by this version, or is damaged. It is left as it is. The message is one line in bokmål. */
public final class UbrukeligDatamappe extends Kommandofeil {
    private static final long serialVersionUID = 1L;

    UbrukeligDatamappe(String melding) {
        super(melding);
    }
}
