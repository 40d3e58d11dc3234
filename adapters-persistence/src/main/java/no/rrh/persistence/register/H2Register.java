package no.rrh.persistence.register;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import no.rrh.application.port.out.DiskenErFull;
import no.rrh.application.port.out.RegisteretSvarerIkke;
import no.rrh.domain.feil.UgyldigVerdi;
import no.rrh.persistence.fil.Diskplass;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The register in one H2 file, which belongs to this process until it is closed. An interrupted thread harms nobody, and
 * is still interrupted when it is answered.
 */
public final class H2Register extends Registerlager {
    private static final Logger LOGG = LoggerFactory.getLogger(H2Register.class);
    private static final String HENT_SISTE = Sql.av("hent_siste");
    private static final String TELL_TILGANGSENDRINGER = Sql.av("tell_tilgangsendringer");

    /** Within a process too, one at a time makes a register where there was none. */
    private static final Object AAPNING = new Object();

    private static final Duration LENGSTE_KRYMPING = Duration.ofMinutes(2);

    /** A server that stops has some seconds. */
    private static final Duration KORT_KRYMPING = Duration.ofSeconds(3);

    private final Registerlaas laas;
    private final Registersegl segl;
    private final List<HikariDataSource> kilder;
    private final H2Kopiering kopiering;
    private final AtomicBoolean lukket = new AtomicBoolean();

    private H2Register(
            Path mappe,
            Registerlaas laas,
            Registersegl segl,
            HikariDataSource oppslag,
            HikariDataSource arbeid,
            Lagerinnstillinger innstillinger,
            Clock klokke,
            Personnoekkel noekkel) {
        this(
                mappe,
                laas,
                segl,
                List.of(oppslag, arbeid),
                new Lager(oppslag, arbeid, innstillinger.skriveventetid(), Dialekt.H2, handle -> tilDisk(handle, segl)),
                klokke,
                noekkel);
    }

    private H2Register(
            Path mappe,
            Registerlaas laas,
            Registersegl segl,
            List<HikariDataSource> kilder,
            Lager lager,
            Clock klokke,
            Personnoekkel noekkel) {
        super(Sqlporter.over(lager, lager, klokke, noekkel));
        // whoever was at it has died with its process
        Sqlproduksjonsrett.frigi(lager);
        this.laas = laas;
        this.segl = segl;
        this.kilder = kilder;
        this.kopiering = new H2Kopiering(mappe, kilder.get(1));
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
     * @throws UferdigFlytting when it is half of a register, of which the rest is to come
     * @throws DiskenErFull when there is no room for what is written at an opening
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
        Aapnet lukking = new Aapnet();
        lukking.legg(() -> slipp(laas));
        try {
            H2Kopiering.rydd(mappe);
            Personnoekkel noekkel = Personnoekkel.i(mappe);
            fil.gjoerKlar();
            HikariDataSource oppslag = fil.koble(innstillinger.oppslag(), innstillinger.spoerretid());
            lukking.legg(oppslag::close);
            HikariDataSource arbeid = fil.koble(innstillinger.arbeid(), Duration.ZERO);
            lukking.legg(arbeid::close);
            Flyttemerke.krevIngen(arbeid, mappe);
            return new H2Register(mappe, laas, fil.segl(), oppslag, arbeid, innstillinger, klokke, noekkel);
        } catch (RuntimeException e) {
            lukking.lukkEtter(e);
            throw e instanceof RegisteretSvarerIkke
                    ? Diskplass.full(e, mappe)
                            .<RuntimeException>map(DiskenErFull::new)
                            .orElse(e)
                    : e;
        }
    }

    private static void tilDisk(Handle handle, Registersegl segl) {
        Dialekt.H2.gjoerVarig(handle);
        Uforstyrret.gjoer(() -> segl.kommetTil(tall(handle, HENT_SISTE), tall(handle, TELL_TILGANGSENDRINGER)));
    }

    private static long tall(Handle handle, String sql) {
        return handle.createQuery(sql).mapTo(Long.class).one();
    }

    static Registerlaas ta(Path mappe) {
        try {
            return Registerlaas.ta(mappe);
        } catch (IOException e) {
            throw new RegisteretSvarerIkke(e);
        }
    }

    static void slipp(Registerlaas laas) {
        try {
            laas.slipp();
        } catch (IOException e) {
            throw new RegisteretSvarerIkke(e);
        }
    }

    @Override
    public Optional<H2Kopiering> kopiering() {
        return Optional.of(kopiering);
    }

    /** Lets the file go, which may take some seconds, and then the folder. What is under way is broken off. */
    @Override
    public void close() {
        if (lukket.compareAndSet(false, true)) {
            Uforstyrret.gjoer(() -> {
                try {
                    krymp(KORT_KRYMPING);
                } finally {
                    lukk();
                }
            });
        }
    }

    private void lukk() {
        kilder.forEach(HikariDataSource::close);
        synchronized (AAPNING) {
            if (laas.erDenSiste()) {
                segl.sett();
            }
            slipp(laas);
        }
    }

    @Override
    public void maal(MeterRegistry maalere) {
        kilder.forEach(kilde -> kilde.setMetricRegistry(maalere));
    }

    @Override
    public void krymp() {
        Uforstyrret.gjoer(() -> krymp(LENGSTE_KRYMPING));
    }

    /** Whatever comes of it: what is not done now may be done the next time. */
    private void krymp(Duration lengst) {
        try (Connection tilkobling = kilder.get(1).getConnection()) {
            H2Krymping.krymp(tilkobling, lengst);
        } catch (SQLException | RuntimeException e) {
            LOGG.warn("The file of the register could not be shrunk", e);
        }
    }
}
