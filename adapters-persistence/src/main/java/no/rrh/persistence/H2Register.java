package no.rrh.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import no.rrh.application.port.out.Endringslogg;
import no.rrh.application.port.out.Virksomhetsregister;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcDataSource;
import org.jdbi.v3.core.Jdbi;

/**
 * The register in an embedded H2, in one file that one process at a time can open. A commit is on disk before it is
 * answered.
 */
public final class H2Register implements AutoCloseable {
    /**
     * Without {@code WRITE_DELAY=0} a killed process loses commits that were answered. {@code retry:} reopens the file when
     * a thread is interrupted while it reads, which else closes the database for all.
     */
    private static final String URL = "jdbc:h2:retry:%s;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=60000"
            + ";TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0";

    private static final int FORBINDELSER = 24;
    private static final long VENTETID_MS = 1_000;

    private final HikariDataSource forbindelser;
    private final Registertabell tabell;

    private H2Register(HikariDataSource forbindelser, Clock klokke) {
        this.forbindelser = forbindelser;
        this.tabell = new Registertabell(Jdbi.create(forbindelser), klokke);
    }

    /**
     * Opens the register of a folder, and makes it where there is none.
     *
     * @param mappe exists, and is closed to others
     * @param klokke gives the time of a change
     * @throws RegisteretErIBruk when another process has it open
     * @throws RegisteretKanIkkeAapnes when it is damaged, or made by a newer version
     */
    public static H2Register aapne(Path mappe, Clock klokke) {
        Path fil = mappe.resolve("rrh");
        String url = URL.formatted(fil.toAbsolutePath());
        lukketFil(fil.resolveSibling("rrh.mv.db"));
        proev(url);
        HikariDataSource forbindelser = new HikariDataSource(oppsett(url));
        try {
            migrer(forbindelser);
            return new H2Register(forbindelser, klokke);
        } catch (RuntimeException e) {
            forbindelser.close();
            throw e;
        }
    }

    /** Made before H2 makes it, so that it is never open to others. */
    private static void lukketFil(Path fil) {
        try {
            Files.createFile(fil, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (FileAlreadyExistsException e) {
            // the register that is to be opened
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens it once without the pool, whose own exception hides why it did not go. */
    private static void proev(String url) {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL(url);
        try (Connection forbindelse = h2.getConnection()) {
            forbindelse.isValid(0);
        } catch (SQLException e) {
            if (e.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1) {
                throw new RegisteretErIBruk();
            }
            throw new RegisteretKanIkkeAapnes(
                    "registeret kan ikke åpnes: filen er skadet, laget av en annen versjon, eller kan ikke leses;"
                            + " den er ikke endret. Hent den tilbake fra en sikkerhetskopi",
                    e);
        }
    }

    private static HikariConfig oppsett(String url) {
        HikariConfig oppsett = new HikariConfig();
        oppsett.setPoolName("register");
        oppsett.setJdbcUrl(url);
        oppsett.setMaximumPoolSize(FORBINDELSER);
        oppsett.setMinimumIdle(1);
        oppsett.setMaxLifetime(0);
        oppsett.setConnectionTimeout(VENTETID_MS);
        return oppsett;
    }

    private static void migrer(HikariDataSource forbindelser) {
        try {
            Flyway.configure()
                    .dataSource(forbindelser)
                    .locations("classpath:db/migrering")
                    .ignoreMigrationPatterns(new String[0])
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new RegisteretKanIkkeAapnes(
                    "registerets tabeller passer ikke til denne versjonen av programmet; de er trolig laget av en nyere",
                    e);
        }
    }

    /** The register. */
    public Virksomhetsregister virksomhetsregister() {
        return tabell;
    }

    /** Its endringslogg. */
    public Endringslogg endringslogg() {
        return tabell;
    }

    @Override
    public void close() {
        forbindelser.close();
    }
}
