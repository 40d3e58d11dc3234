package no.rrh.persistence.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import no.rrh.application.port.out.RegisteretSvarerIkke;
import no.rrh.persistence.Testpostgres;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The lock under which one instance at a time opens the register. */
@Timeout(60)
class PostgresskjemaTest {
    private static final String TA = "select pg_try_advisory_lock(" + 0x727268 + ")";

    private final Databaseadresse adresse = Testpostgres.tom();

    private HikariDataSource koble() {
        return new Postgreskilde(adresse, Lagerinnstillinger.POSTGRESQL).arbeid();
    }

    private static boolean ta(Handle handle) {
        return handle.createQuery(TA).mapTo(Boolean.class).one();
    }

    @Test
    void whatWentWrongIsToldAlsoWhenTheConnectionHasGoneSinceAndTheLockWithIt() {
        try (HikariDataSource kilde = koble();
                Handle handle = Jdbi.open(kilde)) {
            int tjener = handle.createQuery("select pg_backend_pid()")
                    .mapTo(Integer.class)
                    .one();
            assertThatThrownBy(() -> Postgresskjema.alene(handle, () -> {
                        Testpostgres.utfoer("select pg_terminate_backend(" + tjener + ", 10000)");
                        throw new IllegalStateException("the first fault");
                    }))
                    .hasMessage("the first fault")
                    .satisfies(feil -> assertThat(feil.getSuppressed()).hasSize(1));
        }
        try (HikariDataSource kilde = koble();
                Handle annen = Jdbi.open(kilde)) {
            assertThat(ta(annen)).isTrue();
        }
    }

    @Test
    void whoHasLostTheLockMeanwhileHasNotDoneItAlone() {
        try (HikariDataSource kilde = koble();
                Handle handle = Jdbi.open(kilde)) {
            assertThatThrownBy(
                            () -> Postgresskjema.alene(handle, () -> handle.execute("select pg_advisory_unlock_all()")))
                    .isInstanceOf(RegisteretSvarerIkke.class)
                    .hasStackTraceContaining("the lock of the opening was lost");
        }
    }

    /** As a database may be set up that many use; what takes long is done over other connections. */
    @Test
    void aDatabaseThatEndsIdleSessionsDoesNotEndTheOneThatHoldsTheLock() {
        Testpostgres.utfoer(
                "alter database " + adresse.navn().replaceFirst(".*/", "") + " set idle_session_timeout = 200");
        try (HikariDataSource kilde = koble()) {
            String gjort = new Postgresskjema(adresse, kilde, Testpostgres.MILJOE).gjoerKlart((handle, noekkel) -> {
                LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
                return "done";
            });
            assertThat(gjort).isEqualTo("done");
        }
    }

    /** In a thread of its own, as none that spins would be stopped by the time limit. */
    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void whoIsInterruptedWhileAnotherHasTheLockGivesUp() {
        try (HikariDataSource kilde = koble();
                Handle foerst = Jdbi.open(kilde);
                Handle handle = Jdbi.open(kilde)) {
            assertThat(ta(foerst)).isTrue();
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> Postgresskjema.alene(handle, () -> "done"))
                    .isInstanceOf(RegisteretSvarerIkke.class);
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
