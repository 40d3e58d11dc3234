package no.rrh.bootstrap.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The OpenAPI file as the fat JAR serves it. */
class OpenapiIT {
    private static final URI SERVER = Felles.server().adresse();
    private static final String STI = "/api/oppslag/openapi/";
    private static final Path KILDE =
            Path.of("..", "adapters-http", "src", "main", "resources", "no", "rrh", "http", "dokumentasjon");

    @ParameterizedTest
    @CsvSource({
        "openapi.yaml, application/yaml;charset=UTF-8",
        "openapi.json, application/json;charset=UTF-8",
        "openapi.zip, application/zip"
    })
    void isServedToAllAndNotSentAgainToThoseWhoHaveIt(String fil, String type) {
        Raa.Svar svar = Raa.send(SERVER, "GET", STI + fil);
        String etag = svar.header("ETag").orElseThrow();
        Raa.Svar hode = Raa.send(SERVER, "HEAD", STI + fil);
        Raa.Svar igjen = Raa.send(SERVER, "GET", STI + fil, "If-None-Match: " + etag);
        Raa.Svar brutt = Raa.send(SERVER, "GET", STI + fil, "If-Match: \"annet\"");

        assertThat(svar.status()).isEqualTo(200);
        assertThat(svar.header("Content-Type")).hasValue(type);
        assertThat(svar.header("Cache-Control")).hasValue("no-cache");
        assertThat(svar.header("Content-Length")).hasValue(Integer.toString(svar.kropp().length));
        assertThat(hode.kropp()).isEmpty();
        assertThat(hode.header("Content-Length")).isEqualTo(svar.header("Content-Length"));
        assertThat(hode.header("ETag")).hasValue(etag);
        assertThat(igjen.status()).isEqualTo(304);
        assertThat(igjen.kropp()).isEmpty();
        assertThat(igjen.header("ETag")).hasValue(etag);
        assertThat(brutt.status()).isEqualTo(412);
        assertThat(Raa.send(SERVER, "POST", STI + fil).status()).isEqualTo(405);
    }

    @Test
    void isTheFileOfTheSourceInEachForm() throws IOException {
        byte[] yaml = Files.readAllBytes(KILDE.resolve("openapi.yaml"));
        byte[] json = Files.readAllBytes(KILDE.resolve("openapi.json"));

        assertThat(Raa.send(SERVER, "GET", STI + "openapi.yaml").kropp()).isEqualTo(yaml);
        assertThat(Raa.send(SERVER, "GET", STI + "openapi.json").kropp()).isEqualTo(json);
        List<String> navn = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(
                Raa.send(SERVER, "GET", STI + "openapi.zip").kropp()))) {
            for (ZipEntry fil = zip.getNextEntry(); fil != null; fil = zip.getNextEntry()) {
                navn.add(fil.getName());
                assertThat(zip.readAllBytes()).isEqualTo(fil.getName().endsWith("yaml") ? yaml : json);
            }
        }
        assertThat(navn).containsExactly("openapi.json", "openapi.yaml");
    }
}
