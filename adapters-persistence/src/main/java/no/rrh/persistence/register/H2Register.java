package no.rrh.persistence.register;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import no.rrh.application.port.out.Endringslogg;
import no.rrh.application.port.out.RegisteretSvarerIkke;
import no.rrh.application.port.out.Virksomhetsregister;

/** The register in one H2 file, which belongs to this process until it is closed. */
public final class H2Register implements AutoCloseable {
    private static final String TIL_DISK = Sql.av("h2_til_disk");

    private final List<HikariDataSource> kilder;
    private final Virksomhetsregister virksomhetsregister;
    private final Endringslogg endringslogg;

    private H2Register(
            HikariDataSource oppslag, HikariDataSource arbeid, Lagerinnstillinger innstillinger, Clock klokke) {
        Lager lager = new Lager(oppslag, arbeid, innstillinger.skriveventetid(), handle -> handle.execute(TIL_DISK));
        this.kilder = List.of(oppslag, arbeid);
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
        Registerfil fil = new Registerfil(mappe, innstillinger);
        fil.gjoerKlar();
        HikariDataSource oppslag = fil.koble(innstillinger.oppslag(), innstillinger.spoerretid());
        try {
            return new H2Register(oppslag, fil.koble(innstillinger.arbeid(), Duration.ZERO), innstillinger, klokke);
        } catch (RuntimeException e) {
            oppslag.close();
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

    /** Lets the file go, which may take some seconds. What is under way is broken off. */
    @Override
    public void close() {
        kilder.forEach(HikariDataSource::close);
    }
}
