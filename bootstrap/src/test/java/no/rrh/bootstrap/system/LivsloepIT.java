package no.rrh.bootstrap.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** From start to stop, against the fat JAR. */
class LivsloepIT {
    private static final String VIRKSOMHET = "/api/virksomheter/313513408";

    @Test
    void theReadinessLineIsFollowedByACallThatCanBePastedAsItStands() throws Exception {
        assertThat(Felles.server().linjer()).hasSize(2);
        String kall = Felles.server().linjer().get(1);
        assertThat(kall).startsWith("curl ");

        Process skall = new ProcessBuilder("bash", "-c", kall + " --silent --fail").start();
        String svar = new String(skall.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(skall.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(skall.exitValue()).isZero();
        assertThat(svar).startsWith("{\"organisasjonsnummer\":\"313513408\"");
    }

    @Test
    void aRestartAnswersTheSameFromTheSameFolder() {
        Path data = Felles.mappe();
        Raa.Svar foer;
        try (Rrhprosess server = Rrhprosess.serve(data)) {
            foer = hent(server.adresse(), Felles.token(data, "--scope", Felles.OFFENTLIG));
        }
        try (Rrhprosess server = Rrhprosess.serve(data)) {
            Raa.Svar etter = hent(server.adresse(), Felles.token(data, "--scope", Felles.OFFENTLIG));
            assertThat(foer.status()).isEqualTo(200);
            assertThat(etter.kropp()).isEqualTo(foer.kropp());
            assertThat(etter.header("ETag")).isEqualTo(foer.header("ETag"));
        }
    }

    @Test
    void aServerThatWasKilledStartsAgainWithWhatItHad() {
        Path data = Felles.mappe();
        Rrhprosess drept = Rrhprosess.serve(data);
        drept.drep();
        try (Rrhprosess server = Rrhprosess.serve(data)) {
            assertThat(hent(server.adresse(), Felles.token(data, "--scope", Felles.OFFENTLIG))
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void aTokenOfAnotherServersKeyIsRefused() {
        Path data = Felles.mappe();
        try (Rrhprosess server = Rrhprosess.serve(data)) {
            assertThat(hent(server.adresse(), Felles.token(Felles.OFFENTLIG)).status())
                    .isEqualTo(403);
        }
    }

    @Test
    void aTokenThatHasRunOutIsRefusedAlsoWhenItWasRemembered() {
        URI adresse = Felles.server().adresse();
        String token = Felles.token(Felles.data(), "--scope", Felles.OFFENTLIG, "--levetid", "1s");

        assertThat(hent(adresse, token).status()).isEqualTo(200);
        Vent.til(
                "the token runs out, ten seconds of skew included",
                Duration.ofSeconds(20),
                () -> hent(adresse, token).status() == 403);
    }

    @Test
    void healthIsOpenAndTellsWhetherLookUpsAreAnswered() {
        for (String sti : new String[] {"/helse/live", "/helse/klar"}) {
            assertThat(Raa.send(Felles.server().adresse(), "GET", sti).status()).isEqualTo(200);
            assertThat(Raa.send(Felles.server().adresse(), "HEAD", sti).kropp()).isEmpty();
        }
    }

    @Test
    void aStopTurnsNewRequestsAwayAndEndsInOrder() throws Exception {
        Path data = Felles.mappe();
        Rrhprosess server = Rrhprosess.serve(data);
        URI adresse = server.adresse();
        HttpClient klient = HttpClient.newHttpClient();
        String token = Felles.token(data, "--scope", Felles.OFFENTLIG);
        assertThat(klient.send(kall(adresse, token), HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);

        server.be();
        Vent.til("new requests are turned away", Duration.ofSeconds(30), () -> erAvvist(klient, adresse, token));
        server.vent();
        assertThat(server.logg()).contains("Stopped");
    }

    private static boolean erAvvist(HttpClient klient, URI adresse, String token) {
        try {
            return klient.send(kall(adresse, token), HttpResponse.BodyHandlers.ofString())
                            .statusCode()
                    == 503;
        } catch (IOException e) {
            // the door is closed already
            return true;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static HttpRequest kall(URI adresse, String token) {
        return HttpRequest.newBuilder(adresse.resolve(VIRKSOMHET))
                .header("Authorization", "Bearer " + token)
                .build();
    }

    private static Raa.Svar hent(URI adresse, String token) {
        return Raa.send(adresse, "GET", VIRKSOMHET, "Authorization: Bearer " + token);
    }
}
