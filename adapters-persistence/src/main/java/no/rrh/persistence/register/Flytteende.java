package no.rrh.persistence.register;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import no.rrh.application.port.out.DiskenErFull;
import no.rrh.application.port.out.RegisteretSvarerIkke;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One end of a move: a database that is used by one session, from when it is opened until it is closed. What goes wrong
 * names the end.
 */
final class Flytteende implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Flytteende.class);

    /** One session, and while the index of persons is made a reader and a writer. Nobody is kept waiting by either. */
    private static final Lagerinnstillinger INNSTILLINGER =
            new Lagerinnstillinger(4, 4, Duration.ofSeconds(5), Duration.ZERO, Duration.ofSeconds(30), 32_768);

    /** A server of PostgreSQL may need a moment to see that a process was killed. */
    private static final Duration VENTETID = Duration.ofSeconds(10);

    private static final String DISKEN_ER_FULL = "53100";
    private static final List<String> INGEN_PLASS = List.of("No space left on device", "File too large");

    private final Registersted sted;
    private final Dialekt dialekt;
    private final Aapnet aapnet = new Aapnet();
    private HikariDataSource kilde;
    private Handle handle;
    private Personnoekkel noekkel;

    private Flytteende(Registersted sted) {
        this.sted = sted;
        this.dialekt = sted instanceof Registersted.Mappe ? Dialekt.H2 : Dialekt.POSTGRESQL;
    }

    /**
     * The register to be moved, which is there, whole, and of this version. It is not altered.
     *
     * @param miljoe that it must belong to, where the database tells
     */
    static Flytteende kilde(Registersted sted, String miljoe) {
        return new Flytteende(sted).aapne(ende -> {
            if (sted instanceof Registersted.Mappe mappe) {
                Registerfil fil = new Registerfil(mappe.mappe(), INNSTILLINGER);
                if (!fil.finnes()) {
                    throw Flyttefeil.ingenting(sted.navn());
                }
                ende.hold(mappe);
                if (!fil.erAvDenneVersjonen()) {
                    throw Flyttefeil.eldre(sted.navn());
                }
                ende.gjoerKlar(fil);
                ende.koble(fil.koble(INNSTILLINGER.arbeid(), Duration.ZERO));
            } else if (sted instanceof Registersted.Database database) {
                ende.koble(new Postgreskilde(database.adresse(), INNSTILLINGER).arbeid());
                new Postgresskjema(database.adresse(), ende.kilde, miljoe).krevRegister(ende.handle);
            }
            Flyttemerke.krevIngen(ende.handle, sted.navn());
        });
    }

    /**
     * Where it is to be: new, empty, or where a move has been broken off. It has this version's tables then.
     *
     * @param miljoe that the register belongs to
     */
    static Flytteende maal(Registersted sted, String miljoe) {
        return new Flytteende(sted).aapne(ende -> {
            if (sted instanceof Registersted.Mappe mappe) {
                Registerfil fil = new Registerfil(mappe.mappe(), INNSTILLINGER);
                ende.hold(mappe);
                if (fil.finnes() && !fil.erAvDenneVersjonen()) {
                    throw Flyttefeil.opptatt(sted.navn());
                }
                ende.gjoerKlar(fil);
                ende.koble(fil.koble(INNSTILLINGER.arbeid(), Duration.ZERO));
                ende.noekkel = Personnoekkel.i(mappe.mappe());
            } else if (sted instanceof Registersted.Database database) {
                ende.koble(new Postgreskilde(database.adresse(), INNSTILLINGER).arbeid());
                Postgresskjema skjema = new Postgresskjema(database.adresse(), ende.kilde, miljoe);
                skjema.krevIkkeEldreRegister(ende.handle);
                ende.taFlyttelaas();
                ende.noekkel = skjema.gjoerKlart((ny, noekkel) -> noekkel);
            }
            Flyttemerke.krevLedig(ende.handle, sted.navn());
        });
    }

    private Flytteende aapne(Consumer<Flytteende> aapning) {
        try {
            return gjoer(() -> {
                aapning.accept(this);
                return this;
            });
        } catch (RuntimeException | Error e) {
            aapnet.lukkEtter(e);
            throw e;
        }
    }

    private void hold(Registersted.Mappe mappe) {
        Registerlaas laas = H2Register.ta(mappe.mappe());
        aapnet.legg(() -> H2Register.slipp(laas));
        H2Kopiering.rydd(mappe.mappe());
    }

    /** H2 writes to a file that it opens, though nothing of the register is altered: so its seal is broken, and set again. */
    private void gjoerKlar(Registerfil fil) {
        fil.gjoerKlar();
        aapnet.legg(fil.segl()::sett);
    }

    private void koble(HikariDataSource til) {
        kilde = til;
        aapnet.legg(til::close);
        handle = Lager.jdbi(til).open();
        aapnet.legg(handle::close);
    }

    private void taFlyttelaas() {
        long frist = System.nanoTime() + VENTETID.toNanos();
        while (!Postgresskjema.taFlyttelaas(handle)) {
            if (System.nanoTime() > frist) {
                throw new Flyttefeil("en annen flytting til " + sted.navn() + " er i gang");
            }
            Postgresskjema.vent();
        }
    }

    String navn() {
        return sted.navn();
    }

    Dialekt dialekt() {
        return dialekt;
    }

    /** Reads from one moment. */
    <T> T iOeyeblikksbilde(Function<Handle, T> lesing) {
        return gjoer(() -> handle.inTransaction(dialekt.oeyeblikksbilde(), lesing::apply));
    }

    /** Has something done that others, who would open the register, must not see half of. */
    <T> T alene(Function<Handle, T> arbeid) {
        return gjoer(() -> dialekt == Dialekt.H2
                ? arbeid.apply(handle)
                : Postgresskjema.alene(handle, () -> arbeid.apply(handle)));
    }

    /** One transaction. */
    void skriv(Consumer<Handle> arbeid) {
        gjoer(() -> {
            handle.useTransaction(arbeid::accept);
            return null;
        });
    }

    /** Puts on the disk what has been written. */
    void gjoerVarig() {
        gjoer(() -> {
            dialekt.gjoerVarig(handle);
            return null;
        });
    }

    /** Makes the index of persons, unless it is there. */
    void indekser() {
        gjoer(() -> {
            Lager lager = new Lager(kilde, kilde, INNSTILLINGER.skriveventetid(), dialekt);
            new Sqlpersonindeks(lager, lager, noekkel).byggOmNoedvendig();
            return null;
        });
    }

    private <T> T gjoer(Supplier<T> arbeid) {
        try {
            return Lagerfeil.oversett(arbeid);
        } catch (ManglerPlass e) {
            throw e;
        } catch (DiskenErFull e) {
            throw full(e);
        } catch (RegisteretSvarerIkke e) {
            if (erFull(e)) {
                throw full(e);
            }
            LOG.error("The move was broken off, since {} does not answer", navn(), e);
            throw new Flyttefeil(
                    navn()
                            + " svarer ikke, og årsaken står i loggen; kjør kommandoen igjen, så går den videre der den var",
                    e);
        }
    }

    private Flyttefeil full(RuntimeException feil) {
        return new Flyttefeil(
                "disken er full der " + navn()
                        + " ligger; gi plass og kjør kommandoen igjen, så går den videre der den var",
                feil);
    }

    private static boolean erFull(Throwable feil) {
        for (Throwable t = feil; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql && DISKEN_ER_FULL.equals(sql.getSQLState())
                    || t instanceof IOException && INGEN_PLASS.contains(t.getMessage())) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        aapnet.close();
    }
}
