package no.rrh.http.representasjon;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpraakTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nob                            | BOKMAAL
            nno                            | NYNORSK
            eng                            | ENGELSK
            nb                             | BOKMAAL
            nn                             | NYNORSK
            en                             | ENGELSK
            no                             | BOKMAAL
            nor                            | BOKMAAL
            EN                             | ENGELSK
            nn-NO                          | NYNORSK
            en-GB                          | ENGELSK
            en-Latn-US                     | ENGELSK
            no-NO                          | BOKMAAL
            *                              | BOKMAAL
            ''                             | BOKMAAL
            sv                             | BOKMAAL
            sv, da;q=0.9, en;q=0.1         | ENGELSK
            en, nn                         | ENGELSK
            nn, en                         | NYNORSK
            nb;q=0.5, en;q=0.6             | ENGELSK
            nb;q=0.599, en;q=0.6           | ENGELSK
            nn;q=1.000, en;q=0.999         | NYNORSK
            en;q=0                         | BOKMAAL
            nb;q=0, en;q=0.001             | ENGELSK
            nb;q=0, *                      | NYNORSK
            nob;q=0, nno;q=0, *;q=0.2      | ENGELSK
            nb;q=0, nn;q=0, en;q=0         | BOKMAAL
            nb;q=0, *;q=0                  | BOKMAAL
            nn;q=0.5, *                    | BOKMAAL
            *;q=0.5, nn                    | NYNORSK
            en, *                          | ENGELSK
            *, en                          | BOKMAAL
            *;q=0.1, en;q=0.05             | BOKMAAL
            en-GB;q=0.3, en;q=0.8, nn;q=0.7| ENGELSK
            en ; q=0.2 , nn ;q=0.3         | NYNORSK
            en;Q=0.2, nn;q=0.3             | NYNORSK
            ,, ,en                         | ENGELSK
            """)
    void takesTheHeaviestThenTheFirst(String header, Spraak ventet) {
        assertThat(Spraak.forhandle(List.of(header))).isEqualTo(ventet);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en;q=2",
                "en;q=1.001",
                "en;q=0.1234",
                "en;q=-1",
                "en;q=abc",
                "en;q=",
                "en;q",
                "en;",
                "en;q=0.5;x=1",
                "en;q=0,5",
                "en;q=1x",
                "en;q=0.٣",
                "en-",
                "-en",
                "en--GB",
                "en_GB",
                "en-waytoolongsubtag",
                "e n",
                "eń",
                "english",
                "**",
                "en;q=½"
            })
    void anElementThatIsMalformedDoesNotCount(String element) {
        assertThat(Spraak.forhandle(List.of(element))).isEqualTo(Spraak.BOKMAAL);
        assertThat(Spraak.forhandle(List.of(element + ", nn;q=0.1"))).isEqualTo(Spraak.NYNORSK);
    }

    @Test
    void isBokmaalWithoutAHeader() {
        assertThat(Spraak.forhandle(List.of())).isEqualTo(Spraak.BOKMAAL);
    }

    @Test
    void readsSeveralHeadersAsOne() {
        assertThat(Spraak.forhandle(List.of("sv", "en;q=0.4", "nn;q=0.5"))).isEqualTo(Spraak.NYNORSK);
        assertThat(Spraak.forhandle(List.of("en", "nn"))).isEqualTo(Spraak.ENGELSK);
    }

    @Test
    void answersWithTheTagsOfContentLanguage() {
        assertThat(Spraak.values()).extracting(Spraak::kode).containsExactly("nb", "nn", "en");
    }

    @Test
    void anEnormousHeaderCostsLittle() {
        List<String> enorme = List.of(
                "en-".repeat(3_334),
                ",".repeat(10_000),
                ";".repeat(10_000),
                "x,".repeat(4_999) + "nn",
                "en;q=0." + "1".repeat(10_000),
                "*".repeat(10_000));
        // a cost that grows with the square or worse takes minutes; what it takes is not measured here
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            for (int i = 0; i < 200; i++) {
                enorme.forEach(header -> Spraak.forhandle(List.of(header)));
            }
        });
        assertThat(Spraak.forhandle(List.of(enorme.get(3)))).isEqualTo(Spraak.NYNORSK);
    }

    @Property
    void anyHeaderGivesALanguage(@ForAll String header) {
        assertThat(Spraak.forhandle(List.of(header))).isNotNull();
    }

    @Property
    void anyMixOfTheGrammarsOwnCharactersGivesALanguage(@ForAll long froe) {
        Random tilfeldig = new Random(froe);
        StringBuilder header = new StringBuilder();
        tilfeldig.ints(40, 0, 14).forEach(i -> header.append("en-,;q=01.* nb".charAt(i)));
        assertThat(Spraak.forhandle(List.of(header.toString()))).isNotNull();
    }
}
