package no.rrh.persistence.register;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import no.rrh.persistence.register.Registertabell.Kolonne;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** The content hash in a database: it is of every row and column, and of nothing else. */
abstract class KontrollsumKontrakt {
    private static final int RADER = 450;

    /** Of the rows below. Should it ever change, no copy that was taken before can be compared any more. */
    private static final String KJENT = "292621027e522dcdac6525166c7926a6483734951baa4a19b4a28d47f72b97f2";

    /** What is made of the register, or is about those who have it open. */
    private static final List<String> IKKE_REGISTERET = List.of(
            "person_virksomhet", "person_tidligere", "personindeks", "produksjon", "lesested", "felles", "flytting");

    /** A database with this version's tables and nothing in them but the counter. */
    protected abstract DataSource tomtRegister();

    abstract Dialekt dialekt();

    private Kontrollsum sum(DataSource kilde) {
        return kontrollsummering(kilde).beregn(lest -> {});
    }

    private Kontrollsummering kontrollsummering(DataSource kilde) {
        return new Kontrollsummering(new Lager(kilde, kilde, Duration.ofSeconds(30), dialekt()));
    }

    @Test
    void itIsTheSumOfTheseRowsInEveryDatabase() throws SQLException {
        Kontrollsum sum = sum(fylt(new Random(1)));

        assertThat(sum.sum()).isEqualTo(KJENT);
        assertThat(sum.sekvensnummer()).isEqualTo(7_000_000_000L);
        assertThat(sum.skjema()).isEqualTo(Skjema.VERSJON);
        assertThat(sum.tabeller())
                .extracting(Kontrollsum.Tabell::navn)
                .containsExactlyElementsOf(Arrays.stream(Registertabell.values())
                        .map(Registertabell::navn)
                        .toList());
        assertThat(sum.tabeller()).allSatisfy(tabell -> {
            assertThat(tabell.rader()).isEqualTo(tabell.navn().equals("sekvens") ? 1 : RADER);
            assertThat(tabell.sum()).matches("[0-9a-f]{64}");
        });
        assertThat(sum.rader()).isEqualTo(7L * RADER + 1);
        assertThat(sum.virksomheter()).isEqualTo(RADER);
    }

    @Test
    void theOrderInWhichTheRowsCameIsOfNoAccount() throws SQLException {
        assertThat(sum(fylt(new Random(1)))).isEqualTo(sum(fylt(new Random(2))));
    }

    @Test
    void itIsTheSameWhateverTheSizeOfThePages() throws SQLException {
        DataSource kilde = fylt(new Random(1));
        for (Registertabell tabell : Registertabell.values()) {
            List<String> alt = lest(kilde, tabell, RADER + 1);
            assertThat(alt).doesNotHaveDuplicates();
            for (int side : List.of(1, 2, 7, RADER - 1, RADER)) {
                assertThat(lest(kilde, tabell, side))
                        .as("%s by %d", tabell, side)
                        .isEqualTo(alt);
            }
        }
    }

    private static List<String> lest(DataSource kilde, Registertabell tabell, int side) {
        List<String> rader = new ArrayList<>();
        Jdbi.create(kilde)
                .useHandle(handle -> tabell.lesAlt(handle, side, lest -> {
                    assertThat(lest).hasSizeLessThanOrEqualTo(side);
                    lest.forEach(rad -> rader.add(Arrays.toString(new Radavtrykk().av(tabell, rad))));
                }));
        return rader;
    }

    @Test
    void everyColumnThatIsAlteredAltersIt() throws SQLException {
        DataSource kilde = fylt(new Random(1));
        Kontrollsum foer = sum(kilde);
        for (Registertabell tabell : Registertabell.values()) {
            List<Rad> rader = rader(kilde, tabell);
            for (int k = tabell == Registertabell.SEKVENS ? 1 : 0;
                    k < tabell.kolonner().size();
                    k++) {
                // two that follow each other: of a value that may be missing, one is
                for (Rad rad : rader.subList(rader.size() / 2, Math.min(rader.size(), rader.size() / 2 + 2))) {
                    Rad endret = med(rad, k, annen(tabell.kolonner().get(k), rad.verdi(k)));
                    bytt(kilde, tabell, rad, endret);
                    Kontrollsum etter = sum(kilde);
                    assertThat(ulike(foer, etter))
                            .as(tabell + "." + tabell.kolonner().get(k).navn())
                            .containsExactly(tabell.navn());
                    assertThat(etter.sum()).isNotEqualTo(foer.sum());
                    bytt(kilde, tabell, endret, rad);
                }
            }
        }
        assertThat(sum(kilde)).isEqualTo(foer);
    }

