package no.rrh.bootstrap.fornyelse;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import no.rrh.application.port.in.FornyTotalbestand;
import no.rrh.application.port.in.HentTotalbestandstatus;
import no.rrh.application.port.in.Totalbestandstatus;
import no.rrh.application.port.out.Totalbestandfil;
import no.rrh.application.port.out.Totalbestandformat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that there is a totalbestand, and that it is renewed when it is due.
 *
 * <p>It looks at the clock and at the newest file every half minute at least, and makes one when there is none, when
 * the newest was not made in every format, or when a due time has passed since it was made. So it needs to remember nothing: what was missed while the server was
 * down or the machine suspended is made up for at the first look, once, and a clock that is corrected across a due time
 * neither skips a run nor doubles it. What fails is tried again.
 */
public final class Totalbestandvakt implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Totalbestandvakt.class);
    private static final Duration LENGSTE_PAUSE = Duration.ofSeconds(30);
    private static final Duration KORTESTE_PAUSE = Duration.ofMillis(1);

    /** Between looks while somebody else makes one. */
    private static final Duration ANDRES_TUR = Duration.ofSeconds(1);

    /** So much later than it was due it is no longer as planned. */
    private static final Duration FORSINKET = Duration.ofMinutes(2);

    /** A file that is further into the future than this was made by a clock that was wrong. */
    private static final Duration KLOKKESLINGRING = Duration.ofHours(1);

    private static final Duration STOPPTID = Duration.ofSeconds(10);

    private final FornyTotalbestand fornyTotalbestand;
    private final HentTotalbestandstatus status;
    private final Set<Totalbestandformat> formater;
    private final Optional<Fornyelsesplan> plan;
    private final Clock klokke;
    private final CountDownLatch stopp = new CountDownLatch(1);
    private final Thread traad = new Thread(this::passPaa, "totalbestand");

    /** Due times up to this have been served by what was made here, or cannot be told. */
    private Optional<Instant> dekket = Optional.empty();

    /** The newest when one was last made here. */
    private Optional<Totalbestandfil> erstattet = Optional.empty();

    /** What is due and not made yet. */
    private Optional<Runde> runde = Optional.empty();

    /**
     * A guard that is not started.
     *
     * @param formater those that a totalbestand is made in
     * @param plan when they are due; without one, one is made only when there is none
     */
    public Totalbestandvakt(
            FornyTotalbestand fornyTotalbestand,
            HentTotalbestandstatus status,
            Set<Totalbestandformat> formater,
            Optional<Fornyelsesplan> plan,
            Clock klokke) {
        this.fornyTotalbestand = fornyTotalbestand;
        this.status = status;
        this.formater = Set.copyOf(formater);
        this.plan = plan;
        this.klokke = klokke;
        traad.setDaemon(true);
    }

    /** Looks for the first time now, in the background. */
    public void start() {
        traad.start();
    }

    private void passPaa() {
        try {
            Duration pause = Duration.ZERO;
            while (!stopp.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                pause = seEllerVent();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Nothing may end the thread while the server runs, or there would be no renewal, and nobody would know. */
    Duration seEllerVent() {
        try {
            return se();
        } catch (RuntimeException | Error e) {
            LOG.error("Could not tell whether a totalbestand is due", e);
            return LENGSTE_PAUSE;
        }
    }

    /** One look: makes a totalbestand if it is time, and tells how long to wait for the next look. */
    Duration se() {
        Totalbestandstatus naavaerende = status.hent();
        Instant naa = klokke.instant();
        if (naavaerende.paagaarSiden().isPresent()) {
            return ANDRES_TUR;
        }
        Instant forfall = forfall(naavaerende.siste(), naa);
        if (forfall.isAfter(naa)) {
            runde = Optional.empty();
            return pause(naa, forfall);
        }
        Runde denne =
                runde.filter(r -> !harForfaltIgjen(r, naa)).orElseGet(() -> nyRunde(forfall, naavaerende.siste(), naa));
        runde = Optional.of(denne);
        Instant igjen = denne.tidligst(naa);
        return igjen.isAfter(naa) ? pause(naa, igjen) : lag(denne, naavaerende.siste(), naa);
    }

    /**
     * When the one after the newest is or was due: long ago when there is none, or that one lacks a format; never when
     * none is planned.
     */
    private Instant forfall(Optional<Totalbestandfil> siste, Instant naa) {
        return siste.filter(fil -> !manglerFormat(fil))
                .map(fil -> nestePlanlagte(dekketTil(fil, naa)))
                .orElse(Instant.MIN);
    }

    /** Once for each file: what was made because of it need not be the newest, where a clock has been wrong. */
    private boolean manglerFormat(Totalbestandfil siste) {
        return !erstattet.equals(Optional.of(siste))
                && formater.stream().anyMatch(format -> siste.som(format).isEmpty());
    }

    private Instant nestePlanlagte(Instant etter) {
        return plan.map(p -> p.neste(etter)).orElse(Instant.MAX);
    }

    private Instant dekketTil(Totalbestandfil siste, Instant naa) {
        Instant fremtid = naa.plus(KLOKKESLINGRING);
        return Stream.concat(Stream.of(siste.laget()), dekket.stream())
                .filter(tid -> !tid.isAfter(fremtid))
                .max(Comparator.naturalOrder())
                .orElseGet(() -> {
                    // when it was really made cannot be told, and its clock's error must not put off the next for years
                    dekket = Optional.of(naa);
                    return naa;
                });
    }

    private boolean harForfaltIgjen(Runde forrige, Instant naa) {
        return forrige.harFeilet() && !nestePlanlagte(forrige.feiletVed).isAfter(naa);
    }

    private Runde nyRunde(Instant forfall, Optional<Totalbestandfil> siste, Instant naa) {
        if (forfall.equals(Instant.MIN)) {
            return new Runde(siste.isEmpty() ? "none there" : "not there in every format");
        }
        // after a round that failed to its end, what is due is the next one, and that is in time
        boolean iTide = runde.isPresent() || forfall.isAfter(naa.minus(FORSINKET));
        return new Runde(iTide ? "planned" : "caught up");
    }

    private Duration lag(Runde denne, Optional<Totalbestandfil> forrige, Instant naa) {
        LOG.atInfo().addKeyValue("reason", denne.grunn()).log("Making a totalbestand");
        try {
            Optional<Totalbestandfil> laget = fornyTotalbestand.forny(forrige, antall -> {
                if (stopper()) {
                    throw new CancellationException("the server stops");
                }
            });
            runde = Optional.empty();
            if (laget.isEmpty()) {
                // another instance has: what it made is looked at as any other
                return KORTESTE_PAUSE;
            }
            erstattet = forrige;
            Instant tid = laget.get().laget();
            dekket = Optional.of(tid.isAfter(naa) ? tid : naa);
            return pause(klokke.instant(), nestePlanlagte(dekket.get()));
        } catch (RuntimeException | Error e) {
            feilet(denne, e);
            return LENGSTE_PAUSE;
        }
    }

    private void feilet(Runde denne, Throwable feil) {
        if (feil instanceof CancellationException && stopper()) {
            LOG.info("The making of the totalbestand was given up, since the server stops");
            return;
        }
        Instant naa = klokke.instant();
        denne.harFeiletVed(naa);
        Instant planlagt = nestePlanlagte(naa);
        LOG.atError()
                .addKeyValue("attempt", denne.forsoek)
                .addKeyValue("next", planlagt.isBefore(denne.tidligst) ? planlagt : denne.tidligst)
                .setCause(feil)
                .log("The totalbestand could not be made; the last good one stays in service");
    }

    /** Never long, since clocks are set and machines suspended while one sleeps. */
    private static Duration pause(Instant naa, Instant til) {
        Duration pause = Duration.between(naa, til);
        return pause.compareTo(LENGSTE_PAUSE) > 0
                ? LENGSTE_PAUSE
                : pause.compareTo(KORTESTE_PAUSE) < 0 ? KORTESTE_PAUSE : pause;
    }

    private boolean stopper() {
        return stopp.getCount() == 0;
    }

    /** Tells it to end, and returns at once. What is being made is given up between two virksomheter. */
    public void be() {
        stopp.countDown();
    }

    /** Ends it, and waits for what is being made to be given up. */
    @Override
    public void close() {
        be();
        try {
            traad.join(STOPPTID.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (traad.isAlive()) {
            LOG.warn("The making of the totalbestand did not end in time");
        }
    }

    /** The attempts at what is due, until one goes well or the next is due. */
    private static final class Runde {
        private static final Duration FOERSTE_PAUSER = Duration.ofMinutes(1);
        private static final Duration LENGSTE = Duration.ofMinutes(15);
        private static final int JEVNE_FORSOEK = 3;

        private final String grunn;
        private int forsoek;
        private Instant feiletVed = Instant.MIN;
        private Instant tidligst = Instant.MIN;

        Runde(String grunn) {
            this.grunn = grunn;
        }

        String grunn() {
            return harFeilet() ? "retry" : grunn;
        }

        boolean harFeilet() {
            return forsoek > 0;
        }

        void harFeiletVed(Instant naa) {
            forsoek++;
            feiletVed = naa;
            tidligst = naa.plus(ventetid());
        }

        /** When to try again, brought nearer when the clock has been set back since it was reckoned. */
        Instant tidligst(Instant naa) {
            if (harFeilet() && tidligst.isAfter(naa.plus(ventetid()))) {
                tidligst = naa.plus(ventetid());
            }
            return tidligst;
        }

        /** A minute between the first, then twice as long each time, to a quarter of an hour. */
        private Duration ventetid() {
            int doblinger = Math.min(10, Math.max(0, forsoek - JEVNE_FORSOEK));
            Duration pause = FOERSTE_PAUSER.multipliedBy(1L << doblinger);
            return pause.compareTo(LENGSTE) > 0 ? LENGSTE : pause;
        }
    }
}
