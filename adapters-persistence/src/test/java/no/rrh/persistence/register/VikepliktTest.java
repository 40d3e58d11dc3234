package no.rrh.persistence.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class VikepliktTest {
    private long naa;
    private long hvilt;
    private final Vikeplikt vikeplikt = new Vikeplikt(() -> naa, tid -> {
        hvilt += tid;
        naa += tid;
    });
    private final Vikeplikt.Arbeid arbeid = vikeplikt.begynn();

    @Test
    void restsTwiceAsLongAsItHasWorkedWhenSomebodyHasLookedUp() {
        vikeplikt.oppslag();
        arbeid(10);

        assertThat(hvilt).isEqualTo(ms(20));
    }

    @Test
    void doesNotRestWhenNobodyHasLookedUpSinceLast() {
        vikeplikt.oppslag();
        arbeid(10);
        arbeid(10);
        arbeid(10);

        assertThat(hvilt).isEqualTo(ms(20));
    }

    @Test
    void takesShortPiecesOfWorkTogether() {
        vikeplikt.oppslag();
        arbeid(1);
        assertThat(hvilt).isZero();
        arbeid(2);

        assertThat(hvilt).isEqualTo(ms(6));
    }

    @Test
    void doesNotRestLongAfterAWaitOfItsOwn() {
        vikeplikt.oppslag();
        arbeid(3_600_000);

        assertThat(hvilt).isEqualTo(ms(200));
    }

    private void arbeid(long millisekunder) {
        naa += ms(millisekunder);
        arbeid.vik();
    }

    private static long ms(long antall) {
        return TimeUnit.MILLISECONDS.toNanos(antall);
    }
}
