package no.rrh.persistence.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.AbstractOwnableSynchronizer;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import javax.sql.DataSource;
import no.rrh.application.port.out.RegisteretSvarerIkke;
import no.rrh.domain.Eksempler;
import no.rrh.domain.registrering.Registerfoering;
import no.rrh.domain.virksomhet.Organisasjonsnummer;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is promised of time and durability below the ports. */
class LagerTest {
    @TempDir
    private Path mappe;

    private final AtomicInteger tilDisk = new AtomicInteger();
    private final CountDownLatch skriverVenter = new CountDownLatch(1);
    private final CountDownLatch skriverSlippes = new CountDownLatch(1);
    private final AtomicBoolean paaDisk = new AtomicBoolean();
    private final AtomicBoolean forstyrret = new AtomicBoolean();
    private HikariDataSource kilde;
    private Lager lager;

    @BeforeEach
    void aapne() {
        Registerfil fil = new Registerfil(mappe, Lagerinnstillinger.STANDARD);
        fil.gjoerKlar();
        kilde = fil.koble(4, Duration.ZERO);
        lager = new Lager(kilde, kilde, Duration.ofSeconds(30), Dialekt.H2, this::gjoerVarig);
    }

    @AfterEach
    void lukk() {
        kilde.close();
    }

    @Test
    void aLongWriteMakesWayForEitherKindOfLookUpAndForNothingElse() {
        assertThat(viker(() -> lager.slaaOpp(handle -> true))).isTrue();
        assertThat(viker(() -> lager.finn(new Noekkelspoerring<>("hent_gjeldende", Rader::gjeldende), 1)))
                .isTrue();
        assertThat(viker(() -> lager.iOeyeblikksbilde(handle -> true))).isFalse();
    }

    private boolean viker(Runnable lesing) {
        Vikeplikt.Arbeid arbeid = lager.vikeplikt().begynn();
        lesing.run();
        long til = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(3);
        while (System.nanoTime() < til) {
            Thread.onSpinWait();
        }
        return arbeid.vik();
    }

    @Test
    void whoeverTellsOfANumberThatIsSeenButNotOnTheDiskWaitsUntilItIs() throws Exception {
        assertVenterPaaDisken(
                () -> assertThat(new Sqlendringslogg(lager).siste()).isEqualTo(1));
    }

    @Test
    void theSameGoesForTheEndringsloggItself() throws Exception {
        assertVenterPaaDisken(
                () -> assertThat(new Sqlendringslogg(lager).etter(0, 10)).hasSize(1));
    }

    @Test
    void theSameGoesForASnapshot() throws Exception {
        assertVenterPaaDisken(() -> new Sqlregister(lager, lager, Clock.systemUTC(), Personnoekkel.i(mappe))
                .lesBestand(bestand -> {
                    assertThat(bestand.sekvensnummer()).isEqualTo(1);
                    assertThat(paaDisk).isTrue();
                    return null;
                }));
    }

    /** The writer's commit is seen, and it is held up before it is on the disk: none but the writer may see to that. */
    private void assertVenterPaaDisken(Runnable lesing) throws Exception {
        CompletableFuture<Void> skriver = CompletableFuture.runAsync(() -> skriv(1));
        assertThat(skriverVenter.await(30, TimeUnit.SECONDS)).isTrue();
        CompletableFuture<Boolean> lest = new CompletableFuture<>();
        Thread leser = new Thread(() -> {
            try {
                lesing.run();
                lest.complete(paaDisk.get());
            } catch (Throwable t) {
                lest.completeExceptionally(t);
            }
        });
        leser.start();
        ventTilLaast(leser);
        skriverSlippes.countDown();
        assertThat(lest.get(30, TimeUnit.SECONDS))
                .as("on the disk when told of")
                .isTrue();
        skriver.get(30, TimeUnit.SECONDS);
        assertThat(tilDisk).hasValue(1);
    }

    /** Until it waits for a lock, or has ended. */
    private static void ventTilLaast(Thread traad) {
        while (traad.isAlive() && !(LockSupport.getBlocker(traad) instanceof AbstractOwnableSynchronizer)) {
            Thread.onSpinWait();
        }
    }

    @Test
    void nobodyElseSeesToTheDiskWhileAWriterCommits() throws Exception {
        CountDownLatch committet = new CountDownLatch(1);
        List<String> tilDiskAv = new CopyOnWriteArrayList<>();
        Lager annen = new Lager(
                kilde,
                etterCommit(kilde, () -> {
                    committet.countDown();
                    vent(skriverSlippes);
                }),
                Duration.ofSeconds(30),
                Dialekt.H2,
                handle -> tilDiskAv.add(Thread.currentThread().getName()));
        CompletableFuture<Void> skriver = CompletableFuture.runAsync(() -> skriv(annen, 1));
        assertThat(committet.await(30, TimeUnit.SECONDS)).isTrue();
        Thread leser = new Thread(() -> new Sqlendringslogg(annen).siste(), "reader");
        leser.start();
        ventTilLaast(leser);
        assertThat(tilDiskAv).isEmpty();
        skriverSlippes.countDown();
        skriver.get(30, TimeUnit.SECONDS);
        leser.join();
        assertThat(tilDiskAv).hasSize(1).doesNotContain("reader");
    }

