package no.rrh.bootstrap.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import no.rrh.http.dokumentasjon.OpenapiRessurs;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The OpenAPI file, read for looking up in. */
final class Kontrakt {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String ID = "urn:rrh:openapi";

    private final JsonNode fil;
    private final SchemaRegistry register;
    private final List<Operasjon> operasjoner;
    private final Map<JsonNode, Schema> skjemaer = new ConcurrentHashMap<>();

    private Kontrakt(String json) {
        this.fil = JSON.readTree(json);
        SchemaRegistryConfig medFormater =
                SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
        this.register = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                bygger -> bygger.schemas(Map.of(ID, json)).schemaRegistryConfig(medFormater));
        this.operasjoner = fil.get("paths").properties().stream()
                .map(sti -> new Operasjon(ledd(sti.getKey()), sti.getValue().get("get")))
                .toList();
    }

    static Kontrakt les() {
        try (InputStream fil = OpenapiRessurs.class.getResourceAsStream("openapi.json")) {
            return new Kontrakt(new String(fil.readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The operation of a path; one without parameters goes before one with. */
    Optional<Operasjon> operasjon(String sti) {
        List<String> ledd = ledd(sti).stream().map(Kontrakt::avkodet).toList();
        return operasjoner.stream()
                .filter(operasjon -> operasjon.harSti(ledd, false))
                .findFirst()
                .or(() -> operasjoner.stream()
                        .filter(operasjon -> operasjon.harSti(ledd, true))
                        .findFirst());
    }

    /** One that stands for all in what they have in common. */
    Operasjon vilkaarlig() {
        return operasjoner.get(0);
    }

    /** What is meant where there is a reference. */
    JsonNode oppslag(JsonNode node) {
        return node.has("$ref") ? fil.at(node.get("$ref").asString().substring(1)) : node;
    }

    /** The schema that is a reference into the file, or one without references. */
    Schema skjema(JsonNode node) {
        return skjemaer.computeIfAbsent(
                node,
                n -> n.has("$ref")
                        ? register.getSchema(
                                SchemaLocation.of(ID + n.get("$ref").asString()))
                        : register.getSchema(n));
    }

    /** A text as JSON. */
    static String tekst(String verdi) {
        return JSON.writeValueAsString(verdi);
    }

    private static List<String> ledd(String sti) {
        return Arrays.asList(sti.split("/", -1));
    }

    private static String avkodet(String ledd) {
        try {
            return URLDecoder.decode(ledd.replace("+", "%2B"), UTF_8);
        } catch (IllegalArgumentException e) {
            return ledd;
        }
    }

    /** One operation of the file. */
    final class Operasjon {
        private final List<String> sti;
        private final JsonNode beskrevet;

        private Operasjon(List<String> sti, JsonNode beskrevet) {
            this.sti = sti;
            this.beskrevet = beskrevet;
        }

        String id() {
            return beskrevet.get("operationId").asString();
        }

        /** The answer with a status; absent when it has none. */
        Optional<JsonNode> svar(int status) {
            return Optional.ofNullable(beskrevet.get("responses").get(Integer.toString(status)))
                    .map(Kontrakt.this::oppslag);
        }

        private boolean harSti(List<String> ledd, boolean parametre) {
            return ledd.size() == sti.size()
                    && IntStream.range(0, sti.size())
                            .allMatch(i -> sti.get(i).equals(ledd.get(i))
                                    || parametre
                                            && sti.get(i).startsWith("{")
                                            && !ledd.get(i).isEmpty());
        }
    }
}
