package no.rrh.http.representasjon;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * A JSON list made in pieces as they are asked for, each of 16 KiB and at most one element more. Whether there is another
 * is known without making it. What the elements throw comes out unchanged, and the list is then never ended.
 *
 * @param <T> the elements
 */
public final class Stykkevis<T> implements Iterator<byte[]> {
    private static final int STYKKE = 16 * 1024;
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
            // otherwise what lies beyond the basic plane comes out as two escapes
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();

    private final ByteArrayOutputStream ut = new ByteArrayOutputStream(2 * STYKKE);
    private final JsonGenerator generator = generator(ut);
    private final Del begynnelse;
    private final Iterator<T> elementer;
    private final Element<T> element;

    /**
     * Makes nothing yet.
     *
     * @param begynnelse writes what comes before the first element; whatever it opens is closed after the last
     * @param element writes one element
     */
    public Stykkevis(Del begynnelse, Iterator<T> elementer, Element<T> element) {
        this.begynnelse = begynnelse;
        this.elementer = elementer;
        this.element = element;
    }

    private static JsonGenerator generator(ByteArrayOutputStream ut) {
        try {
            return JSON.createGenerator(ut);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean hasNext() {
        return !generator.isClosed();
    }

    @Override
    public byte[] next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        try {
            ut.reset();
            skriv();
            return ut.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void skriv() throws IOException {
        if (generator.getOutputContext().inRoot()) {
            begynnelse.skriv(generator);
        }
        while (elementer.hasNext() && ut.size() < STYKKE) {
            element.skriv(generator, elementer.next());
            generator.flush();
        }
        if (!elementer.hasNext()) {
            slutt();
        }
    }

    private void slutt() throws IOException {
        while (!generator.getOutputContext().inRoot()) {
            if (generator.getOutputContext().inArray()) {
                generator.writeEndArray();
            } else {
                generator.writeEndObject();
            }
        }
        generator.close();
    }

    /** Writes a part of the document. */
    @FunctionalInterface
    public interface Del {
        void skriv(JsonGenerator generator) throws IOException;
    }

    /** Writes one element of the list. */
    @FunctionalInterface
    public interface Element<T> {
        void skriv(JsonGenerator generator, T element) throws IOException;
    }
}
