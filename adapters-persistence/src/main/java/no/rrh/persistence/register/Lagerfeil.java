package no.rrh.persistence.register;

import java.sql.SQLException;
import java.util.function.Supplier;
import no.rrh.application.port.out.AnnenSkrivingPaagaar;
import no.rrh.application.port.out.RegisteretSvarerIkke;
import no.rrh.persistence.lagringsform.UlesbartDokument;
import org.jdbi.v3.core.JdbiException;

/** The one place where faults of the store become the exception of the port. */
final class Lagerfeil {
    /** SQLSTATE classes whose messages quote the row: data, and constraints. */
    private static final String DATA = "22";

    private static final String INTEGRITET = "23";

    /** PostgreSQL's, when a lock was not to be had in time. */
    private static final String LAAS = "55P03";

    private Lagerfeil() {}

    static <T> T oversett(Supplier<T> arbeid) {
        try {
            return arbeid.get();
        } catch (JdbiException | UlesbartDokument e) {
            if (ventetPaaLaas(e)) {
                throw new AnnenSkrivingPaagaar("the database lets a writer wait");
            }
            throw new RegisteretSvarerIkke(utenVerdier(e));
        }
    }

    /** Another instance's write went on for longer than a writer waits. */
    private static boolean ventetPaaLaas(Throwable feil) {
        for (Throwable t = feil; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql && LAAS.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /** The fault itself, unless the database's message could hold what is stored about persons. */
    private static Throwable utenVerdier(RuntimeException feil) {
        for (Throwable t = feil; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql && siterer(sql)) {
                SQLException uten = new SQLException(
                        "the database refused a value (its message is withheld)",
                        sql.getSQLState(),
                        sql.getErrorCode());
                uten.setStackTrace(sql.getStackTrace());
                return uten;
            }
        }
        return feil;
    }

    private static boolean siterer(SQLException sql) {
        String tilstand = sql.getSQLState();
        return tilstand != null && (tilstand.startsWith(DATA) || tilstand.startsWith(INTEGRITET));
    }
}
