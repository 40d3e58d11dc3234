package no.rrh.benchmark.innsetting;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import no.rrh.benchmark.grunnlag.Engangs;
import no.rrh.benchmark.tjener.Postgres;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** The rows of a register put into an empty one by {@code COPY}, from files that PostgreSQL has written in its own form. */
public final class Postgreskopi {
    private static final int BUFFER = 1 << 16;

    private final Path mappe;

    /**
     * @param mappe where the files are put
     */
    public Postgreskopi(Path mappe) {
        this.mappe = Engangs.mappe(mappe);
    }

    /** Writes the rows of a register to the files. */
    public void hent(Postgres postgres, String database) {
        try (Connection tilkobling = koble(postgres, database)) {
            for (String tabell : Skjema.TABELLER) {
                try (OutputStream ut = new BufferedOutputStream(Files.newOutputStream(fil(tabell)), BUFFER)) {
                    kopiering(tilkobling).copyOut("copy " + tabell + " to stdout (format binary)", ut);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes the tables in an empty database, and puts the rows in, in one transaction; only that is timed. */
    public Rader settInn(Postgres postgres, String database) {
        Skjema.lag(postgres.adresse(database), Postgres.BRUKER);
        try (Connection tilkobling = koble(postgres, database)) {
            Skjema.toem(tilkobling);
            tilkobling.setAutoCommit(false);
            long antall = 0;
            long foer = System.nanoTime();
            for (String tabell : Skjema.TABELLER) {
                try (InputStream inn = new BufferedInputStream(Files.newInputStream(fil(tabell)), BUFFER)) {
                    antall += kopiering(tilkobling).copyIn("copy " + tabell + " from stdin (format binary)", inn);
                }
            }
            tilkobling.commit();
            return new Rader(antall, Duration.ofNanos(System.nanoTime() - foer));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path fil(String tabell) {
        return mappe.resolve(tabell + ".copy");
    }

    private static Connection koble(Postgres postgres, String database) throws SQLException {
        return DriverManager.getConnection(postgres.adresse(database), Postgres.BRUKER, "");
    }

    private static CopyManager kopiering(Connection tilkobling) throws SQLException {
        return tilkobling.unwrap(PGConnection.class).getCopyAPI();
    }
}
