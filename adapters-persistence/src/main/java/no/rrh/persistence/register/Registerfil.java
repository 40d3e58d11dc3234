package no.rrh.persistence.register;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.io.EOFException;
import java.io.IOException;
import java.io.ObjectStreamException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;
import no.rrh.application.port.out.DiskenErFull;
import no.rrh.application.port.out.RegisteretSvarerIkke;
import no.rrh.domain.feil.UgyldigVerdi;
import no.rrh.persistence.fil.Diskplass;
import no.rrh.persistence.fil.Eierrettigheter;
import org.flywaydb.core.api.FlywayException;
import org.h2.api.ErrorCode;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.store.fs.FilePath;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The H2 file of the register, from its making to the connections to it. */
final class Registerfil {
    private static final Logger LOGG = LoggerFactory.getLogger(Registerfil.class);
    private static final String NAVN = "rrh";
    private static final String NAVN_MENS_DEN_LAGES = "rrh-ny";
    private static final String ENDELSE = ".mv.db";

    /** How the names begin of what H2 keeps for undoing a transaction. */
    private static final String ANGRELOGG = "undoLog";

    /** Left over beside a copy of the register, in which the undoing writes too. */
    private static final long TIL_ANGRING = 64 << 20;

    /** Nobody waits for an answer meanwhile, and a machine that has much to do may take its time. */
    private static final Duration VENTETID_VED_MIGRERING = Duration.ofSeconds(30);

    private static final String HENT_SKJEMAVERSJON = Sql.av("hent_skjemaversjon");
    private static final String HENT_SISTE = Sql.av("hent_siste");
    private static final String TELL_TILGANGSENDRINGER = Sql.av("tell_tilgangsendringer");
    private static final String LES_GENERASJONER = Sql.av("les_generasjoner");

    /**
     * Each commit is written at once, or a killed process would lose acknowledged ones. The file is one that interrupts
     * do not close, which would end the database. No trace file, which would hold values. The file is compacted when it
     * is closed, for two seconds at the most.
     */
    private static final String URL =
            "jdbc:h2:" + UavbruttFil.Sti.SKJEMA + ":%s;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;MAX_COMPACT_TIME=2000"
                    + ";TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0;LOCK_TIMEOUT=%d;CACHE_SIZE=%d;QUERY_TIMEOUT=%d";

    /**
     * Whether H2 keeps small values to use them again, which it finds by a digest of each: of a look-up that read them from
     * the disk this took a twelfth. H2 reads it once.
     */
    private static final String GJENBRUK = "h2.objectCache";

    static {
        System.setProperty(GJENBRUK, System.getProperty(GJENBRUK, "false"));
        FilePath.register(new UavbruttFil.Sti());
    }

    private static final Set<Integer> LUKKET =
            Set.of(ErrorCode.DATABASE_IS_CLOSED, ErrorCode.DATABASE_CALLED_AT_SHUTDOWN, ErrorCode.CONNECTION_BROKEN_1);

    private final List<HikariDataSource> kilder = new CopyOnWriteArrayList<>();
    private final Path mappe;
    private final Lagerinnstillinger innstillinger;
    private final Registersegl segl;
    private final LongSupplier ledig;

    Registerfil(Path mappe, Lagerinnstillinger innstillinger) {
        this(mappe, innstillinger, () -> mappe.toFile().getUsableSpace());
    }

    /**
     * @param ledig how many bytes there is room for in the folder
     */
    Registerfil(Path mappe, Lagerinnstillinger innstillinger, LongSupplier ledig) {
        this.mappe = mappe.toAbsolutePath();
        this.innstillinger = innstillinger;
        this.ledig = ledig;
        if (this.mappe.toString().indexOf(';') >= 0) {
            throw new UgyldigVerdi("datamappen kan ikke ha semikolon i stien");
        }
        this.segl = new Registersegl(fil(NAVN));
    }

    /** Whether there is a register, of whatever version. */
    boolean finnes() {
        return Files.exists(fil(NAVN));
    }

    /** Whether the register that is there has this version's tables, which it is not given. */
    boolean erAvDenneVersjonen() {
        return skjemaversjon().equals(Skjema.VERSJON);
    }

    /**
     * Makes the register if there is none, and sees to it that it has this version's tables. The folder must be held.
     */
    void gjoerKlar() {
        if (!finnes()) {
            lag();
            return;
        }
        segl.krevSomDaDenBleLukket();
        String versjon = skjemaversjon();
        segl.bryt();
        if (versjon.compareTo(Skjema.VERSJON) < 0) {
            migrer(NAVN);
        }
    }

