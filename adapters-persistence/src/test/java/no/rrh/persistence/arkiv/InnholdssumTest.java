package no.rrh.persistence.arkiv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.zip.CRC32;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class InnholdssumTest {
    @Property
    void theSumOfPiecesTogetherIsTheSumOfTheWhole(@ForAll byte[] en, @ForAll byte[] to, @ForAll byte[] tre) {
        Innholdssum.Teller hele = new Innholdssum.Teller();
        Innholdssum sammen = Innholdssum.INGEN;
        for (byte[] bit : new byte[][] {en, to, tre}) {
            hele.tell(bit, 0, bit.length);
            sammen = sammen.og(av(bit));
        }
        assertThat(sammen).isEqualTo(hele.sum());
    }

    @Test
    void theFirstSumIsTheOneOfAZipAndTheOtherIsNot() {
        byte[] bit = {1, 2, 3};
        CRC32 crc = new CRC32();
        crc.update(bit);
        assertThat(av(bit).crc32()).isEqualTo((int) crc.getValue()).isNotEqualTo(av(bit).crc32c());
    }

    private static Innholdssum av(byte[] bit) {
        Innholdssum.Teller teller = new Innholdssum.Teller();
        teller.tell(bit, 0, bit.length);
        return teller.sum();
    }
}
