package no.rrh.persistence.register;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import no.rrh.application.port.out.Endringslogg;
import no.rrh.application.port.out.Personhistorikk;
import no.rrh.application.port.out.Personindeks;
import no.rrh.application.port.out.RegisteretSvarerIkke;
import no.rrh.application.port.out.Tilgangsregister;
import no.rrh.application.port.out.Virksomhetsregister;
import no.rrh.domain.feil.UgyldigVerdi;
import org.jdbi.v3.core.Handle;

/**
 * The register in one H2 file, which belongs to this process until it is closed. An interrupted thread harms nobody, and
 * is still interrupted when it is answered.
 */
public final class H2Register implements AutoCloseable {
    private static final String TIL_DISK = Sql.av("h2_til_disk");
    private static final String HENT_SISTE = Sql.av("hent_siste");
    private static final String TELL_TILGANGSENDRINGER = Sql.av("tell_tilgangsendringer");

    /** Within a process too, one at a time makes a register where there was none. */
    private static final Object AAPNING = new Object();

    private final Registerlaas laas;
    private final Registersegl segl;
    private final List<HikariDataSource> kilder;
    private final Virksomhetsregister virksomhetsregister;
    private final Endringslogg endringslogg;
    private final Sqlpersonindeks personindeks;
    private final Tilgangsregister tilgangsregister;
    private final AtomicBoolean lukket = new AtomicBoolean();

    private H2Register(
            Registerlaas laas,
            Registersegl segl,
            HikariDataSource oppslag,
            HikariDataSource arbeid,
            Lagerinnstillinger innstillinger,
            Clock klokke,
            Personnoekkel noekkel) {
        Lager lager = new Lager(
                oppslag,
                arbeid,
                innstillinger.skriveventetid(),
                handle -> Uforstyrret.gjoer(() -> tilDisk(handle, segl)));
        this.laas = laas;
        this.segl = segl;
        this.kilder = List.of(oppslag, arbeid);
        this.virksomhetsregister = new Sqlregister(lager, klokke, noekkel);
        Sqlendringslogg logg = new Sqlendringslogg(lager);
        // what the process before has committed, but perhaps not put on the disk, is there before anybody writes
        logg.siste();
        logg.begynn();
        Sqlpersonindeks indeks = new Sqlpersonindeks(lager, noekkel);
        indeks.byggOmNoedvendig();
        this.endringslogg = logg;
        this.personindeks = indeks;
        this.tilgangsregister = new Sqltilgangsregister(lager);
    }

    /** As {@link #aapne(Path, Clock, Lagerinnstillinger)}, with the standard settings. */
    public static H2Register aapne(Path mappe, Clock klokke) {
        return aapne(mappe, klokke, Lagerinnstillinger.STANDARD);
    }

    /**
     * Opens the register in the folder, and makes both where they are not there: the folder 0700, the file 0600.
     *
     * @param klokke gives the changes their time
     * @throws UgyldigVerdi when the key of the index of persons is not one
     * @throws RegisteretErIBruk when another process has it open
     * @throws RegisteretErOedelagt when the file is damaged, or something else
     * @throws NyereSkjema when a newer version has had it
     * @throws RegisteretSvarerIkke when it cannot be opened for any other reason
     */
    public static H2Register aapne(Path mappe, Clock klokke, Lagerinnstillinger innstillinger) {
        Registerfil fil = new Registerfil(mappe, innstillinger);
        return Uforstyrret.gjoer(() -> {
            synchronized (AAPNING) {
                return aapne(mappe, fil, ta(mappe), innstillinger, klokke);
            }
        });
    }

    private static H2Register aapne(
            Path mappe, Registerfil fil, Registerlaas laas, Lagerinnstillinger innstillinger, Clock klokke) {
        Deque<HikariDataSource> aapnet = new ArrayDeque<>();
        try {
            Personnoekkel noekkel = Personnoekkel.i(mappe);
            fil.gjoerKlar();
            aapnet.push(fil.koble(innstillinger.oppslag(), innstillinger.spoerretid()));
            aapnet.push(fil.koble(innstillinger.arbeid(), Duration.ZERO));
            return new H2Register(
                    laas, fil.segl(), aapnet.getLast(), aapnet.getFirst(), innstillinger, klokke, noekkel);
        } catch (RuntimeException e) {
            aapnet.forEach(HikariDataSource::close);
            slipp(laas);
            throw e;
        }
    }

    private static void tilDisk(Handle handle, Registersegl segl) {
        handle.execute(TIL_DISK);
        segl.kommetTil(tall(handle, HENT_SISTE), tall(handle, TELL_TILGANGSENDRINGER));
    }

    private static long tall(Handle handle, String sql) {
        return handle.createQuery(sql).mapTo(Long.class).one();
    }

    private static Registerlaas ta(Path mappe) {
        try {
            return Registerlaas.ta(mappe);
        } catch (IOException e) {
            throw new RegisteretSvarerIkke(e);
        }
    }

    private static void slipp(Registerlaas laas) {
        try {
            laas.slipp();
        } catch (IOException e) {
            throw new RegisteretSvarerIkke(e);
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

    /** The index of persons of the same register. */
    public Personindeks personindeks() {
        return personindeks;
    }

    /** Where persons of the same register have stood. */
    public Personhistorikk personhistorikk() {
        return personindeks;
    }

    /** The agreements on access, which lie in the same file. */
    public Tilgangsregister tilgangsregister() {
        return tilgangsregister;
    }

    /** Lets the file go, which may take some seconds, and then the folder. What is under way is broken off. */
    @Override
    public void close() {
        if (lukket.compareAndSet(false, true)) {
            Uforstyrret.gjoer(() -> {
                kilder.forEach(HikariDataSource::close);
                synchronized (AAPNING) {
                    if (laas.erDenSiste()) {
                        segl.sett();
                    }
                    slipp(laas);
                }
            });
        }
    }
}