    /** A source whose connections do something more when they have committed. */
    private static DataSource etterCommit(DataSource kilde, Runnable mer) {
        return (DataSource) proxy(DataSource.class, kilde, (metode, svar) -> {
            return svar instanceof Connection forbindelse
                    ? proxy(Connection.class, forbindelse, (kalt, resultat) -> {
                        if (kalt.equals("commit")) {
                            mer.run();
                        }
                        return resultat;
                    })
                    : svar;
        });
    }

    private static Object proxy(Class<?> type, Object ekte, BiFunction<String, Object, Object> etter) {
        return Proxy.newProxyInstance(
                LagerTest.class.getClassLoader(),
                new Class<?>[] {type},
                (selv, metode, argumenter) -> etter.apply(metode.getName(), metode.invoke(ekte, argumenter)));
    }

    @Test
    void whatAnotherProcessHasCommittedIsPutOnTheDiskBeforeItIsToldOf() {
        skriverSlippes.countDown();
        skriv(1);
        Lager annen = new Lager(kilde, kilde, Duration.ofSeconds(30), Dialekt.H2, this::gjoerVarig);
        assertThat(new Sqlendringslogg(annen).siste()).isEqualTo(1);
        assertThat(tilDisk).hasValue(2);
    }

    @Test
    void theCommitOfAnInterruptedCallerIsNotDisturbedAndTheCallerIsStillInterrupted() {
        skriverSlippes.countDown();
        Thread her = Thread.currentThread();
        String svar = lager.skriv(handle -> {
            her.interrupt();
            // as code of the caller may, which runs within the transaction
            Thread.currentThread().interrupt();
            return new Lager.Skrevet<>("written", 1);
        });
        assertThat(Thread.interrupted()).isTrue();
        assertThat(svar).isEqualTo("written");
        assertThat(tilDisk).hasValue(1);
        assertThat(forstyrret).isFalse();
    }

    @Test
    void aWriterThatIsInterruptedWhileItWaitsForItsTurnIsRefusedAndStillInterrupted() {
        lager.skriv(handle -> {
            CompletableFuture.runAsync(() -> {
                        Thread.currentThread().interrupt();
                        assertThatThrownBy(() -> lager.skriv(annen -> new Lager.Skrevet<>(null, 0)))
                                .isInstanceOf(RegisteretSvarerIkke.class);
                        assertThat(Thread.interrupted()).isTrue();
                    })
                    .join();
            return new Lager.Skrevet<>(null, 0);
        });
    }

    @Test
    void whatIsOnTheDiskIsNotPutThereAgain() {
        skriverSlippes.countDown();
        skriv(1);
        skriv(2);
        assertThat(new Sqlendringslogg(lager).etter(0, 10)).hasSize(2);
        assertThat(new Sqlendringslogg(lager).siste()).isEqualTo(2);
        assertThat(tilDisk).hasValue(2);
    }

    @Test
    void aLookUpThatTakesLongIsBrokenOffWithinTwoSeconds() {
        try (HikariDataSource rask = new Registerfil(mappe, Lagerinnstillinger.STANDARD)
                .koble(1, Lagerinnstillinger.STANDARD.spoerretid())) {
            Lager medFrist = new Lager(rask, kilde, Duration.ofSeconds(30), Dialekt.H2, this::gjoerVarig);
            Instant start = Instant.now(Clock.systemUTC());
            assertThatThrownBy(() -> medFrist.slaaOpp(handle -> handle.select(
                                    "select count(*) from system_range(1, 1000000000) where mod(x, 7) = 8")
                            .mapTo(Long.class)
                            .one()))
                    .isInstanceOf(RegisteretSvarerIkke.class);
            assertThat(Duration.between(start, Instant.now(Clock.systemUTC()))).isLessThan(Duration.ofSeconds(2));
        }
    }

    private void skriv(int n) {
        skriv(lager, n);
    }

    private void skriv(Lager lager, int n) {
        Organisasjonsnummer nummer = Eksempler.organisasjonsnummer(n);
        new Sqlregister(lager, lager, Clock.systemUTC(), Personnoekkel.i(mappe)).skriv(skriving -> {
            skriving.lagre(Registerfoering.klargjoer(Optional.empty(), nummer, new UUID(1, n), Eksempler.REGISTRERT));
            return null;
        });
    }

    /** The first who comes, the writer, is held up. */
    private void gjoerVarig(Handle handle) {
        forstyrret.compareAndSet(false, Thread.currentThread().isInterrupted());
        if (tilDisk.incrementAndGet() == 1) {
            skriverVenter.countDown();
            vent(skriverSlippes);
            paaDisk.set(true);
        }
    }

    private static void vent(CountDownLatch hendelse) {
        try {
            hendelse.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
