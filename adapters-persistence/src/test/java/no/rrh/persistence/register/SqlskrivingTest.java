package no.rrh.persistence.register;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.rrh.domain.Eksempler;
import no.rrh.domain.feil.Registerkonflikt;
import no.rrh.domain.registrering.Registerfoering;
import no.rrh.domain.registrering.RegistreringspliktigVirksomhet;
import org.h2.jdbcx.JdbcDataSource;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlskrivingTest {
    private static final int FULLT = 2;

    @TempDir
    private Path mappe;

    /** Told of while it waits to be sent, and sent before it is asked for: it is taken all the same. */
    @Test
    void aRegistreringsidThatWaitsWhenItIsToldOfIsNotFreeWhenItHasBeenSent() {
        UUID id = new UUID(1, 1);
        RegistreringspliktigVirksomhet a = med(1, id);
        RegistreringspliktigVirksomhet b = med(2, new UUID(2, 2));
        RegistreringspliktigVirksomhet c = med(3, id);
        H2Register.aapne(mappe, Clock.systemUTC()).close();
        JdbcDataSource fil = new JdbcDataSource();
        fil.setURL("jdbc:h2:" + mappe.resolve("rrh"));
        fil.setUser("rrh");
        try (Handle handle = Lager.jdbi(fil).open()) {
            handle.begin();
            Sqlskriving skriving = new Sqlskriving(
                    handle,
                    Dialekt.H2,
                    Clock.systemUTC(),
                    Personnoekkel.av(Personnoekkel.tilfeldig()),
                    new Vikeplikt().begynn(),
                    FULLT);
            skriving.ventes(List.of(a));
            lagre(skriving, a);
            skriving.ventes(List.of(b, c));
            lagre(skriving, b);
            assertThatThrownBy(() -> lagre(skriving, c))
                    .isInstanceOf(Registerkonflikt.class)
                    .hasMessageContaining(id.toString());
            handle.rollback();
        }
    }

    private static RegistreringspliktigVirksomhet med(int nummer, UUID id) {
        return Eksempler.virksomhet(
                Eksempler.organisasjonsnummer(nummer), Eksempler.registrering(id, Eksempler.REGISTRERT, true));
    }

    private static void lagre(Sqlskriving skriving, RegistreringspliktigVirksomhet virksomhet) {
        skriving.lagre(Registerfoering.innles(Optional.empty(), virksomhet, () -> new UUID(9, 9)));
    }
}