    @Test
    void aRowMoreOrLessAltersIt() throws SQLException {
        DataSource kilde = fylt(new Random(1));
        Kontrollsum foer = sum(kilde);
        for (Registertabell tabell : Registertabell.values()) {
            if (tabell != Registertabell.SEKVENS) {
                Rad ny = rad(tabell, RADER);
                settInn(kilde, tabell, List.of(ny));
                assertThat(ulike(foer, sum(kilde))).containsExactly(tabell.navn());
                Kolonne noekkel = tabell.kolonner().get(0);
                utfoer(
                        kilde,
                        "delete from " + tabell.navn() + " where " + noekkel.navn() + " = ?",
                        List.of(bundet(ny.verdi(0))));
            }
        }
        assertThat(sum(kilde)).isEqualTo(foer);
    }

    @Test
    void valuesThatMoveToTheNextColumnOrRowAlterIt() throws SQLException {
        DataSource kilde = fylt(new Random(1));
        Kontrollsum foer = sum(kilde);
        utfoer(
                kilde,
                "update tilgangsendring set kontakt_navn = kontakt_navn || substring(kontakt_epost from 1 for 1),"
                        + " kontakt_epost = substring(kontakt_epost from 2) where nummer = 1",
                List.of());
        assertThat(ulike(foer, sum(kilde))).containsExactly("tilgangsendring");
    }

    @Test
    void theTablesAndColumnsAreThoseOfTheDatabase() throws SQLException {
        Map<String, TreeSet<String>> finnes = new TreeMap<>();
        try (Connection tilkobling = tomtRegister().getConnection()) {
            DatabaseMetaData om = tilkobling.getMetaData();
            try (ResultSet kolonner = om.getColumns(null, tilkobling.getSchema(), "%", "%")) {
                while (kolonner.next()) {
                    finnes.computeIfAbsent(liten(kolonner, "TABLE_NAME"), navn -> new TreeSet<>())
                            .add(liten(kolonner, "COLUMN_NAME"));
                }
            }
        }
        finnes.keySet().removeAll(IKKE_REGISTERET);
        finnes.remove("flyway_schema_history");

        assertThat(finnes)
                .isEqualTo(Arrays.stream(Registertabell.values())
                        .collect(toMap(
                                Registertabell::navn,
                                tabell -> tabell.kolonner().stream()
                                        .map(Kolonne::navn)
                                        .collect(Collectors.toCollection(TreeSet::new)))));
    }

    private static String liten(ResultSet rad, String navn) throws SQLException {
        return rad.getString(navn).toLowerCase(Locale.ROOT);
    }

    @Test
    void whoReadsIsToldOfEveryPageAndMayEndIt() throws SQLException {
        Kontrollsummering summering = kontrollsummering(fylt(new Random(1)));
        List<Long> fortalt = new ArrayList<>();
        summering.beregn(fortalt::add);

        assertThat(fortalt).isSorted().endsWith(7L * RADER + 1).hasSizeGreaterThan(20);
        assertThatThrownBy(() -> summering.beregn(lest -> {
                    throw new CancellationException("enough");
                }))
                .isInstanceOf(CancellationException.class)
                .hasMessage("enough");
        assertThat(summering.beregn(lest -> {}).sum()).isEqualTo(KJENT);
    }

    private static List<String> ulike(Kontrollsum en, Kontrollsum annen) {
        return IntStream.range(0, en.tabeller().size())
                .filter(i -> !en.tabeller().get(i).equals(annen.tabeller().get(i)))
                .mapToObj(i -> en.tabeller().get(i).navn())
                .toList();
    }

    /** A register whose rows are always the same and were written in an order of its own. */
    private DataSource fylt(Random rekkefoelge) throws SQLException {
        DataSource kilde = tomtRegister();
        utfoer(
                kilde,
                "update sekvens set siste = ?, tidspunkt = ? where id = 1",
                List.of(7_000_000_000L, bundet(Instant.parse("2026-01-02T03:04:05.678Z"))));
        for (Registertabell tabell : Registertabell.values()) {
            if (tabell != Registertabell.SEKVENS) {
                List<Rad> rader = new ArrayList<>(
                        IntStream.range(0, RADER).mapToObj(i -> rad(tabell, i)).toList());
                Collections.shuffle(rader, rekkefoelge);
                settInn(kilde, tabell, rader);
            }
        }
        return kilde;
    }

    /** Keys of several columns share their first ones; every other value that may be missing is. */
    private static Rad rad(Registertabell tabell, int i) {
        int noekler = tabell.noekkel().size();
        List<Object> verdier = new ArrayList<>();
        for (int k = 0; k < tabell.kolonner().size(); k++) {
            Kolonne kolonne = tabell.kolonner().get(k);
            boolean foerst = noekler > 1 && k < noekler - 1 && i < RADER;
            int verdi = foerst ? i / (k == 0 ? 90 : 30) : i;
            verdier.add(kanMangle(tabell, kolonne) && i % 2 == 0 ? null : verdi(kolonne, verdi, k));
        }
        return new Rad(verdier);
    }

