package no.rrh.http.maskinporten;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.rrh.http.maskinporten.Tokenfeil.Grunn;
import no.rrh.http.sikkerhet.Loggfangst;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.glassfish.jersey.jetty.JettyHttpContainer;
import org.glassfish.jersey.server.ContainerFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.jose4j.json.JsonUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class TokenRessursTest {
    private static final String GRANT_TYPE = "grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer";
    private static final String SKJEMA = "application/x-www-form-urlencoded";

    private final HttpClient klient = HttpClient.newHttpClient();
    private final Server server = new Server();
    private Tokenendepunkt endepunkt;
    private URI adresse;

    @BeforeEach
    void start(@TempDir Path rot) throws Exception {
        endepunkt = new Tokenendepunkt(rot, Optional.empty());
        ServerConnector port = new ServerConnector(server);
        port.setHost("127.0.0.1");
        server.addConnector(port);
        server.setHandler(ContainerFactory.createContainer(
                JettyHttpContainer.class, new ResourceConfig().register(new TokenRessurs(endepunkt.utveksling()))));
        server.start();
        adresse = URI.create("http://127.0.0.1:" + port.getLocalPort() + "/maskinporten/token");
    }

    @AfterEach
    void stopp() throws Exception {
        server.stop();
    }

    private HttpResponse<String> post(String type, BodyPublisher kropp) throws Exception {
        return klient.send(
                HttpRequest.newBuilder(adresse)
                        .timeout(Duration.ofSeconds(20))
                        .header("Content-Type", type)
                        .POST(kropp)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String kropp) throws Exception {
        return post(SKJEMA, BodyPublishers.ofString(kropp));
    }

    private static void erJsonSomIngenTarVarePaa(HttpResponse<String> svar) {
        assertThat(svar.headers().allValues("Content-Type")).containsExactly("application/json;charset=UTF-8");
        assertThat(svar.headers().allValues("Cache-Control")).containsExactly("no-store");
        assertThat(svar.headers().allValues("Pragma")).containsExactly("no-cache");
    }

    private static void erFeil(HttpResponse<String> svar, int status, Grunn grunn) throws Exception {
        assertThat(svar.statusCode()).isEqualTo(status);
        erJsonSomIngenTarVarePaa(svar);
        assertThat(JsonUtil.parseJson(svar.body()))
                .containsOnly(
                        Map.entry("error", grunn.error()),
                        Map.entry("error_description", grunn.beskrivelse()),
                        Map.entry("error_uri", "https://docs.digdir.no/docs/Maskinporten/maskinporten_feilsoking"));
    }

    @Test
    void answersAGrantWithATokenAsMaskinportenDoes() throws Exception {
        HttpResponse<String> svar =
                post(GRANT_TYPE + "&assertion=" + endepunkt.grant().token());

        assertThat(svar.statusCode()).isEqualTo(200);
        erJsonSomIngenTarVarePaa(svar);
        assertThat(JsonUtil.parseJson(svar.body()))
                .containsOnlyKeys("access_token", "token_type", "expires_in", "scope")
                .containsEntry("token_type", "Bearer")
                .containsEntry("expires_in", 120L)
                .containsEntry("scope", "brreg:reelle/offentlig");
    }

    @ParameterizedTest
    @CsvSource({
        "'', UTEN_GRANT_TYPE",
        "grant_type=, UTEN_GRANT_TYPE",
        "grant_type=authorization_code, ANNEN_GRANT_TYPE",
        GRANT_TYPE + ", UTEN_ASSERTION",
        GRANT_TYPE + "&assertion=, UTEN_ASSERTION",
        GRANT_TYPE + "&assertion=a&assertion=b, GJENTATT_PARAMETER",
        GRANT_TYPE + "&assertion=%zz, IKKE_SKJEMA",
        GRANT_TYPE + "&assertion=a.b.c, IKKE_JWT",
    })
    void answersABadRequestWith400(String kropp, Grunn grunn) throws Exception {
        erFeil(post(kropp), 400, grunn);
    }

    @Test
    void answersAnUnknownClientWith401AndABadGrantOrScopeWith400() throws Exception {
        String ukjent = endepunkt.grant().krav("iss", "\"ukjent\"").token();
        HttpResponse<String> svar = post(GRANT_TYPE + "&assertion=" + ukjent);
        erFeil(svar, 401, Grunn.UKJENT_KLIENT);
        assertThat(svar.headers().firstValue("WWW-Authenticate")).contains("Bearer");

        String aud = endepunkt.grant().uten("aud").token();
        erFeil(post(GRANT_TYPE + "&assertion=" + aud), 400, Grunn.AUD);
        String scope = endepunkt.grant().krav("scope", "\"annet\"").token();
        erFeil(post(GRANT_TYPE + "&assertion=" + scope), 400, Grunn.FREMMED_SCOPE);
    }

    @Test
    void takesAForm() throws Exception {
        erFeil(post("application/json", BodyPublishers.ofString("{}")), 400, Grunn.IKKE_SKJEMA);
    }

    @Test
    void readsNoMoreThan16KiBHoweverItIsSent() throws Exception {
        byte[] stor = ("assertion=" + "a".repeat(200_000)).getBytes(StandardCharsets.US_ASCII);

        erFeil(post(SKJEMA, BodyPublishers.ofByteArray(stor)), 400, Grunn.FOR_STOR);
        erFeil(post(SKJEMA, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(stor))), 400, Grunn.FOR_STOR);
    }

    @Test
    void answersAFaultOfItsOwnWith500AndTellsTheLogOnly() throws Exception {
        Files.writeString(endepunkt.mappe.resolve("klienter/klient-1.json"), "{}");
        try (Loggfangst logg = new Loggfangst()) {
            HttpResponse<String> svar =
                    post(GRANT_TYPE + "&assertion=" + endepunkt.grant().token());

            erFeil(svar, 500, Grunn.INTERN);
            assertThat(logg.linjer(TokenRessurs.class)).isEqualTo(List.of("ERROR A token request failed"));
        }
    }
}
