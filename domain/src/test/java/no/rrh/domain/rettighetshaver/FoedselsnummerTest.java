package no.rrh.domain.rettighetshaver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import no.rrh.domain.Vilkaarlig;
import no.rrh.domain.feil.UgyldigVerdi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every number here is synthetic (month + 80), or no number at all. */
class FoedselsnummerTest {
    private static final int[] VEKTER_FOERSTE = {3, 7, 6, 1, 8, 9, 4, 5, 2, 1};
    private static final int[] VEKTER_ANDRE = {5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1};

    @ParameterizedTest(name = "[{index}]")
    @CsvSource({
        "05910298382, 2002-11-05, false",
        "06909997850, 1999-10-06, false",
        "15830097489, 2000-03-15, false",
        "15910098079, 2000-11-15, false",
        "16846895403, 1968-04-16, false",
        "26920296504, 2002-12-26, false",
        "27910096945, 2000-11-27, false",
        "28830097890, 2000-03-28, false",
        "28923148452, 1931-12-28, false",
        "41864000647, 1940-06-01, true",
        "52825200223, 1952-02-12, true",
        "58877102163, 1971-07-18, true",
        "59879300422, 1993-07-19, true",
        "65852700291, 1927-05-25, true",
        // from the model's text
        "05861498192, 2014-06-05, false",
        "25828897341, 1988-02-25, false",
        "27899995479, 1999-09-27, false",
        "30856999110, 1969-05-30, false"
    })
    void letsEveryNumberOfTheTestDataInWithItsDate(String verdi, LocalDate dato, boolean dnummer) {
        Foedselsnummer nummer = new Foedselsnummer(verdi);
        assertThat(nummer.verdi()).isEqualTo(verdi);
        assertThat(nummer.foedselsdato()).isEqualTo(dato);
        assertThat(nummer.erDnummer()).isEqualTo(dnummer);
        assertThat(nummer.erSyntetisk()).isTrue();
    }

    /** The century table, at the edges of its rows. */
    @ParameterizedTest
    @CsvSource({
        "00, 000, 1900",
        "99, 000, 1999",
        "00, 499, 1900",
        "99, 499, 1999",
        "53, 499, 1953",
        "54, 500, 1854",
        "99, 500, 1899",
        "54, 749, 1854",
        "99, 749, 1899",
        "00, 500, 2000",
        "39, 500, 2039",
        "00, 999, 2000",
        "39, 999, 2039",
        "39, 749, 2039",
        "39, 750, 2039",
        "40, 900, 1940",
        "99, 900, 1999",
        "40, 999, 1940",
        "53, 900, 1953"
    })
    void tellsTheCenturyFromTheIndividnummer(String aar, int individnummer, int foedselsaar) {
        assertThat(medAar(aar, individnummer).foedselsdato().getYear()).isEqualTo(foedselsaar);
    }

    @ParameterizedTest
    @CsvSource({"40, 500", "53, 500", "40, 749", "53, 749", "40, 750", "54, 750", "99, 750", "40, 899", "99, 899"})
    void refusesAnIndividnummerOfNoCentury(String aar, int individnummer) {
        assertThatThrownBy(() -> medAar(aar, individnummer))
                .isInstanceOf(UgyldigVerdi.class)
                .hasMessageContaining("individnummer");
    }

    /** 1900 was no leap year, 2000 was. */
    @Test
    void knowsLeapYears() {
        assertThatThrownBy(() -> medDato("298200", 100)).hasMessageContaining("fødselsdato");
        assertThat(medDato("298200", 600).foedselsdato()).isEqualTo("2000-02-29");
        assertThat(medDato("698204", 100).foedselsdato()).isEqualTo("1904-02-29");
    }

