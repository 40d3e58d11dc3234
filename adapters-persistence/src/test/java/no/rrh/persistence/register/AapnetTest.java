package no.rrh.persistence.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AapnetTest {
    private final List<String> lukket = new ArrayList<>();
    private final Aapnet aapnet = new Aapnet();

    private void legg(String navn) {
        aapnet.legg(() -> lukket.add(navn));
    }

    private void leggEnSomSvikter(String navn) {
        aapnet.legg(() -> {
            lukket.add(navn);
            throw new IllegalStateException(navn);
        });
    }

    @Test
    void allAreClosedTheLastFirstThoughSomeThrowAndTheFirstFaultHoldsTheOthers() {
        legg("a");
        leggEnSomSvikter("b");
        legg("c");
        leggEnSomSvikter("d");
        assertThatThrownBy(aapnet::close)
                .hasMessage("d")
                .satisfies(feil -> assertThat(feil.getSuppressed())
                        .extracting(Throwable::getMessage)
                        .containsExactly("b"));
        assertThat(lukket).containsExactly("d", "c", "b", "a");
        aapnet.close();
        assertThat(lukket).as("once").hasSize(4);
    }

    @Test
    void theFaultThatEndsAnOpeningIsNotHiddenByThoseOfTheClosing() {
        legg("a");
        leggEnSomSvikter("b");
        RuntimeException feil = new IllegalStateException("the opening");
        aapnet.lukkEtter(feil);
        assertThat(feil.getSuppressed()).extracting(Throwable::getMessage).containsExactly("b");
        assertThat(lukket).containsExactly("b", "a");
    }
}
