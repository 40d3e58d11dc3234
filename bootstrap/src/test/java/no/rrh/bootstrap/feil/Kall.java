package no.rrh.bootstrap.feil;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;

/** Calls by a client that takes an answer that was cut for none. */
final class Kall {
    private static final HttpClient KLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private Kall() {}

    /**
     * The whole answer.
     *
     * @param headere names and values by turns
     * @throws UncheckedIOException when there is none
     */
    static HttpResponse<byte[]> hent(URI server, String sti, String... headere) {
        try {
            HttpRequest kall = HttpRequest.newBuilder(server.resolve(sti))
                    .timeout(Duration.ofSeconds(30))
                    .headers(headere)
                    .build();
            return KLIENT.send(kall, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Whether a file is the one that the headers say. */
    static boolean stemmer(HttpResponse<byte[]> fil) {
        String digest = "sha-256=:" + Base64.getEncoder().encodeToString(sha256(fil.body())) + ":";
        return fil.headers().firstValue("Repr-Digest").filter(digest::equals).isPresent();
    }

    private static byte[] sha256(byte[] innhold) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(innhold);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
