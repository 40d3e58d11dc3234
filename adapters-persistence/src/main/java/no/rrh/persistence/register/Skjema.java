package no.rrh.persistence.register;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The tables, by numbered migrations. */
final class Skjema {
    /** The number of the last migration: a register that has it needs no other, and one with a later is too new. */
    static final String VERSJON = "005";

    private Skjema() {}

    /** Runs the migrations that have not been run. */
    static void migrer(DataSource kilde) {
        Flyway.configure(Skjema.class.getClassLoader())
                .dataSource(kilde)
                .locations("classpath:db/migrering")
                .cleanDisabled(true)
                .load()
                .migrate();
    }
}
