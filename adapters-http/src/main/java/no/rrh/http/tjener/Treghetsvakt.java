package no.rrh.http.tjener;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.NetworkChannel;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import no.rrh.http.kall.Sjelden;
import org.eclipse.jetty.io.AbstractEndPoint;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes the connections of clients that send a request, or take an answer, more slowly than is allowed. Silence alone
 * is what the idle time is for, and one byte ends it; the rates of Jetty's HttpConfiguration count for servlets only.
 * Nobody is timed while the server works, or between two requests.
 */
final class Treghetsvakt implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Treghetsvakt.class);

    private final Supplier<Collection<EndPoint>> tilkoblinger;
    private final int fart;
    private final long maaletid;
    private final LongSupplier nanotid;
    private final Sjelden sjelden = new Sjelden();
    private final ScheduledExecutorService traad = Executors.newSingleThreadScheduledExecutor(arbeid -> {
        Thread ny = new Thread(arbeid, "http-treghet");
        ny.setDaemon(true);
        return ny;
    });

    private Map<EndPoint, Maaling> maalinger = new HashMap<>(); // seen by one thread only

    Treghetsvakt(Supplier<Collection<EndPoint>> tilkoblinger, Tjenergrenser grenser) {
        this(tilkoblinger, grenser, System::nanoTime);
    }

    Treghetsvakt(Supplier<Collection<EndPoint>> tilkoblinger, Tjenergrenser grenser, LongSupplier nanotid) {
        this.tilkoblinger = tilkoblinger;
        this.fart = grenser.fart();
        this.maaletid = grenser.maaletid().toNanos();
        this.nanotid = nanotid;
    }

    void start() {
        long pause = Math.min(Duration.ofSeconds(1).toNanos(), maaletid / 4);
        traad.scheduleWithFixedDelay(this::seOver, pause, pause, TimeUnit.NANOSECONDS);
    }

    /** Looks at every connection once. */
    void seOver() {
        Map<EndPoint, Maaling> naa = new HashMap<>();
        for (EndPoint ende : tilkoblinger.get()) {
            Maaling maaling = maalinger.getOrDefault(ende, new Maaling());
            naa.put(ende, maaling);
            try {
                if (maaling.erForTreg(ende)) {
                    lukk(ende);
                }
            } catch (RuntimeException e) {
                LOG.warn("A slow connection could not be measured or closed", e);
            }
        }
        maalinger = naa;
    }

    private void lukk(EndPoint ende) {
        if (sjelden.erDetPaaTide()) {
            LOG.warn("Closed the connection of a client that sent or took less than {} bytes a second", fart);
        }
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

    private enum Venter {
        IKKE,
        PAA_KALLET,
        PAA_AT_SVARET_TAS_IMOT
    }

    /** What is known of one connection from one look to the next. */
    private final class Maaling {
        private Venter sist = Venter.IKKE;
        private long besvarte;
        private long innFoerKallet;
        private long fra;
        private long byteFra;

        boolean erForTreg(EndPoint ende) {
            Connection tilkobling = ende.getConnection();
            if (!(ende instanceof AbstractEndPoint stroem) || tilkobling == null) {
                return false;
            }
            Venter venter = venter(stroem, tilkobling);
            long byteNaa = venter == Venter.PAA_KALLET ? tilkobling.getBytesIn() : tilkobling.getBytesOut();
            long tid = nanotid.getAsLong();
            boolean nyMaaling = venter != sist || tid - fra >= maaletid;
            boolean forTreg = venter != Venter.IKKE
                    && venter == sist
                    && tid - fra >= maaletid
                    && (byteNaa - byteFra) / sekunder(tid - fra) < fart;
            if (nyMaaling) {
                sist = venter;
                fra = tid;
                byteFra = byteNaa;
            }
            return forTreg;
        }

        private Venter venter(AbstractEndPoint ende, Connection tilkobling) {
            if (tilkobling.getMessagesOut() != besvarte) {
                besvarte = tilkobling.getMessagesOut();
                innFoerKallet = tilkobling.getBytesIn();
            }
            if (ende.getWriteFlusher().isPending()) {
                return Venter.PAA_AT_SVARET_TAS_IMOT;
            }
            boolean begynt = tilkobling.getMessagesIn() > besvarte || tilkobling.getBytesIn() > innFoerKallet;
            return ende.isFillInterested() && begynt ? Venter.PAA_KALLET : Venter.IKKE;
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
