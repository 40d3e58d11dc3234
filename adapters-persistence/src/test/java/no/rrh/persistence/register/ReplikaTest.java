package no.rrh.persistence.register;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import no.rrh.application.port.out.Bestand;
import no.rrh.application.port.out.Replikastatus;
import no.rrh.domain.Eksempler;
import no.rrh.domain.registrering.NummerertEndring;
import no.rrh.domain.registrering.Registerfoering;
import no.rrh.domain.virksomhet.Organisasjonsnummer;
import no.rrh.persistence.Postgrestjener;
import no.rrh.persistence.Testpostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A real streaming replica, which is held back, held still and taken away. */
@Timeout(120)
class ReplikaTest {
    private static final Duration LENGST = Duration.ofSeconds(30);
    private static final String STANS = "select pg_wal_replay_pause()";
    private static final String FORTSETT = "select pg_wal_replay_resume()";

    private static final int RUNDER = 3;
    private static final AtomicInteger TELLER = new AtomicInteger();

    private static Postgrestjener primaer;
    private static Postgrestjener replika;

    private Postgresregister lager;

    @BeforeAll
    static void start() {
        primaer = Postgrestjener.ny();
        Postgresregister.aapne(primaer.adresse(), Testpostgres.MILJOE, Clock.systemUTC())
                .close();
        replika = primaer.replika();
    }

    @AfterAll
    static void stopp() {
        replika.close();
        primaer.close();
    }

    @BeforeEach
    void aapne() {
        lager = med(replika);
        ventTil("the replica is in use", () -> status().iBruk());
    }

    @AfterEach
    void lukk() {
        lager.close();
    }

    private static Postgresregister med(Postgrestjener... replikaer) {
        return Postgresregister.aapne(
                primaer.adresse(),
                Stream.of(replikaer).map(Postgrestjener::adresse).toList(),
                Testpostgres.MILJOE,
                Clock.systemUTC(),
                Lagerinnstillinger.POSTGRESQL);
    }

    @Test
    void looksUpInTheReplicaWhileItIsInUseAndInThePrimaryOtherwise() {
        Organisasjonsnummer nummer = registrer();
        long foer = oppslagIReplikaen();
        // the replica counts late, and is passed over when this machine is held up for long
        ventTil("the replica has answered look-ups", () -> {
            assertThat(lager.virksomhetsregister().hent(nummer)).isPresent();
            return oppslagIReplikaen() >= foer + 50;
        });
        assertThat(status().etterslep().orElseThrow()).isLessThan(Duration.ofSeconds(2));
    }

    /** One instance hands out the changes and has no replica, another looks up and has. */
    @Test
    void whoReadsAChangeAndThenLooksUpAtAnyInstanceNeverSeesTheStateBeforeItHoweverTheReplicaIsHeldBack() {
        AtomicBoolean slutt = new AtomicBoolean();
        try (Postgresregister utenReplika = med()) {
            CompletableFuture<Void> skriver = CompletableFuture.runAsync(() -> {
                while (!slutt.get()) {
                    registrer(utenReplika);
                    LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
                }
            });
            CompletableFuture<Long> speil = CompletableFuture.supplyAsync(() -> speil(utenReplika, slutt));
            for (int runde = 0; runde < RUNDER; runde++) {
                long lest = utenReplika.endringslogg().siste();
                replika.utfoer(STANS);
                ventTil("the replica is out of use", () -> !status().iBruk());
                ventTil(
                        "the endringslogg goes on",
                        () -> utenReplika.endringslogg().siste() > lest + 20);
                replika.utfoer(FORTSETT);
                ventTil("the replica is back", () -> status().iBruk());
            }
            slutt.set(true);
            skriver.join();
            assertThat(speil.join()).isPositive();
        }
    }

    /** Returns how many changes were followed. */
    private long speil(Postgresregister kilde, AtomicBoolean slutt) {
        long plass = kilde.endringslogg().siste();
        long begynt = plass;
        while (!slutt.get()) {
            for (NummerertEndring endring : kilde.endringslogg().etter(plass, 100)) {
                Organisasjonsnummer nummer = endring.endring().organisasjonsnummer();
                assertThat(lager.virksomhetsregister()
                                .hent(nummer)
                                .flatMap(funnet ->
                                        funnet.registrering(endring.endring().registreringsid())))
                        .as("the registration of change %d", endring.sekvensnummer())
                        .isPresent();
                plass = endring.sekvensnummer();
            }
        }
        return plass - begynt;
    }