    /** Every DDMM there can be written, against the calendar: days 1–31 and 41–71, months 1–12 and 81–92. */
    @Test
    void letsInExactlyTheDatesThatExist() {
        for (int dag = 0; dag <= 99; dag++) {
            for (int maaned = 0; maaned <= 99; maaned++) {
                String ddmmaa = String.format("%02d%02d71", dag, maaned);
                boolean finnes = finnes(dag > 40 ? dag - 40 : dag, maaned > 80 ? maaned - 80 : maaned);
                Throwable feil = catchThrowable(() -> medDato(ddmmaa, 100));
                if (finnes) {
                    assertThat(feil).as(ddmmaa).isNull();
                } else {
                    assertThat(feil).as(ddmmaa).hasMessageContaining("fødselsdato");
                }
            }
        }
    }

    /** Every individnummer and every pair of check digits of one date. */
    @Test
    void letsInExactlyThoseWhoseWeightedSumsDivideByEleven() {
        for (int slutt = 0; slutt < 100_000; slutt++) {
            String verdi = String.format("058671%05d", slutt);
            int individnummer = slutt / 100;
            boolean iEtAarhundre = individnummer < 750 || individnummer > 899;
            boolean gyldig = iEtAarhundre
                    && vektetSum(verdi, VEKTER_FOERSTE) % 11 == 0
                    && vektetSum(verdi, VEKTER_ANDRE) % 11 == 0;
            assertThat(catchThrowable(() -> new Foedselsnummer(verdi)) == null)
                    .as("the last five digits %05d", slutt)
                    .isEqualTo(gyldig);
        }
    }

    @Property
    void letsEveryNumberIn(@ForAll("foedselsnumre") Foedselsnummer nummer) {
        assertThat(new Foedselsnummer(nummer.verdi())).isEqualTo(nummer).hasSameHashCodeAs(nummer);
        assertThat(Foedselsnummer.finnesI("/api/" + nummer.verdi() + "0")).isTrue();
    }

    /** No weight of the second check digit is a multiple of 11, so no single digit can be changed unseen. */
    @Property
    void refusesEveryChangeOfOneDigit(@ForAll("foedselsnumre") Foedselsnummer nummer) {
        String verdi = nummer.verdi();
        for (int plass = 0; plass < 11; plass++) {
            for (char siffer = '0'; siffer <= '9'; siffer++) {
                if (siffer != verdi.charAt(plass)) {
                    assertRefused(verdi.substring(0, plass) + siffer + verdi.substring(plass + 1));
                }
            }
        }
    }

    /** No two neighbouring weights of the second check digit are equal. */
    @Property
    void refusesNeighboursThatChangePlaces(
            @ForAll("foedselsnumre") Foedselsnummer nummer, @ForAll @IntRange(max = 9) int plass) {
        String verdi = nummer.verdi();
        char venstre = verdi.charAt(plass);
        char hoeyre = verdi.charAt(plass + 1);
        if (venstre != hoeyre) {
            assertRefused(verdi.substring(0, plass) + hoeyre + venstre + verdi.substring(plass + 2));
        }
    }

    /** The second check digit alone can be made to fit a first one that is wrong. */
    @Test
    void refusesAFirstCheckDigitThatOnlyTheSecondOneAgreesWith() {
        String ni = "058614981";
        for (int foerste = 0; foerste <= 9; foerste++) {
            String ti = ni + foerste;
            int andre = kontrollsiffer(ti, VEKTER_ANDRE);
            if (foerste != 9 && andre < 10) {
                assertThatThrownBy(() -> new Foedselsnummer(ti + andre)).hasMessageContaining("kontrollsiffer");
            }
        }
        assertThat(new Foedselsnummer(ni + "92").erSyntetisk()).isTrue();
    }

