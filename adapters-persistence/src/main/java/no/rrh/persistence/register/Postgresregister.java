package no.rrh.persistence.register;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import no.rrh.application.port.out.RegisteretSvarerIkke;
import no.rrh.application.port.out.Replikastatus;

/** The register in a PostgreSQL database, which other instances may use at the same time, and read replicas of it. */
public final class Postgresregister extends Registerlager {
    private final Leserotasjon rotasjon;

    private final List<HikariDataSource> kilder;
    private final Aapnet aapnet;

    private Postgresregister(Sqlporter porter, Leserotasjon rotasjon, List<HikariDataSource> kilder, Aapnet aapnet) {
        super(porter);
        this.rotasjon = rotasjon;
        this.kilder = kilder;
        this.aapnet = aapnet;
    }

    /** As {@link #aapne(Databaseadresse, List, String, Clock, Lagerinnstillinger)}, by itself and with the standard settings. */
    public static Postgresregister aapne(Databaseadresse adresse, String miljoe, Clock klokke) {
        return aapne(adresse, List.of(), miljoe, klokke, Lagerinnstillinger.POSTGRESQL);
    }

    /**
     * Opens the register in the database, and makes it where there is none. One instance at a time does.
     *
     * @param replikaer where it is read too, when they are there and not behind
     * @param miljoe the environment that a new register belongs to; another's is refused
     * @param klokke gives the changes their time
     * @throws DatabasenKanIkkeBrukes when it cannot be reached, or its version, its character set, its environment or the
     *     user's rights do not do
     * @throws NyereSkjema when a newer version has had it
     * @throws UferdigFlytting when it is half of a register, of which the rest is to come
     * @throws RegisteretSvarerIkke when it falls silent meanwhile
     */
    public static Postgresregister aapne(
            Databaseadresse adresse,
            List<Databaseadresse> replikaer,
            String miljoe,
            Clock klokke,
            Lagerinnstillinger innstillinger) {
        Aapnet aapnet = new Aapnet();
        try {
            Postgreskilde kilde = new Postgreskilde(adresse, innstillinger);
            HikariDataSource arbeid = legg(aapnet, kilde.arbeid());
            HikariDataSource oppslag = legg(aapnet, kilde.oppslag());
            Lager lager = new Lager(oppslag, arbeid, innstillinger.skriveventetid(), Dialekt.POSTGRESQL);
            Leserotasjon rotasjon =
                    new Leserotasjon(lager, replikaer(kilde, replikaer, innstillinger, aapnet), System::nanoTime);
            aapnet.legg(rotasjon::close);
            Sqlporter porter = new Postgresskjema(adresse, arbeid, miljoe).gjoerKlart(lager, rotasjon, klokke);
            rotasjon.start();
            return new Postgresregister(porter, rotasjon, List.of(oppslag, arbeid), aapnet);
        } catch (RuntimeException | Error e) {
            aapnet.lukkEtter(e);
            throw e;
        }
    }

    private static List<Replika> replikaer(
            Postgreskilde kilde, List<Databaseadresse> adresser, Lagerinnstillinger innstillinger, Aapnet aapnet) {
        if (adresser.isEmpty()) {
            return List.of();
        }
        HikariDataSource tilsyn = legg(aapnet, kilde.tilsyn(adresser.size()));
        Lager primaer = new Lager(tilsyn, tilsyn, innstillinger.skriveventetid(), Dialekt.POSTGRESQL);
        List<Replika> alle = new ArrayList<>();
        for (Databaseadresse adresse : adresser) {
            Replika en = new Replika(adresse, innstillinger, primaer, System::nanoTime);
            // also when the next one cannot be made
            aapnet.legg(en::close);
            alle.add(en);
        }
        return alle;
    }

    private static HikariDataSource legg(Aapnet aapnet, HikariDataSource kilde) {
        aapnet.legg(kilde::close);
        return kilde;
    }

    @Override
    public List<Replikastatus> replikaer() {
        return rotasjon.status();
    }

    @Override
    public void maal(MeterRegistry maalere) {
        kilder.forEach(kilde -> kilde.setMetricRegistry(maalere));
        rotasjon.maal(maalere);
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
        aapnet.close();
    }
}
