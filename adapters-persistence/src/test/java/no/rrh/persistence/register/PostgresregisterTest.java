package no.rrh.persistence.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import no.rrh.persistence.Testpostgres;
import org.junit.jupiter.api.Test;

class PostgresregisterTest {
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
