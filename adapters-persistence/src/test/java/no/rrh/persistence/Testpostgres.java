package no.rrh.persistence;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import no.rrh.persistence.register.Databaseadresse;
import no.rrh.persistence.register.Postgresregister;

/**
 * A PostgreSQL server for the tests of this JVM: the one that {@code RRH_TEST_DB_URL} names, whose user must be let create
 * databases ({@code jdbc:postgresql://host/database?user=…&password=…}), or else one that is started when it is first asked
 * for.
 */
public final class Testpostgres {
    /** The environment of the registers in it. */
    public static final String MILJOE = "lokal";

    private static final String VARIABEL = "RRH_TEST_DB_URL";

    private static EmbeddedPostgres innebygd;
    private static String tjener;
    private static String bruker;
    private static Optional<String> passord;
    private static String mal;

    private Testpostgres() {}

    /** A database with an empty register in it, which nobody else uses. */
    public static synchronized Databaseadresse medRegister() {
        if (mal == null) {
            Databaseadresse foerste = tom();
            Postgresregister.aapne(foerste, MILJOE, Clock.systemUTC()).close();
            mal = foerste.navn().replaceFirst(".*/", "");
        }
        return ny("template " + mal);
    }

    /** A database without anything in it. */
    public static Databaseadresse tom() {
        return medTegnsett("UTF8");
    }

    /** The same, whose text is kept in this character set. */
    public static synchronized Databaseadresse medTegnsett(String tegnsett) {
        return ny("template template0 encoding '" + tegnsett + "' lc_collate 'C' lc_ctype 'C'");
    }

    private static Databaseadresse ny(String etter) {
        start();
        String navn = "rrh_" + UUID.randomUUID().toString().replace("-", "").toLowerCase(Locale.ROOT);
        utfoer("create database " + navn + " " + etter);
        return new Databaseadresse(med(navn), Optional.of(bruker), passord);
    }

    /** Carries out a statement on the server, as the one who may do everything there. */
    public static synchronized void utfoer(String setning) {
        start();
        try (Connection tilkobling = DriverManager.getConnection(tjener, bruker, passord.orElse(null));
                Statement arbeid = tilkobling.createStatement()) {
            arbeid.execute(setning);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static String med(String database) {
        return tjener.replaceFirst("^(jdbc:postgresql://[^/]*/)[^?]*.*$", "$1" + database);
    }

    private static void start() {
        if (tjener != null) {
            return;
        }
        String oppgitt = System.getenv(VARIABEL);
        if (oppgitt != null && !oppgitt.isBlank()) {
            tjener = oppgitt.replaceFirst("\\?.*", "");
            bruker = parameter(oppgitt, "user").orElseGet(() -> System.getProperty("user.name"));
            passord = parameter(oppgitt, "password");
            return;
        }
        tjener = "jdbc:postgresql://127.0.0.1:" + innebygd().getPort() + "/postgres";
        bruker = "postgres";
        passord = Optional.of("postgres");
    }

    private static synchronized EmbeddedPostgres innebygd() {
        if (innebygd == null) {
            try {
                innebygd = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "400")
                        .setServerConfig("fsync", "off")
                        .setServerConfig("shared_buffers", "64MB")
                        .start();
                Runtime.getRuntime().addShutdownHook(new Thread(Testpostgres::lukk));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return innebygd;
    }

    private static void lukk() {
        try {
            innebygd.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the programs lie that the build brings: a server that runs says where its own are. */
    static Path programmer() {
        try (Connection tilkobling = innebygd().getPostgresDatabase().getConnection();
                Statement arbeid = tilkobling.createStatement();
                ResultSet svar = arbeid.executeQuery("show data_directory")) {
            svar.next();
            String start = Files.readString(Path.of(svar.getString(1)).resolve("postmaster.opts"));
            return Path.of(start.substring(0, start.indexOf(' '))).getParent();
        } catch (SQLException e) {
            throw new AssertionError(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> parameter(String url, String navn) {
        int spoersmaal = url.indexOf('?');
        if (spoersmaal < 0) {
            return Optional.empty();
        }
        for (String del : url.substring(spoersmaal + 1).split("&")) {
            if (del.startsWith(navn + "=")) {
                return Optional.of(del.substring(navn.length() + 1));
            }
        }
        return Optional.empty();
    }
}
