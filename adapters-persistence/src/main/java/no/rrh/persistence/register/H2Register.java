package no.rrh.persistence.register;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import no.rrh.application.port.out.Endringslogg;
import no.rrh.application.port.out.RegisteretSvarerIkke;
import no.rrh.application.port.out.Virksomhetsregister;
import no.rrh.domain.feil.UgyldigVerdi;
import no.rrh.persistence.fil.Eierrettigheter;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.h2.api.ErrorCode;
import org.h2.mvstore.MVStoreException;

/** The register in one H2 file, which belongs to this process until it is closed. */
public final class H2Register implements AutoCloseable {
    private static final String FILNAVN = "rrh";
    private static final String ENDELSE = ".mv.db";
    private static final String TIL_DISK = Sql.av("h2_til_disk");

    private final HikariDataSource kilde;
    private final Virksomhetsregister virksomhetsregister;
    private final Endringslogg endringslogg;

    private H2Register(HikariDataSource kilde, Lagerinnstillinger innstillinger, Clock klokke) {
        Lager lager = new Lager(kilde, innstillinger, handle -> handle.execute(TIL_DISK));
        this.kilde = kilde;
        this.virksomhetsregister = new Sqlregister(lager, klokke);
        this.endringslogg = new Sqlendringslogg(lager);
    }

    /** As {@link #aapne(Path, Clock, Lagerinnstillinger)}, with the standard settings. */
    public static H2Register aapne(Path mappe, Clock klokke) {
        return aapne(mappe, klokke, Lagerinnstillinger.STANDARD);
    }

    /**
     * Opens the register in the folder, and makes both where they are not there: the folder 0700, the file 0600.
     *
     * @param klokke gives the changes their time
     * @throws RegisteretErIBruk when another process has it open
     * @throws RegisteretErOedelagt when the file is damaged, or something else
     * @throws NyereSkjema when a newer version has had it
     * @throws RegisteretSvarerIkke when it cannot be opened for any other reason
     */
    public static H2Register aapne(Path mappe, Clock klokke, Lagerinnstillinger innstillinger) {
        Path fil = mappe.toAbsolutePath().resolve(FILNAVN + ENDELSE);
        lagFil(fil);
        HikariDataSource kilde = koble(fil, innstillinger);
        try {
            migrer(kilde, fil);
            return new H2Register(kilde, innstillinger, klokke);
        } catch (RuntimeException e) {
            kilde.close();
            throw e;
        }
    }

    /** The register itself. */
    public Virksomhetsregister virksomhetsregister() {
        return virksomhetsregister;
    }

    /** The endringslogg of the same register. */
    public Endringslogg endringslogg() {
        return endringslogg;
    }

    /** Lets the file go. What is under way is broken off. */
    @Override
    public void close() {
        kilde.close();
    }

    /**
     * H2 would make the file by itself, readable for others. An empty file that was there already is refused: H2 would
     * take it for a new register, and a register that has been lost would seem to be empty.
     */
    private static void lagFil(Path fil) {
        try {
            Eierrettigheter.lagMappe(fil.getParent());
            if (!Files.exists(fil)) {
                Eierrettigheter.aapne(fil, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))
                        .close();
            } else if (Files.size(fil) == 0) {
                throw new RegisteretErOedelagt(fil, new IOException("the file is empty"));
            }
        } catch (IOException e) {
            throw new RegisteretSvarerIkke(e);
        }
    }

    private static HikariDataSource koble(Path fil, Lagerinnstillinger innstillinger) {
        HikariConfig oppsett = new HikariConfig();
        oppsett.setPoolName("register");
        oppsett.setJdbcUrl(url(fil, innstillinger));
        oppsett.setUsername(FILNAVN);
        oppsett.setPassword("");
        oppsett.setMaximumPoolSize(innstillinger.tilkoblinger());
        oppsett.setConnectionTimeout(innstillinger.tilkoblingsventetid().toMillis());
        oppsett.setValidationTimeout(innstillinger.tilkoblingsventetid().toMillis());
        // the last connection to be closed would close the file: within one process none need ever be renewed
        oppsett.setMaxLifetime(0);
        try {
            return new HikariDataSource(oppsett);
        } catch (RuntimeException e) {
            throw aapningsfeil(fil, e);
        }
    }

    /**
     * Each commit is written at once, or a killed process would lose acknowledged ones. «retry» takes the file up again
     * when an interrupted thread has closed its channel, which otherwise ends the database. No trace file, which would
     * hold values.
     */
    private static String url(Path fil, Lagerinnstillinger innstillinger) {
        String sti = fil.resolveSibling(FILNAVN).toString();
        if (sti.indexOf(';') >= 0) {
            throw new UgyldigVerdi("datamappen kan ikke ha semikolon i stien");
        }
        return "jdbc:h2:retry:" + sti
                + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0"
                + ";LOCK_TIMEOUT=" + innstillinger.skriveventetid().toMillis()
                + ";CACHE_SIZE=" + innstillinger.hurtiglager();
    }

    private static void migrer(HikariDataSource kilde, Path fil) {
        Skjema skjema = new Skjema(kilde);
        try {
            skjema.migrer();
        } catch (FlywayValidateException e) {
            throw skjema.erNyere() ? new NyereSkjema(fil, e) : new RegisteretSvarerIkke(e);
        } catch (RuntimeException e) {
            throw aapningsfeil(fil, e);
        }
    }

    private static RuntimeException aapningsfeil(Path fil, RuntimeException feil) {
        Optional<SQLException> sql = finn(feil, SQLException.class);
        int kode = sql.map(SQLException::getErrorCode).orElse(0);
        if (kode == ErrorCode.DATABASE_ALREADY_OPEN_1) {
            return new RegisteretErIBruk(fil.getParent(), feil);
        }
        boolean oedelagt = kode == ErrorCode.FILE_CORRUPTED_1
                || kode == ErrorCode.FILE_VERSION_ERROR_1
                || finn(feil, MVStoreException.class).isPresent();
        return oedelagt ? new RegisteretErOedelagt(fil, feil) : new RegisteretSvarerIkke(feil);
    }

    private static <E> Optional<E> finn(Throwable feil, Class<E> slag) {
        for (Throwable t = feil; t != null; t = t.getCause()) {
            if (slag.isInstance(t)) {
                return Optional.of(slag.cast(t));
            }
        }
        return Optional.empty();
    }
}