    @Test
    void whatIsWrittenIsInTheEndringsloggWithinASecondAndALittleThoughTheReplicaNeverShowsIt() {
        replika.utfoer(STANS);
        registrer();
        long siste = primaer.tall("select siste from sekvens");
        assertThat(lager.endringslogg().siste()).isLessThan(siste);
        ventTil("the change is handed out", () -> lager.endringslogg().siste() == siste);
        assertThat(status().iBruk()).isFalse();
        replika.utfoer(FORTSETT);
        ventTil("the replica is back", () -> status().iBruk());
    }

    @Test
    void aSilentReplicaCostsNobodyMoreThanTwoSecondsAndComesBack() {
        Organisasjonsnummer nummer = registrer();
        ventTil("the replica is in use", () -> status().iBruk());
        replika.frys();
        try {
            for (int i = 0; i < 20; i++) {
                long foer = System.nanoTime();
                assertThat(lager.virksomhetsregister().hent(nummer)).isPresent();
                assertThat(Duration.ofNanos(System.nanoTime() - foer)).isLessThan(Duration.ofSeconds(2));
            }
            ventTil("the replica is out of use", () -> !status().iBruk());
        } finally {
            replika.tin();
        }
        ventTil("the replica is back", () -> status().iBruk());
    }

    @Test
    void aReplicaThatCrashesIsPassedOverAndComesBack() {
        Organisasjonsnummer nummer = registrer();
        replika.drep();
        assertThat(lager.virksomhetsregister().hent(nummer)).isPresent();
        ventTil("the replica is out of use", () -> !status().iBruk());
        replika.start();
        ventTil("the replica is back", () -> status().iBruk());
    }

    /** Its record could be neither renewed nor removed then. */
    @Test
    void aReplicaIsInUseAgainWhenThePrimaryHasBeenAway() {
        try (HikariDataSource kilde = tilPrimaeren();
                Replika en =
                        new Replika(replika.adresse(), Lagerinnstillinger.POSTGRESQL, over(kilde), System::nanoTime)) {
            ventTil("it is in use", () -> iBrukEtterEtBlikk(en));
            primaer.drep();
            assertThat(iBrukEtterEtBlikk(en)).isFalse();
            primaer.start();
            ventTil("it is back", () -> iBrukEtterEtBlikk(en));
        }
        ventTil("and so is the one that is looked at by itself", () -> status().iBruk());
    }

    private static boolean iBrukEtterEtBlikk(Replika en) {
        en.se();
        return en.kanLeses();
    }

    /** It has come as far by its number. */
    @Test
    void aReplicaOfAnotherGenerationOfTheRegisterIsNotReadFrom() {
        replika.utfoer(STANS);
        primaer.utfoer("insert into generasjon (id, etter) values ('" + UUID.randomUUID() + "', 1000000)");
        try {
            assertThat(brukesEtterEtBlikk(replika.adresse())).isFalse();
        } finally {
            primaer.utfoer("delete from generasjon where etter = 1000000");
            replika.utfoer(FORTSETT);
        }
        ventTil("it shows the same again", () -> brukesEtterEtBlikk(replika.adresse()));
    }

    @Test
    void aDatabaseThatIsNoReplicaOfThisRegisterIsNeverReadFrom() {
        Databaseadresse annet = Testpostgres.tom();
        try (Postgresregister lagret = Postgresregister.aapne(annet, Testpostgres.MILJOE, Clock.systemUTC())) {
            long siste = primaer.tall("select siste from sekvens");
            while (lagret.endringslogg().siste() <= siste) {
                registrer(lagret);
            }
            assertThat(brukesEtterEtBlikk(annet)).isFalse();
        }
        assertThat(brukesEtterEtBlikk(primaer.adresse()))
                .as("one that is written to, as a replica that has been promoted")
                .isFalse();
        assertThat(brukesEtterEtBlikk(replika.adresse())).isTrue();
    }

    private static boolean brukesEtterEtBlikk(Databaseadresse adresse) {
        try (HikariDataSource kilde = tilPrimaeren();
                Replika en = new Replika(adresse, Lagerinnstillinger.POSTGRESQL, over(kilde), System::nanoTime)) {
            return iBrukEtterEtBlikk(en);
        }
    }

    private static HikariDataSource tilPrimaeren() {
        return new Postgreskilde(primaer.adresse(), Lagerinnstillinger.POSTGRESQL).tilsyn(1);
    }

