package no.rrh.domain.registrering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import no.rrh.domain.Vilkaarlig;
import org.junit.jupiter.api.Test;

class RegistreringsidTest {
    @Property
    void isAVersion7OfTheRightVariantThatKeepsItsTime(
            @ForAll("tidspunkter") Instant tidspunkt, @ForAll long foerste, @ForAll long andre) {
        UUID id = Registreringsid.ny(tidspunkt, somGir(foerste, andre));
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(tidspunkt.toEpochMilli());
        assertThat(id.getMostSignificantBits() & 0x0FFF).isEqualTo(foerste & 0x0FFF);
        assertThat(id.getLeastSignificantBits() & 0x3FFF_FFFF_FFFF_FFFFL).isEqualTo(andre & 0x3FFF_FFFF_FFFF_FFFFL);
    }

    @Property
    void sortsByTimeWhateverChanceSays(
            @ForAll("tidspunkter") Instant ett, @ForAll("tidspunkter") Instant annet, @ForAll long tilfeldig) {
        String id1 = Registreringsid.ny(ett, somGir(tilfeldig, tilfeldig)).toString();
        String id2 = Registreringsid.ny(annet, somGir(~tilfeldig, ~tilfeldig)).toString();
        if (!ett.equals(annet)) {
            assertThat(id1.compareTo(id2) < 0).isEqualTo(ett.isBefore(annet));
        }
    }

    @Test
    void isWrittenAsTheStandardWritesIt() {
        assertThat(Registreringsid.ny(Instant.parse("2025-03-14T09:26:53.589Z"), somGir(-1, -1)))
                .hasToString("019593fa-5d95-7fff-bfff-ffffffffffff");
    }

    @Test
    void isNotTheSameTwiceInAMillisecond() {
        RandomGenerator tilfeldig = new Random(20261124);
        assertThat(Stream.generate(() -> Registreringsid.ny(Instant.EPOCH, tilfeldig))
                        .limit(10_000))
                .doesNotHaveDuplicates();
    }

    private static RandomGenerator somGir(long foerste, long andre) {
        long[] tall = {foerste, andre};
        int[] neste = {0};
        return () -> tall[neste[0]++];
    }

    @Provide
    Arbitrary<Instant> tidspunkter() {
        return Vilkaarlig.tidspunkter();
    }
}
