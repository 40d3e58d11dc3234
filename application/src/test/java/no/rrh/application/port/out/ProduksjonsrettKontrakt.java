package no.rrh.application.port.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import no.rrh.application.port.out.Produksjonsrett.ErTattOver;
import no.rrh.application.port.out.Produksjonsrett.Rett;
import org.junit.jupiter.api.Test;

/** What two instances may expect of the right to make the totalbestand. */
public abstract class ProduksjonsrettKontrakt {
    private static final Duration LANG = Duration.ofMinutes(1);
    private static final Duration KORT = Duration.ofMillis(200);
    private static final Duration LENGST = Duration.ofSeconds(20);

    /** The clock of the instances, which moves when a test says so; the store has its own. */
    protected final AtomicLong nanotid = new AtomicLong();

    /** The right as another instance sees it, of the one register. */
    protected abstract Produksjonsrett instans(Duration leie);

    @Test
    void oneHasItAtATimeAndTheNextGetsItWhenItIsGivenBack() {
        Produksjonsrett annen = instans(LANG);
        try (Rett rett = instans(LANG).ta().orElseThrow()) {
            assertThat(annen.ta()).isEmpty();
            assertThatCode(rett::bekreft).doesNotThrowAnyException();
        }
        try (Rett rett = annen.ta().orElseThrow()) {
            assertThatCode(rett::bekreft).doesNotThrowAnyException();
        }
    }

    @Test
    void nobodyHasItTwice() {
        Produksjonsrett en = instans(LANG);
        try (Rett rett = en.ta().orElseThrow()) {
            assertThatCode(rett::bekreft).doesNotThrowAnyException();
            assertThat(en.ta()).isEmpty();
        }
    }

    @Test
    void theRightOfOneWhoIsSilentIsTakenOverAndCannotBeUsedAnyMoreNorGivenBack() {
        Rett taus = instans(KORT).ta().orElseThrow();
        Rett ny = ventPaa(instans(LANG));
        assertThatThrownBy(taus::bekreft).isInstanceOf(ErTattOver.class);
        taus.close();
        assertThat(instans(LANG).ta()).isEmpty();
        ny.close();
        // nor when the one who took over is done with it
        assertThatThrownBy(taus::bekreft).isInstanceOf(ErTattOver.class);
    }

    @Test
    void oneWhoWasSilentGoesOnWhenNobodyTookOver() {
        Rett taus = instans(KORT).ta().orElseThrow();
        nanotid.addAndGet(Duration.ofHours(1).toNanos());
        assertThatCode(taus::hold).doesNotThrowAnyException();
        taus.close();
    }

    @Test
    void holdingOnIsToldOnceInAWhile() {
        Rett taus = instans(KORT).ta().orElseThrow();
        ventPaa(instans(LANG)).close();
        assertThatCode(taus::hold).doesNotThrowAnyException();
        nanotid.addAndGet(KORT.toNanos());
        assertThatThrownBy(taus::hold).isInstanceOf(ErTattOver.class);
    }

    private static Rett ventPaa(Produksjonsrett rett) {
        long frist = System.nanoTime() + LENGST.toNanos();
        while (System.nanoTime() < frist) {
            var tatt = rett.ta();
            if (tatt.isPresent()) {
                return tatt.get();
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        throw new AssertionError("it did not lapse");
    }
}
