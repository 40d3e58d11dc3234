package no.rrh.bootstrap.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FramdriftsviserTest {
    private final ByteArrayOutputStream skrevet = new ByteArrayOutputStream();
    private final PrintStream feil = new PrintStream(skrevet, true, UTF_8);
    private final AtomicLong naa = new AtomicLong();

    private Framdriftsviser viser(boolean terminal, OptionalDouble lest) {
        return new Framdriftsviser(feil, terminal, () -> lest, naa::get, Framdriftsviser.VIRKSOMHETER);
    }

    private void gaar(Duration tid) {
        naa.addAndGet(tid.toNanos());
    }

    @Test
    void aTerminalSeesOneLineThatIsDrawnAnewAndTakenAwayAtTheEnd() {
        try (Framdriftsviser viser = viser(true, OptionalDouble.of(0.5))) {
            gaar(Duration.ofSeconds(1));
            viser.ferdig(100);
            gaar(Duration.ofSeconds(1));
            viser.ferdig(300);
        }

        assertThat(skrevet.toString(UTF_8))
                .isEqualTo("\r\u001B[K[###############---------------]  50 %  100 virksomheter, 100 i sekundet"
                        + "\r\u001B[K[###############---------------]  50 %  300 virksomheter, 150 i sekundet"
                        + "\r\u001B[K");
    }

    @Test
    void elsewhereThereAreWholeLinesWithoutControlCharacters() {
        try (Framdriftsviser viser = viser(false, OptionalDouble.empty())) {
            for (int sekund = 1; sekund <= 11; sekund++) {
                gaar(Duration.ofSeconds(1));
                viser.ferdig(sekund * 10L);
            }
        }

        assertThat(skrevet.toString(UTF_8).lines())
                .containsExactly("50 virksomheter, 10 i sekundet", "100 virksomheter, 10 i sekundet");
    }

    @Test
    void whatIsDoneAtOnceShowsNothing() {
        try (Framdriftsviser viser = viser(true, OptionalDouble.of(1))) {
            viser.ferdig(10);
        }

        assertThat(skrevet.toString(UTF_8)).isEmpty();
    }

    @Test
    void theNumberOfAllCountsBeforeWhatHasBeenReadAndNothingIsMoreThanAll() {
        try (Framdriftsviser viser = viser(false, OptionalDouble.of(0.01))) {
            viser.ialt(100);
            gaar(Duration.ofSeconds(5));
            viser.ferdig(25);
            gaar(Duration.ofSeconds(5));
            viser.ferdig(101);
        }

        assertThat(skrevet.toString(UTF_8).lines())
                .containsExactly(" 25 %  25 virksomheter, 5 i sekundet", "100 %  101 virksomheter, 10 i sekundet");
    }
}
