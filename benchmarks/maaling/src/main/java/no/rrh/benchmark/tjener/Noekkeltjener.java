package no.rrh.benchmark.tjener;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Hands out the keys of an issuer while its server is down, so that the peer can be started alone. */
public final class Noekkeltjener implements AutoCloseable {
    private final HttpServer tjener;

    /**
     * @param jwks the keys
     */
    public Noekkeltjener(String jwks) {
        byte[] svar = jwks.getBytes(StandardCharsets.UTF_8);
        try {
            tjener = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        tjener.createContext("/", kall -> {
            kall.getResponseHeaders().set("Content-Type", "application/json");
            kall.sendResponseHeaders(200, svar.length);
            kall.getResponseBody().write(svar);
            kall.close();
        });
        tjener.start();
    }

    /** Where they are. */
    public URI adresse() {
        return URI.create("http://127.0.0.1:" + tjener.getAddress().getPort() + "/jwk");
    }

    @Override
    public void close() {
        tjener.stop(0);
    }
}
