package no.rrh.persistence.register;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.LongSupplier;
import no.rrh.application.port.out.RegisteretSvarerIkke;
import no.rrh.application.port.out.Replikastatus;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The replicas that are in use, each in its turn; the primary where none is, or where one fails. */
final class Leserotasjon implements Lesing, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Leserotasjon.class);
    private static final long BLIKK_MS = 100;
    private static final long LENGSTE_STOPP_S = 10;

    /** One that has taken longer than this to fail leaves no time to ask the primary before the answer is too late. */
    private static final long LENGST_NS = 1_200_000_000;

    private final Lager primaer;
    private final List<Replika> replikaer;
    private final LongSupplier nanotid;
    private final AtomicInteger neste = new AtomicInteger();
    private final ScheduledExecutorService blikk;

    /** None of the replicas is read from before {@link #start}. */
    Leserotasjon(Lager primaer, List<Replika> replikaer, LongSupplier nanotid) {
        this.primaer = primaer;
        this.replikaer = replikaer;
        this.nanotid = nanotid;
        this.blikk = Executors.newScheduledThreadPool(Math.max(1, replikaer.size()), arbeid -> {
            Thread ny = new Thread(arbeid, "replika");
            ny.setDaemon(true);
            return ny;
        });
    }

    /** Begins to look at the replicas, each by a thread of its own, since one that is silent keeps whoever asks it. */
    void start() {
        replikaer.forEach(
                replika -> blikk.scheduleWithFixedDelay(() -> se(replika), 0, BLIKK_MS, TimeUnit.MILLISECONDS));
    }

    /** Nothing may end the looking while the server runs. */
    private static void se(Replika replika) {
        try {
            replika.se();
        } catch (RuntimeException | Error e) {
            LOG.error("A read replica could not be looked at", e);
        }
    }

    @Override
    public <T> T slaaOpp(Function<Handle, T> spoerring) {
        return lesEtSted(sted -> sted.slaaOpp(spoerring));
    }

    @Override
    public <T> Optional<T> finn(Noekkelspoerring<T> spoerring, int nummer) {
        return lesEtSted(sted -> sted.finn(spoerring, nummer));
    }

    private <T> T lesEtSted(Function<Lesing, T> oppslag) {
        Replika valgt = velg();
        if (valgt == null) {
            return oppslag.apply(primaer);
        }
        long begynt = nanotid.getAsLong();
        try {
            return oppslag.apply(valgt.lesing());
        } catch (RegisteretSvarerIkke e) {
            valgt.sviktet();
            if (nanotid.getAsLong() - begynt > LENGST_NS) {
                throw e;
            }
            return oppslag.apply(primaer);
        }
    }

    @Override
    public <T> T iOeyeblikksbilde(Function<Handle, T> lesing) {
        Replika valgt = velg();
        if (valgt == null) {
            return primaer.iOeyeblikksbilde(lesing);
        }
        AtomicBoolean begynt = new AtomicBoolean();
        try {
            return valgt.lesing().iOeyeblikksbilde(handle -> {
                begynt.set(true);
                return lesing.apply(handle);
            });
        } catch (RegisteretSvarerIkke e) {
            valgt.sviktet();
            if (begynt.get()) {
                throw e;
            }
            return primaer.iOeyeblikksbilde(lesing);
        }
    }

    /** Null when none may be read from. */
    private Replika velg() {
        int antall = replikaer.size();
        int foerste = neste.getAndIncrement();
        for (int i = 0; i < antall; i++) {
            Replika replika = replikaer.get(Math.floorMod(foerste + i, antall));
            if (replika.kanLeses()) {
                return replika;
            }
        }
        return null;
    }

    /** How it stands with each. */
    List<Replikastatus> status() {
        return replikaer.stream().map(Replika::status).toList();
    }

    /** Has the connections to them told of from now on. */
    void maal(MeterRegistry maalere) {
        replikaer.forEach(replika -> replika.maal(maalere));
    }

    /** Ends the looking, not the replicas. */
    @Override
    public void close() {
        blikk.shutdownNow();
        try {
            if (!blikk.awaitTermination(LENGSTE_STOPP_S, TimeUnit.SECONDS)) {
                LOG.warn("The looking at read replicas did not end in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
