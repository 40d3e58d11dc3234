package no.rrh.persistence.register;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import no.rrh.application.port.out.RegisteretSvarerIkke;

/** The register in a PostgreSQL database, which other instances may use at the same time. */
public final class Postgresregister extends Registerlager {
    private final Deque<HikariDataSource> kilder;

    private Postgresregister(Sqlporter porter, Deque<HikariDataSource> kilder) {
        super(porter);
        this.kilder = kilder;
    }

    /** As {@link #aapne(Databaseadresse, String, Clock, Lagerinnstillinger)}, with the standard settings. */
    public static Postgresregister aapne(Databaseadresse adresse, String miljoe, Clock klokke) {
        return aapne(adresse, miljoe, klokke, Lagerinnstillinger.POSTGRESQL);
    }

    /**
     * Opens the register in the database, and makes it where there is none. One instance at a time does.
     *
     * @param miljoe the environment that a new register belongs to; another's is refused
     * @param klokke gives the changes their time
     * @throws DatabasenKanIkkeBrukes when it cannot be reached, or its version, its character set, its environment or the
     *     user's rights do not do
     * @throws NyereSkjema when a newer version has had it
     * @throws RegisteretSvarerIkke when it falls silent meanwhile
     */
    public static Postgresregister aapne(
            Databaseadresse adresse, String miljoe, Clock klokke, Lagerinnstillinger innstillinger) {
        Postgreskilde kilde = new Postgreskilde(adresse, innstillinger);
        Deque<HikariDataSource> aapnet = new ArrayDeque<>();
        try {
            aapnet.push(kilde.arbeid());
            aapnet.push(kilde.oppslag());
            Lager lager =
                    new Lager(aapnet.getFirst(), aapnet.getLast(), innstillinger.skriveventetid(), Dialekt.POSTGRESQL);
            Postgresskjema skjema = new Postgresskjema(adresse, aapnet.getLast(), miljoe);
            return new Postgresregister(skjema.gjoerKlart(lager, klokke), aapnet);
        } catch (RuntimeException e) {
            aapnet.forEach(HikariDataSource::close);
            throw e;
        }
    }

    /**
     * Whether there is a register in the database, of whatever version and environment. Nothing is made.
     *
     * @throws DatabasenKanIkkeBrukes when it cannot be reached
     * @throws RegisteretSvarerIkke when it falls silent meanwhile
     */
    public static boolean finnes(Databaseadresse adresse) {
        Postgreskilde kilde = new Postgreskilde(adresse, Lagerinnstillinger.POSTGRESQL);
        try (Connection tilkobling = kilde.enkel()) {
            return Postgresskjema.finnes(tilkobling);
        } catch (SQLException e) {
            throw kilde.feil(e);
        }
    }

    @Override
    public void close() {
        kilder.forEach(HikariDataSource::close);
    }
}
