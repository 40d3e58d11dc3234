package no.rrh.persistence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import no.rrh.persistence.register.Databaseadresse;

/**
 * A PostgreSQL server of a test's own, that it can stop, start and hold still, and make a streaming replica of. Always of the
 * programs that the build brings.
 */
public final class Postgrestjener implements AutoCloseable {
    private static final String BRUKER = "postgres";
    private static final String DATABASE = "rrh";
    private static final long LENGST_S = 60;

    private final Path programmer;
    private final Path mappe;
    private final int port;

    private Postgrestjener(Path programmer, Path mappe, int port) {
        this.programmer = programmer;
        this.mappe = mappe;
        this.port = port;
    }

    /** A new one, running, with an empty database. */
    public static Postgrestjener ny() {
        Postgrestjener ny = i(nyMappe());
        ny.kjoer("initdb", "-A", "trust", "-U", BRUKER, "-E", "UTF8", "--no-locale", "-N", "-D", ny.mappe.toString());
        ny.start();
        ny.utfoer(BRUKER, "create database " + DATABASE);
        return ny;
    }

    private static Postgrestjener i(Path mappe) {
        return new Postgrestjener(Testpostgres.programmer(), mappe, ledigPort());
    }

    private static Path nyMappe() {
        try {
            return Files.createTempDirectory("rrh-postgres-").resolve("data");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int ledigPort() {
        try (ServerSocket ledig = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return ledig.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A replica of this one, which it follows as it writes. This one is stopped for the time that the copy takes. */
    public Postgrestjener replika() {
        stopp();
        Postgrestjener replika = i(nyMappe());
        try {
            kopier(mappe, replika.mappe);
            Files.createFile(replika.mappe.resolve("standby.signal"));
            // not an option of the start: it is to follow also when it is started again
            Files.writeString(
                    replika.mappe.resolve("postgresql.auto.conf"),
                    "primary_conninfo = 'host=127.0.0.1 port=" + port + " user=" + BRUKER + "'\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start();
        replika.start();
        return replika;
    }

    private static void kopier(Path fra, Path til) throws IOException {
        Files.walkFileTree(fra, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributter) throws IOException {
                Files.createDirectory(til.resolve(fra.relativize(dir)));
                Files.setPosixFilePermissions(til.resolve(fra.relativize(dir)), Files.getPosixFilePermissions(dir));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path fil, BasicFileAttributes attributter) throws IOException {
                Files.copy(fil, til.resolve(fra.relativize(fil)));
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** The database. */
    public Databaseadresse adresse() {
        return new Databaseadresse(url(DATABASE), Optional.of(BRUKER), Optional.empty());
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** Starts it, where it was stopped. */
    public void start() {
        String alle = "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off"
                + " -c max_connections=200 -c shared_buffers=32MB -c wal_retrieve_retry_interval=200";
        kjoer(
                "pg_ctl",
                "-D",
                mappe.toString(),
                "-l",
                mappe.resolveSibling("log").toString(),
                "-w",
                "-o",
                alle,
                "start");
    }

    /** Ends it in order; whoever is connected is thrown out. */
    public void stopp() {
        kjoer("pg_ctl", "-D", mappe.toString(), "-w", "-m", "fast", "stop");
    }

    /** Ends it as a crash does. */
    public void drep() {
        kjoer("pg_ctl", "-D", mappe.toString(), "-w", "-m", "immediate", "stop");
    }

    /** Holds it still: connections stay, and nothing is answered. */
    public void frys() {
        signal("-STOP");
    }

    /** Lets it go on. */
    public void tin() {
        signal("-CONT");
    }

    /** The first process first, which makes the others; some of those may end meanwhile. */
    private void signal(String signal) {
        ProcessHandle postmester = ProcessHandle.of(pid()).orElseThrow();
        utfoer(List.of("kill", signal, String.valueOf(postmester.pid())));
        postmester.descendants().forEach(prosess -> {
            try {
                utfoer(List.of("kill", signal, String.valueOf(prosess.pid())));
            } catch (AssertionError e) {
                if (prosess.isAlive()) {
                    throw e;
                }
            }
        });
    }

    private long pid() {
        try (Stream<String> linjer = Files.lines(mappe.resolve("postmaster.pid"))) {
            return Long.parseLong(linjer.findFirst().orElseThrow().strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Carries out a statement in the database of the register. */
    public void utfoer(String setning) {
        utfoer(DATABASE, setning);
    }

    private void utfoer(String database, String setning) {
        try (Connection tilkobling = DriverManager.getConnection(url(database), BRUKER, null);
                Statement arbeid = tilkobling.createStatement()) {
            arbeid.execute(setning);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** The one number that a query gives. */
    public long tall(String spoerring) {
        try (Connection tilkobling = DriverManager.getConnection(url(DATABASE), BRUKER, null);
                Statement arbeid = tilkobling.createStatement();
                ResultSet svar = arbeid.executeQuery(spoerring)) {
            svar.next();
            return svar.getLong(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private void kjoer(String program, String... argumenter) {
        List<String> kommando = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            // PostgreSQL does not run as root: in a name space of users it is nobody
            kommando.addAll(List.of("unshare", "-U"));
        }
        kommando.add(programmer.resolve(program).toString());
        kommando.addAll(List.of(argumenter));
        utfoer(kommando);
    }

    private void utfoer(List<String> kommando) {
        try {
            Path ut = Files.createTempFile("rrh-postgres-", ".ut");
            Process prosess = new ProcessBuilder(kommando)
                    .redirectErrorStream(true)
                    .redirectOutput(ut.toFile())
                    .start();
            if (!prosess.waitFor(LENGST_S, TimeUnit.SECONDS) || prosess.exitValue() != 0) {
                throw new AssertionError(kommando + ": " + Files.readString(ut));
            }
            Files.delete(ut);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        if (Files.exists(mappe.resolve("postmaster.pid"))) {
            tin();
            drep();
        }
        try (Stream<Path> alt = Files.walk(mappe.getParent())) {
            alt.sorted(Comparator.reverseOrder()).forEach(fil -> fil.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
