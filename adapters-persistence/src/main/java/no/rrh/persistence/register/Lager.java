package no.rrh.persistence.register;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import no.rrh.application.port.out.AnnenSkrivingPaagaar;
import no.rrh.application.port.out.RegisteretSvarerIkke;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/**
 * The three ways to work with the database: a look-up, a snapshot, and a transaction that writes. What the work throws
 * comes out unchanged, except faults of the database itself.
 */
final class Lager implements Lesing {
    private final DataSource oppslagskilde;
    private final Jdbi oppslag;
    private final Jdbi arbeid;
    private final Duration skriveventetid;
    private final Dialekt dialekt;
    private final Consumer<Handle> gjoerVarig;
    private final AtomicLong varigTil = new AtomicLong();
    private final Vikeplikt vikeplikt = new Vikeplikt();

    /** Writers take turns here, so that those who wait hold no connection. */
    private final ReentrantLock skrivetur = new ReentrantLock(true);

    /** The thread whose turn it is, while it is at work. */
    private volatile Thread skriver;

    /**
     * Held from before a commit until it is on the disk. Whoever has seen the commit waits, and need not see to it: H2
     * locks up for good when it is told to by one thread while the commit of another fails.
     */
    private final ReentrantLock sikring = new ReentrantLock();

    /**
     * A store.
     *
     * @param oppslag connections whose statements are broken off when they take long
     * @param arbeid connections for what may take long
     */
    Lager(DataSource oppslag, DataSource arbeid, Duration skriveventetid, Dialekt dialekt) {
        this(oppslag, arbeid, skriveventetid, dialekt, dialekt::gjoerVarig);
    }

    /** One whose commits are put on the disk in another way. */
    Lager(
            DataSource oppslag,
            DataSource arbeid,
            Duration skriveventetid,
            Dialekt dialekt,
            Consumer<Handle> gjoerVarig) {
        this.oppslagskilde = oppslag;
        this.oppslag = jdbi(oppslag);
        this.arbeid = jdbi(arbeid);
        this.skriveventetid = skriveventetid;
        this.dialekt = dialekt;
        this.gjoerVarig = gjoerVarig;
    }

    /** Where it differs from others. */
    Dialekt dialekt() {
        return dialekt;
    }

    /** What a long write has to make way for. */
    Vikeplikt vikeplikt() {
        return vikeplikt;
    }

    /** Each statement sees what was committed before it. */
    @Override
    public <T> T slaaOpp(Function<Handle, T> spoerring) {
        vikeplikt.oppslag();
        return Lagerfeil.oversett(() -> oppslag.withHandle(spoerring::apply));
    }

    @Override
    public <T> Optional<T> finn(Noekkelspoerring<T> spoerring, int nummer) {
        vikeplikt.oppslag();
        return Lagerfeil.oversett(() -> {
            try (Connection tilkobling = oppslagskilde.getConnection()) {
                return spoerring.finn(tilkobling, nummer);
            } catch (SQLException e) {
                throw new ConnectionException(e);
            }
        });
    }

    @Override
    public <T> T iOeyeblikksbilde(Function<Handle, T> lesing) {
        return Lagerfeil.oversett(() -> arbeid.inTransaction(dialekt.oeyeblikksbilde(), lesing::apply));
    }

    /** One transaction, one at a time, on the disk when this returns. */
    <T> T skriv(Function<Handle, Skrevet<T>> skriving) {
        ventPaaTur();
        try {
            return Uforstyrret.gjoer(() -> {
                skriver = Thread.currentThread();
                try {
                    return Lagerfeil.oversett(() -> arbeid.withHandle(handle -> skriv(handle, skriving)));
                } finally {
                    skriver = null;
                }
            });
        } finally {
            skrivetur.unlock();
        }
    }

    private <T> T skriv(Handle handle, Function<Handle, Skrevet<T>> skriving) {
        try {
            Skrevet<T> skrevet = handle.inTransaction(TransactionIsolationLevel.READ_COMMITTED, transaksjon -> {
                Skrevet<T> klart = skriving.apply(transaksjon);
                // the work's own doing, then, and no reason to disturb the commit
                Thread.interrupted();
                sikring.lock();
                return klart;
            });
            sikre(handle, skrevet.siste());
            return skrevet.svar();
        } finally {
            if (sikring.isHeldByCurrentThread()) {
                sikring.unlock();
            }
        }
    }

    /**
     * Sees to it that the change of that number is on the disk. A commit can be seen a moment before it is there, so
     * whoever tells of a number does this first: one that was lost would be used again.
     */
    void sikre(Handle handle, long sekvensnummer) {
        if (sekvensnummer == Skrevet.UTEN_NUMMER) {
            gjoerVarig.accept(handle);
            return;
        }
        if (sekvensnummer <= varigTil.get()) {
            return;
        }
        sikring.lock();
        try {
            if (sekvensnummer > varigTil.get()) {
                gjoerVarig.accept(handle);
                varigTil.set(sekvensnummer);
            }
        } finally {
            sikring.unlock();
        }
    }

    private void ventPaaTur() {
        if (Thread.currentThread() == skriver) {
            throw new IllegalStateException("a write cannot begin within another");
        }
        try {
            if (!skrivetur.tryLock(skriveventetid.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AnnenSkrivingPaagaar(skriveventetid.toString());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RegisteretSvarerIkke(e);
        }
    }

    /** Messages without the bound values, which may be about persons. */
    static Jdbi jdbi(DataSource kilde) {
        Jdbi jdbi = Jdbi.create(kilde);
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(StatementExceptions.MessageRendering.NONE);
        jdbi.registerArrayType(Integer.class, "integer");
        jdbi.registerArrayType(UUID.class, "uuid");
        return jdbi;
    }

    /**
     * What a transaction came to.
     *
     * @param siste the number of the last change when it ended
     */
    record Skrevet<T>(T svar, long siste) {
        private static final long UTEN_NUMMER = -1;

        /** What has made no change of the register, and is to be on the disk all the same. */
        static <T> Skrevet<T> ogSikre(T svar) {
            return new Skrevet<>(svar, UTEN_NUMMER);
        }
    }
}
