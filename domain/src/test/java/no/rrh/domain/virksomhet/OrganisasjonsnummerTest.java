package no.rrh.domain.virksomhet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import no.rrh.domain.Eksempler;
import no.rrh.domain.feil.UgyldigVerdi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrganisasjonsnummerTest {
    private static final int[] VEKTER_MED_KONTROLL = {3, 2, 7, 6, 5, 4, 3, 2, 1};

    @ParameterizedTest
    @ValueSource(
            strings = {
                "210204822",
                "310163449",
                "310219622",
                "310956643",
                "311685678",
                "312502658",
                "313513408",
                "313513580",
                "313842568",
                "314270320"
            })
    void letsEveryNumberOfTheTestDataIn(String verdi) {
        assertThat(new Organisasjonsnummer(verdi).verdi()).isEqualTo(verdi);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "314208641",
                "310274682",
                "312701103",
                "312246538",
                "312587629",
                "310211036",
                "310223719",
                "210129812",
                "313394484",
                "214259982",
                "311155520",
                "313611760",
                "310758000"
            })
    void letsTheExamplesOfTheModelIn(String verdi) {
        assertThat(new Organisasjonsnummer(verdi).tall()).isEqualTo(Integer.parseInt(verdi));
    }

    @Property
    void letsEveryNumberIn(@ForAll("gyldige") String verdi) {
        Organisasjonsnummer nummer = new Organisasjonsnummer(verdi);
        assertThat(nummer).hasToString(verdi).isEqualTo(Organisasjonsnummer.av(nummer.tall()));
    }

    /** No weight is a multiple of 11, so no single digit can be changed unseen. */
    @Property
    void refusesEveryChangeOfOneDigit(@ForAll("gyldige") String verdi) {
        for (int plass = 0; plass < 9; plass++) {
            for (char siffer = '0'; siffer <= '9'; siffer++) {
                if (siffer != verdi.charAt(plass)) {
                    assertRefused(verdi.substring(0, plass) + siffer + verdi.substring(plass + 1), "kontrollsiffer");
                }
            }
        }
    }

    /** No two neighbouring weights are equal, so neighbours cannot change places unseen. */
    @Property
    void refusesNeighboursThatChangePlaces(@ForAll("gyldige") String verdi, @ForAll @IntRange(max = 7) int plass) {
        char venstre = verdi.charAt(plass);
        char hoeyre = verdi.charAt(plass + 1);
        if (venstre != hoeyre) {
            assertRefused(verdi.substring(0, plass) + hoeyre + venstre + verdi.substring(plass + 2), "kontrollsiffer");
        }
    }

    @Test
    void letsInExactlyThoseWhoseWeightedSumDividesByEleven() {
        for (int tall = 314_200_000; tall < 314_300_000; tall++) {
            String verdi = Integer.toString(tall);
            assertThat(catchThrowable(() -> new Organisasjonsnummer(verdi)) == null)
                    .as(verdi)
                    .isEqualTo(vektetSum(verdi) % 11 == 0);
        }
    }

    @Test
    void refusesEveryLastDigitWhereNoCheckDigitExists() {
        // 3·3 + 2·0 + 7·0 + 6·0 + 5·0 + 4·0 + 3·0 + 2·7 = 23, and 23 mod 11 = 1
        for (int siffer = 0; siffer <= 9; siffer++) {
            assertRefused("30000007" + siffer, "kontrollsiffer");
        }
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                "         ",
                "31420864",
                "3142086410",
                " 314208641",
                "314208641 ",
                "314 208 641",
                "31420864l",
                "-14208641",
                "+14208641",
                "3142.8641",
                "٣١٤٢٠٨٦٤١",
                "３１４２０８６４１",
                "31420864１",
                "𝟑𝟏𝟒𝟐𝟎𝟖𝟔𝟒𝟏",
                "31420864\u0000",
                "974760;jsession"
            })
    void refusesWhatIsNotNineAsciiDigits(String verdi) {
        assertRefused(verdi, "ni sifre");
    }

    @Property
    void neverRepeatsWhatItRefuses(@ForAll @NumericChars @StringLength(min = 3, max = 12) String verdi) {
        Throwable feil = catchThrowable(() -> new Organisasjonsnummer(verdi));
        if (feil != null) {
            assertThat(feil).isInstanceOf(UgyldigVerdi.class).message().doesNotContain(verdi);
        }
    }

    @Test
    void sortsByNumberAlsoWhereItBeginsWithZero() {
        List<Organisasjonsnummer> numre =
                List.of(Organisasjonsnummer.av(0), Eksempler.organisasjonsnummer(0), Eksempler.organisasjonsnummer(1));
        assertThat(Stream.of(numre.get(2), numre.get(0), numre.get(1)).sorted()).isEqualTo(numre);
        assertThat(numre.get(0).verdi()).isEqualTo("000000000");
    }

    private static void assertRefused(String verdi, String grunn) {
        assertThatThrownBy(() -> new Organisasjonsnummer(verdi))
                .isInstanceOf(UgyldigVerdi.class)
                .hasMessageContaining(grunn);
    }

    /** Every eight digits with the check digit that the rule gives them, where there is one. */
    @Provide
    Arbitrary<String> gyldige() {
        return Arbitraries.integers()
                .between(0, 99_999_999)
                .map(aatte -> String.format("%08d", aatte))
                .map(aatte -> aatte + (11 - vektetSum(aatte) % 11) % 11)
                .filter(verdi -> verdi.length() == 9);
    }

    private static int vektetSum(String sifre) {
        return IntStream.range(0, sifre.length())
                .map(i -> VEKTER_MED_KONTROLL[i] * Character.digit(sifre.charAt(i), 10))
                .sum();
    }
}
