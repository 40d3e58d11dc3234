package no.rrh.benchmark.tjener;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

/**
 * The PostgreSQL that the build brings with it, with its own settings but for those that keep what is acknowledged: they are on,
 * as in production.
 */
public final class Postgres implements AutoCloseable {
    /** Who may do everything; the server asks for no password. */
    public static final String BRUKER = "postgres";

    private final EmbeddedPostgres tjener;

    private Postgres(EmbeddedPostgres tjener) {
        this.tjener = tjener;
    }

    /**
     * Starts it.
     *
     * @param mappe where its databases are kept from run to run, and its programs beside them
     */
    public static Postgres start(Path mappe) {
        try {
            return new Postgres(EmbeddedPostgres.builder()
                    .setDataDirectory(mappe.resolve("data"))
                    .setCleanDataDirectory(false)
                    .setOverrideWorkingDirectory(mappe.resolve("program").toFile())
                    // longer where the run before was broken off in the midst of an import
                    .setPGStartupWait(Duration.ofMinutes(2))
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address of a database, for JDBC. */
    public String adresse(String database) {
        return "jdbc:postgresql://127.0.0.1:" + tjener.getPort() + "/" + database;
    }

    /** The flags by which rrh uses it. */
    public List<String> flagg(String database) {
        return List.of("--db", adresse(database), "--db-bruker", BRUKER);
    }

    /** An empty database by that name, whatever there was before. */
    public void nyDatabase(String navn) {
        slett(navn);
        utfoer("postgres", "create database " + navn);
    }

    /** Removes a database, if it is there. */
    public void slett(String navn) {
        utfoer("postgres", "drop database if exists " + navn + " with (force)");
    }

    /** Has all that was written go to the disk, so that it does not burden what is measured next. */
    public void sjekkpunkt() {
        utfoer("postgres", "checkpoint");
    }

    /** Has it look over a database that was just filled, as it would by itself in time. */
    public void vakuum(String database) {
        utfoer(database, "vacuum analyze");
    }

    /** Its version, as it tells it. */
    public String versjon() {
        try (Connection tilkobling = DriverManager.getConnection(adresse("postgres"), BRUKER, "")) {
            return tilkobling.getMetaData().getDatabaseProductVersion();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void utfoer(String database, String sql) {
        try (Connection tilkobling = DriverManager.getConnection(adresse(database), BRUKER, "");
                Statement arbeid = tilkobling.createStatement()) {
            arbeid.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            tjener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
