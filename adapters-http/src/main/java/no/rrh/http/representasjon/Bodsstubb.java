package no.rrh.http.representasjon;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import no.rrh.application.port.out.Linjerepresentasjon;
import no.rrh.application.port.out.Representasjon.Bestandsskriver;
import no.rrh.domain.innsyn.VirksomhetInnsyn;

/**
 * A STUB, which stands where the mapping to BODS comes: one line {@code {"organisasjonsnummer":"…"}} for each virksomhet.
 * To be deleted when {@code BodsRepresentasjon} is there, whose {@code linjer} takes its place in the wiring.
 */
public final class Bodsstubb implements Linjerepresentasjon {
    private static final JsonFactory JSON = new JsonFactory();

    @Override
    public Bestandsskriver linjer(OutputStream ut) {
        return new Linjer(ut);
    }

    private static final class Linjer implements Bestandsskriver {
        private final OutputStream ut;

        Linjer(OutputStream ut) {
            this.ut = ut;
        }

        @Override
        public void skriv(VirksomhetInnsyn virksomhet) throws IOException {
            ByteArrayOutputStream linje = new ByteArrayOutputStream(64);
            try (JsonGenerator json = JSON.createGenerator(linje)) {
                json.writeStartObject();
                json.writeStringField(
                        "organisasjonsnummer", virksomhet.organisasjonsnummer().verdi());
                json.writeEndObject();
            }
            linje.write('\n');
            linje.writeTo(ut);
        }

        @Override
        public void close() {
            // the stream is left open
        }
    }
}