    @ParameterizedTest(name = "[{index}]")
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                "           ",
                "0586149819",
                "058614981920",
                " 05861498192",
                "05861498192 ",
                "058614 98192",
                "-5861498192",
                "0586149819O",
                "٠٥٨٦١٤٩٨١٩٢",
                "０５８６１４９８１９２",
                "0586149819２",
                "0586149819\u0000"
            })
    void refusesWhatIsNotElevenAsciiDigits(String verdi) {
        assertThatThrownBy(() -> new Foedselsnummer(verdi))
                .isInstanceOf(UgyldigVerdi.class)
                .hasMessageContaining("elleve sifre");
    }

    @Property
    void neverRepeatsWhatItRefuses(@ForAll @NumericChars @StringLength(min = 3, max = 12) String verdi) {
        Throwable feil = catchThrowable(() -> new Foedselsnummer(verdi));
        if (feil != null) {
            assertThat(feil)
                    .isInstanceOf(UgyldigVerdi.class)
                    .hasNoCause()
                    .message()
                    .doesNotContain(verdi);
        }
    }

    @Property
    void neverRepeatsANumberThatIsNearlyRight(
            @ForAll("foedselsnumre") Foedselsnummer nummer, @ForAll @IntRange(max = 9) int siffer) {
        String nesten = nummer.verdi().substring(0, 10) + siffer;
        Optional.ofNullable(catchThrowable(() -> new Foedselsnummer(nesten)))
                .ifPresent(feil -> assertThat(feil.toString()).doesNotContain(nesten.substring(0, 6)));
    }

    @Test
    void findsANumberAnywhereInATextAndNothingElse() {
        assertThat(Foedselsnummer.finnesI("05861498192")).isTrue();
        assertThat(Foedselsnummer.finnesI("x05861498192/y")).isTrue();
        assertThat(Foedselsnummer.finnesI("9905861498192")).isTrue();
        assertThat(Foedselsnummer.finnesI("05861498193")).isFalse();
        assertThat(Foedselsnummer.finnesI("058614-98192")).isFalse();
        assertThat(Foedselsnummer.finnesI("0586149819")).isFalse();
        assertThat(Foedselsnummer.finnesI("")).isFalse();
    }

    private static void assertRefused(String verdi) {
        // compared here, so that a failure does not print the number
        if (catchThrowable(() -> new Foedselsnummer(verdi)) == null) {
            throw new AssertionError("a changed number was let in");
        }
    }

    private static boolean finnes(int dag, int maaned) {
        return maaned >= 1
                && maaned <= 12
                && dag >= 1
                && dag <= YearMonth.of(1971, maaned).lengthOfMonth();
    }

    /** A number of that year and individnummer, on the first day of the year that has check digits for it. */
    private static Foedselsnummer medAar(String aar, int individnummer) {
        return foersteMedKontrollsifre(
                IntStream.rangeClosed(1, 28).mapToObj(dag -> String.format("%02d81%s%03d", dag, aar, individnummer)));
    }

    /** A number of that date, with the first individnummer from the given one that has check digits. */
    private static Foedselsnummer medDato(String ddmmaa, int individnummer) {
        return foersteMedKontrollsifre(
                IntStream.range(individnummer, individnummer + 100).mapToObj(i -> ddmmaa + String.format("%03d", i)));
    }

    private static Foedselsnummer foersteMedKontrollsifre(Stream<String> niSifre) {
        return new Foedselsnummer(niSifre.map(ni -> ni + kontrollsiffer(ni, VEKTER_FOERSTE))
                .map(ti -> ti + kontrollsiffer(ti, VEKTER_ANDRE))
                .filter(elleve -> elleve.length() == 11)
                .findFirst()
                .orElseThrow());
    }

    /** Two digits where none exists, so that the number comes out too long. */
    private static int kontrollsiffer(String sifre, int... vekter) {
        return (11 - vektetSum(sifre, vekter) % 11) % 11;
    }

    private static int vektetSum(String sifre, int... vekter) {
        return IntStream.range(0, Math.min(sifre.length(), vekter.length))
                .map(i -> vekter[i] * Character.digit(sifre.charAt(i), 10))
                .sum();
    }

    @Provide
    Arbitrary<Foedselsnummer> foedselsnumre() {
        return Vilkaarlig.foedselsnumre();
    }
}
