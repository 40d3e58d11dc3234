package no.rrh.persistence.register;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import no.rrh.application.port.out.RegisteretSvarerIkke;
import no.rrh.domain.feil.UgyldigVerdi;
import no.rrh.persistence.fil.Eierrettigheter;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.h2.api.ErrorCode;
import org.h2.mvstore.MVStoreException;

/** The H2 file of the register, from its making to a pool of connections to it. */
final class Registerfil {
    private static final String NAVN = "rrh";
    private static final String NAVN_MENS_DEN_LAGES = "rrh-ny";
    private static final String ENDELSE = ".mv.db";
    private static final String HENT_SISTE = Sql.av("hent_siste");

    /**
     * Each commit is written at once, or a killed process would lose acknowledged ones. «retry» takes the file up again
     * when an interrupted thread has closed its channel, which otherwise ends the database. No trace file, which would
     * hold values.
     */
    private static final String URL = "jdbc:h2:retry:%s;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE"
            + ";TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0;LOCK_TIMEOUT=%d;CACHE_SIZE=%d";

    private final Path mappe;
    private final Lagerinnstillinger innstillinger;

    Registerfil(Path mappe, Lagerinnstillinger innstillinger) {
        this.mappe = mappe.toAbsolutePath();
        this.innstillinger = innstillinger;
        if (this.mappe.toString().indexOf(';') >= 0) {
            throw new UgyldigVerdi("datamappen kan ikke ha semikolon i stien");
        }
    }

    /** A pool of connections to the register, which is made if there is none, and has this version's tables. */
    HikariDataSource aapne() {
        if (Files.exists(fil(NAVN))) {
            krevRegister();
        } else {
            lag();
        }
        return koble(NAVN);
    }

    /**
     * A new register gets its name when it is whole. So a file of that name without tables is always a damaged one, and
     * never taken for a register that is yet to be filled.
     */
    private void lag() {
        Path ny = fil(NAVN_MENS_DEN_LAGES);
        try {
            Eierrettigheter.lagMappe(mappe);
            // H2 would make it readable for others
            Eierrettigheter.aapne(ny, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE))
                    .close();
            koble(NAVN_MENS_DEN_LAGES).close();
            Files.move(ny, fil(NAVN), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new RegisteretSvarerIkke(e);
        }
    }

    /** Looks at the file without writing, since H2 writes over one in which it finds no tables. */
    private void krevRegister() {
        String url = url(NAVN) + ";ACCESS_MODE_DATA=r";
        if (fil(NAVN).toFile().length() == 0) {
            throw new RegisteretErOedelagt(fil(NAVN), new IOException("the file is empty"));
        }
        try (Connection tilkobling = DriverManager.getConnection(url, NAVN, "");
                Statement sporring = tilkobling.createStatement()) {
            sporring.executeQuery(HENT_SISTE);
        } catch (SQLException e) {
            // H2 was about to make a new database of what it was only to look at
            boolean tom = e.getErrorCode() == ErrorCode.DATABASE_IS_READ_ONLY;
            throw tom ? new RegisteretErOedelagt(fil(NAVN), e) : feil(e);
        }
    }

    private HikariDataSource koble(String navn) {
        HikariConfig oppsett = new HikariConfig();
        oppsett.setPoolName("register");
        oppsett.setJdbcUrl(url(navn));
        oppsett.setUsername(NAVN);
        oppsett.setPassword("");
        oppsett.setMaximumPoolSize(innstillinger.tilkoblinger());
        oppsett.setConnectionTimeout(innstillinger.tilkoblingsventetid().toMillis());
        oppsett.setValidationTimeout(innstillinger.tilkoblingsventetid().toMillis());
        // the last connection to be closed would close the file: within one process none need ever be renewed
        oppsett.setMaxLifetime(0);
        HikariDataSource kilde = null;
        try {
            kilde = new HikariDataSource(oppsett);
            migrer(kilde);
            return kilde;
        } catch (RuntimeException e) {
            if (kilde != null) {
                kilde.close();
            }
            throw feil(e);
        }
    }

    private void migrer(HikariDataSource kilde) {
        Skjema skjema = new Skjema(kilde);
        try {
            skjema.migrer();
        } catch (FlywayValidateException e) {
            throw skjema.erNyere() ? new NyereSkjema(fil(NAVN), e) : e;
        }
    }

    private RuntimeException feil(Exception feil) {
        if (feil instanceof NyereSkjema nyere) {
            return nyere;
        }
        boolean oedelagt = false;
        for (Throwable t = feil; t != null; t = t.getCause()) {
            int kode = t instanceof SQLException sql ? sql.getErrorCode() : 0;
            if (kode == ErrorCode.DATABASE_ALREADY_OPEN_1) {
                return new RegisteretErIBruk(mappe, feil);
            }
            oedelagt |= t instanceof MVStoreException
                    || kode == ErrorCode.FILE_CORRUPTED_1
                    || kode == ErrorCode.FILE_VERSION_ERROR_1
                    || kode == ErrorCode.TABLE_OR_VIEW_NOT_FOUND_1
                    || kode == ErrorCode.TABLE_OR_VIEW_NOT_FOUND_DATABASE_EMPTY_1;
        }
        return oedelagt ? new RegisteretErOedelagt(fil(NAVN), feil) : new RegisteretSvarerIkke(feil);
    }

    private String url(String navn) {
        return String.format(
                URL, mappe.resolve(navn), innstillinger.skriveventetid().toMillis(), innstillinger.hurtiglager());
    }

    private Path fil(String navn) {
        return mappe.resolve(navn + ENDELSE);
    }
}
