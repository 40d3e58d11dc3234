package no.rrh.persistence.register;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import no.rrh.application.port.out.RegisteretSvarerIkke;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/**
 * The three ways to work with the database: a look-up, a snapshot, and a transaction that writes. What the work throws
 * comes out unchanged, except faults of the database itself.
 */
final class Lager {
    private final Jdbi jdbi;
    private final Jdbi oppslag;
    private final Duration skriveventetid;
    private final Consumer<Handle> gjoerVarig;

    /** Writers take turns here, so that those who wait hold no connection, which look-ups need. */
    private final ReentrantLock skrivetur = new ReentrantLock(true);

    /**
     * A store.
     *
     * @param gjoerVarig called after each commit, for a database whose commit does not reach the disk
     */
    Lager(DataSource kilde, Lagerinnstillinger innstillinger, Consumer<Handle> gjoerVarig) {
        this.jdbi = jdbi(kilde);
        this.oppslag = jdbi(kilde);
        this.oppslag.getConfig(SqlStatements.class).setQueryTimeout((int)
                innstillinger.spoerretid().toSeconds());
        this.skriveventetid = innstillinger.skriveventetid();
        this.gjoerVarig = gjoerVarig;
    }

    /** Each statement sees what was committed before it. */
    <T> T slaaOpp(Function<Handle, T> arbeid) {
        return Lagerfeil.oversett(() -> oppslag.withHandle(arbeid::apply));
    }

    /**
     * Every statement sees the same state. In H2 repeatable read does not give that (a table gets its snapshot at first
     * use, and new rows show up), serializable does; in PostgreSQL both do.
     */
    <T> T iOeyeblikksbilde(Function<Handle, T> arbeid) {
        return Lagerfeil.oversett(() -> jdbi.inTransaction(TransactionIsolationLevel.SERIALIZABLE, arbeid::apply));
    }

    /** One transaction, one at a time, on the disk when this returns. */
    <T> T skriv(Function<Handle, T> arbeid) {
        ventPaaTur();
        try {
            return Lagerfeil.oversett(() -> jdbi.withHandle(handle -> {
                T svar = handle.inTransaction(TransactionIsolationLevel.READ_COMMITTED, arbeid::apply);
                gjoerVarig.accept(handle);
                return svar;
            }));
        } finally {
            skrivetur.unlock();
        }
    }

    private void ventPaaTur() {
        if (skrivetur.isHeldByCurrentThread()) {
            throw new IllegalStateException("a write cannot begin within another");
        }
        try {
            if (!skrivetur.tryLock(skriveventetid.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new RegisteretSvarerIkke(
                        new TimeoutException("another write has lasted more than " + skriveventetid));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RegisteretSvarerIkke(e);
        }
    }

    /** Messages without the bound values, which may be about persons. */
    private static Jdbi jdbi(DataSource kilde) {
        Jdbi jdbi = Jdbi.create(kilde);
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(StatementExceptions.MessageRendering.NONE);
        return jdbi;
    }
}
