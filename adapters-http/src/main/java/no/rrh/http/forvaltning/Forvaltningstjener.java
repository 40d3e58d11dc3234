package no.rrh.http.forvaltning;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import no.rrh.http.feil.Feilkropp;
import no.rrh.http.feil.Jettyfeil;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * A server of its own, on loopback alone and with threads of its own, so that it answers while the API starts, is full or
 * stops. Its requests are not logged: they come every few seconds, from one who is on the machine.
 */
public final class Forvaltningstjener implements AutoCloseable {
    private static final String IPV4 = "127.0.0.1";
    private static final String IPV6 = "::1";
    private static final int TRAADER = 8;
    private static final int HEADERE = 8 * 1024;
    private static final int LEDIG_MS = 10_000;

    private final Server server;
    private final ServerConnector mottak;

    private Forvaltningstjener(int port, Map<String, Supplier<Forvaltningssvar>> stier, Clock klokke) {
        QueuedThreadPool traader = new QueuedThreadPool(TRAADER, 2);
        traader.setName("forvaltning");
        // As in the API: nobody is interrupted who may be in the database's file
        traader.setStopTimeout(0);
        traader.setDaemon(true);
        this.server = new Server(traader);
        HttpConfiguration protokoll = new HttpConfiguration();
        protokoll.setSendServerVersion(false);
        protokoll.setRequestHeaderSize(HEADERE);
        this.mottak = new ServerConnector(server, 0, 1, new HttpConnectionFactory(protokoll));
        mottak.setHost(loopback());
        mottak.setPort(port);
        mottak.setIdleTimeout(LEDIG_MS);
        server.addConnector(mottak);
        Jettyfeil feil = new Jettyfeil(new Feilkropp(klokke), request -> Optional.empty(), HEADERE);
        server.setErrorHandler(feil);
        server.setHandler(new Forvaltningsruter(stier, feil));
    }

    /** Almost always IPv4's, which is what people try; on a machine that has IPv6 alone, that. */
    private static String loopback() {
        try {
            return NetworkInterface.getByInetAddress(InetAddress.getByName(IPV4)) != null ? IPV4 : IPV6;
        } catch (IOException e) {
            return IPV4;
        }
    }

    /**
     * Answers from now on.
     *
     * @param port 0 for a free one
     * @param stier what each path is answered with, to GET and HEAD
     * @throws IOException when the port cannot be bound to
     */
    public static Forvaltningstjener bind(int port, Map<String, Supplier<Forvaltningssvar>> stier, Clock klokke)
            throws IOException {
        Forvaltningstjener tjener = new Forvaltningstjener(port, stier, klokke);
        try {
            tjener.server.start();
            return tjener;
        } catch (Exception e) {
            tjener.close();
            throw e instanceof IOException io ? io : new IOException(e);
        }
    }

    /** Where it answers. */
    public URI adresse() {
        String vert = mottak.getHost();
        return URI.create("http://" + (vert.contains(":") ? "[" + vert + "]" : vert) + ":" + mottak.getLocalPort());
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the management port did not close cleanly", e);
        }
    }
}