    /** What is known of the file beside it. */
    Registersegl segl() {
        return segl;
    }

    /**
     * Connections to the register.
     *
     * @param antall how many at the most
     * @param spoerretid how long a statement may take; 0 is for ever
     */
    HikariDataSource koble(int antall, Duration spoerretid) {
        HikariDataSource kilde = koble(NAVN, antall, spoerretid, innstillinger.tilkoblingsventetid());
        kilder.add(kilde);
        return kilde;
    }

    /**
     * H2 closes the file when a write to it fails, as on a full disk. What is left then are connections to a closed
     * database, all of which must go before it opens the file anew.
     */
    private final class Gjenaapning implements SQLExceptionOverride {
        @java.lang.Override
        public Override adjudicate(SQLException feil) {
            if (!LUKKET.contains(feil.getErrorCode())) {
                return Override.CONTINUE_EVICT;
            }
            kilder.forEach(kilde -> kilde.getHikariPoolMXBean().softEvictConnections());
            return Override.MUST_EVICT;
        }
    }

    /**
     * A new register gets its name when it is whole. So a file of that name without tables is always a damaged one, and
     * never taken for a register that is yet to be filled. The rename would replace a register that somebody else made
     * meanwhile: {@link Registerlaas} sees to it that nobody does.
     */
    private void lag() {
        Path ny = fil(NAVN_MENS_DEN_LAGES);
        try {
            // H2 would make it readable for others
            Eierrettigheter.aapne(ny, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE))
                    .close();
            migrer(NAVN_MENS_DEN_LAGES);
            sikre(ny);
            segl.slett();
            Files.move(ny, fil(NAVN), StandardCopyOption.ATOMIC_MOVE);
            sikre(mappe);
        } catch (IOException e) {
            throw new RegisteretSvarerIkke(e);
        }
    }

    /** On the disk, and so the name: otherwise what is registered from now on could be lost with it. */
    private static void sikre(Path sti) throws IOException {
        try (FileChannel kanal = FileChannel.open(sti, StandardOpenOption.READ)) {
            kanal.force(true);
        }
    }

    private void migrer(String navn) {
        try (HikariDataSource kilde = koble(navn, 2, Duration.ZERO, VENTETID_VED_MIGRERING)) {
            Skjema.migrer(kilde);
        } catch (FlywayException e) {
            throw feil(e);
        }
    }

    /**
     * The last migration that was run. Looks without writing, since H2 writes over a file in which it finds no tables; and
     * at all that is read at a start, so that damage there is met before anything is written.
     */
    private String skjemaversjon() {
        if (fil(NAVN).toFile().length() == 0) {
            throw new RegisteretErOedelagt(fil(NAVN), new IOException("the file is empty"));
        }
        return !erAapen() && harNoeAaAngre()
                ? skjemaversjonAvKopi()
                : skjemaversjon(url(NAVN, Duration.ZERO) + ";ACCESS_MODE_DATA=r");
    }

    /** Whether this process has it open already. */
    private boolean erAapen() {
        try {
            return UavbruttFil.erAapen(fil(NAVN));
        } catch (IOException e) {
            throw new RegisteretSvarerIkke(e);
        }
    }

    /** Whether a transaction that did not come to its end has left something in the file. */
    private boolean harNoeAaAngre() {
        try (MVStore lager = new MVStore.Builder()
                .fileName(UavbruttFil.Sti.SKJEMA + ":" + fil(NAVN))
                .readOnly()
                .open()) {
            return lager.getMapNames().stream().anyMatch(navn -> navn.startsWith(ANGRELOGG) && lager.hasData(navn));
        } catch (MVStoreException e) {
            throw feil(e);
        }
    }

    /** H2 may refuse to open a file that it only reads when there is much to be undone in it, as after a killed import. */
    private String skjemaversjonAvKopi() {
        LOGG.info(
                "The register was left in the midst of a transaction, which is undone in a copy before it is in the file");
        krevPlassTilKopi();
        Path kopi = H2Kopiering.nyMappe(mappe);
        try {
            Files.copy(fil(NAVN), i(kopi));
            return skjemaversjon(url(kopi.resolve(NAVN), Duration.ZERO));
        } catch (IOException e) {
            throw Diskplass.erFull(e, mappe) ? new DiskenErFull(e) : new RegisteretSvarerIkke(e);
        } finally {
            H2Kopiering.fjern(kopi);
        }
    }

    private void krevPlassTilKopi() {
        long trengs = fil(NAVN).toFile().length() + TIL_ANGRING;
        if (ledig.getAsLong() < trengs) {
            throw new ManglerPlass(trengs, ledig.getAsLong());
        }
    }

    private String skjemaversjon(String url) {
        try (Connection tilkobling = DriverManager.getConnection(url, NAVN, "");
                Statement spoerring = tilkobling.createStatement();
                ResultSet svar = spoerring.executeQuery(HENT_SKJEMAVERSJON)) {
            svar.next();
            String versjon = Objects.requireNonNullElse(svar.getString(1), "");
            if (versjon.compareTo(Skjema.VERSJON) > 0) {
                throw new NyereSkjema(fil(NAVN));
            }
            if (versjon.equals(Skjema.VERSJON)) {
                segl.krevLikeLangt(tall(spoerring, HENT_SISTE), tall(spoerring, TELL_TILGANGSENDRINGER));
                spoerring.executeQuery(LES_GENERASJONER).close();
            }
            return versjon;
        } catch (SQLException e) {
            // H2 was about to make a new database of what it was only to look at
            boolean tom = e.getErrorCode() == ErrorCode.DATABASE_IS_READ_ONLY;
            throw tom ? new RegisteretErOedelagt(fil(NAVN), e) : feil(e);
        }
    }

    private static long tall(Statement spoerring, String sql) throws SQLException {
        try (ResultSet svar = spoerring.executeQuery(sql)) {
            svar.next();
            return svar.getLong(1);
        }
    }

    private HikariDataSource koble(String navn, int antall, Duration spoerretid, Duration ventetid) {
        HikariConfig oppsett = new HikariConfig();
        oppsett.setPoolName(spoerretid.isZero() ? "arbeid" : "oppslag");
        oppsett.setJdbcUrl(url(navn, spoerretid));
        oppsett.setUsername(NAVN);
        oppsett.setPassword("");
        oppsett.setMaximumPoolSize(antall);
        oppsett.setConnectionTimeout(ventetid.toMillis());
        oppsett.setValidationTimeout(ventetid.toMillis());
        // the last connection to be closed would close the file: within one process none need ever be renewed
        oppsett.setMaxLifetime(0);
        oppsett.setExceptionOverride(new Gjenaapning());
        try {
            return new HikariDataSource(oppsett);
        } catch (PoolInitializationException e) {
            throw feil(e);
        }
    }

    /** What the fault says of the file: that another has it, that the disk does not do its work, or that it is damaged. */
    RuntimeException feil(Exception feil) {
        boolean oedelagt = false;
        for (Throwable t = feil; t != null; t = t.getCause()) {
            int kode = t instanceof SQLException sql ? sql.getErrorCode() : 0;
            boolean laast = t instanceof MVStoreException lager && lager.getErrorCode() == DataUtils.ERROR_FILE_LOCKED;
            if (laast || kode == ErrorCode.DATABASE_ALREADY_OPEN_1) {
                return new RegisteretErIBruk(mappe, feil);
            }
            if (t instanceof IOException svikt && erFraSystemet(svikt)) {
                return Diskplass.erFull(svikt, mappe) ? new DiskenErFull(svikt) : new RegisteretSvarerIkke(feil);
            }
            oedelagt |= t instanceof MVStoreException
                    || kode == ErrorCode.FILE_CORRUPTED_1
                    || kode == ErrorCode.FILE_VERSION_ERROR_1
                    || kode == ErrorCode.TABLE_OR_VIEW_NOT_FOUND_1
                    || kode == ErrorCode.TABLE_OR_VIEW_NOT_FOUND_DATABASE_EMPTY_1;
        }
        return oedelagt ? new RegisteretErOedelagt(fil(NAVN), feil) : new RegisteretSvarerIkke(feil);
    }

    /** Rather than from what was read: a file that ends too soon, or holds what cannot be an object. */
    private static boolean erFraSystemet(IOException feil) {
        return !(feil instanceof EOFException || feil instanceof ObjectStreamException);
    }

    private String url(String navn, Duration spoerretid) {
        return url(mappe.resolve(navn), spoerretid);
    }

    private String url(Path database, Duration spoerretid) {
        return String.format(
                URL,
                database,
                innstillinger.skriveventetid().toMillis(),
                innstillinger.hurtiglager(),
                spoerretid.toMillis());
    }

    private Path fil(String navn) {
        return mappe.resolve(navn + ENDELSE);
    }

    /** The file of the register that lies in the folder. */
    static Path i(Path mappe) {
        return mappe.resolve(NAVN + ENDELSE);
    }
}
