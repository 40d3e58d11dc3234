package no.rrh.bootstrap.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/**
 * An outside Maskinporten on loopback: metadata, keys, and tokens signed with them. Its keys can be changed, and it can
 * be made to fail; it remembers when it was asked.
 */
public final class FalskMaskinporten implements AutoCloseable {
    /** The key there is from the beginning. */
    public static final String FOERSTE = "noekkel-1";

    private static final String CONSUMER = "314208641";

    /** How it answers. */
    public enum Tilstand {
        SVARER,
        /** 500 to whoever asks for the keys. */
        FEILER,
        /** Nothing to whoever asks for the keys. */
        TIER,
        /** Every connection is cut. */
        NEDE
    }

    private final HttpServer server;
    private final ExecutorService traader = Executors.newCachedThreadPool();
    private final CountDownLatch lukket = new CountDownLatch(1);
    private final Map<String, RsaJsonWebKey> noekler = new ConcurrentHashMap<>();
    private final List<Long> spurtOmMetadata = new CopyOnWriteArrayList<>();
    private final List<Long> spurtOmNoekler = new CopyOnWriteArrayList<>();
    private volatile List<String> utgitte = List.of(FOERSTE);
    private volatile Tilstand tilstand;

    FalskMaskinporten(boolean borte) throws IOException, JoseException {
        this(borte ? Tilstand.FEILER : Tilstand.SVARER);
    }

    public FalskMaskinporten(Tilstand tilstand) throws IOException, JoseException {
        this.tilstand = tilstand;
        lagNoekkel(FOERSTE);
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/.well-known/oauth-authorization-server", kall -> {
            spurtOmMetadata.add(System.nanoTime());
            if (this.tilstand != Tilstand.NEDE) {
                send(kall, 200, this::metadata);
            }
            kall.close();
        });
        server.createContext("/jwk", kall -> {
            spurtOmNoekler.add(System.nanoTime());
            switch (this.tilstand) {
                case SVARER -> send(kall, 200, this::jwks);
                case FEILER -> send(kall, 500, this::jwks);
                case TIER -> ti();
                case NEDE -> {}
            }
            kall.close();
        });
        server.setExecutor(traader);
        server.start();
    }

    private static void send(HttpExchange kall, int status, Supplier<String> json) throws IOException {
        byte[] kropp = json.get().getBytes(UTF_8);
        kall.sendResponseHeaders(status, kropp.length);
        kall.getResponseBody().write(kropp);
    }

    private void ti() {
        try {
            lukket.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String metadata() {
        return "{\"issuer\":\"" + utsteder() + "\",\"jwks_uri\":\"" + utsteder() + "jwk\",\"token_endpoint\":\""
                + utsteder() + "token\"}";
    }

    private String jwks() {
        return new JsonWebKeySet(utgitte.stream().map(noekler::get).toList()).toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    public URI utsteder() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    void komTilbake() {
        settTilstand(Tilstand.SVARER);
    }

    public void settTilstand(Tilstand ny) {
        tilstand = ny;
    }

    /** Gives out these keys from now on, and makes those there are not. */
    public void giUt(String... kider) throws JoseException {
        for (String kid : kider) {
            if (!noekler.containsKey(kid)) {
                lagNoekkel(kid);
            }
        }
        utgitte = List.of(kider);
    }

    private void lagNoekkel(String kid) throws JoseException {
        RsaJsonWebKey ny = RsaJwkGenerator.generateJwk(2048);
        ny.setKeyId(kid);
        noekler.put(kid, ny);
    }

    /** When, by {@link System#nanoTime}, it was asked for the metadata, with which every fetch of keys begins. */
    public List<Long> spurtOmMetadata() {
        return List.copyOf(spurtOmMetadata);
    }

    /** When it was asked for the keys. */
    public List<Long> spurtOmNoekler() {
        return List.copyOf(spurtOmNoekler);
    }

    public String token(String scope) throws JoseException {
        return token(FOERSTE, scope, krav -> {});
    }

    String token(String scope, String consumer) throws JoseException {
        return token(FOERSTE, scope, krav -> krav.setClaim("consumer", virksomhet(consumer)));
    }

    /**
     * A token.
     *
     * @param kid whose key signs it; one that is not given out will do too
     * @param endring alters the claims
     */
    public String token(String kid, String scope, Consumer<JwtClaims> endring) throws JoseException {
        JwtClaims krav = new JwtClaims();
        krav.setIssuer(utsteder().toString());
        krav.setClaim("scope", scope);
        krav.setClaim("client_id", "klient");
        krav.setClaim("client_amr", "virksomhetssertifikat");
        krav.setClaim("consumer", virksomhet(CONSUMER));
        krav.setIssuedAtToNow();
        NumericDate utloep = NumericDate.now();
        utloep.addSeconds(120);
        krav.setExpirationTime(utloep);
        krav.setGeneratedJwtId();
        endring.accept(krav);
        JsonWebSignature token = new JsonWebSignature();
        token.setPayload(krav.toJson());
        token.setKey(noekler.get(kid).getPrivateKey());
        token.setKeyIdHeaderValue(kid);
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        return token.getCompactSerialization();
    }

    private static Map<String, String> virksomhet(String organisasjonsnummer) {
        return Map.of("authority", "iso6523-actorid-upis", "ID", "0192:" + organisasjonsnummer);
    }

    @Override
    public void close() {
        lukket.countDown();
        server.stop(0);
        traader.shutdownNow();
    }
}
