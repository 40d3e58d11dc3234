package no.rrh.http.representasjon;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import no.rrh.application.port.out.Representasjon;
import no.rrh.domain.innsyn.VirksomhetInnsyn;
import no.rrh.http.representasjon.pakking.Pakking;

/**
 * The v1 representation as it is written: UTF-8 without a byte more than JSON needs, the fields in the order of the
 * information model. It sees only what may be shown.
 */
public final class V1Representasjon implements Representasjon {
    private static final int VANLIG_STOERRELSE = 4096;

    private final JsonFactory json = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
            // otherwise what lies beyond the basic plane comes out as two escapes
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();

    /** One virksomhet as a document of its own. */
    public byte[] virksomhet(VirksomhetInnsyn virksomhet, Spraak spraak) {
        ByteArrayOutputStream ut = new ByteArrayOutputStream(VANLIG_STOERRELSE);
        try (JsonGenerator generator = json.createGenerator(ut)) {
            new V1Skriver(generator, spraak).skriv(virksomhet);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ut.toByteArray();
    }

    /** {@code {"virksomheter":[…]}} in pieces, made as they are asked for. */
    public Iterator<byte[]> virksomheter(Iterator<VirksomhetInnsyn> virksomheter, Spraak spraak) {
        return new Stykkevis<>(
                generator -> {
                    generator.writeStartObject();
                    generator.writeArrayFieldStart("virksomheter");
                },
                virksomheter,
                (generator, virksomhet) -> new V1Skriver(generator, spraak).skriv(virksomhet));
    }

    @Override
    public Bestandsskriver bestand(OutputStream ut, Del del) throws IOException {
        JsonGenerator generator = json.createGenerator(ut);
        // what frames the array is ours, since a part of one has but some of it
        generator.setRootValueSeparator(Liste.SKILLE);
        if (del.begynner()) {
            generator.writeRaw('[');
        }
        return new Liste(generator, new V1Skriver(generator, Spraak.BOKMAAL), del);
    }

    @Override
    public Bestandsskriver linjer(OutputStream ut) throws IOException {
        JsonGenerator generator = json.createGenerator(ut);
        // the line breaks are ours: the generator would put one between records, and none at the end
        generator.setRootValueSeparator(null);
        return new Linjer(generator, new V1Skriver(generator, Spraak.BOKMAAL));
    }

    @Override
    public OutputStream gzip(OutputStream ut) throws IOException {
        return Pakking.gzip(ut);
    }

    @Override
    public OutputStream zip(OutputStream ut, String filnavn) throws IOException {
        return Pakking.zip(ut, filnavn);
    }

    /** An array under way, or a part of one. */
    private static final class Liste implements Bestandsskriver {
        private static final SerializableString SKILLE = new SerializedString(",");

        private final JsonGenerator generator;
        private final V1Skriver skriver;
        private final Del del;
        private boolean tom = true;

        Liste(JsonGenerator generator, V1Skriver skriver, Del del) {
            this.generator = generator;
            this.skriver = skriver;
            this.del = del;
        }

        @Override
        public void skriv(VirksomhetInnsyn virksomhet) throws IOException {
            if (tom && !del.begynner()) {
                generator.writeRaw(SKILLE);
            }
            tom = false;
            skriver.skriv(virksomhet);
        }

        /** Ends the array, unless a virksomhet was left half written: half a document must not look like a whole one. */
        @Override
        public void close() throws IOException {
            try (generator) {
                if (!generator.isClosed() && generator.getOutputContext().inRoot() && del.slutter()) {
                    generator.writeRaw(']');
                }
            }
        }
    }

    /** Lines under way. */
    private static final class Linjer implements Bestandsskriver {
        private static final char LINJESKIFT = '\n';

        private final JsonGenerator generator;
        private final V1Skriver skriver;
        private boolean tom = true;

        Linjer(JsonGenerator generator, V1Skriver skriver) {
            this.generator = generator;
            this.skriver = skriver;
        }

        @Override
        public void skriv(VirksomhetInnsyn virksomhet) throws IOException {
            tom = false;
            skriver.skriv(virksomhet);
            generator.writeRaw(LINJESKIFT);
        }

        /** A file of no bytes at all would be taken for one that was lost on its way, so that no records are a blank line. */
        @Override
        public void close() throws IOException {
            try (generator) {
                if (!generator.isClosed() && tom) {
                    generator.writeRaw(LINJESKIFT);
                }
            }
        }
    }
}
