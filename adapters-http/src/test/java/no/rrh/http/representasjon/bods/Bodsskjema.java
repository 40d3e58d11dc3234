package no.rrh.http.representasjon.bods;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The schema of BODS 0.4, with formats asserted. It is not the project's: it lies beside it, where it does. */
final class Bodsskjema {
    private static final Path MAPPE = Path.of("..", "..", "shared", "bods-0.4", "schema");
    private static final List<String> DELER = List.of("statement", "entity", "person", "relationship", "components");

    /** Its ids are URNs of one part, which are none, and validators differ over them. */
    private static final String ID = "https://bods.invalid/";

    private final Schema utsagn;

    private Bodsskjema(Schema utsagn) {
        this.utsagn = utsagn;
    }

    /** Whether it is there. */
    static boolean finnes() {
        return Files.isDirectory(MAPPE);
    }

    static Bodsskjema les() {
        Map<String, String> deler = new HashMap<>();
        DELER.forEach(del -> deler.put(ID + del, fil(del)));
        SchemaRegistryConfig medFormater =
                SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
        SchemaRegistry register = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                bygger -> bygger.schemas(deler).schemaRegistryConfig(medFormater));
        return new Bodsskjema(register.getSchema(SchemaLocation.of(ID + "statement")));
    }

    private static String fil(String del) {
        Path record = MAPPE.resolve(del + "-record.json");
        try {
            return Files.readString(Files.exists(record) ? record : MAPPE.resolve(del + ".json"))
                    .replace("\"urn:", '"' + ID);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is wrong, as texts. */
    List<String> feil(JsonNode alleUtsagn) {
        return utsagn.validate(alleUtsagn).stream().map(Object::toString).toList();
    }
}
