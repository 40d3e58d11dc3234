package no.rrh.benchmark.tjener;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** Single calls, to see that a server is ready and that it answers right. */
public final class Http {
    private static final Duration LENGST = Duration.ofSeconds(10);

    private final HttpClient klient =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** What it is answered, or nothing while nobody listens there. */
    public Optional<HttpResponse<byte[]>> proev(URI adresse, Optional<String> token) {
        HttpRequest.Builder kall = HttpRequest.newBuilder(adresse).timeout(LENGST);
        token.ifPresent(verdi -> kall.header("Authorization", "Bearer " + verdi));
        try {
            return Optional.of(klient.send(kall.build(), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Whether it is answered with that status. */
    public boolean svarer(URI adresse, Optional<String> token, int status) {
        return proev(adresse, token).filter(svar -> svar.statusCode() == status).isPresent();
    }

    /**
     * The body of a 200.
     *
     * @throws IllegalStateException when it is something else
     */
    public byte[] hent(URI adresse, String token) {
        HttpResponse<byte[]> svar = proev(adresse, Optional.of(token))
                .orElseThrow(() -> new IllegalStateException("nobody answers at " + adresse));
        if (svar.statusCode() != 200) {
            throw new IllegalStateException(adresse + " answers " + svar.statusCode());
        }
        return svar.body();
    }
}
