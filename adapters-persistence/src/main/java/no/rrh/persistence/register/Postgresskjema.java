package no.rrh.persistence.register;

import java.io.InterruptedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import javax.sql.DataSource;
import no.rrh.application.port.out.RegisteretSvarerIkke;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sees to it that a PostgreSQL database has this version's tables, whichever instance comes first. */
final class Postgresskjema {
    private static final Logger LOG = LoggerFactory.getLogger(Postgresskjema.class);
    private static final String TA_LAAS = Sql.av("postgres_ta_laas");
    private static final String SLIPP_LAAS = Sql.av("postgres_slipp_laas");
    private static final String HAR_SKJEMA = Sql.av("postgres_har_skjema");
    private static final String HENT_SKJEMAVERSJON = Sql.av("hent_skjemaversjon");
    private static final String ER_TOMT = Sql.av("er_tomt");
    private static final String HENT_FELLES = Sql.av("hent_felles");
    private static final String NYTT_FELLES = Sql.av("nytt_felles");
    private static final String EGENSKAPER = Sql.av("postgres_egenskaper");

    /** Of the lock: «rrh» in ASCII, as the lock of a database is shared by everything in it. */
    private static final long NOEKKEL = 0x727268;

    /** Of the other, «rrhf»: who waits for the first need not wait for a move. */
    private static final long FLYTTENOEKKEL = 0x72726866;

    private static final int ELDSTE = 140_000;
    private static final String TEGNSETT = "UTF8";
    private static final long PAUSE_NS = 100_000_000;

    private final Databaseadresse adresse;
    private final DataSource kilde;
    private final String miljoe;

    Postgresskjema(Databaseadresse adresse, DataSource kilde, String miljoe) {
        this.adresse = adresse;
        this.kilde = kilde;
        this.miljoe = miljoe;
    }

    /** Whether some version's tables are there. */
    static boolean finnes(Connection tilkobling) {
        return finnes(Jdbi.open(tilkobling));
    }

    private static boolean finnes(Handle handle) {
        return handle.createQuery(HAR_SKJEMA).mapTo(Boolean.class).one();
    }

    /** Makes and fills what is not there, while no other instance does. */
    Sqlporter gjoerKlart(Lager lager, Lesing lesing, Clock klokke) {
        return gjoerKlart((handle, noekkel) -> {
            Flyttemerke.krevIngen(handle, adresse.navn());
            return Sqlporter.over(lager, lesing, klokke, noekkel);
        });
    }

    /** Makes the tables and the key that are not there, and has them filled, while no other instance does. */
    <T> T gjoerKlart(BiFunction<Handle, Personnoekkel, T> fylling) {
        return Lagerfeil.oversett(() -> {
            try (Handle handle = Jdbi.open(kilde)) {
                krevBrukbar(handle);
                return alene(handle, () -> {
                    migrer(handle);
                    return fylling.apply(handle, noekkel(handle));
                });
            }
        });
    }

    /**
     * Has something done while no other instance opens the register.
     *
     * @throws RegisteretSvarerIkke when the lock was lost meanwhile, so that another may have
     */
    static <T> T alene(Handle handle, Supplier<T> arbeid) {
        taLaas(handle);
        T gjort;
        try {
            gjort = arbeid.get();
        } catch (RuntimeException | Error e) {
            try {
                slippLaas(handle);
            } catch (RuntimeException forbindelsen) {
                // of a connection that is gone, with which the lock went: what was wrong first is what tells
                e.addSuppressed(forbindelsen);
            }
            throw e;
        }
        if (!slippLaas(handle)) {
            throw new RegisteretSvarerIkke(new SQLException("the lock of the opening was lost meanwhile"));
        }
        return gjort;
    }

    /** False when the session did not have it. */
    private static boolean slippLaas(Handle handle) {
        return handle.createQuery(SLIPP_LAAS)
                .bind("noekkel", NOEKKEL)
                .mapTo(Boolean.class)
                .one();
    }

    /** Takes the lock of a move, which the handle has until it is closed. */
    static boolean taFlyttelaas(Handle handle) {
        return taLaas(handle, FLYTTENOEKKEL);
    }

    /** That there is a register of this version and environment, which is not touched. */
    void krevRegister(Handle handle) {
        krevBrukbar(handle);
        String versjon = versjon(handle);
        if (!versjon.isEmpty() && versjon.compareTo(Skjema.VERSJON) < 0) {
            throw Flyttefeil.eldre(adresse.navn());
        }
        if (versjon.compareTo(Skjema.VERSJON) > 0) {
            throw new NyereSkjema(adresse.navn());
        }
        Felles felles = versjon.isEmpty() ? null : felles(handle).orElse(null);
        if (felles == null) {
            throw Flyttefeil.ingenting(adresse.navn());
        }
        krevMiljoe(felles);
    }

