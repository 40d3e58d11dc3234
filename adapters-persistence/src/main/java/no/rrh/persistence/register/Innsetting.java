package no.rrh.persistence.register;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/**
 * A statement that is carried out for many rows at a time.
 *
 * @param sql for one row, with named values
 * @param kopi the COPY that adds the same rows, its columns in the order of those values; absent when there is none
 */
record Innsetting(String sql, Optional<String> kopi) {
    /** The value of a row before it is bound: null is one. */
    private static final Object UBUNDET = new Object();

    private static final Pattern NAVN = Pattern.compile(":(\\w+)");

    /** One that can be no COPY. */
    static Innsetting av(String navn) {
        return new Innsetting(Sql.av(navn), Optional.empty());
    }

    /** One that is a COPY too. */
    static Innsetting medKopi(String navn) {
        return new Innsetting(Sql.av(navn), Optional.of(Sql.av(navn + "_kopi")));
    }

    /** The names of the values, in their order. */
    List<String> navn() {
        return NAVN.matcher(sql).results().map(treff -> treff.group(1)).toList();
    }

    /** Takes the values of a row, by name. */
    @FunctionalInterface
    interface Verdier {
        Verdier bind(String navn, Object verdi);
    }

    /** Sends the rows as one batch, to the connection itself: JDBI's binding took as long as the database's inserting. */
    <R> void iSats(Handle handle, Collection<R> rader, BiConsumer<R, Verdier> binding) {
        List<String> navn = navn();
        Object[] rad = new Object[navn.size()];
        Verdier verdier = new Verdier() {
            @Override
            public Verdier bind(String kolonne, Object verdi) {
                boolean kjent = false;
                for (int i = 0; i < rad.length; i++) {
                    if (navn.get(i).equals(kolonne)) {
                        rad[i] = verdi;
                        kjent = true;
                    }
                }
                if (!kjent) {
                    throw new IllegalArgumentException("the statement has no value called " + kolonne);
                }
                return this;
            }
        };
        try (PreparedStatement sats =
                handle.getConnection().prepareStatement(NAVN.matcher(sql).replaceAll("?"))) {
            for (R en : rader) {
                Arrays.fill(rad, UBUNDET);
                binding.accept(en, verdier);
                for (int i = 0; i < rad.length; i++) {
                    if (rad[i] == UBUNDET) {
                        throw new IllegalArgumentException("a row has no value for " + navn.get(i));
                    }
                    sats.setObject(i + 1, rad[i]);
                }
                sats.addBatch();
            }
            sats.executeBatch();
        } catch (SQLException e) {
            throw new UnableToExecuteStatementException(e, (StatementContext) null);
        }
    }

    /** Sends the rows as one COPY. */
    <R> void somKopi(Handle handle, Collection<R> rader, BiConsumer<R, Verdier> binding) {
        List<String> navn = navn();
        try (Kopi ut = Kopi.begynn(handle, kopi.orElseThrow())) {
            Map<String, Object> rad = new TreeMap<>();
            Verdier verdier = new Verdier() {
                @Override
                public Verdier bind(String kolonne, Object verdi) {
                    rad.put(kolonne, verdi);
                    return this;
                }
            };
            for (R en : rader) {
                rad.clear();
                binding.accept(en, verdier);
                ut.rad(navn.stream().map(rad::get).toArray());
            }
            ut.ferdig();
        }
    }
}
