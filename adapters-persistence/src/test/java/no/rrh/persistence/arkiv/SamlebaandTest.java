package no.rrh.persistence.arkiv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SamlebaandTest {
    private static final int ANTALL = 200;

    private final List<Integer> tatt = new ArrayList<>();

    @AfterEach
    void noThreadIsLeft() {
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(navn -> navn.startsWith("totalbestand-"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8})
    void resultsComeInTheOrderInWhichTheWorkWasGivenAndFewAreUnderWay(int traader) throws IOException {
        List<CountDownLatch> ferdige =
                Stream.generate(() -> new CountDownLatch(1)).limit(ANTALL).toList();
        AtomicInteger gitt = new AtomicInteger();
        List<Integer> ventet = new ArrayList<>();
        try (Samlebaand<Integer> baand = new Samlebaand<>(traader, () -> {}, resultat -> {
            assertThat(gitt.get() - tatt.size()).isLessThanOrEqualTo(2 * traader);
            tatt.add(resultat);
        })) {
            for (int i = 0; i < ANTALL; i++) {
                int nummer = i;
                ventet.add(i);
                baand.gi(() -> {
                    // where there are two to do it, each other one is done before the one in front of it
                    if (traader > 1 && nummer % 2 == 0) {
                        ferdige.get(nummer + 1).await();
                    }
                    ferdige.get(nummer).countDown();
                    return nummer;
                });
                gitt.incrementAndGet();
            }
            baand.toem();
        }
        assertThat(tatt).isEqualTo(ventet);
    }

    @Test
    void whatWorkThrowsComesOutUnchangedWhenItsTurnHasCome() {
        for (Throwable feil : List.of(new IOException("full"), new IllegalStateException(), new AssertionError())) {
            tatt.clear();
            assertThatThrownBy(() -> gi(() -> 1, () -> kast(feil), () -> 3)).isSameAs(feil);
            assertThat(tatt).containsExactly(1);
        }
    }

    @Test
    void whatTheTakerThrowsComesOutUnchanged() {
        IOException feil = new IOException("full");
        assertThatThrownBy(() -> {
                    try (Samlebaand<Integer> baand = new Samlebaand<>(2, () -> {}, resultat -> {
                        throw feil;
                    })) {
                        baand.gi(() -> 1);
                        baand.toem();
                    }
                })
                .isSameAs(feil);
    }

    @Test
    void whoWaitsForAResultIsAskedWhetherToGoOnAndWorkUnderWayIsThenEnded() {
        CancellationException slutt = new CancellationException();
        CountDownLatch aldri = new CountDownLatch(1);
        assertThatThrownBy(() -> {
                    try (Samlebaand<Integer> baand = new Samlebaand<>(
                            2,
                            () -> {
                                throw slutt;
                            },
                            tatt::add)) {
                        baand.gi(() -> {
                            aldri.await();
                            return 1;
                        });
                        baand.toem();
                    }
                })
                .isSameAs(slutt);
        assertThat(tatt).isEmpty();
    }

    @Test
    void whoIsInterruptedGivesUpAndIsInterruptedStill() {
        CountDownLatch aldri = new CountDownLatch(1);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> gi(() -> {
                    aldri.await();
                    return 1;
                }))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @SafeVarargs
    private void gi(Callable<Integer>... arbeid) throws IOException {
        try (Samlebaand<Integer> baand = new Samlebaand<>(2, () -> {}, tatt::add)) {
            for (Callable<Integer> ett : arbeid) {
                baand.gi(ett);
            }
            baand.toem();
        }
    }

    private static Integer kast(Throwable feil) throws Exception {
        if (feil instanceof Error error) {
            throw error;
        }
        throw (Exception) feil;
    }
}
