package no.rrh.http.sikkerhet;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import no.rrh.http.kall.Traceparent;

/**
 * Fetches the keys of an issuer: its metadata, and the JWKS that the metadata points to. One try, no redirects, little
 * patience and a bounded answer.
 */
final class Noekkelhenter {
    static final Duration FRIST = Duration.ofSeconds(2);
    static final int STOERSTE_SVAR = 256 * 1024;

    static {
        // the JDK's client would ask a second time where a connection is cut before an answer; it reads this once, and
        // nothing else in this process uses it
        System.setProperty("jdk.httpclient.redirects.retrylimit", "1");
    }

    private final Utsteder utsteder;
    private final Duration frist;
    private final HttpClient klient;

    /** @param frist how long each of the two requests may take, its body included */
    Noekkelhenter(Utsteder utsteder, Duration frist) {
        this.utsteder = utsteder;
        this.frist = frist;
        this.klient = HttpClient.newBuilder()
                .connectTimeout(frist)
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    Utsteder utsteder() {
        return utsteder;
    }

    /**
     * The keys as the issuer gives them now.
     *
     * @param traceparent the trace of the request that they are fetched for; what vendors of the caller add to it
     *     ({@code tracestate}) is nothing to the issuer
     * @throws IOException when they cannot be had; the message is fit for a log
     */
    Noekkelsett hent(Optional<Traceparent> traceparent) throws IOException, InterruptedException {
        String jwks = hent(jwksAdresse(hent(utsteder.metadata(), traceparent)), traceparent);
        try {
            return Noekkelsett.avJwks(jwks);
        } catch (IllegalArgumentException ubrukelig) {
            throw new IOException(ubrukelig.getMessage());
        }
    }

    private URI jwksAdresse(String metadata) throws IOException {
        Map<String, Object> felter = felter(metadata);
        if (!utsteder.navn().equals(felter.get("issuer"))) {
            throw new IOException("the metadata is of another issuer");
        }
        if (felter.get("jwks_uri") instanceof String tekst && Utsteder.erTrygg(Utsteder.adresse(tekst))) {
            return Utsteder.adresse(tekst);
        }
        throw new IOException("the metadata has no jwks_uri with https");
    }

    private static Map<String, Object> felter(String metadata) throws IOException {
        try {
            return Jsonvakt.objekt(metadata);
        } catch (Avvist ikkeObjekt) {
            throw new IOException("the metadata is not a JSON object");
        }
    }

    private String hent(URI adresse, Optional<Traceparent> traceparent) throws IOException, InterruptedException {
        HttpRequest.Builder foresporsel =
                HttpRequest.newBuilder(adresse).timeout(frist).header("Accept", "application/json");
        traceparent.ifPresent(trace -> foresporsel.header("traceparent", trace.videre()));
        // the time-out of a request ends when the headers are there; waiting here bounds the body too
        CompletableFuture<HttpResponse<byte[]>> svar =
                klient.sendAsync(foresporsel.build(), hode -> new BegrensetSvar(STOERSTE_SVAR));
        try {
            return krevOk(svar.get(frist.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException treg) {
            throw new IOException("no answer within " + frist.toMillis() + " ms");
        } catch (ExecutionException feil) {
            throw new IOException(String.valueOf(aarsak(feil)));
        } finally {
            svar.cancel(true);
        }
    }

    /** What the connection met, and not that it is not tried again. */
    private static Throwable aarsak(ExecutionException feil) {
        Throwable ytterst = feil.getCause();
        return ytterst.getCause() instanceof IOException innerst ? innerst : ytterst;
    }

    private static String krevOk(HttpResponse<byte[]> svar) throws IOException {
        if (svar.statusCode() != 200) {
            throw new IOException("answered " + svar.statusCode());
        }
        return new String(svar.body(), StandardCharsets.UTF_8);
    }
}