    /** That there are no tables of another version, with something in them, which would be altered. */
    void krevIkkeEldreRegister(Handle handle) {
        krevBrukbar(handle);
        String versjon = versjon(handle);
        if (!versjon.isEmpty()
                && versjon.compareTo(Skjema.VERSJON) < 0
                && handle.createQuery(ER_TOMT).mapTo(Integer.class).findOne().isPresent()) {
            throw Flyttefeil.opptatt(adresse.navn());
        }
    }

    private void krevBrukbar(Handle handle) {
        Egenskaper egenskaper =
                handle.createQuery(EGENSKAPER).map(Egenskaper::av).one();
        if (egenskaper.versjon() < ELDSTE) {
            throw new DatabasenKanIkkeBrukes(adresse, "PostgreSQL må være 14 eller nyere");
        }
        if (!egenskaper.tegnsett().equals(TEGNSETT)) {
            throw new DatabasenKanIkkeBrukes(
                    adresse, "den har tegnsettet " + egenskaper.tegnsett() + ", og må ha " + TEGNSETT);
        }
        if (egenskaper.replika()) {
            throw new DatabasenKanIkkeBrukes(
                    adresse, "den er en replika, som ikke kan skrives i; oppgi primæren, og replikaer for seg selv");
        }
    }

    /** Asks again and again, since the making of the index of persons may take longer than anybody waits for a lock. */
    private static void taLaas(Handle handle) {
        boolean sagt = false;
        while (!taLaas(handle, NOEKKEL)) {
            if (!sagt) {
                LOG.info("Another instance is opening the register; waiting for it");
                sagt = true;
            }
            vent();
        }
    }

    /** Before a lock is asked for once more. Whoever is interrupted gives up, as there would be no pause any more. */
    static void vent() {
        LockSupport.parkNanos(PAUSE_NS);
        if (Thread.currentThread().isInterrupted()) {
            throw new RegisteretSvarerIkke(new InterruptedIOException("interrupted while waiting for a lock"));
        }
    }

    private static boolean taLaas(Handle handle, long noekkel) {
        return handle.createQuery(TA_LAAS)
                .bind("noekkel", noekkel)
                .mapTo(Boolean.class)
                .one();
    }

    /** The key of the index of persons, from what the first instance put down. */
    private Personnoekkel noekkel(Handle handle) {
        Felles felles = felles(handle).orElseGet(() -> {
            Felles ny = new Felles(miljoe, Personnoekkel.tilfeldig());
            handle.createUpdate(NYTT_FELLES)
                    .bind("miljoe", ny.miljoe())
                    .bind("soekenoekkel", ny.soekenoekkel())
                    .execute();
            return ny;
        });
        krevMiljoe(felles);
        return Personnoekkel.av(felles.soekenoekkel());
    }

    private static Optional<Felles> felles(Handle handle) {
        return handle.createQuery(HENT_FELLES).map(Felles::av).findOne();
    }

    private void krevMiljoe(Felles felles) {
        if (!felles.miljoe().equals(miljoe)) {
            throw new DatabasenKanIkkeBrukes(
                    adresse,
                    "registeret i den tilhører miljøet " + felles.miljoe() + ", og kan ikke brukes i " + miljoe);
        }
    }

    /** The last migration that was run; empty when none was. */
    private static String versjon(Handle handle) {
        return finnes(handle)
                ? handle.createQuery(HENT_SKJEMAVERSJON)
                        .mapTo(String.class)
                        .findOne()
                        .orElse("")
                : "";
    }

    private void migrer(Handle handle) {
        String versjon = versjon(handle);
        if (versjon.compareTo(Skjema.VERSJON) > 0) {
            throw new NyereSkjema(adresse.navn());
        }
        if (versjon.compareTo(Skjema.VERSJON) < 0) {
            try {
                Skjema.migrer(kilde);
            } catch (FlywayException e) {
                throw new Postgreskilde(adresse, Lagerinnstillinger.POSTGRESQL).feil(e);
            }
        }
    }

    /** What instances have in common. */
    private record Felles(String miljoe, byte[] soekenoekkel) {
        static Felles av(ResultSet rad, StatementContext kontekst) throws SQLException {
            return new Felles(rad.getString("miljoe"), rad.getBytes("soekenoekkel"));
        }
    }

    /** What the server says of itself. */
    private record Egenskaper(int versjon, String tegnsett, boolean replika) {
        static Egenskaper av(ResultSet rad, StatementContext kontekst) throws SQLException {
            return new Egenskaper(rad.getInt("versjon"), rad.getString("tegnsett"), rad.getBoolean("replika"));
        }
    }
}
