package no.rrh.http.totalbestand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import no.rrh.http.feil.Avvisning;
import org.junit.jupiter.api.Test;

class ByteomraadeTest {
    @Property
    void aRangeInsideTheFileIsThatRange(
            @ForAll @LongRange(min = 1, max = 1L << 50) long stoerrelse,
            @ForAll @LongRange(max = 1L << 50) long a,
            @ForAll @LongRange(max = 1L << 50) long b) {
        long fra = Math.min(a, b) % stoerrelse;
        long til = fra + Math.max(a, b) % (stoerrelse - fra);

        assertThat(Byteomraade.les(List.of("bytes=" + fra + "-" + til), stoerrelse))
                .hasValue(new Byteomraade(fra, til - fra + 1));
        assertThat(Byteomraade.les(List.of("bytes=" + fra + "-"), stoerrelse))
                .hasValue(new Byteomraade(fra, stoerrelse - fra));
        assertThat(Byteomraade.les(List.of("bytes=-" + (til + 1)), stoerrelse))
                .hasValue(new Byteomraade(stoerrelse - til - 1, til + 1));
    }

    @Test
    void aRangeThatGoesBeyondTheEndIsCutThere() {
        assertThat(Byteomraade.les(List.of("bytes=90-1000"), 100)).hasValue(new Byteomraade(90, 10));
        assertThat(Byteomraade.les(List.of("bytes=-1000"), 100)).hasValue(new Byteomraade(0, 100));
    }

    @Test
    void noRangeOrSeveralAreNoRange() {
        assertThat(Byteomraade.les(List.of(), 100)).isEmpty();
        assertThat(Byteomraade.les(List.of("bytes=0-1", "bytes=2-3"), 100)).isEmpty();
    }

    @Test
    void aRangeThatStartsBeyondTheEndIsRefused() {
        for (String range : List.of("bytes=100-", "bytes=100-200", "bytes=-0")) {
            assertThatThrownBy(() -> Byteomraade.les(List.of(range), 100))
                    .as(range)
                    .isInstanceOf(Avvisning.class);
        }
        assertThatThrownBy(() -> Byteomraade.les(List.of("bytes=-1"), 0)).isInstanceOf(Avvisning.class);
    }
}
