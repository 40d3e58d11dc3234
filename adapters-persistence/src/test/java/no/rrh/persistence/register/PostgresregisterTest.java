package no.rrh.persistence.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import no.rrh.application.port.out.AnnenSkrivingPaagaar;
import no.rrh.application.port.out.RegisteretSvarerIkke;
import no.rrh.domain.Eksempler;
import no.rrh.domain.registrering.NummerertEndring;
import no.rrh.domain.registrering.Registerfoering;
import no.rrh.domain.rettighetshaver.Foedselsnummer;
import no.rrh.persistence.Postgrestjener;
import no.rrh.persistence.Testpostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class PostgresregisterTest {
    private static final Clock KLOKKE = Clock.systemUTC();

    private static Postgresregister aapne(Databaseadresse adresse) {
        return Postgresregister.aapne(adresse, Testpostgres.MILJOE, KLOKKE);
    }

    private static void registrer(Registerlager lager, int n) {
        lager.virksomhetsregister().skriv(skriving -> {
            skriving.lagre(Registerfoering.klargjoer(
                    skriving.hent(Eksempler.organisasjonsnummer(n)),
                    Eksempler.organisasjonsnummer(n),
                    UUID.randomUUID(),
                    KLOKKE.instant()));
            return null;
        });
    }

    @Test
    void instancesThatOpenAnEmptyDatabaseAtOnceMakeOneRegister() throws Exception {
        Databaseadresse adresse = Testpostgres.tom();
        int antall = 4;
        CountDownLatch klare = new CountDownLatch(antall);
        ExecutorService traader = Executors.newFixedThreadPool(antall);
        List<Future<Postgresregister>> aapninger = IntStream.range(0, antall)
                .mapToObj(i -> traader.submit(() -> {
                    klare.countDown();
                    klare.await();
                    return aapne(adresse);
                }))
                .toList();
        List<Registerlager> lagre = new ArrayList<>();
        for (Future<Postgresregister> aapning : aapninger) {
            lagre.add(aapning.get());
        }
        traader.shutdown();
        assertThat(lagre)
                .extracting(lager -> lager.endringslogg().generasjoner())
                .containsOnly(lagre.get(0).endringslogg().generasjoner());
        registrer(lagre.get(0), 1);
        lagre.forEach(lager -> assertThat(lager.endringslogg().siste()).isEqualTo(1));
        lagre.forEach(Registerlager::close);
    }

    /** Each would make the index anew, and put out the other's, if it had a key of its own. */
    @Test
    void instancesHaveTheKeyOfTheIndexOfPersonsInCommon() {
        Databaseadresse adresse = Testpostgres.tom();
        try (Postgresregister en = aapne(adresse);
                Postgresregister annen = aapne(adresse)) {
            en.virksomhetsregister().skriv(skriving -> {
                skriving.lagre(
                        Registerfoering.innles(Optional.empty(), Eksempler.virksomhetMedAlt(), UUID::randomUUID));
                return null;
            });
            Foedselsnummer person =
                    Eksempler.virksomhetMedAlt().personer().iterator().next();
            assertThat(annen.personindeks().virksomheter(person, Optional.empty(), 10))
                    .containsExactly(Eksempler.virksomhetMedAlt().organisasjonsnummer());
        }
    }

    @Test
    void twoInstancesWithFourWritersEachLeaveNoHoleInTheEndringslogg() {
        Databaseadresse adresse = Testpostgres.medRegister();
        int skrivere = 4;
        int hver = 50;
        try (Postgresregister en = aapne(adresse);
                Postgresregister annen = aapne(adresse)) {
            CompletableFuture<?>[] alle = IntStream.range(0, 2 * skrivere)
                    .mapToObj(skriver -> CompletableFuture.runAsync(() -> {
                        for (int i = 0; i < hver; i++) {
                            registrer(skriver % 2 == 0 ? en : annen, skriver * hver + i);
                        }
                    }))
                    .toArray(CompletableFuture[]::new);
            List<Long> lest = new ArrayList<>();
            long ialt = 2L * skrivere * hver;
            while (lest.size() < ialt) {
                Registerlager kilde = lest.size() % 3 == 0 ? en : annen;
                kilde.endringslogg().etter(lest.size(), 7).stream()
                        .map(NummerertEndring::sekvensnummer)
                        .forEach(lest::add);
                assertThat(CompletableFuture.allOf(alle)).isNotCompletedExceptionally();
            }
            assertThat(lest).isEqualTo(LongStream.rangeClosed(1, ialt).boxed().toList());
        }
    }

    @Test
    void aWriterIsToldThatAnotherInstanceWritesWhenItHasWaitedForItsTime() throws SQLException {
        Databaseadresse adresse = Testpostgres.medRegister();
        Lagerinnstillinger utaalmodig =
                new Lagerinnstillinger(2, 2, Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofMillis(200), 0);
        try (Postgresregister lager =
                        Postgresregister.aapne(adresse, List.of(), Testpostgres.MILJOE, KLOKKE, utaalmodig);
                Connection annen = tilkobling(adresse);
                Statement arbeid = annen.createStatement()) {
            annen.setAutoCommit(false);
            arbeid.execute("select siste from sekvens for update");
            assertThatThrownBy(() -> registrer(lager, 1)).isInstanceOf(AnnenSkrivingPaagaar.class);
            annen.rollback();
            registrer(lager, 1);
            assertThat(lager.endringslogg().siste()).isEqualTo(1);
        }
    }

    @Test
    void aDatabaseOfANewerVersionOrAnotherEnvironmentOrAnotherCharacterSetIsRefusedAndLeftAsItIs() throws SQLException {
        Databaseadresse adresse = Testpostgres.medRegister();
        assertThatThrownBy(() -> Postgresregister.aapne(adresse, "produksjon", KLOKKE))
                .isInstanceOf(DatabasenKanIkkeBrukes.class)
                .hasMessageContaining("miljøet lokal");
        try (Connection tilkobling = tilkobling(adresse);
                Statement arbeid = tilkobling.createStatement()) {
            arbeid.execute("insert into flyway_schema_history select 99, '999', 'later', type, 'later.sql', checksum,"
                    + " installed_by, installed_on, execution_time, success from flyway_schema_history limit 1");
        }
        assertThatThrownBy(() -> aapne(adresse)).isInstanceOf(NyereSkjema.class);

        Databaseadresse latin = Testpostgres.medTegnsett("LATIN1");
        assertThatThrownBy(() -> aapne(latin))
                .isInstanceOf(DatabasenKanIkkeBrukes.class)
                .hasMessageContaining("LATIN1");
    }

    @Test
    void whatCannotBeReachedIsNamedWithoutWhatIsSecret() {
        Databaseadresse borte =
                new Databaseadresse("jdbc:postgresql://127.0.0.1:1/rrh", Optional.of("rrh"), Optional.of("hemmelig"));
        assertThatThrownBy(() -> aapne(borte))
                .isInstanceOf(DatabasenKanIkkeBrukes.class)
                .hasMessage("databasen 127.0.0.1:1/rrh kan ikke brukes: den svarer ikke");
        assertThat(borte.toString()).doesNotContain("hemmelig");
    }

    @Test
    void aDatabaseThatGoesAndComesBackIsUsedAgainAndEveryAnswerMeanwhileComesInTwoSeconds() {
        try (Postgrestjener tjener = Postgrestjener.ny();
                Postgresregister lager = aapne(tjener.adresse())) {
            registrer(lager, 1);
            tjener.drep();
            // more than there are connections
            assertSvarerIkke(lager, 12);
            tjener.start();
            ventTilSvar(lager);
            registrer(lager, 2);
            tjener.frys();
            try {
                assertSvarerIkke(lager, 3);
            } finally {
                tjener.tin();
            }
            ventTilSvar(lager);
            assertThat(lager.endringslogg().siste()).isEqualTo(2);
        }
    }

    private static void assertSvarerIkke(Postgresregister lager, int ganger) {
        for (int i = 0; i < ganger; i++) {
            long foer = System.nanoTime();
            assertThatThrownBy(() -> lager.virksomhetsregister().hentGjeldende(Eksempler.organisasjonsnummer(1)))
                    .isInstanceOf(RegisteretSvarerIkke.class);
            assertThat(Duration.ofNanos(System.nanoTime() - foer)).isLessThan(Duration.ofSeconds(2));
        }
    }

    private static void ventTilSvar(Postgresregister lager) {
        long frist = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (true) {
            try {
                assertThat(lager.virksomhetsregister().hent(Eksempler.organisasjonsnummer(1)))
                        .isPresent();
                return;
            } catch (RegisteretSvarerIkke e) {
                assertThat(System.nanoTime()).isLessThan(frist);
            }
        }
    }

    private static Connection tilkobling(Databaseadresse adresse) throws SQLException {
        return DriverManager.getConnection(
                adresse.url(), adresse.bruker().orElseThrow(), adresse.passord().orElse(null));
    }

    @Test
    void aReplicaThatCannotBeMadeLeavesNothingOpenOfTheOthers() {
        Databaseadresse adresse = Testpostgres.medRegister();
        Set<Thread> foer = Thread.getAllStackTraces().keySet();
        assertThatThrownBy(() -> Postgresregister.aapne(
                        adresse,
                        List.of(adresse, adresse.med("jdbc:postgresql://127.0.0.1:porten/rrh")),
                        Testpostgres.MILJOE,
                        KLOKKE,
                        Lagerinnstillinger.POSTGRESQL))
                .isInstanceOf(RuntimeException.class);
        long frist = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (Thread.getAllStackTraces().keySet().stream()
                .anyMatch(traad -> !foer.contains(traad) && traad.getName().contains("housekeeper"))) {
            assertThat(System.nanoTime()).as("a pool is still open").isLessThan(frist);
            LockSupport.parkNanos(1_000_000);
        }
    }

    @Test
    void whetherThereIsARegisterIsToldAndNoneIsMade() {
        Databaseadresse uten = Testpostgres.tom();

        assertThat(Postgresregister.finnes(uten)).isFalse();
        assertThat(Postgresregister.finnes(uten)).isFalse();
        assertThat(Postgresregister.finnes(Testpostgres.medRegister())).isTrue();
    }

    @Test
    void aDatabaseThatDoesNotExistIsSaidToBeSo() {
        Databaseadresse en = Testpostgres.tom();

        assertThatThrownBy(() -> Postgresregister.finnes(en.med(en.url() + "x")))
                .isInstanceOf(DatabasenKanIkkeBrukes.class)
                .hasMessageContaining("opprett den først");
    }
}
