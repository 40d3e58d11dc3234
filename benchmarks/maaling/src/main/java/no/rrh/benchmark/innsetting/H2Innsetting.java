package no.rrh.benchmark.innsetting;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The rows of a register put into an empty one by bare JDBC, in a process of its own: in batches, in one transaction, with all
 * of H2's settings as they come. They are read some at a time, and only the putting in is timed.
 */
public final class H2Innsetting {
    private static final int BUNKE = 1_000;
    private static final int LEST_AV_GANGEN = 20 * BUNKE;

    private final Connection fra;
    private final Connection til;
    private long antall;
    private long ns;

    private H2Innsetting(Connection fra, Connection til) {
        this.fra = fra;
        this.til = til;
    }

    /**
     * Prints how many rows there were, and how many nanoseconds they took.
     *
     * @param argumenter the path of the register's H2 file without its ending, which is only read, and of the new one
     */
    public static void main(String... argumenter) throws SQLException {
        String ny = "jdbc:h2:" + argumenter[1];
        Skjema.lag(ny, "rrh");
        String gammel = "jdbc:h2:" + argumenter[0] + ";ACCESS_MODE_DATA=r;LAZY_QUERY_EXECUTION=1";
        try (Connection fra = DriverManager.getConnection(gammel, "rrh", "");
                Connection til = DriverManager.getConnection(ny, "rrh", "")) {
            Skjema.toem(til);
            til.setAutoCommit(false);
            H2Innsetting innsetting = new H2Innsetting(fra, til);
            for (String tabell : Skjema.TABELLER) {
                innsetting.flytt(tabell);
            }
            innsetting.bekreft();
            System.out.println(innsetting.antall + " " + innsetting.ns);
        }
    }

    /** What {@link #main} printed. */
    public static Rader les(String sagt) {
        String[] tall = sagt.strip().split(" ");
        return new Rader(Long.parseLong(tall[0]), Duration.ofNanos(Long.parseLong(tall[1])));
    }

    private void flytt(String tabell) throws SQLException {
        try (Statement spoerring = fra.createStatement();
                ResultSet rader = spoerring.executeQuery("select * from " + tabell)) {
            int kolonner = rader.getMetaData().getColumnCount();
            String verdier = String.join(", ", Collections.nCopies(kolonner, "?"));
            try (PreparedStatement sett = til.prepareStatement("insert into " + tabell + " values (" + verdier + ")")) {
                List<Object[]> lest = les(rader, kolonner);
                while (!lest.isEmpty()) {
                    settInn(lest, sett);
                    lest = les(rader, kolonner);
                }
            }
        }
    }

    private static List<Object[]> les(ResultSet rader, int kolonner) throws SQLException {
        List<Object[]> lest = new ArrayList<>();
        while (lest.size() < LEST_AV_GANGEN && rader.next()) {
            Object[] rad = new Object[kolonner];
            for (int i = 0; i < kolonner; i++) {
                rad[i] = rader.getObject(i + 1);
            }
            lest.add(rad);
        }
        return lest;
    }

    private void settInn(List<Object[]> rader, PreparedStatement sett) throws SQLException {
        long foer = System.nanoTime();
        int iBunken = 0;
        for (Object[] rad : rader) {
            for (int i = 0; i < rad.length; i++) {
                sett.setObject(i + 1, rad[i]);
            }
            sett.addBatch();
            iBunken++;
            if (iBunken == BUNKE) {
                sett.executeBatch();
                iBunken = 0;
            }
        }
        sett.executeBatch();
        ns += System.nanoTime() - foer;
        antall += rader.size();
    }

    private void bekreft() throws SQLException {
        long foer = System.nanoTime();
        til.commit();
        ns += System.nanoTime() - foer;
    }
}
