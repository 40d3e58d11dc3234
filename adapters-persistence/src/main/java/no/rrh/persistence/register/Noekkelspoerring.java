package no.rrh.persistence.register;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/**
 * One row by one number, asked of the connection itself: of a look-up that finds its row in memory JDBI took more time than
 * the database did. The statement lies in its file as the others do, with {@code :nummer} for the number.
 *
 * @param <T> what a row becomes
 */
final class Noekkelspoerring<T> {
    private static final String NUMMER = ":nummer";

    private final String sql;
    private final RowMapper<T> rad;

    /**
     * A query.
     *
     * @param rad is given no context
     */
    Noekkelspoerring(String navn, RowMapper<T> rad) {
        this.sql = Sql.av(navn).replace(NUMMER, "?");
        this.rad = rad;
    }

    /** The row of the number. */
    Optional<T> finn(Handle handle, int nummer) {
        return finn(handle.getConnection(), nummer);
    }

    /** The row of the number. */
    Optional<T> finn(Connection tilkobling, int nummer) {
        try (PreparedStatement spoerring = tilkobling.prepareStatement(sql)) {
            spoerring.setInt(1, nummer);
            try (ResultSet svar = spoerring.executeQuery()) {
                return svar.next() ? Optional.of(rad.map(svar, null)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new UnableToExecuteStatementException(e, (StatementContext) null);
        }
    }
}
