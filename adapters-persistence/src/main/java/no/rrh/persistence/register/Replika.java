package no.rrh.persistence.register;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
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
    private static final String HENT_SISTE_AV_REPLIKA = Sql.av("postgres_hent_siste_av_replika");
    private static final String HENT_KJENNETEGN = Sql.av("postgres_hent_kjennetegn");
    private static final String NYTT_LESESTED = Sql.av("nytt_lesested");
    private static final String HOLD_LESESTED = Sql.av("hold_lesested");
    private static final String SLETT_LESESTED = Sql.av("slett_lesested");
    private static final String SLETT_GAMLE_LESESTEDER = Sql.av("slett_gamle_lesesteder");

    private static final Duration LEIE = Duration.ofSeconds(1);
    private static final int LEIE_MS = Math.toIntExact(LEIE.toMillis());

    /** More than the clocks of two machines drift apart by in the time of a lease. */
    private static final Duration SIKKERHET = LEIE.dividedBy(10);

    /** How long it may be read from by a lease, from before it was asked for. */
    private static final long BRUKSTID_NS = LEIE.minus(SIKKERHET).toNanos();

    /** One that does not come up with the primary in this time is not near enough to be taken in. */
    private static final Duration INNHENTING = Duration.ofMillis(500);

    private static final long PAUSE_NS = 5_000_000;

    private final Databaseadresse adresse;
    private final List<HikariDataSource> kilder;
    private final Lager replika;

    /** The same, by connections that no reader takes from whoever looks at it. */
    private final Lager tilsyn;

    private final Lager primaer;
    private final LongSupplier nanotid;

    /** It may be read from before this moment. */
    private volatile long gyldigTil;

    /** It is known to show everything that was committed at this moment. */
    private volatile long ferskVed;

    private volatile boolean harVaertFersk;
    private boolean iBruk;

    /** Of the record of this time in use: what an answer was not got to may be there still, until it lapses. */
    private UUID id;

    /** A moment before the record was made or renewed last: it has not lapsed for a lease after that. */
    private long leietVed;

    /** Why it is not in use, as it was told of. */
    private String grunn = "";

    /** What the primary had come to the last time it was asked while the replica was level with it. */
    private Maal maal;

    /**
     * One that is not read from yet, and need not be reachable.
     *
     * @param primaer by connections that no reader has
     * @param nanotid a clock that never goes back, in nanoseconds
     */
    Replika(Databaseadresse adresse, Lagerinnstillinger innstillinger, Lager primaer, LongSupplier nanotid) {
        Postgreskilde kilde = new Postgreskilde(adresse, innstillinger);
        this.adresse = adresse;
        this.kilder = List.of(kilde.replikaoppslag(), kilde.replikaarbeid(), kilde.replikatilsyn());
        this.replika = lager(kilder.get(0), kilder.get(1), innstillinger);
        this.tilsyn = lager(kilder.get(2), kilder.get(2), innstillinger);
        this.primaer = primaer;
        this.nanotid = nanotid;
        this.gyldigTil = nanotid.getAsLong();
    }

    private static Lager lager(DataSource oppslag, DataSource arbeid, Lagerinnstillinger innstillinger) {
        return new Lager(oppslag, arbeid, innstillinger.skriveventetid(), Dialekt.POSTGRESQL);
    }

    void maal(MeterRegistry maalere) {
        kilder.forEach(kilde -> kilde.setMetricRegistry(maalere));
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
        } catch (IkkeReplika e) {
            taUt("it is not a replica of this register");
        }
    }

    private void taInn() {
        krevAvSammeRegister();
        maal = Maal.av(primaer, nanotid);
        if (!henterInn()) {
            taUt("it is behind");
            return;
        }
        leietVed = nanotid.getAsLong();
        long vist = siste();
        id = UUID.randomUUID();
        primaer.slaaOpp(handle -> {
            handle.execute(SLETT_GAMLE_LESESTEDER);
            return handle.createUpdate(NYTT_LESESTED)
                    .bind("id", id)
                    .bind("vist", vist)
                    .bind("ms", LEIE_MS)
                    .execute();
        });
        iBruk = true;
        // what was handed out before the record was there is not beyond this
        maal = Maal.av(primaer, nanotid);
        if (henterInn() && slippInn()) {
            grunn = "";
            LOG.info("A read replica is in use: {}", adresse.navn());
        } else {
            taUt("it is behind");
        }
    }

    /** Another register's changes have numbers too, and would be taken for newer ones of this. */
    private void krevAvSammeRegister() {
        if (!kjennetegn(tilsyn).equals(kjennetegn(primaer))) {
            throw new IkkeReplika();
        }
    }

    private static Optional<String> kjennetegn(Lager hvor) {
        return hvor.slaaOpp(handle ->
                handle.createQuery(HENT_KJENNETEGN).mapTo(String.class).findOne());
    }

    /** Waits until it shows the goal, but not for long. */
    private boolean henterInn() {
        while (siste() < maal.siste()) {
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
        long vist = siste();
        if (vist >= maal.siste()) {
            blirFersk();
            maal = Maal.av(primaer, nanotid);
        }
        // one that was renewed too late may have been left out of the reckoning meanwhile
        if (!holdLesested(vist) || nanotid.getAsLong() - leietVed > BRUKSTID_NS) {
            taUt("its lease has lapsed");
            return;
        }
        leietVed = foer;
        if (!slippInn()) {
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

    /** Lets readers in for a while; false when that is over already. */
    private boolean slippInn() {
        gyldigTil = Math.min(leietVed + BRUKSTID_NS, ferskVed + ETTERSLEP.toNanos());
        return kanLeses();
    }

    /** The readers first, then the record: without it the endringslogg goes on. */
    private void taUt(String hvorfor) {
        sviktet();
        if (!grunn.equals(hvorfor)) {
            grunn = hvorfor;
            LOG.warn("A read replica is out of use, since {}: {}", hvorfor, adresse.navn());
        }
        gaaUt();
    }

    private void gaaUt() {
        if (!iBruk) {
            return;
        }
        iBruk = false;
        try {
            primaer.slaaOpp(
                    handle -> handle.createUpdate(SLETT_LESESTED).bind("id", id).execute());
        } catch (RegisteretSvarerIkke e) {
            // it lapses
        }
    }

    /** The last change that it shows. */
    private long siste() {
        return tilsyn.slaaOpp(handle -> handle.createQuery(HENT_SISTE_AV_REPLIKA)
                        .mapTo(Long.class)
                        .findOne())
                .orElseThrow(IkkeReplika::new);
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
        sviktet();
        gaaUt();
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
            long siste = primaer.slaaOpp(
                    handle -> handle.createQuery(HENT_SISTE).mapTo(Long.class).one());
            return new Maal(siste, foer);
        }
    }

    /** It is a database of another register, or one that goes its own way. */
    private static final class IkkeReplika extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
