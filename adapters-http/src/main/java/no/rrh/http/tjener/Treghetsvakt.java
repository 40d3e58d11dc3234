package no.rrh.http.tjener;

import io.micrometer.core.instrument.Counter;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.NetworkChannel;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import no.rrh.http.kall.Sjelden;
import org.eclipse.jetty.http2.HTTP2Connection;
import org.eclipse.jetty.http2.HTTP2Session;
import org.eclipse.jetty.io.AbstractEndPoint;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.NegotiatingServerConnection;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.component.LifeCycle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes the connections of clients that send a request, or take an answer, more slowly than is allowed. Silence alone
 * is what the idle time is for, and one byte ends it; the rates of Jetty's HttpConfiguration count for servlets only.
 * Nobody is timed while the server works, or between two requests. Within TLS it is the same, and the handshake is timed as
 * a request. Over HTTP/2 each exchange is timed for itself, and ended alone; its connection is timed as to what the socket
 * takes, and has no longer than a silent one to make a request, whatever else it sends.
 */
final class Treghetsvakt implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Treghetsvakt.class);

    /** A client that sends so much more than it takes only fills the memory with what it is to be answered. */
    private static final long STOERST_UBESVART = 256 * 1024;

    private final Supplier<Collection<EndPoint>> tilkoblinger;
    private final Set<Utveksling> utvekslinger = ConcurrentHashMap.newKeySet();
    private final int fart;
    private final long maaletid;
    private final Counter treff;
    private final long ledig;
    private final LongSupplier nanotid;
    private final Sjelden sjelden = new Sjelden();
    private final ScheduledExecutorService traad = Executors.newSingleThreadScheduledExecutor(arbeid -> {
        Thread ny = new Thread(arbeid, "http-treghet");
        ny.setDaemon(true);
        return ny;
    });

    private Map<Object, Maaling> maalinger = new HashMap<>(); // seen by one thread only

    Treghetsvakt(Supplier<Collection<EndPoint>> tilkoblinger, Tjenergrenser grenser, Counter treff) {
        this(tilkoblinger, grenser, treff, System::nanoTime);
    }

    Treghetsvakt(
            Supplier<Collection<EndPoint>> tilkoblinger, Tjenergrenser grenser, Counter treff, LongSupplier nanotid) {
        this.tilkoblinger = tilkoblinger;
        this.treff = treff;
        this.fart = grenser.fart();
        this.maaletid = grenser.maaletid().toNanos();
        this.ledig = grenser.ledig().toNanos();
        this.nanotid = nanotid;
    }

    void start() {
        long pause = Math.min(Duration.ofSeconds(1).toNanos(), maaletid / 4);
        traad.scheduleWithFixedDelay(this::seOver, pause, pause, TimeUnit.NANOSECONDS);
    }

    /** Watches the exchange from its beginning, where it is over HTTP/2. */
    void foelg(Request request) {
        if (request.getConnectionMetaData().getConnection() instanceof HTTP2Connection http2) {
            request.addHttpStreamWrapper(stroem -> foelg(stroem, http2.getSession()));
        }
    }

    private HttpStream foelg(HttpStream stroem, HTTP2Session tilkobling) {
        Utveksling[] denne = new Utveksling[1];
        denne[0] = new Utveksling(stroem, tilkobling, () -> utvekslinger.remove(denne[0]));
        utvekslinger.add(denne[0]);
        return denne[0];
    }

    /** Looks at every connection and exchange once. */
    void seOver() {
        Map<Object, Maaling> naa = new HashMap<>();
        for (EndPoint ende : tilkoblinger.get()) {
            seOver(ende, naa, maaling -> maaling.erForTreg(ende), () -> lukk(ende));
        }
        for (Utveksling en : utvekslinger) {
            seOver(en, naa, maaling -> maaling.erForTreg(en.venter(), en.byteInn(), en.byteUt()), en::avbryt);
        }
        maalinger = naa;
    }

    private void seOver(Object hva, Map<Object, Maaling> naa, Predicate<Maaling> erForTreg, Runnable avslutt) {
        Maaling maaling = maalinger.getOrDefault(hva, new Maaling());
        naa.put(hva, maaling);
        try {
            if (erForTreg.test(maaling)) {
                treff.increment();
                if (sjelden.erDetPaaTide()) {
                    LOG.warn("Closed the connection of a client that sent or took less than {} bytes a second", fart);
                }
                avslutt.run();
            }
        } catch (RuntimeException e) {
            LOG.warn("A slow connection could not be measured or closed", e);
        }
    }

    private static void lukk(EndPoint ende) {
        glemUsendt(ende);
        ende.close(new TimeoutException("the client is too slow"));
    }

    /** Else the system would go on offering what it has of the answer, and hold its memory, for as long as the client likes. */
    private static void glemUsendt(EndPoint ende) {
        if (ende.getTransport() instanceof NetworkChannel kanal) {
            try {
                kanal.setOption(StandardSocketOptions.SO_LINGER, 0);
            } catch (IOException e) {
                // gone already
            }
        }
    }

    /** What is known of one connection, or one exchange, from one look to the next. */
    private final class Maaling {
        private Venter sist = Venter.IKKE;
        private long fra;
        private long innFra;
        private long utFra;
        private long besvarte; // of HTTP/1.1, as what follows
        private long innFoerKallet;
        private long begynte; // of HTTP/2, as what follows
        private long sistIBruk = nanotid.getAsLong();

        boolean erForTreg(EndPoint ende) {
            Connection ytterst = ende.getConnection();
            Connection tilkobling =
                    ytterst instanceof SslConnection tls ? tls.getSslEndPoint().getConnection() : ytterst;
            if (tilkobling == null || !(tilkobling.getEndPoint() instanceof AbstractEndPoint stroem)) {
                return false;
            }
            if (tilkobling instanceof NegotiatingServerConnection) {
                Venter venter = ytterst.getBytesIn() > 0 ? Venter.PAA_KALLET : Venter.IKKE;
                return erForTreg(venter, ytterst.getBytesIn(), ytterst.getBytesOut());
            }
            boolean skriver = stroem.getWriteFlusher().isPending();
            if (tilkobling instanceof HTTP2Connection http2) {
                lukkOmUbrukt(http2.getSession());
                Venter venter = skriver ? Venter.PAA_AT_SVARET_TAS_IMOT : Venter.IKKE;
                return erForTreg(venter, ytterst.getBytesIn(), ytterst.getBytesOut());
            }
            Venter venter = skriver ? Venter.PAA_AT_SVARET_TAS_IMOT : venterPaaKallet(stroem, tilkobling);
            return erForTreg(venter, tilkobling.getBytesIn(), tilkobling.getBytesOut());
        }

        boolean erForTreg(Venter venter, long inn, long ut) {
            long tid = nanotid.getAsLong();
            long varighet = tid - fra;
            boolean maalt = varighet >= maaletid;
            long antall = venter == Venter.PAA_KALLET ? inn - innFra : ut - utFra;
            boolean forTreg = venter != Venter.IKKE
                    && venter == sist
                    && (maalt && antall / sekunder(varighet) < fart
                            || venter == Venter.PAA_AT_SVARET_TAS_IMOT
                                    && inn - innFra - (ut - utFra) > STOERST_UBESVART);
            if (venter != sist || maalt) {
                sist = venter;
                fra = tid;
                innFra = inn;
                utFra = ut;
            }
            return forTreg;
        }

        private Venter venterPaaKallet(AbstractEndPoint ende, Connection tilkobling) {
            if (tilkobling.getMessagesOut() != besvarte) {
                besvarte = tilkobling.getMessagesOut();
                innFoerKallet = tilkobling.getBytesIn();
            }
            boolean begynt = tilkobling.getMessagesIn() > besvarte || tilkobling.getBytesIn() > innFoerKallet;
            return ende.isFillInterested() && begynt ? Venter.PAA_KALLET : Venter.IKKE;
        }

        /** Pings and half a request keep a connection from being silent, and would else keep it open. */
        private void lukkOmUbrukt(HTTP2Session tilkobling) {
            long tid = nanotid.getAsLong();
            if (tilkobling.getStreamCount() > 0 || tilkobling.getStreamsOpened() != begynte) {
                begynte = tilkobling.getStreamsOpened();
                sistIBruk = tid;
            } else if (tid - sistIBruk >= ledig) {
                LifeCycle.stop(tilkobling);
            }
        }

        private static double sekunder(long nanosekunder) {
            return nanosekunder / (double) TimeUnit.SECONDS.toNanos(1);
        }
    }

    @Override
    public void close() {
        traad.shutdown();
    }
}
