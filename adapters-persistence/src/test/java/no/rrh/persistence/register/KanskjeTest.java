package no.rrh.persistence.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class KanskjeTest {
    @Property(tries = 20)
    void whatWasAddedIsAlwaysKnown(
            @ForAll @Size(max = 500) List<Integer> numre, @ForAll @Size(max = 500) List<Long> ider) {
        Kanskje kanskje = new Kanskje();
        numre.forEach(kanskje::legg);
        ider.forEach(id -> kanskje.legg(id(id)));
        assertThat(numre).allMatch(kanskje::kanHa);
        assertThat(ider).allMatch(id -> kanskje.kanHa(id(id)));
    }

    /** Numbers of one series lie close, and must not fall on each other. */
    @Test
    void whatWasNotAddedIsSeldomTakenForKnown() {
        Kanskje kanskje = new Kanskje();
        SplittableRandom tilfeldig = new SplittableRandom(1);
        IntStream.range(0, 1_000_000).forEach(i -> {
            kanskje.legg(310_000_000 + 2 * i);
            kanskje.legg(new UUID(tilfeldig.nextLong(), tilfeldig.nextLong()));
        });
        long feil = IntStream.range(0, 100_000)
                .filter(i -> kanskje.kanHa(310_000_001 + 2 * i))
                .count();
        assertThat(feil).isLessThan(2_000);
    }

    private static UUID id(long id) {
        return new UUID(id, ~id);
    }
}