    private static boolean kanMangle(Registertabell tabell, Kolonne kolonne) {
        return kolonne.navn().equals("slettet")
                || kolonne.navn().equals("gyldig_til")
                || tabell.navn().startsWith("virksomhet")
                        && List.of("gjeldende", "tidligere").contains(kolonne.navn());
    }

    private static Object verdi(Kolonne kolonne, int i, int nummer) {
        return switch (kolonne.slag()) {
            case HELTALL -> i + 1L;
            case TIDSPUNKT -> Instant.EPOCH.plusMillis(1_700_000_000_123L + 86_400_001L * i);
            case DATO -> LocalDate.of(1999, 12, 31).plusDays(i);
            // on both sides of where signed numbers turn
            case UUID -> new UUID(i * 0x9E3779B97F4A7C15L, ~i * 0xC2B2AE3D27D4EB4FL + nummer);
            case TEKST -> "" + (char) ('a' + nummer) + i + "€😀".repeat(i % 2);
            case BYTE -> new byte[] {0, -1, (byte) i, (byte) (i >> 8), (byte) nummer};
            case SANNHET -> i % 3 == 0;
        };
    }

    private static Object annen(Kolonne kolonne, Object verdi) {
        if (verdi == null) {
            return verdi(kolonne, 1_000_000, 99);
        }
        return switch (kolonne.slag()) {
            case HELTALL -> (Long) verdi + 1_000_000;
            case TIDSPUNKT -> ((Instant) verdi).plusMillis(1);
            case DATO -> ((LocalDate) verdi).plusDays(1);
            case UUID ->
                new UUID(((UUID) verdi).getMostSignificantBits(), ((UUID) verdi).getLeastSignificantBits() ^ 1L << 63);
            case TEKST -> verdi + " ";
            case BYTE -> Arrays.copyOf((byte[]) verdi, ((byte[]) verdi).length + 1);
            case SANNHET -> !(Boolean) verdi;
        };
    }

    private static List<Rad> rader(DataSource kilde, Registertabell tabell) {
        List<Rad> rader = new ArrayList<>();
        Jdbi.create(kilde).useHandle(handle -> tabell.lesAlt(handle, rader::addAll));
        return rader;
    }

    private static Rad med(Rad rad, int kolonne, Object verdi) {
        Object[] verdier = rad.verdier().toArray();
        verdier[kolonne] = verdi;
        return new Rad(verdier);
    }

    private static void bytt(DataSource kilde, Registertabell tabell, Rad fra, Rad til) throws SQLException {
        List<Object> bundne = new ArrayList<>();
        til.verdier().forEach(verdi -> bundne.add(bundet(verdi)));
        IntStream.range(0, tabell.noekkel().size()).forEach(i -> bundne.add(bundet(fra.verdi(i))));
        utfoer(
                kilde,
                "update " + tabell.navn() + " set " + likninger(tabell.kolonner(), ", ") + " where "
                        + likninger(tabell.noekkel(), " and "),
                bundne);
    }

    private static String likninger(List<Kolonne> kolonner, String mellom) {
        return kolonner.stream().map(kolonne -> kolonne.navn() + " = ?").collect(Collectors.joining(mellom));
    }

    private static void settInn(DataSource kilde, Registertabell tabell, List<Rad> rader) throws SQLException {
        String kolonner = tabell.kolonner().stream().map(Kolonne::navn).collect(Collectors.joining(", "));
        String plasser = tabell.kolonner().stream().map(kolonne -> "?").collect(Collectors.joining(", "));
        try (Connection tilkobling = kilde.getConnection();
                PreparedStatement setning = tilkobling.prepareStatement(
                        "insert into " + tabell.navn() + " (" + kolonner + ") values (" + plasser + ")")) {
            tilkobling.setAutoCommit(false);
            for (Rad rad : rader) {
                for (int i = 0; i < rad.verdier().size(); i++) {
                    setning.setObject(i + 1, bundet(rad.verdi(i)));
                }
                setning.addBatch();
            }
            setning.executeBatch();
            tilkobling.commit();
        }
    }

    private static Object bundet(Object verdi) {
        return verdi instanceof Instant tid ? tid.atOffset(ZoneOffset.UTC) : verdi;
    }

    private static void utfoer(DataSource kilde, String sql, List<Object> bundne) throws SQLException {
        try (Connection tilkobling = kilde.getConnection();
                PreparedStatement setning = tilkobling.prepareStatement(sql)) {
            for (int i = 0; i < bundne.size(); i++) {
                setning.setObject(i + 1, bundne.get(i));
            }
            setning.executeUpdate();
        }
    }
}
