package no.rrh.http.tjener;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.jetty.JettyServerThreadPoolMetrics;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import no.rrh.application.port.in.SjekkKlarhet;
import no.rrh.application.port.out.Innsynslogg;
import no.rrh.http.feil.Feil;
import no.rrh.http.feil.Feilavbilder;
import no.rrh.http.feil.Feilkropp;
import no.rrh.http.feil.Jettyfeil;
import no.rrh.http.helse.Helse;
import no.rrh.http.innsynslogg.Innsynsvakt;
import no.rrh.http.kall.Grense;
import no.rrh.http.kall.Kallkontroll;
import no.rrh.http.sikkerhet.Autentisering;
import no.rrh.http.sikkerhet.Mottak;
import no.rrh.http.sikkerhet.Mottaksfilter;
import no.rrh.http.svar.Kroppsending;
import no.rrh.http.virksomhet.Hurtigvei;
import no.rrh.http.virksomhet.Oppslagsressurs;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ThreadPool;
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
    private static final int TRAADER = 64;

    /** The rest is for what is answered in front of them: health, refusals, and files being sent. */
    private static final int TRAADER_FOR_KALL = 48;

    /**
     * The system would let a socket grow to some megabytes: 200 slow readers would fill a small machine, and be heard
     * from so seldom that they seem dead.
     */
    private static final int SENDEBUFFER = 128 * 1024;

    /** A statement in the database may take two seconds. */
    private static final Duration LENGSTE_VENTING_PAA_TRAADER = Duration.ofSeconds(3);

    private final Server server;
    private final ServerConnector mottak;
    private final Treghetsvakt treghetsvakt;
    private final Feilkropp kropp;
    private final Jettyfeil feil;
    private final Applikasjon applikasjon = new Applikasjon();
    private final IGang iGang;
    private final Tjenerinnstillinger innstillinger;
    private final Clock klokke;
    private volatile Kallgrense kallgrense;
    private volatile Kroppsending kroppsending;
    private volatile Tilstand tilstand = Tilstand.STARTER;
    private volatile SjekkKlarhet klarhet = () -> false;

    private Tjener(Tjenerinnstillinger innstillinger, Clock klokke, MeterRegistry maalere) {
        Tjenergrenser grenser = innstillinger.grenser();
        this.innstillinger = innstillinger;
        this.klokke = klokke;
        this.kropp = new Feilkropp(klokke);
        this.server = new Server(traader());
        this.mottak = new ServerConnector(server, 1, 1, new Protokoller(grenser).av(innstillinger.tls(), this::foelg));
        mottak.setHost(innstillinger.adresse());
        mottak.setPort(innstillinger.port());
        mottak.setIdleTimeout(grenser.ledig().toMillis());
        mottak.setShutdownIdleTimeout(innstillinger.stopptid().toMillis());
        mottak.setAcceptedSendBufferSize(SENDEBUFFER);
        server.addConnector(mottak);
        server.addBean(new Tilkoblingsgrense(grenser, mottak, Kallmaaling.treff(maalere, Grense.TILKOBLINGER)));
        this.treghetsvakt =
                new Treghetsvakt(mottak::getConnectedEndPoints, grenser, Kallmaaling.treff(maalere, Grense.FART));
        Function<Request, Optional<Feil>> foerst =
                request -> tilstand.stengt().or(() -> innstillinger.ipfilter().avslag(request));
        this.feil = new Jettyfeil(kropp, foerst, grenser.headere());
        server.setErrorHandler(feil);
        server.setRequestLog(new RequestLog.Collection(new Forespoerselslogg(), new Kallmaaling(maalere)));
        this.iGang = new IGang(new Sluse(applikasjon, foerst, feil), feil);
        server.setHandler(new JettyVern(new Helse(iGang, this::hindring, feil), foerst, feil));
        maal(maalere);
    }

    private void maal(MeterRegistry maalere) {
        new JettyServerThreadPoolMetrics((ThreadPool.SizedThreadPool) server.getThreadPool(), Tags.empty())
                .bindTo(maalere);
        Gauge.builder(
                        "rrh.tilkoblinger",
                        mottak,
                        en -> en.getConnectedEndPoints().size())
                .description("How many connections are open")
                .register(maalere);
        Gauge.builder("rrh.kall.i.gang", iGang, GracefulHandler::getCurrentRequestCount)
                .description("How many requests are in flight, files being sent included")
                .register(maalere);
        Gauge.builder("rrh.kall.ventende", this, Tjener::kallSomVenter)
                .description("How many requests wait for a thread")
                .register(maalere);
    }

    private int kallSomVenter() {
        return kallgrense == null ? 0 : kallgrense.ventende();
    }

    private void foelg(Request request) {
        treghetsvakt.foelg(request);
    }

    private static QueuedThreadPool traader() {
        QueuedThreadPool traader = new QueuedThreadPool(TRAADER);
        traader.setName("http");
        // At a stop Jetty interrupts the threads that are not done, and what they do would then fail. Without a time to
        // stop in it does not, nor does it wake the idle ones, which must hold nothing back
        traader.setStopTimeout(0);
        traader.setDaemon(true);
        return traader;
    }

    /**
     * Binds to the address and answers every request that it is starting.
     *
     * @param maalere are told of requests, limits, connections and threads
     * @throws IOException when the address cannot be bound to
     */
    public static Tjener bind(Tjenerinnstillinger innstillinger, Clock klokke, MeterRegistry maalere)
            throws IOException {
        Tjener tjener = new Tjener(innstillinger, klokke, maalere);
        try {
            tjener.server.start();
            tjener.treghetsvakt.start();
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

    /** Where it is in its life. */
    public Tilstand tilstand() {
        return tilstand;
    }

    /** How many requests are in flight, files being sent included. */
    public long kallIGang() {
        return iGang.getCurrentRequestCount();
    }

    /**
     * Takes requests from now on.
     *
     * @param klarhet tells whether look-ups can be answered
     * @param innsynslogg tells of every call of a resource whose caller is authenticated, before it is answered
     * @param ressurser instances of the resources, and of the controls in front of them, in their order
     */
    public void aapne(
            Autentisering autentisering, SjekkKlarhet klarhet, Innsynslogg innsynslogg, Collection<?> ressurser) {
        Mottak mottak = new Mottak(autentisering, av(Kallkontroll.class, ressurser));
        ResourceConfig jersey = new ResourceConfig()
                .property(ServerProperties.WADL_FEATURE_DISABLE, true)
                .property(ServerProperties.RESPONSE_SET_STATUS_OVER_SEND_ERROR, true)
                .register(new JerseyVern.FoerRuting())
                .register(new JerseyVern.EtterRuting())
                .register(new JerseyVern.UtenKropp())
                .register(new Mottaksfilter(mottak))
                .register(new Feilavbilder(kropp));
        ressurser.stream().filter(ressurs -> !(ressurs instanceof Kallkontroll)).forEach(jersey::register);
        Handler svar = new JerseyVern.UtenVert(ContainerFactory.createContainer(JettyHttpContainer.class, jersey));
        if (innstillinger.hurtigvei()) {
            svar = new Hurtigvei(svar, av(Oppslagsressurs.class, ressurser), mottak, kropp);
        }
        Kallgrense grense = new Kallgrense(svar, innstillinger.grenser().kall(), TRAADER_FOR_KALL, feil);
        kroppsending = new Kroppsending(grense, new Innsynsvakt(innsynslogg, klokke), feil);
        kallgrense = grense;
        applikasjon.settInn(new JerseyVern.RiktigLengde(new Kroppsventing(kroppsending)));
        this.klarhet = klarhet;
        tilstand = Tilstand.KLAR;
    }

    private static <T> List<T> av(Class<T> slag, Collection<?> alle) {
        return alle.stream().filter(slag::isInstance).map(slag::cast).toList();
    }

    private Optional<Feil> hindring() {
        return tilstand.stengt().or(() -> klarhet.erKlar() ? Optional.empty() : Optional.of(Feil.IKKE_KLAR));
    }

    /**
     * Answers new requests with 503 while those in flight finish, within the time set; then cuts the connections of those
     * that have not. No thread is interrupted, and those at work are waited for, since what they use is closed next.
     */
    @Override
    public void close() {
        tilstand = Tilstand.STOPPER;
        try {
            ventPaaDemIGang();
            stopp();
            ventPaaTraadene();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopp();
        }
    }

    private void ventPaaDemIGang() throws InterruptedException {
        try {
            iGang.shutdown().get(innstillinger.stopptid().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.warn(
                    "{} requests had not ended after {}; their connections are cut",
                    iGang.getCurrentRequestCount(),
                    innstillinger.stopptid());
        } catch (ExecutionException e) {
            LOG.warn("Could not wait for the requests in flight", e);
        }
    }

    private void stopp() {
        treghetsvakt.close();
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the HTTP server did not stop cleanly", e);
        }
    }

    private void ventPaaTraadene() throws InterruptedException {
        if (kallgrense == null) {
            return;
        }
        boolean ingenArbeider = kallgrense.ventTilIngenArbeider(LENGSTE_VENTING_PAA_TRAADER);
        if (!kroppsending.steng(LENGSTE_VENTING_PAA_TRAADER) || !ingenArbeider) {
            LOG.warn("Some requests are still worked on; what they use is closed under them");
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
