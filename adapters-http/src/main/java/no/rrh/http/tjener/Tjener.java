package no.rrh.http.tjener;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import no.rrh.application.port.in.SjekkKlarhet;
import no.rrh.http.feil.Feil;
import no.rrh.http.feil.Feilavbilder;
import no.rrh.http.feil.Feilkropp;
import no.rrh.http.feil.Jettyfeil;
import no.rrh.http.helse.Helse;
import no.rrh.http.sikkerhet.Autentisering;
import no.rrh.http.sikkerhet.Autentiseringsfilter;
import no.rrh.http.totalbestand.Filsending;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.glassfish.jersey.jetty.JettyHttpContainer;
import org.glassfish.jersey.server.ContainerFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The HTTP server. It is bound first, so that the port is known and callers are told that it starts; it takes requests
 * once it is opened with the resources.
 */
public final class Tjener implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Tjener.class);
    private static final int HEADERE = 16 * 1024;
    private static final Duration LEDIG = Duration.ofSeconds(30);
    private static final int TRAADER = 64;

    private final Server server;
    private final ServerConnector mottak;
    private final Feilkropp kropp;
    private final Applikasjon applikasjon = new Applikasjon();
    private final IGang iGang;
    private final Duration stopptid;
    private volatile Tilstand tilstand = Tilstand.STARTER;
    private volatile SjekkKlarhet klarhet = () -> false;

    private Tjener(Tjenerinnstillinger innstillinger, Clock klokke) {
        this.kropp = new Feilkropp(klokke);
        QueuedThreadPool traader = new QueuedThreadPool(TRAADER);
        traader.setName("http");
        this.server = new Server(traader);
        this.mottak = new ServerConnector(server, 1, 1, new HttpConnectionFactory(protokoll()));
        mottak.setHost(innstillinger.adresse());
        mottak.setPort(innstillinger.port());
        mottak.setIdleTimeout(LEDIG.toMillis());
        mottak.setShutdownIdleTimeout(innstillinger.stopptid().toMillis());
        server.addConnector(mottak);
        Jettyfeil feil = new Jettyfeil(kropp, () -> tilstand.stengt());
        server.setErrorHandler(feil);
        server.setRequestLog(new Forespoerselslogg());
        this.iGang = new IGang(new Sluse(applikasjon, () -> tilstand.stengt(), feil), feil);
        this.stopptid = innstillinger.stopptid();
        server.setHandler(new Helse(iGang, this::hindring, feil));
    }

    private static HttpConfiguration protokoll() {
        HttpConfiguration protokoll = new HttpConfiguration();
        protokoll.setSendServerVersion(false);
        protokoll.setSendXPoweredBy(false);
        protokoll.setRequestHeaderSize(HEADERE);
        // of an absolute URI the host counts, and Host is ignored (RFC 9112, 3.2.2)
        protokoll.setHttpCompliance(HttpCompliance.RFC9110.with("rrh", HttpCompliance.Violation.MISMATCHED_AUTHORITY));
        return protokoll;
    }

    /**
     * Binds to the address and answers every request that it is starting.
     *
     * @throws IOException when the address cannot be bound to
     */
    public static Tjener bind(Tjenerinnstillinger innstillinger, Clock klokke) throws IOException {
        Tjener tjener = new Tjener(innstillinger, klokke);
        try {
            tjener.server.start();
            return tjener;
        } catch (Exception e) {
            tjener.close();
            throw e instanceof IOException io ? io : new IOException(e);
        }
    }

    /** The port it is bound to. */
    public int port() {
        return mottak.getLocalPort();
    }

    /**
     * Takes requests from now on.
     *
     * @param klarhet tells whether look-ups can be answered
     * @param ressurser instances of the resources
     */
    public void aapne(Autentisering autentisering, SjekkKlarhet klarhet, Collection<?> ressurser) {
        ResourceConfig jersey = new ResourceConfig()
                .property(ServerProperties.WADL_FEATURE_DISABLE, true)
                .property(ServerProperties.RESPONSE_SET_STATUS_OVER_SEND_ERROR, true)
                .register(new JerseyVern.FoerRuting())
                .register(new JerseyVern.EtterRuting())
                .register(new JerseyVern.MedLengde())
                .register(new Autentiseringsfilter(autentisering))
                .register(new Feilavbilder(kropp));
        ressurser.forEach(jersey::register);
        Handler svar = ContainerFactory.createContainer(JettyHttpContainer.class, jersey);
        applikasjon.settInn(new JerseyVern.RiktigLengde(new Filsending(svar)));
        this.klarhet = klarhet;
        tilstand = Tilstand.KLAR;
    }

    private Optional<Feil> hindring() {
        return tilstand.stengt().or(() -> klarhet.erKlar() ? Optional.empty() : Optional.of(Feil.IKKE_KLAR));
    }

    /** Answers new requests with 503 while those in flight finish, within the time set, and stops. */
    @Override
    public void close() {
        tilstand = Tilstand.STOPPER;
        try {
            iGang.shutdown().get(stopptid.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.warn("{} requests had not ended after {}", iGang.getCurrentRequestCount(), stopptid);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            LOG.warn("Could not wait for the requests in flight", e);
        }
        stopp();
    }

    private void stopp() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the HTTP server did not stop cleanly", e);
        }
    }

    /** The requests in flight; those that come after the stop has begun are told so. */
    private static final class IGang extends GracefulHandler {
        private final Jettyfeil feil;

        IGang(Handler neste, Jettyfeil feil) {
            super(neste);
            this.feil = feil;
        }

        @Override
        protected void handleShutdownRejection(Request request, Response response, Callback callback) {
            feil.skriv(request, response, callback, Feil.STOPPER);
        }
    }

    /** The place of Jersey in the chain, empty until the resources are there. */
    private static final class Applikasjon extends Handler.Wrapper {
        Applikasjon() {
            super(true);
        }

        void settInn(Handler handler) {
            handler.setServer(getServer());
            setHandler(handler);
            try {
                handler.start();
            } catch (Exception e) {
                throw new IllegalStateException("the application did not start", e);
            }
        }
    }
}