    private static Lager over(HikariDataSource kilde) {
        return new Lager(kilde, kilde, Duration.ofSeconds(1), Dialekt.POSTGRESQL);
    }

    /**
     * Asked for in time, but not there before the one before it had lapsed: what others could not see of it then, they have
     * left out of the reckoning.
     */
    @Test
    void aLeaseThatWasRenewedTooLateIsNoLongerOne() {
        List<Long> ms = new ArrayList<>(List.of(0L));
        LongSupplier klokke = () -> TimeUnit.MILLISECONDS.toNanos(ms.size() > 1 ? ms.remove(0) : ms.get(0));
        try (HikariDataSource kilde = tilPrimaeren();
                Replika en = new Replika(replika.adresse(), Lagerinnstillinger.POSTGRESQL, over(kilde), klokke)) {
            en.se();
            assertThat(en.kanLeses()).isTrue();
            // looked at before the renewal, asked the primary, and long after
            ms.addAll(0, List.of(100L, 100L));
            ms.set(2, 850L);
            en.se();
            assertThat(en.kanLeses()).as("renewed in time").isTrue();
            ms.addAll(0, List.of(850L, 850L));
            ms.set(2, 1_050L);
            en.se();
            assertThat(en.kanLeses()).as("renewed when it had lapsed").isFalse();
        }
    }

    /** Whose lease nobody takes back. */
    @Test
    void theEndringsloggGoesOnWhenAnInstanceDiesThatReadAReplica() {
        registrer();
        ventTil("all is handed out", () -> lager.endringslogg().siste() == primaer.tall("select siste from sekvens"));
        long siste = lager.endringslogg().siste();
        primaer.utfoer("insert into lesested (id, vist, utloeper) values ('" + UUID.randomUUID() + "', " + (siste - 1)
                + ", current_timestamp + interval '2' second)");
        assertThat(lager.endringslogg().siste()).isEqualTo(siste - 1);
        assertThat(lager.endringslogg().etter(siste - 1, 10)).isEmpty();
        ventTil("the lease has lapsed", () -> lager.endringslogg().siste() == siste);
    }

    @Test
    void aSnapshotIsReadFromTheReplicaAndTellsOfNothingThatIsNotSeenEverywhere() {
        registrer();
        long siste = primaer.tall("select siste from sekvens");
        ventTil("all is handed out", () -> lager.endringslogg().siste() == siste);
        UUID annen = UUID.randomUUID();
        primaer.utfoer("insert into lesested (id, vist, utloeper) values ('" + annen + "', " + (siste - 1)
                + ", current_timestamp + interval '1' hour)");
        CompletableFuture<Long> lest =
                CompletableFuture.supplyAsync(() -> lager.virksomhetsregister().lesBestand(Bestand::sekvensnummer));
        assertThat(lest.completeOnTimeout(-1L, 300, TimeUnit.MILLISECONDS).join())
                .isEqualTo(-1);
        CompletableFuture<Long> lestNaa =
                CompletableFuture.supplyAsync(() -> lager.virksomhetsregister().lesBestand(Bestand::sekvensnummer));
        primaer.utfoer("update lesested set vist = " + siste + " where id = '" + annen + "'");
        assertThat(lestNaa.join()).isEqualTo(siste);
        primaer.utfoer("delete from lesested where id = '" + annen + "'");
    }

    private long oppslagIReplikaen() {
        return replika.tall("select idx_scan from pg_stat_user_tables where relname = 'virksomhet'");
    }

    private Replikastatus status() {
        return lager.replikaer().get(0);
    }

    private Organisasjonsnummer registrer() {
        return registrer(lager);
    }

    private static Organisasjonsnummer registrer(Postgresregister lager) {
        Organisasjonsnummer nummer = Eksempler.organisasjonsnummer(TELLER.getAndIncrement());
        lager.virksomhetsregister().skriv(skriving -> {
            skriving.lagre(
                    Registerfoering.klargjoer(Optional.empty(), nummer, UUID.randomUUID(), Eksempler.REGISTRERT));
            return null;
        });
        return nummer;
    }

    private static void ventTil(String hva, BooleanSupplier vilkaar) {
        long frist = System.nanoTime() + LENGST.toNanos();
        while (!vilkaar.getAsBoolean()) {
            assertThat(System.nanoTime()).as(hva).isLessThan(frist);
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }
}
