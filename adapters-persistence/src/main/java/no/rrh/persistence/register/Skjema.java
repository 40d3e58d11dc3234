package no.rrh.persistence.register;

import java.util.Arrays;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.exception.FlywayValidateException;

/** The tables, brought up to this version by numbered migrations. */
final class Skjema {
    private final Flyway flyway;

    Skjema(DataSource kilde) {
        this.flyway = Flyway.configure(Skjema.class.getClassLoader())
                .dataSource(kilde)
                .locations("classpath:db/migrering")
                // by default migrations that only a newer version knows would be passed over
                .ignoreMigrationPatterns(new String[0])
                .cleanDisabled(true)
                .load();
    }

    /**
     * Runs what has not been run.
     *
     * @throws FlywayException when a migration fails, or {@link FlywayValidateException} when those that were run are not
     *     those of this version
     */
    void migrer() {
        flyway.migrate();
    }

    /** Whether a migration was run that this version does not know. */
    boolean erNyere() {
        return Arrays.stream(flyway.info().all())
                .anyMatch(migrering -> migrering.getState() == MigrationState.FUTURE_SUCCESS
                        || migrering.getState() == MigrationState.FUTURE_FAILED);
    }
}
