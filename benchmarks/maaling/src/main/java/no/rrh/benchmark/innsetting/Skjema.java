package no.rrh.benchmark.innsetting;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.Flyway;

/** The register's own tables, as the server makes them. */
final class Skjema {
    /** Those that {@code rrh kontrollsum} counts: what is imported, and not what is made of it. */
    static final List<String> TABELLER = List.of(
            "sekvens",
            "virksomhet",
            "virksomhet_tidligere",
            "registrering",
            "registrering_tidligere_versjon",
            "endring",
            "generasjon",
            "tilgangsendring");

    private Skjema() {}

    /** Makes them, with their indices, all empty. */
    static void lag(String database, String bruker) {
        Flyway.configure(Skjema.class.getClassLoader())
                .dataSource(database, bruker, "")
                .locations("classpath:db/migrering")
                .load()
                .migrate();
    }

    /** Removes the one row that a new register begins with. */
    static void toem(Connection tilkobling) throws SQLException {
        try (Statement sql = tilkobling.createStatement()) {
            sql.execute("delete from sekvens");
        }
    }
}
