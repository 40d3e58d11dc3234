package no.rrh.http.tjener;

import java.util.EnumSet;
import java.util.Optional;
import java.util.function.Consumer;
import no.rrh.http.tls.Hsts;
import no.rrh.http.tls.Sertifikatvakt;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.io.WindowRateControl;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.SslConnectionFactory;

/** What is spoken with callers: HTTP/1.1, or TLS, within which they choose between HTTP/2 and HTTP/1.1 (ALPN). */
final class Protokoller {
    /** As many look-ups at once as a caller over HTTP/1.1 would have connections for, and no fewer than RFC 9113 advises. */
    private static final int STROEMMER = 100;

    /** No request has a body of more than some KiB, so nobody is given room to send more ahead. */
    private static final int MOTTAKSVINDU = 64 * 1024;

    /**
     * How often in a second a caller may send what costs it nothing: cancel a request, ping, change its settings, or send
     * what has no content. A client that gives up on a hundred requests at once is no attack; one that never does anything
     * else is (CVE-2023-44487).
     */
    private static final int TOMME_I_SEKUNDET = 200;

    private static final EnumSet<HttpHeader> OM_TILKOBLINGEN = EnumSet.of(
            HttpHeader.CONNECTION,
            HttpHeader.KEEP_ALIVE,
            HttpHeader.PROXY_CONNECTION,
            HttpHeader.TRANSFER_ENCODING,
            HttpHeader.UPGRADE);

    private final HttpConfiguration http;
    private final Tjenergrenser grenser;

    Protokoller(Tjenergrenser grenser) {
        this.grenser = grenser;
        this.http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        http.setRequestHeaderSize(grenser.headere());
        // Each connection remembers header lines to know them again; a token is looked for there a letter at a time,
        // which
        // took a seventh of a look-up
        http.setHeaderCacheSize(0);
        // of an absolute URI the host counts, and Host is ignored (RFC 9112, 3.2.2)
        http.setHttpCompliance(HttpCompliance.RFC9110.with("rrh", HttpCompliance.Violation.MISMATCHED_AUTHORITY));
    }

    /**
     * The first of them is what a connection begins with.
     *
     * @param foelg is told of each request within TLS when it begins
     */
    ConnectionFactory[] av(Optional<Sertifikatvakt> sertifikat, Consumer<Request> foelg) {
        HttpConnectionFactory http1 = new HttpConnectionFactory(http);
        if (sertifikat.isEmpty()) {
            return new ConnectionFactory[] {http1};
        }
        http.addCustomizer((request, svarheadere) -> {
            foelg.accept(request);
            Hsts.leggTil(request, svarheadere);
            krevIngenOmTilkoblingen(request);
            return request;
        });
        HTTP2ServerConnectionFactory http2 = http2();
        ALPNServerConnectionFactory alpn = new ALPNServerConnectionFactory("h2", "http/1.1");
        // of those who ask for none
        alpn.setDefaultProtocol(http1.getProtocol());
        SslConnectionFactory tls = new SslConnectionFactory(sertifikat.get().tls(), alpn.getProtocol());
        // It would refuse a Host that the certificate does not name. There is one site here, whatever it is called: by
        // its
        // address, by an older name, by a monitor; who calls decides whether the certificate is the right one
        tls.setEnsureSecureRequestCustomizer(false);
        return new ConnectionFactory[] {tls, alpn, http2, http1};
    }

    /** A request that has them over HTTP/2 is malformed (RFC 9113, 8.2.2). Jetty looks for Connection itself, alone. */
    private static void krevIngenOmTilkoblingen(Request request) {
        if (request.getConnectionMetaData().getHttpVersion() == HttpVersion.HTTP_2
                && request.getHeaders().contains(OM_TILKOBLINGEN)) {
            throw new HttpException.RuntimeException(HttpStatus.BAD_REQUEST_400);
        }
    }

    private HTTP2ServerConnectionFactory http2() {
        HTTP2ServerConnectionFactory http2 = new HTTP2ServerConnectionFactory(http);
        http2.setMaxConcurrentStreams(STROEMMER);
        http2.setInitialSessionRecvWindow(MOTTAKSVINDU);
        http2.setInitialStreamRecvWindow(MOTTAKSVINDU);
        http2.setConnectProtocolEnabled(false);
        http2.setStreamIdleTimeout(grenser.ledig().toMillis());
        http2.setRateControlFactory(new WindowRateControl.Factory(TOMME_I_SEKUNDET));
        return http2;
    }
}
