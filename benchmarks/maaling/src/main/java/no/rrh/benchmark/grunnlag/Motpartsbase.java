package no.rrh.benchmark.grunnlag;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** The peer's database: the bytes of each answer, by organisasjonsnummer. */
public final class Motpartsbase {
    /** The user of its database in H2, which has no password. */
    public static final String BRUKER = "motpart";

    private static final int BUNKE = 1_000;
    private static final String TABELL =
            "create table virksomhet (organisasjonsnummer integer primary key, dokument bytea not null)";
    private static final String SETT_INN = "insert into virksomhet values (?, ?)";

    private Motpartsbase() {}

    /** The address of the one in that folder, for JDBC. */
    public static String h2(Path mappe) {
        return "jdbc:h2:" + mappe.resolve("motpart").toAbsolutePath();
    }

    /** Fills an empty database with the documents of the newest totalbestand of a data folder. */
    public static void fyll(String database, String bruker, Path datamappe) {
        try (Connection tilkobling = DriverManager.getConnection(database, bruker, "");
                Bestandsfil dokumenter = new Bestandsfil(datamappe)) {
            try (Statement sql = tilkobling.createStatement()) {
                sql.execute(TABELL);
            }
            tilkobling.setAutoCommit(false);
            try (PreparedStatement sett = tilkobling.prepareStatement(SETT_INN)) {
                int antall = 0;
                while (dokumenter.hasNext()) {
                    Dokument dokument = dokumenter.next();
                    sett.setInt(1, dokument.organisasjonsnummer());
                    sett.setBytes(2, dokument.bytes());
                    sett.addBatch();
                    antall++;
                    if (antall % BUNKE == 0) {
                        sett.executeBatch();
                        tilkobling.commit();
                    }
                }
                sett.executeBatch();
                tilkobling.commit();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
