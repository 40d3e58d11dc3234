package no.rrh.http.maskinporten;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import no.rrh.domain.tilgang.Konsument;
import no.rrh.domain.virksomhet.Organisasjonsnummer;
import no.rrh.http.sikkerhet.MaskinportenAutentisering;
import no.rrh.http.sikkerhet.MaskinportenNoekler;
import no.rrh.http.sikkerhet.Testklokke;
import no.rrh.http.sikkerhet.Utsteder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.glassfish.jersey.jetty.JettyHttpContainer;
import org.glassfish.jersey.server.ContainerFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class MaskinportenRessursTest {
    private final Testklokke klokke = new Testklokke();
    private final HttpClient klient = HttpClient.newHttpClient();
    private final Server server = new Server();
    private LokalMaskinporten maskinporten;
    private URI utsteder;

    @BeforeEach
    void start(@TempDir Path mappe) throws Exception {
        maskinporten = LokalMaskinporten.aapne(mappe, klokke);
        ServerConnector port = new ServerConnector(server);
        port.setHost("127.0.0.1");
        server.addConnector(port);
        server.setHandler(ContainerFactory.createContainer(
                JettyHttpContainer.class, new ResourceConfig().register(new MaskinportenRessurs(maskinporten))));
        server.start();
        utsteder = URI.create("http://127.0.0.1:" + port.getLocalPort() + "/maskinporten/");
        maskinporten.settUtsteder(utsteder);
    }

    @AfterEach
    void stopp() throws Exception {
        server.stop();
    }

    private HttpResponse<String> hent(String sti) throws Exception {
        return klient.send(HttpRequest.newBuilder(utsteder.resolve(sti)).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void answersItsMetadataAndKeysAsJsonThatNobodyKeeps() throws Exception {
        HttpResponse<String> metadata = hent(".well-known/oauth-authorization-server");
        HttpResponse<String> noekler = hent("jwk");

        assertThat(metadata.body()).isEqualTo(maskinporten.metadataJson());
        assertThat(noekler.body()).isEqualTo(maskinporten.jwksJson());
        for (HttpResponse<String> svar : List.of(metadata, noekler)) {
            assertThat(svar.statusCode()).isEqualTo(200);
            assertThat(svar.headers().firstValue("Content-Type")).contains("application/json;charset=UTF-8");
            assertThat(svar.headers().firstValue("Cache-Control")).contains("no-cache");
        }
    }

    @Test
    void givesWhoeverVerifiesOverTheNetworkAllThatItNeeds() {
        Utsteder navn = new Utsteder(utsteder.toString());
        try (MaskinportenNoekler noekler = MaskinportenNoekler.start(
                navn, MaskinportenNoekler.STANDARD_INTERVALL, klokke, new SimpleMeterRegistry())) {
            noekler.etterUkjentKid(Optional.empty());
            String token = maskinporten.utsted(new Tokenbestilling(
                    List.of("brreg:reelle/offentlig"),
                    new Organisasjonsnummer("910753614"),
                    Optional.empty(),
                    Duration.ofMinutes(2)));

            assertThat(new MaskinportenAutentisering(
                                    navn, Optional.empty(), noekler, klokke, 10, new SimpleMeterRegistry())
                            .autentiser(List.of("Bearer " + token)))
                    .isInstanceOf(Konsument.class);
        }
    }
}
