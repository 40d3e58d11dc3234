package no.rrh.http.sikkerhet;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.Closeable;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import no.rrh.http.kall.Traceparent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys of a Maskinporten, fetched over the network by one thread of its own: at once, then every five minutes, and
 * every half minute while there are none. When a fetch fails the last keys stay, for at most 24 hours after they were
 * fetched. An unknown kid asks for a fetch before its time, unless the last one started less than 30 seconds ago, and
 * waits for it until two seconds after it started; nobody else ever waits. So a new key is accepted within 30 seconds,
 * and however many unknown kids arrive there are at most two fetches a minute.
 */
public final class MaskinportenNoekler implements Noekkelkilde, Closeable {
    /** How often the keys are fetched, when all is well. */
    public static final Duration STANDARD_INTERVALL = Duration.ofMinutes(5);

    static final Duration PUSTEROM = Duration.ofSeconds(30);
    static final Duration LENGSTE_BEVARING = Duration.ofHours(24);
    private static final Duration LENGSTE_VENTING = Duration.ofSeconds(2);
    private static final Logger LOG = LoggerFactory.getLogger(MaskinportenNoekler.class);

    private final Noekkelhenter henter;
    private final Duration intervall;
    private final Clock klokke;
    private final LongSupplier nanotid;
    private final ScheduledExecutorService traad;
    private final Timer hentet;
    private final Timer ikkeHentet;

    private volatile Hentet sist = new Hentet(Noekkelsett.TOMT, Instant.MIN);
    private boolean feilet; // seen by the fetching thread only

    private final Object laas = new Object();
    private long sistStartet; // this and what follows: guarded by laas
    private CompletableFuture<Void> underveis;
    private ScheduledFuture<?> neste;
    private boolean lukket;

    private MaskinportenNoekler(
            Noekkelhenter henter,
            Duration intervall,
            Clock klokke,
            LongSupplier nanotid,
            ScheduledExecutorService traad,
            MeterRegistry maalere) {
        this.henter = henter;
        this.intervall = intervall;
        this.klokke = klokke;
        this.nanotid = nanotid;
        this.traad = traad;
        this.hentet = henting(maalere, "ok");
        this.ikkeHentet = henting(maalere, "feil");
    }

    private static Timer henting(MeterRegistry maalere, String utfall) {
        return Timer.builder("rrh.noekler.henting")
                .description("How long it took to fetch the keys of the issuer, and how it went")
                .tag("utfall", utfall)
                .register(maalere);
    }

    /**
     * Starts fetching in the background and returns at once, before there are keys.
     *
     * @param intervall how often the keys are fetched, at least 30 seconds
     * @param maalere are told of each fetch
     */
    public static MaskinportenNoekler start(
            Utsteder utsteder, Duration intervall, Clock klokke, MeterRegistry maalere) {
        return start(
                new Noekkelhenter(utsteder, Noekkelhenter.FRIST),
                intervall,
                klokke,
                System::nanoTime,
                Executors.newSingleThreadScheduledExecutor(MaskinportenNoekler::bakgrunnstraad),
                maalere);
    }

    static MaskinportenNoekler start(
            Noekkelhenter henter,
            Duration intervall,
            Clock klokke,
            LongSupplier nanotid,
            ScheduledExecutorService traad,
            MeterRegistry maalere) {
        if (intervall.compareTo(PUSTEROM) < 0) {
            throw new IllegalArgumentException("keys are fetched at most every " + PUSTEROM.toSeconds() + " seconds");
        }
        MaskinportenNoekler noekler = new MaskinportenNoekler(henter, intervall, klokke, nanotid, traad, maalere);
        noekler.hentNaa(Optional.empty());
        return noekler;
    }

    private static Thread bakgrunnstraad(Runnable arbeid) {
        Thread traad = new Thread(arbeid, "maskinporten-noekler");
        traad.setDaemon(true);
        return traad;
    }

