package no.rrh.http.sikkerhet;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A Maskinporten on loopback that counts who asks, and answers as the test wants. */
final class Testutsteder implements AutoCloseable {
    final AtomicInteger hentinger = new AtomicInteger();
    final AtomicInteger omledet = new AtomicInteger();
    final CountDownLatch slipp = new CountDownLatch(1);
    volatile HttpHandler metadata;
    volatile HttpHandler jwks;

    static {
        // the JDK's server writes headers and body each for itself, and the second would wait for 40 ms each time
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    /** The traceparent of each request, as text. */
    final List<String> sporinger = new CopyOnWriteArrayList<>();

    private final ExecutorService traader = Executors.newCachedThreadPool();
    private final HttpServer server;

    Testutsteder() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException feil) {
            throw new UncheckedIOException(feil);
        }
        metadata = svar(200, metadata(utsteder().navn(), adresse("jwk")));
        server.createContext("/.well-known/oauth-authorization-server", utveksling -> {
            noterSporing(utveksling);
            metadata.handle(utveksling);
        });
        server.createContext("/jwk", utveksling -> {
            hentinger.incrementAndGet();
            noterSporing(utveksling);
            jwks.handle(utveksling);
        });
        server.createContext("/annet", utveksling -> {
            omledet.incrementAndGet();
            jwks.handle(utveksling);
        });
        server.setExecutor(traader);
        server.start();
    }

    private void noterSporing(HttpExchange utveksling) {
        sporinger.add(String.valueOf(utveksling.getRequestHeaders().getFirst("traceparent")));
    }

    Utsteder utsteder() {
        return new Utsteder(adresse(""));
    }

    String adresse(String sti) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + sti;
    }

    static String metadata(String utsteder, String jwksUri) {
        return "{\"issuer\":\"" + utsteder + "\",\"jwks_uri\":\"" + jwksUri + "\"}";
    }

    static HttpHandler svar(int status, String kropp) {
        return utveksling -> {
            byte[] bytes = kropp.getBytes(StandardCharsets.UTF_8);
            utveksling.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            utveksling.getResponseBody().write(bytes);
            utveksling.close();
        };
    }

    HttpHandler omled(String sti) {
        return utveksling -> {
            utveksling.getResponseHeaders().add("Location", adresse(sti));
            svar(302, "").handle(utveksling);
        };
    }

    /** Says nothing until the test lets go. */
    HttpHandler taus() {
        return utveksling -> {
            vent();
            utveksling.close();
        };
    }

    /** Starts to answer, and then says nothing. */
    HttpHandler stanser(String begynnelse) {
        return utveksling -> {
            send(utveksling, begynnelse);
            vent();
            utveksling.close();
        };
    }

    /** Answers when the test lets go. */
    HttpHandler venter(HttpHandler svar) {
        return utveksling -> {
            vent();
            svar.handle(utveksling);
        };
    }

    private static void send(HttpExchange utveksling, String begynnelse) throws IOException {
        utveksling.sendResponseHeaders(200, 0);
        utveksling.getResponseBody().write(begynnelse.getBytes(StandardCharsets.UTF_8));
        utveksling.getResponseBody().flush();
    }

    private void vent() {
        try {
            slipp.await();
        } catch (InterruptedException lukkes) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        slipp.countDown();
        server.stop(0);
        traader.shutdownNow();
    }
}
