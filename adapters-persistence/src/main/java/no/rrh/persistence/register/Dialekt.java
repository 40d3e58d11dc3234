package no.rrh.persistence.register;

import java.util.Collection;
import java.util.function.BiConsumer;
import no.rrh.persistence.register.Innsetting.Verdier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/** Where the databases must differ. All else is the same SQL. */
enum Dialekt {
    /** One process, one file. Its commits do not reach the disk by themselves. */
    H2(TransactionIsolationLevel.SERIALIZABLE) {
        @Override
        void gjoerVarig(Handle handle) {
            Uforstyrret.gjoer(() -> handle.execute(TIL_DISK));
        }

        @Override
        <R> void settInn(Handle handle, Innsetting innsetting, Collection<R> rader, BiConsumer<R, Verdier> binding) {
            innsetting.iSats(handle, rader, binding);
        }
    },

    /** A commit is on the disk when it is seen. Many rows go faster by COPY. */
    POSTGRESQL(TransactionIsolationLevel.REPEATABLE_READ) {
        @Override
        void gjoerVarig(Handle handle) {
            // it is
        }

        @Override
        <R> void settInn(Handle handle, Innsetting innsetting, Collection<R> rader, BiConsumer<R, Verdier> binding) {
            if (rader.size() < MANGE || innsetting.kopi().isEmpty()) {
                innsetting.iSats(handle, rader, binding);
            } else {
                innsetting.somKopi(handle, rader, binding);
            }
        }
    };

    private static final String TIL_DISK = Sql.av("h2_til_disk");

    /** Fewer rows than this are not worth the round trips of a COPY. */
    private static final int MANGE = 50;

    private final TransactionIsolationLevel oeyeblikksbilde;

    Dialekt(TransactionIsolationLevel oeyeblikksbilde) {
        this.oeyeblikksbilde = oeyeblikksbilde;
    }

    /**
     * At which every statement sees the same state. In H2 repeatable read does not give that (a table gets its snapshot at
     * first use, and new rows show up); in PostgreSQL it does, and a standby knows nothing above it.
     */
    TransactionIsolationLevel oeyeblikksbilde() {
        return oeyeblikksbilde;
    }

    /** Puts on the disk what has been committed. */
    abstract void gjoerVarig(Handle handle);

    /** Carries out the statement for every row; there is one at least. */
    abstract <R> void settInn(
            Handle handle, Innsetting innsetting, Collection<R> rader, BiConsumer<R, Verdier> binding);
}
