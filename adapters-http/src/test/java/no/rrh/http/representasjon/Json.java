package no.rrh.http.representasjon;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The same JSON with other white space; the order of the fields is kept. */
final class Json {
    private Json() {}

    /** Without white space. */
    static String minifisert(byte[] json) {
        return skrevet(json, new MinimalPrettyPrinter());
    }

    /** Indented, a line for each field and element, as a person reads it. */
    static String lesbar(byte[] json) {
        Separators skilletegn = Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator("");
        DefaultIndenter innrykk = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter pen = new DefaultPrettyPrinter(skilletegn);
        pen.indentArraysWith(innrykk);
        pen.indentObjectsWith(innrykk);
        return skrevet(json, pen) + "\n";
    }

    private static String skrevet(byte[] json, PrettyPrinter pen) {
        StringWriter ut = new StringWriter();
        JsonFactory fabrikk = new JsonFactory();
        try (JsonParser parser = fabrikk.createParser(new String(json, StandardCharsets.UTF_8));
                JsonGenerator generator = fabrikk.createGenerator(ut).setPrettyPrinter(pen)) {
            while (parser.nextToken() != null) {
                generator.copyCurrentEvent(parser);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ut.toString();
    }
}
