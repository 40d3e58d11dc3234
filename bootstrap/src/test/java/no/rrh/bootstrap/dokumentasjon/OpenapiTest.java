package no.rrh.bootstrap.dokumentasjon;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The OpenAPI file is valid, agrees with itself and with what it is taken from. Another validator, swagger-parser, has seen
 * it before, when the client was generated. The examples and openapi.json are made anew with {@code -Dopenapi.forny=true}, which
 * always fails, so that a renewal is never mistaken for a test.
 */
class OpenapiTest {
    private static final Path HTTP = Path.of("..", "adapters-http", "src");
    private static final Path RESSURSER = HTTP.resolve("main/resources/no/rrh/http");
    private static final Path YAML = RESSURSER.resolve("dokumentasjon/openapi.yaml");
    private static final Path JSON = RESSURSER.resolve("dokumentasjon/openapi.json");
    private static final Path GULL = HTTP.resolve("test/resources/golden");
    private static final JsonMapper LESER = new JsonMapper();

    /** An example: where it is said which golden file it is, and the lines that are set in under it. */
    private static final Pattern EKSEMPEL = Pattern.compile("(?m)^      value: # golden/(\\S+)\\n((?: {8}.*\\n)*)");

    @Test
    void itsExamplesAreTheGoldenFilesAndTheJsonIsTheYaml() throws IOException {
        String yaml = Files.readString(YAML);
        Matcher eksempler = EKSEMPEL.matcher(yaml);
        assertThat(eksempler.results()).hasSizeGreaterThanOrEqualTo(4);
        String fornyet = eksempler.replaceAll(treff -> Matcher.quoteReplacement(eksempel(treff.group(1))));
        String json = skriver().writeValueAsString(new YAMLMapper().readTree(fornyet)) + "\n";

        if (Boolean.getBoolean("openapi.forny")) {
            Files.writeString(YAML, fornyet);
            Files.writeString(JSON, json);
            throw new AssertionError("The examples and openapi.json were made anew: read the difference");
        }
        assertThat(yaml).isEqualTo(fornyet);
        assertThat(Files.readString(JSON)).isEqualTo(json);
    }

    private static String eksempel(String fil) {
        try {
            return "      value: # golden/" + fil + "\n"
                    + Files.readString(GULL.resolve(fil)).replaceAll("(?m)^(?=.)", " ".repeat(8));
        } catch (IOException e) {
            throw new AssertionError("no golden file " + fil, e);
        }
    }

    private static ObjectWriter skriver() {
        DefaultIndenter innrykk = new DefaultIndenter("  ", "\n");
        return LESER.writer()
                .with(new DefaultPrettyPrinter().withObjectIndenter(innrykk).withArrayIndenter(innrykk));
    }

    @Test
    void isValidByTheSchemaOfOpenapiWithItsSchemas() throws IOException {
        String rot = "https://spec.openapis.org/oas/3.1/";
        SchemaRegistry register = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                bygger -> bygger.schemas(Map.of(
                        rot + "schema-base/2022-10-07", avOpenapi("schema-base/2022-10-07"),
                        rot + "schema/2022-10-07", avOpenapi("schema/2022-10-07"),
                        rot + "dialect/base", avOpenapi("dialect/base"),
                        rot + "meta/base", avOpenapi("meta/base"))));
        Schema openapi = register.getSchema(SchemaLocation.of(rot + "schema-base/2022-10-07"));

        assertThat(openapi.validate(Files.readString(JSON), InputFormat.JSON)).isEmpty();
        String ugyldig = Files.readString(JSON).replaceFirst("\"operationId\"", "\"operasjonsid\"");
        assertThat(openapi.validate(ugyldig, InputFormat.JSON)).isNotEmpty();
        String ugyldigSkjema = Files.readString(JSON).replaceFirst("\"minItems\" : 1", "\"minItems\" : \"en\"");
        assertThat(openapi.validate(ugyldigSkjema, InputFormat.JSON)).isNotEmpty();
    }

    private static String avOpenapi(String navn) {
        try (InputStream fil = OpenapiTest.class.getResourceAsStream("/spec.openapis.org/oas/3.1/" + navn)) {
            return new String(fil.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void itsExamplesAreAsTheSchemasSay() throws IOException {
        JsonNode eksempler = fil().at("/components/examples");
        Schema virksomhet = skjema("RegistreringspliktigVirksomhet");
        Schema endringer = skjema("Endringer");

        assertThat(eksempler.properties()).isNotEmpty().allSatisfy(eksempel -> {
            JsonNode verdi = eksempel.getValue().get("value");
            assertThat((verdi.isArray() ? endringer : virksomhet).validate(verdi.toString(), InputFormat.JSON))
                    .isEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "Registreringsstatus, registreringsstatus",
        "ReelleRettighetshaverestatus, reellerettighetshaverestatus",
        "Posisjonstype, posisjonstype",
        "Stoerrelsesintervall, stoerrelsesintervall",
        "Grunnlagstype, grunnlagstype"
    })
    void itsCodesAreThoseOfTheCodeList(String skjema, String liste) throws IOException {
        JsonNode lister = LESER.readTree(Files.readString(RESSURSER.resolve("representasjon/kodelister-nob.json")));
        List<String> koder = lister.get("kodelister")
                .valueStream()
                .filter(kodeliste -> kodeliste.get("navn").asString().equals(liste))
                .flatMap(kodeliste -> kodeliste.get("koder").valueStream())
                .map(kode -> kode.get("kode").asString())
                .toList();

        assertThat(fil().at("/components/schemas/" + skjema + "/properties/kode/enum")
                        .valueStream()
                        .map(JsonNode::asString))
                .containsExactlyElementsOf(koder);
    }

    @Test
    void everyPartIsUsedAndEveryReferenceLeadsToOne() throws IOException {
        JsonNode fil = fil();
        Set<String> vist = new TreeSet<>();
        fil.findValues("$ref").forEach(ref -> vist.add(ref.asString()));
        Set<String> deler = fil.get("components").properties().stream()
                .filter(slag -> !slag.getKey().equals("securitySchemes"))
                .flatMap(slag -> slag.getValue().properties().stream()
                        .map(del -> "#/components/" + slag.getKey() + "/" + del.getKey()))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(vist).isEqualTo(deler);
    }

    @Test
    void everyFieldIsDescribed() throws IOException {
        JsonNode fil = fil();
        assertThat(fil.at("/components/schemas").properties()).allSatisfy(skjema -> {
            assertThat(skjema.getValue().has("description")).as(skjema.getKey()).isTrue();
            if (skjema.getValue().path("type").asString().equals("object")) {
                assertThat(skjema.getValue().path("additionalProperties").asBoolean(true))
                        .as(skjema.getKey())
                        .isFalse();
            }
            assertThat(skjema.getValue().path("properties").properties())
                    .allMatch(felt -> felt.getValue().has("description")
                            || felt.getValue().has("$ref"));
        });
    }

    private static JsonNode fil() throws IOException {
        return LESER.readTree(Files.readString(JSON));
    }

    private static Schema skjema(String navn) throws IOException {
        String fil = Files.readString(JSON);
        return SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12, bygger -> bygger.schemas(Map.of("urn:rrh:openapi", fil)))
                .getSchema(SchemaLocation.of("urn:rrh:openapi#/components/schemas/" + navn));
    }
}
