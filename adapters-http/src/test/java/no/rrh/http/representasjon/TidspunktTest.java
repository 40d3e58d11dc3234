package no.rrh.http.representasjon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import no.rrh.domain.feil.UgyldigVerdi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TidspunktTest {
    private static final long AAR_0 = -62_167_219_200_000L;
    private static final long AAR_9999 = 253_402_300_799_999L;

    @Property
    void isWrittenInUtcWithExactlyThreeDecimals(@ForAll @LongRange(min = AAR_0, max = AAR_9999) long millisekunder) {
        Instant tidspunkt = Instant.ofEpochMilli(millisekunder);
        String ventet = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX")
                .withZone(ZoneOffset.UTC)
                .format(tidspunkt);
        assertThat(skrevet(tidspunkt)).isEqualTo(ventet);
    }

    @Property
    void isReadAsItWasWritten(@ForAll @LongRange(min = AAR_0, max = AAR_9999) long millisekunder) {
        Instant tidspunkt = Instant.ofEpochMilli(millisekunder);
        assertThat(Tidspunkt.les(skrevet(tidspunkt))).isEqualTo(tidspunkt);
    }

    @Property
    void anyOffsetIsReadAsUtc(
            @ForAll @LongRange(min = 0, max = 4_102_444_800_000L) long millisekunder,
            @ForAll @IntRange(min = -18 * 60, max = 18 * 60) int minutter) {
        OffsetDateTime lokalt = Instant.ofEpochMilli(millisekunder).atOffset(ZoneOffset.ofTotalSeconds(minutter * 60));
        String tekst =
                DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx").format(lokalt);
        assertThat(Tidspunkt.les(tekst)).isEqualTo(lokalt.toInstant());
    }

    @ParameterizedTest
    @CsvSource({
        "2024-09-26T10:22:02Z, 2024-09-26T10:22:02.000Z",
        "2024-09-26T10:22:02.6Z, 2024-09-26T10:22:02.600Z",
        "2024-09-26T10:22:02.63Z, 2024-09-26T10:22:02.630Z",
        "2024-09-26T10:22:02.634000Z, 2024-09-26T10:22:02.634Z",
        "2024-09-26t10:22:02.634z, 2024-09-26T10:22:02.634Z",
        "2024-09-26T10:22:02.634-00:00, 2024-09-26T10:22:02.634Z",
        "2024-01-01T01:00:00+02:00, 2023-12-31T23:00:00.000Z",
        "2024-02-29T23:59:59.999-05:30, 2024-03-01T05:29:59.999Z"
    })
    void otherWaysToWriteTheSameAreRead(String tekst, String ventet) {
        assertThat(skrevet(Tidspunkt.les(tekst))).isEqualTo(ventet);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2024",
                "2024-09-26",
                "2024-09-26T10:22Z",
                "2024-09-26T10:22:02",
                "2024-09-26T10:22:02.",
                "2024-09-26T10:22:02.Z",
                "2024-09-26T10:22:02.634",
                "2024-09-26T10:22:02,634Z",
                "2024-09-26 10:22:02.634Z",
                "2024-09-26T10:22:02.634ZZ",
                "2024-09-26T10:22:02.634Z ",
                " 2024-09-26T10:22:02.634Z",
                "2024-09-26T10:22:02.634+2",
                "2024-09-26T10:22:02.634+0200",
                "2024-09-26T10:22:02.634+02:0",
                "2024-09-26T10:22:02.634+02:00:00",
                "2024-09-26T10:22:02.634[UTC]",
                "2024-9-26T10:22:02.634Z",
                "+2024-09-26T10:22:02.634Z",
                "12024-09-26T10:22:02.634Z",
                "2024-09-26T10:22:02.٦Z",
                "٢٠٢٤-09-26T10:22:02.634Z",
                "-024-09-26T10:22:02.634Z"
            })
    void anotherFormIsRefused(String tekst) {
        assertThatThrownBy(() -> Tidspunkt.les(tekst))
                .isInstanceOf(UgyldigVerdi.class)
                .hasMessage("tidspunktet må følge RFC 3339 med tidssone, for eksempel 2024-09-26T10:22:02.634Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2023-02-29T10:22:02.634Z",
                "2024-13-01T10:22:02.634Z",
                "2024-09-26T24:00:00Z",
                "2024-09-26T10:60:00Z",
                "2024-09-26T10:22:02+19:00",
                "2024-09-26T10:22:02+01:60",
                "0000-01-01T00:00:00+00:01",
                "9999-12-31T23:59:59.999-00:01"
            })
    void aTimeThatDoesNotExistIsRefused(String tekst) {
        assertThatThrownBy(() -> Tidspunkt.les(tekst))
                .isInstanceOf(UgyldigVerdi.class)
                .hasMessage("tidspunktet finnes ikke");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-09-26T10:22:02.6341Z", "2024-09-26T10:22:02.000000001+01:00"})
    void morePrecisionThanMillisecondsIsRefusedAndNotLost(String tekst) {
        assertThatThrownBy(() -> Tidspunkt.les(tekst))
                .isInstanceOf(UgyldigVerdi.class)
                .hasMessage("tidspunktet er mer nøyaktig enn millisekunder, og registeret ville mistet det");
    }

    private static String skrevet(Instant tidspunkt) {
        char[] tegn = new char[Tidspunkt.LENGDE];
        Tidspunkt.skriv(tidspunkt, tegn);
        return new String(tegn);
    }

    @Test
    void aLeapSecondIsRefusedByName() {
        assertThatThrownBy(() -> Tidspunkt.les("2016-12-31T23:59:60Z"))
                .isInstanceOf(UgyldigVerdi.class)
                .hasMessageContaining("skuddsekunder");
    }

    @ParameterizedTest
    @CsvSource({
        "2024-09-26T10:22:02.6349Z, 2024-09-26T10:22:02.634Z",
        "2024-09-26T12:22:02.634999999+02:00, 2024-09-26T10:22:02.634Z",
        "9999-12-31T23:59:59.999999Z, 9999-12-31T23:59:59.999Z",
    })
    void aTimeToCompareWithIsCutOffAsThoseOfTheRegisterAre(String tekst, String ventet) {
        assertThat(Tidspunkt.lesAvkortet(tekst)).isEqualTo(ventet);
        assertThatThrownBy(() -> Tidspunkt.les(tekst)).hasMessageContaining("mer nøyaktig enn millisekunder");
    }

    @Test
    void aTimeToCompareWithIsNoLongerThanAnyTimeIs() {
        assertThatThrownBy(() -> Tidspunkt.lesAvkortet("2024-09-26T10:22:02." + "0".repeat(100) + "Z"))
                .isInstanceOf(UgyldigVerdi.class);
    }
}