    @Override
    public Noekkelsett gjeldende() {
        Hentet siste = sist;
        return klokke.instant().isBefore(siste.tidspunkt.plus(LENGSTE_BEVARING)) ? siste.sett : Noekkelsett.TOMT;
    }

    @Override
    public Noekkelsett etterUkjentKid(Optional<Traceparent> traceparent) {
        be(traceparent);
        vent();
        return gjeldende();
    }

    @Override
    public Noekkelstatus status() {
        return new Noekkelstatus(
                gjeldende().kider().size(),
                Optional.of(sist.tidspunkt).filter(tidspunkt -> !tidspunkt.equals(Instant.MIN)));
    }

    /**
     * Starts a fetch, unless one is under way or the last one started too short a time ago. The one that was planned asks
     * here too: it may have begun to run, beyond recall, when an unknown kid was first.
     */
    void be(Optional<Traceparent> traceparent) {
        synchronized (laas) {
            if (underveis == null && nanotid.getAsLong() - sistStartet >= PUSTEROM.toNanos()) {
                hentNaa(traceparent);
            }
        }
    }

    /** Waits for the fetch under way, if any, but not beyond two seconds after it started, however late we came. */
    private void vent() {
        CompletableFuture<Void> henting;
        long rest;
        synchronized (laas) {
            henting = underveis;
            rest = LENGSTE_VENTING.toNanos() - (nanotid.getAsLong() - sistStartet);
        }
        if (henting == null) {
            return;
        }
        try {
            henting.get(Math.max(0, rest), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException ikkeFerdig) {
            // the keys we have count
        } catch (InterruptedException avbrutt) {
            Thread.currentThread().interrupt();
        }
    }

    private void hentNaa(Optional<Traceparent> traceparent) {
        synchronized (laas) {
            if (lukket) {
                return;
            }
            if (neste != null) {
                neste.cancel(false);
            }
            sistStartet = nanotid.getAsLong();
            underveis = new CompletableFuture<>();
            traad.execute(() -> hent(traceparent));
        }
    }

    private void hent(Optional<Traceparent> traceparent) {
        long fra = System.nanoTime();
        try {
            taImot(henter.hent(traceparent));
            hentet.record(System.nanoTime() - fra, TimeUnit.NANOSECONDS);
        } catch (IOException | RuntimeException feil) {
            ikkeHentet.record(System.nanoTime() - fra, TimeUnit.NANOSECONDS);
            feilet = true;
            LOG.warn(
                    "Could not fetch the verification keys of {} ({}); {} kept",
                    henter.utsteder(),
                    feil.getMessage(),
                    gjeldende().kider());
        } catch (InterruptedException lukkes) {
            Thread.currentThread().interrupt();
        } finally {
            avslutt();
        }
    }

    private void taImot(Noekkelsett nye) {
        boolean uendret = nye.erLikt(gjeldende());
        sist = new Hentet(nye, klokke.instant());
        if (feilet) {
            LOG.info("The verification keys of {} can be fetched again", henter.utsteder());
            feilet = false;
        }
        if (!uendret) {
            LOG.info("The verification keys of {} are now {}", henter.utsteder(), nye.kider());
        }
    }

    private void avslutt() {
        Duration pause = gjeldende().erTomt() ? PUSTEROM : intervall;
        synchronized (laas) {
            underveis.complete(null);
            underveis = null;
            if (!lukket) {
                neste = traad.schedule(() -> be(Optional.empty()), pause.toNanos(), TimeUnit.NANOSECONDS);
            }
        }
    }

    /** Stops fetching. The keys there are stay until their time is out. */
    @Override
    public void close() {
        synchronized (laas) {
            lukket = true;
            traad.shutdownNow();
            if (underveis != null) {
                underveis.complete(null);
            }
        }
    }

    private record Hentet(Noekkelsett sett, Instant tidspunkt) {}
}
