package no.rrh.persistence.register;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import no.rrh.application.port.out.RegisteretSvarerIkke;

/**
 * Connections to a PostgreSQL database. What the URL says itself wins over what is set here.
 *
 * <p>A server that is silent is given up within a second where look-ups wait for it. The database in its turn gives up a
 * client that is silent within half a minute: one that was cut off while it wrote would otherwise keep all writers waiting
 * for the two hours that are the default.
 */
final class Postgreskilde {
    private static final int TILKOBLING_S = 1;

    /** Above the longest that a statement of a writer is let wait for the lock. */
    private static final int TAUSHET_S = 90;

    private static final int VALIDERING_MS = 500;
    private static final int REPLIKAVENTETID_MS = 250;

    /** The SQLSTATE class of connections. */
    private static final String TILKOBLING = "08";

    private static final Map<String, String> GRUNNER = Map.of(
            "28000", "brukeren godtas ikke",
            "28P01", "brukeren eller passordet godtas ikke",
            "3D000", "den finnes ikke; opprett den først",
            "42501", "brukeren mangler rettigheter i den",
            // which is told before its version can be asked for
            "42704", "den kjenner ikke en innstilling som brukes; PostgreSQL må være 14 eller nyere");

    private final Databaseadresse adresse;
    private final Lagerinnstillinger innstillinger;

    Postgreskilde(Databaseadresse adresse, Lagerinnstillinger innstillinger) {
        this.adresse = adresse;
        this.innstillinger = innstillinger;
    }

    /** For look-ups, whose statements are broken off when they take long. */
    HikariDataSource oppslag() {
        return koble(spoerreoppsett(innstillinger.oppslag()));
    }

    /** For what may take long. */
    HikariDataSource arbeid() {
        return koble(oppsett(
                innstillinger.arbeid(),
                TAUSHET_S,
                "-c lock_timeout=" + innstillinger.skriveventetid().toMillis()));
    }

    /** As {@link #oppslag}, of a replica, which may be away, and is waited for no longer than the primary leaves time for. */
    HikariDataSource replikaoppslag() {
        return koble(somReplika(spoerreoppsett(innstillinger.oppslag())));
    }

    /** For what may take long, of a replica. */
    HikariDataSource replikaarbeid() {
        HikariConfig oppsett = oppsett(innstillinger.arbeid(), TAUSHET_S, "");
        oppsett.setMinimumIdle(0);
        return koble(somReplika(oppsett));
    }

    /** For looking at a replica, which is done by one. */
    HikariDataSource replikatilsyn() {
        return koble(somReplika(spoerreoppsett(1)));
    }

    /** For what looking at replicas has to do with the primary, where each has one that does. */
    HikariDataSource tilsyn(int antall) {
        return koble(spoerreoppsett(antall));
    }

    private HikariConfig spoerreoppsett(int antall) {
        HikariConfig oppsett = oppsett(
                antall,
                sekunder(innstillinger.spoerretid()),
                "-c statement_timeout=" + innstillinger.spoerretid().toMillis());
        oppsett.setPoolName("oppslag");
        return oppsett;
    }

    private HikariConfig somReplika(HikariConfig oppsett) {
        oppsett.setPoolName(oppsett.getPoolName() + " " + adresse.navn());
        oppsett.setConnectionTimeout(REPLIKAVENTETID_MS);
        oppsett.setValidationTimeout(REPLIKAVENTETID_MS);
        oppsett.setInitializationFailTimeout(-1);
        return oppsett;
    }

    /** One, of whoever asks for it. */
    Connection enkel() throws SQLException {
        int taushet = sekunder(innstillinger.spoerretid());
        return DriverManager.getConnection(adresse.url(), egenskaper(taushet, "-c statement_timeout=" + taushet + "s"));
    }

    private static int sekunder(Duration tid) {
        return (int) Math.max(1, (tid.toMillis() + 999) / 1000);
    }

    private HikariConfig oppsett(int antall, int taushet, String valg) {
        HikariConfig oppsett = new HikariConfig();
        oppsett.setPoolName("arbeid");
        oppsett.setJdbcUrl(adresse.url());
        oppsett.setDataSourceProperties(egenskaper(taushet, valg));
        oppsett.setMaximumPoolSize(antall);
        oppsett.setConnectionTimeout(innstillinger.tilkoblingsventetid().toMillis());
        oppsett.setValidationTimeout(VALIDERING_MS);
        oppsett.setExceptionOverride(new SkrivebeskyttetTjener());
        return oppsett;
    }

    private HikariDataSource koble(HikariConfig oppsett) {
        try {
            return new HikariDataSource(oppsett);
        } catch (PoolInitializationException e) {
            throw feil(e);
        }
    }

    private Properties egenskaper(int taushet, String valg) {
        Properties egenskaper = new Properties();
        adresse.bruker().ifPresent(bruker -> egenskaper.setProperty("user", bruker));
        adresse.passord().ifPresent(passord -> egenskaper.setProperty("password", passord));
        egenskaper.setProperty("ApplicationName", "rrh");
        egenskaper.setProperty("connectTimeout", String.valueOf(TILKOBLING_S));
        egenskaper.setProperty("loginTimeout", String.valueOf(2 * TILKOBLING_S));
        egenskaper.setProperty("cancelSignalTimeout", String.valueOf(TILKOBLING_S));
        egenskaper.setProperty("hostRecheckSeconds", String.valueOf(TILKOBLING_S));
        egenskaper.setProperty("socketTimeout", String.valueOf(taushet));
        egenskaper.setProperty("tcpKeepAlive", "true");
        egenskaper.setProperty("reWriteBatchedInserts", "true");
        egenskaper.setProperty("logServerErrorDetail", "false");
        egenskaper.setProperty(
                "options",
                valg + " -c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3"
                        // a session that waits for others of ours may hold a lock
                        + " -c idle_session_timeout=0 -c timezone=UTC");
        return egenskaper;
    }

    /** What the fault means to whoever set the address. */
    RuntimeException feil(Exception feil) {
        for (Throwable t = feil; t != null; t = t.getCause()) {
            String tilstand = t instanceof SQLException sql ? String.valueOf(sql.getSQLState()) : "";
            if (tilstand.startsWith(TILKOBLING)) {
                return new DatabasenKanIkkeBrukes(adresse, "den svarer ikke", feil);
            }
            if (GRUNNER.containsKey(tilstand)) {
                return new DatabasenKanIkkeBrukes(adresse, GRUNNER.get(tilstand), feil);
            }
        }
        return new RegisteretSvarerIkke(feil);
    }

    /** What was the primary when the connection was made no longer is: the next one finds the new. */
    private static final class SkrivebeskyttetTjener implements SQLExceptionOverride {
        private static final String BARE_LESING = "25006";

        @java.lang.Override
        public Override adjudicate(SQLException feil) {
            return BARE_LESING.equals(feil.getSQLState()) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
        }
    }
}
