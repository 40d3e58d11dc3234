package no.rrh.bootstrap.kobling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import no.rrh.application.port.out.Tilgangsregister;
import no.rrh.application.service.Avtaleoversikt;
import no.rrh.domain.tilgang.Avtaleendring;
import org.junit.jupiter.api.Test;

class AvtalevaktTest {
    /** The second look meets what is no exception. */
    private static final class Register implements Tilgangsregister {
        private final CountDownLatch blikk = new CountDownLatch(4);

        @Override
        public List<Avtaleendring> endringer() {
            return List.of();
        }

        @Override
        public long antall() {
            blikk.countDown();
            if (blikk.getCount() == 2) {
                throw new StackOverflowError();
            }
            return 0;
        }

        @Override
        public Avtaleendring leggTil(Function<List<Avtaleendring>, Avtaleendring> arbeid) {
            throw new AssertionError();
        }
    }

    @Test
    void nothingEndsTheLooking() throws InterruptedException {
        Register register = new Register();
        Avtaleoversikt avtaler = new Avtaleoversikt(register, "lokal", false, Clock.systemUTC(), System::nanoTime);
        try (Avtalevakt vakt = Avtalevakt.start(avtaler)) {
            assertThat(vakt).isNotNull();
            assertThat(register.blikk.await(20, TimeUnit.SECONDS)).as("looks").isTrue();
        }
    }
}
