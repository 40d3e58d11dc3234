package no.rrh.http.endringslogg;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import no.rrh.application.port.in.FoelgEndringslogg.Foelge;
import no.rrh.application.port.in.HentRegisterstatus;
import no.rrh.domain.tilgang.Konsument;
import no.rrh.domain.virksomhet.Organisasjonsnummer;
import no.rrh.http.feil.Avvisning;
import no.rrh.http.feil.Feil;
import no.rrh.http.kall.Grense;
import no.rrh.http.kall.Kall;
import no.rrh.http.kall.Konsumentplasser;
import no.rrh.http.kall.Sjelden;
import no.rrh.http.svar.Kropp;
import org.eclipse.jetty.server.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The event streams that are open. One thread asks for the number of the last change, as long as somebody follows, and wakes
 * those that have not come to it; each then reads for itself, as fast as it is taken from. So it goes too when another process
 * writes to the register, and nobody waits for anybody.
 */
public final class Endringsstroemmer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Endringsstroemmer.class);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final HentRegisterstatus register;
    private final Clock klokke;
    private final Stroemgrenser grenser;
    private final Set<Endringsstroem> aapne = ConcurrentHashMap.newKeySet();
    private final Konsumentplasser plasser;
    private final AtomicInteger opptatt = new AtomicInteger();
    private final Sjelden sjelden = new Sjelden();
    private final ScheduledExecutorService traad = Executors.newSingleThreadScheduledExecutor(arbeid -> {
        Thread ny = new Thread(arbeid, "http-stroemmer");
        ny.setDaemon(true);
        return ny;
    });
    private volatile long sistSett;
    private volatile boolean stanset;

    /**
     * Opens for streams.
     *
     * @param register tells the number of the last change
     */
    public Endringsstroemmer(HentRegisterstatus register, Clock klokke, Stroemgrenser grenser) {
        this.register = register;
        this.klokke = klokke;
        this.grenser = grenser;
        this.plasser = new Konsumentplasser(grenser.perKonsument());
        traad.scheduleWithFixedDelay(this::seOver, PAUSE.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * A stream for the consumer, from the place of the follower until the token ends.
     *
     * @throws Avvisning 429 when the consumer has as many as it may, 503 when all of them together have
     */
    Kropp aapne(Request request, Konsument konsument, Foelge foelge) {
        krevPlass(request, konsument.consumer());
        Endringsstroem stroem = new Endringsstroem(request, foelge, konsument.utloeper(), klokke, grenser.hjerteslag());
        aapne.add(stroem);
        Request.addCompletionListener(request, feil -> lukket(stroem, konsument.consumer()));
        if (stanset) {
            stroem.avslutt();
        }
        return stroem;
    }

    private void krevPlass(Request request, Organisasjonsnummer consumer) {
        if (!plasser.ta(consumer)) {
            Kall.av(request).avvistAv(Grense.STROEMMER);
            throw new Avvisning(Feil.forMangeStroemmer(plasser.perKonsument()));
        }
        if (opptatt.incrementAndGet() > grenser.alle()) {
            gi(consumer);
            Kall.av(request).avvistAv(Grense.STROEMMER_ALLE);
            throw new Avvisning(Feil.FOR_MANGE_STROEMMER);
        }
    }

    private void lukket(Endringsstroem stroem, Organisasjonsnummer consumer) {
        aapne.remove(stroem);
        gi(consumer);
    }

    private void gi(Organisasjonsnummer consumer) {
        opptatt.decrementAndGet();
        plasser.gi(consumer);
    }

    /** How many are open. */
    public int antall() {
        return aapne.size();
    }

    /** By how many changes the one that is furthest behind is so, as it was seen last; 0 when none is open. */
    public long stoersteEtterslep() {
        long naa = sistSett;
        return aapne.stream().mapToLong(stroem -> naa - stroem.plass()).reduce(0, Math::max);
    }

    private void seOver() {
        if (aapne.isEmpty()) {
            return;
        }
        Optional<Long> siste = siste();
        siste.ifPresent(nummer -> sistSett = nummer);
        for (Endringsstroem stroem : aapne) {
            try {
                stroem.seTil(siste);
            } catch (RuntimeException e) {
                advar("An event stream could not be looked after", e);
            }
        }
    }

    private Optional<Long> siste() {
        try {
            return register.hent().sisteSekvensnummer();
        } catch (RuntimeException e) {
            advar("The register could not be asked for its last change", e);
            return Optional.empty();
        }
    }

    private void advar(String hva, RuntimeException feil) {
        if (sjelden.erDetPaaTide()) {
            LOG.warn(hva, feil);
        }
    }

    /** Ends them all, and those that are opened from now on. Returns at once; a reader that takes nothing is cut soon after. */
    public void stans() {
        stanset = true;
        aapne.forEach(Endringsstroem::avslutt);
    }

    @Override
    public void close() {
        stans();
        traad.shutdown();
    }
}
