package no.rrh.bootstrap.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** An outside Maskinporten on loopback: metadata, keys, and tokens signed with them. It can be away at first. */
final class FalskMaskinporten implements AutoCloseable {
    private final HttpServer server;
    private final RsaJsonWebKey noekkel;
    private volatile boolean borte;

    FalskMaskinporten(boolean borte) throws IOException, JoseException {
        this.borte = borte;
        this.noekkel = RsaJwkGenerator.generateJwk(2048);
        noekkel.setKeyId("noekkel-1");
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        svar(
                "/.well-known/oauth-authorization-server",
                "{\"issuer\":\"" + utsteder() + "\",\"jwks_uri\":\"" + utsteder() + "jwk\",\"token_endpoint\":\""
                        + utsteder() + "token\"}");
        svar("/jwk", new JsonWebKeySet(noekkel).toJson(OutputControlLevel.PUBLIC_ONLY));
        server.start();
    }

    private void svar(String sti, String json) {
        server.createContext(sti, kall -> {
            byte[] kropp = json.getBytes(UTF_8);
            kall.sendResponseHeaders(borte ? 500 : 200, kropp.length);
            kall.getResponseBody().write(kropp);
            kall.close();
        });
    }

    URI utsteder() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    void komTilbake() {
        borte = false;
    }

    String token(String scope) throws JoseException {
        return token(scope, "314208641");
    }

    String token(String scope, String consumer) throws JoseException {
        JwtClaims krav = new JwtClaims();
        krav.setIssuer(utsteder().toString());
        krav.setClaim("scope", scope);
        krav.setClaim("client_id", "klient");
        krav.setClaim("client_amr", "virksomhetssertifikat");
        krav.setClaim("consumer", Map.of("authority", "iso6523-actorid-upis", "ID", "0192:" + consumer));
        krav.setIssuedAtToNow();
        NumericDate utloep = NumericDate.now();
        utloep.addSeconds(120);
        krav.setExpirationTime(utloep);
        krav.setGeneratedJwtId();
        JsonWebSignature token = new JsonWebSignature();
        token.setPayload(krav.toJson());
        token.setKey(noekkel.getPrivateKey());
        token.setKeyIdHeaderValue(noekkel.getKeyId());
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        return token.getCompactSerialization();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
