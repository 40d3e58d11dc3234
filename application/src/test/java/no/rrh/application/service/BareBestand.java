package no.rrh.application.service;

import java.io.IOException;
import java.io.OutputStream;
import no.rrh.application.port.out.Representasjon;

/** A representation that writes arrays and nothing else. */
record BareBestand(Skriver skriver) implements Representasjon {
    interface Skriver {
        Bestandsskriver til(OutputStream ut, Del del) throws IOException;
    }

    @Override
    public Bestandsskriver bestand(OutputStream ut, Del del) throws IOException {
        return skriver.til(ut, del);
    }

    @Override
    public Bestandsskriver linjer(OutputStream ut) {
        throw new AssertionError("the totalbestand is an array");
    }

    @Override
    public OutputStream gzip(OutputStream ut) {
        throw new AssertionError("the archive packs");
    }

    @Override
    public OutputStream zip(OutputStream ut, String filnavn) {
        throw new AssertionError("the archive packs");
    }
}
