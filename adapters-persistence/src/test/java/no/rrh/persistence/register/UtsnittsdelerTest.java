package no.rrh.persistence.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import no.rrh.application.port.out.Bestand.Utsnitt;
import no.rrh.domain.Eksempler;
import org.junit.jupiter.api.Test;

class UtsnittsdelerTest {
    @Test
    void manySmallRowsAreCutByTheirNumber() {
        assertThat(delt(Collections.nCopies(1_201, 300))).containsExactly(500, 500, 201);
        assertThat(delt(Collections.nCopies(500, 300))).containsExactly(500);
    }

    /** Or some threads would have rows of as many megabytes as there is heap. */
    @Test
    void largeRowsAreCutByWhatTheyTake() {
        assertThat(delt(List.of(1 << 20, 1 << 20, 10, 1 << 19, 1 << 19, 10))).containsExactly(1, 1, 3, 1);
    }

    @Test
    void noRowsAreNoUtsnitt() {
        assertThat(delt(List.of())).isEmpty();
    }

    private static List<Integer> delt(List<Integer> stoerrelser) {
        List<Integer> antall = new ArrayList<>();
        Utsnittsdeler deler = new Utsnittsdeler((Utsnitt utsnitt) -> antall.add(utsnitt.antall()));
        for (int stoerrelse : stoerrelser) {
            deler.ta(new Gjeldenderad(
                    Eksempler.organisasjonsnummer(1), Instant.EPOCH, Optional.empty(), new byte[stoerrelse]));
        }
        deler.avslutt();
        return antall;
    }
}
