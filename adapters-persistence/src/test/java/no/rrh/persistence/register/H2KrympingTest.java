package no.rrh.persistence.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2KrympingTest {
    private static final int RADER = 8_000;
    private static final int RUNDER = 6;

    @TempDir
    private Path mappe;

    @Test
    void whatIsNotUsedIsGivenBackAndNothingElseIsChanged() throws SQLException, IOException {
        Path fil = mappe.resolve("h2.mv.db");
        int foer;
        try (Connection tilkobling = aapne("h2")) {
            foer = skriv(tilkobling);
            long stor = Files.size(fil);

            H2Krymping.krymp(tilkobling, Duration.ofMinutes(1), 0);

            assertThat(Files.size(fil)).isLessThan(stor / 2);
            assertThat(sum(tilkobling)).isEqualTo(foer);
            // as a process leaves it that is killed now
            Files.copy(fil, mappe.resolve("kopi.mv.db"), StandardCopyOption.REPLACE_EXISTING);
        }
        try (Connection tilkobling = aapne("h2")) {
            assertThat(sum(tilkobling)).isEqualTo(foer);
        }
        try (Connection kopi = aapne("kopi")) {
            assertThat(sum(kopi)).isEqualTo(foer);
        }
    }

    @Test
    void aSmallFileIsLetBe() throws SQLException, IOException {
        try (Connection tilkobling = aapne("h2")) {
            skriv(tilkobling);
            long foer = Files.size(mappe.resolve("h2.mv.db"));
            H2Krymping.krymp(tilkobling, Duration.ofMinutes(1), Long.MAX_VALUE);
            assertThat(Files.size(mappe.resolve("h2.mv.db"))).isGreaterThanOrEqualTo(foer);
        }
    }

    @Test
    void withoutTimeNothingIsDone() throws SQLException {
        try (Connection tilkobling = aapne("h2")) {
            int foer = skriv(tilkobling);
            H2Krymping.krymp(tilkobling, Duration.ZERO, 0);
            assertThat(sum(tilkobling)).isEqualTo(foer);
        }
    }

    private Connection aapne(String navn) throws SQLException {
        return DriverManager.getConnection("jdbc:h2:" + mappe.resolve(navn) + ";WRITE_DELAY=0");
    }

    /** Every row several times over, each time on the disk, so that most of the file is dead. */
    private static int skriv(Connection tilkobling) throws SQLException {
        try (Statement setning = tilkobling.createStatement()) {
            setning.execute("create table rad (id int primary key, innhold varbinary)");
        }
        Random tilfeldig = new Random(1);
        for (int runde = 0; runde < RUNDER; runde++) {
            tilkobling.setAutoCommit(false);
            try (PreparedStatement rad = tilkobling.prepareStatement("merge into rad values (?, ?)")) {
                for (int id = 0; id < RADER; id++) {
                    byte[] innhold = new byte[400];
                    tilfeldig.nextBytes(innhold);
                    rad.setInt(1, id);
                    rad.setBytes(2, innhold);
                    rad.addBatch();
                }
                rad.executeBatch();
            }
            tilkobling.commit();
            tilkobling.setAutoCommit(true);
        }
        return sum(tilkobling);
    }

    private static int sum(Connection tilkobling) throws SQLException {
        int sum = 0;
        try (Statement setning = tilkobling.createStatement();
                ResultSet rader = setning.executeQuery("select id, innhold from rad order by id")) {
            while (rader.next()) {
                sum = 31 * (31 * sum + rader.getInt(1)) + Arrays.hashCode(rader.getBytes(2));
            }
        }
        return sum;
    }
}
