package no.rrh.persistence.register;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import no.rrh.application.port.out.RegisteretSvarerIkke;
import no.rrh.application.port.out.Replikastatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A replica, and whether it may be read from. It may while two things hold: it is known to have shown everything that was
 * committed a second ago; and the primary has on record up to which change it shows, so that the endringslogg is handed out
 * no further than that. The record is a lease, which lapses by itself, for the readers here a little sooner than there.
 */
final class Replika implements AutoCloseable {
    /** How far behind one may be that is read from. */
    static final Duration ETTERSLEP = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(Replika.class);
    private static final String HENT_SISTE = Sql.av("hent_siste");
    private static final String NYTT_LESESTED = Sql.av("nytt_lesested");
    private static final String HOLD_LESESTED = Sql.av("hold_lesested");
    private static final String SLETT_LESESTED = Sql.av("slett_lesested");

    private static final Duration LEIE = Duration.ofSeconds(1);
    private static final int LEIE_MS = Math.toIntExact(LEIE.toMillis());

    /** More than the clocks of two machines drift apart by in the time of a lease. */
    private static final Duration SIKKERHET = LEIE.dividedBy(10);

    /** One that does not come up with the primary in this time is not near enough to be taken in. */
    private static final Duration INNHENTING = Duration.ofMillis(500);

    private static final long PAUSE_NS = 5_000_000;

    private final UUID id = UUID.randomUUID();
    private final Databaseadresse adresse;
    private final List<HikariDataSource> kilder;
    private final Lager replika;
    private final Lager primaer;
    private final LongSupplier nanotid;

    /** It may be read from before this moment. */
    private volatile long gyldigTil;

    /** It is known to show everything that was committed at this moment. */
    private volatile long ferskVed;

    private volatile boolean harVaertFersk;
    private boolean iBruk;

    /** What the primary had come to the last time it was asked while the replica was level with it. */
    private Maal maal;

    /**
     * One that is not read from yet, and need not be reachable.
     *
     * @param nanotid a clock that never goes back, in nanoseconds
     */
    Replika(Databaseadresse adresse, Lagerinnstillinger innstillinger, Lager primaer, LongSupplier nanotid) {
        Postgreskilde kilde = new Postgreskilde(adresse, innstillinger);
        this.adresse = adresse;
        this.kilder = List.of(kilde.replikaoppslag(), kilde.replikaarbeid());
        this.replika = new Lager(kilder.get(0), kilder.get(1), innstillinger.skriveventetid(), Dialekt.POSTGRESQL);
        this.primaer = primaer;
        this.nanotid = nanotid;
        this.gyldigTil = nanotid.getAsLong();
    }

    /** Whether it may be read from at this moment. */
    boolean kanLeses() {
        return gyldigTil - nanotid.getAsLong() > 0;
    }

    /** What is there to be read. */
    Lesing lesing() {
        return replika;
    }

    /** It failed a reader: it is not read from before it has been looked at. */
    void sviktet() {
        gyldigTil = nanotid.getAsLong();
    }

    /** Looks at it: to be done ten times a second, by one thread. */
    void se() {
        try {
            if (iBruk) {
                bliInne();
            } else {
                taInn();
            }
        } catch (RegisteretSvarerIkke e) {
            taUt("it or the primary does not answer");
        }
    }

    private void taInn() {
        maal = Maal.av(primaer, nanotid);
        if (!henterInn()) {
            return;
        }
        long foer = nanotid.getAsLong();
        long vist = siste(replika);
        primaer.slaaOpp(handle -> handle.createUpdate(NYTT_LESESTED)
                .bind("id", id)
                .bind("vist", vist)
                .bind("ms", LEIE_MS)
                .execute());
        iBruk = true;
        // what was handed out before the record was there is not beyond this
        maal = Maal.av(primaer, nanotid);
        if (henterInn() && slippInn(foer)) {
            LOG.info("A read replica is in use: {}", adresse.navn());
        } else {
            taUt("it is behind");
        }
    }

    /** Waits until it shows the goal, but not for long. */
    private boolean henterInn() {
        while (siste(replika) < maal.siste()) {
            if (nanotid.getAsLong() - maal.ved() > INNHENTING.toNanos()) {
                return false;
            }
            LockSupport.parkNanos(PAUSE_NS);
        }
        blirFersk();
        return true;
    }

    private void bliInne() {
        long foer = nanotid.getAsLong();
        long vist = siste(replika);
        if (vist >= maal.siste()) {
            blirFersk();
            maal = Maal.av(primaer, nanotid);
        }
        if (!holdLesested(vist)) {
            taUt("its lease has lapsed");
        } else if (!slippInn(foer)) {
            taUt("it is behind");
        }
    }

    private void blirFersk() {
        ferskVed = maal.ved();
        harVaertFersk = true;
    }

    private boolean holdLesested(long vist) {
        return primaer.slaaOpp(handle -> handle.createUpdate(HOLD_LESESTED)
                        .bind("id", id)
                        .bind("vist", vist)
                        .bind("ms", LEIE_MS)
                        .execute()
                == 1);
    }

    /**
     * Lets readers in for a while.
     *
     * @param foer a moment before the lease was made or renewed
     * @return false when that while is over already
     */
    private boolean slippInn(long foer) {
        gyldigTil = Math.min(foer + LEIE.minus(SIKKERHET).toNanos(), ferskVed + ETTERSLEP.toNanos());
        return kanLeses();
    }

    /** The readers first, then the record: without it the endringslogg goes on. */
    private void taUt(String grunn) {
        sviktet();
        if (!iBruk) {
            return;
        }
        iBruk = false;
        LOG.warn("A read replica is out of use, since {}: {}", grunn, adresse.navn());
        try {
            primaer.slaaOpp(
                    handle -> handle.createUpdate(SLETT_LESESTED).bind("id", id).execute());
        } catch (RegisteretSvarerIkke e) {
            // it lapses
        }
    }

    private static long siste(Lager hvor) {
        return hvor.slaaOpp(
                handle -> handle.createQuery(HENT_SISTE).mapTo(Long.class).one());
    }

    /** How it stands with it. */
    Replikastatus status() {
        Optional<Duration> etterslep =
                harVaertFersk ? Optional.of(Duration.ofNanos(nanotid.getAsLong() - ferskVed)) : Optional.empty();
        return new Replikastatus(adresse.navn(), kanLeses(), etterslep);
    }

    /** To be done after the last look. */
    @Override
    public void close() {
        taUt("the server stops");
        kilder.forEach(HikariDataSource::close);
    }

    /**
     * What a replica is to come up to.
     *
     * @param siste the last change of the primary
     * @param ved a moment before it was asked for
     */
    private record Maal(long siste, long ved) {
        static Maal av(Lager primaer, LongSupplier nanotid) {
            long foer = nanotid.getAsLong();
            return new Maal(Replika.siste(primaer), foer);
        }
    }
}
