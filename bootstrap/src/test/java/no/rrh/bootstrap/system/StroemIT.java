package no.rrh.bootstrap.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.rrh.domain.Eksempler;
import org.junit.jupiter.api.Test;

/** The event stream of the fat JAR, beside commands that write and over a restart. */
class StroemIT {
    private static final String STI = "/api/oppslag/v1/endringslogg";

    private final Path data = Felles.mappe();

    @Test
    void whoFollowsGetsEachChangeOnceOverARestartAndIsLetGoAtOnceWhenTheServerStops() throws Exception {
        int siste = Testdatatall.ENDRINGER;
        try (Rrhprosess server = serve();
                Stroem stroem = foelg(server.adresse(), Integer.toString(siste - 2))) {
            assertThat(stroem.neste()).contains(siste - 1);
            assertThat(stroem.neste()).contains(siste);
            importer(1);
            assertThat(stroem.neste()).contains(siste + 1);

            server.be();
            assertThat(stroem.neste()).isEmpty();
            server.vent();
        }
        importer(2);
        try (Rrhprosess server = serve();
                Stroem stroem = foelg(server.adresse(), Integer.toString(siste + 1))) {
            importer(3);
            assertThat(stroem.neste()).contains(siste + 2);
            assertThat(stroem.neste()).contains(siste + 3);
        }
    }

    @Test
    void itEndsWithTheToken() {
        String token =
                Felles.token(Felles.data(), "--scope", Felles.OFFENTLIG, "--levetid", "2s", "--consumer", "310000019");
        Raa.Svar svar = Raa.send(
                Felles.server().adresse(),
                "GET",
                STI + "?sekvensnummer=" + (Testdatatall.ENDRINGER - 1),
                "Authorization: Bearer " + token,
                "Accept: text/event-stream");

        assertThat(svar.status()).isEqualTo(200);
        assertThat(svar.tekst())
                .contains("id: " + Testdatatall.ENDRINGER + "\ndata: {")
                .endsWith("\n\n");
    }

    private Rrhprosess serve() {
        return Rrhprosess.serve(data, "--totalbestand-cron", "av", "--forvaltning-port", "av");
    }

    private void importer(int n) throws IOException {
        Path fil = Files.writeString(
                Felles.mappe().resolve("inn.json"),
                "[" + Poster.post(Eksempler.organisasjonsnummer(5_000 + n).verdi(), 5_000 + n) + "]");
        Rrhprosess.Resultat resultat = Rrhprosess.her("importer", fil.toString(), "--data", data.toString());
        assertThat(resultat.kode()).as(resultat.feil()).isZero();
    }

    private Stroem foelg(URI server, String sist) throws Exception {
        HttpRequest kall = HttpRequest.newBuilder(server.resolve(STI))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + Felles.token(data, "--scope", Felles.OFFENTLIG))
                .header("Accept", "text/event-stream")
                .header("Last-Event-ID", sist)
                .build();
        HttpResponse<InputStream> svar =
                HttpClient.newHttpClient().send(kall, HttpResponse.BodyHandlers.ofInputStream());
        assertThat(svar.statusCode()).isEqualTo(200);
        return new Stroem(new BufferedReader(new InputStreamReader(svar.body(), StandardCharsets.UTF_8)));
    }

    /** What is read of one stream. */
    private record Stroem(BufferedReader linjer) implements AutoCloseable {
        /** The number of the next change; absent when the stream has ended as it should. */
        Optional<Integer> neste() {
            try {
                List<String> hendelse = new ArrayList<>();
                for (String linje = linjer.readLine(); linje != null; linje = linjer.readLine()) {
                    if (linje.startsWith("id: ")) {
                        hendelse.add(linje.substring(4));
                    } else if (linje.isEmpty() && !hendelse.isEmpty()) {
                        return Optional.of(Integer.parseInt(hendelse.get(0)));
                    }
                }
                return Optional.empty();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            linjer.close();
        }
    }
}
