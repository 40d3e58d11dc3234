package no.rrh.http.forhandling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The conditions of RFC 9110, 13, and their precedence. */
class VilkaarTest {
    private static final Etag ETAG = new Etag("\"a\"");
    private static final Instant ENDRET = Instant.parse("2026-11-24T09:13:45.987Z");
    private static final String FOER = "Tue, 24 Nov 2026 09:13:44 GMT";
    private static final String DA = "Tue, 24 Nov 2026 09:13:45 GMT";

    private static Vilkaar av(Optional<Instant> endret, String... headere) {
        HttpFields.Mutable felt = HttpFields.build();
        for (String header : headere) {
            String[] del = header.split(": ", 2);
            felt.add(del[0], del[1]);
        }
        return Vilkaar.av(felt, ETAG, endret);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            value = {
                "\"a\"|OPPFYLT",
                "*|OPPFYLT",
                "\"b\", \"a\"|OPPFYLT",
                "\"b\"|BRUTT",
                "W/\"a\"|BRUTT",
                "W/\"a\", \"a\"|OPPFYLT",
                "a|BRUTT",
                "\"|BRUTT",
                "*, \"b\"|BRUTT",
            })
    void ifMatchHoldsForTheVeryTagAlone(String verdi, Vilkaar forventet) {
        assertThat(av(Optional.of(ENDRET), "If-Match: " + verdi)).isEqualTo(forventet);
        assertThat(av(Optional.empty(), "If-Match: " + verdi)).isEqualTo(forventet);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            value = {"\"a\"|KJENT", "W/\"a\"|KJENT", "*|KJENT", "\"b\", \"a\"|KJENT", "\"b\"|OPPFYLT", "a|OPPFYLT"})
    void ifNoneMatchHoldsForWeakTagsToo(String verdi, Vilkaar forventet) {
        assertThat(av(Optional.of(ENDRET), "If-None-Match: " + verdi)).isEqualTo(forventet);
    }

    @Test
    void timesAreComparedInWholeSeconds() {
        assertThat(av(Optional.of(ENDRET), "If-Unmodified-Since: " + DA)).isEqualTo(Vilkaar.OPPFYLT);
        assertThat(av(Optional.of(ENDRET), "If-Unmodified-Since: " + FOER)).isEqualTo(Vilkaar.BRUTT);
        assertThat(av(Optional.of(ENDRET), "If-Modified-Since: " + DA)).isEqualTo(Vilkaar.KJENT);
        assertThat(av(Optional.of(ENDRET), "If-Modified-Since: " + FOER)).isEqualTo(Vilkaar.OPPFYLT);
    }

    @Test
    void withoutATimeOfChangeTimesAreIgnored() {
        assertThat(av(Optional.empty(), "If-Unmodified-Since: " + FOER)).isEqualTo(Vilkaar.OPPFYLT);
        assertThat(av(Optional.empty(), "If-Modified-Since: " + DA)).isEqualTo(Vilkaar.OPPFYLT);
    }

    @Test
    void twoTimesAreNone() {
        assertThat(av(Optional.of(ENDRET), "If-Unmodified-Since: " + FOER, "If-Unmodified-Since: " + FOER))
                .isEqualTo(Vilkaar.OPPFYLT);
        assertThat(av(Optional.of(ENDRET), "If-Modified-Since: " + DA, "If-Modified-Since: " + DA))
                .isEqualTo(Vilkaar.OPPFYLT);
    }

    @Test
    void tagsGoBeforeTimesAndWhatIsBrokenBeforeWhatIsKnown() {
        Optional<Instant> endret = Optional.of(ENDRET);

        assertThat(av(endret, "If-Match: \"a\"", "If-Unmodified-Since: " + FOER))
                .isEqualTo(Vilkaar.OPPFYLT);
        assertThat(av(endret, "If-Match: \"b\"", "If-Unmodified-Since: " + DA)).isEqualTo(Vilkaar.BRUTT);
        assertThat(av(endret, "If-None-Match: \"b\"", "If-Modified-Since: " + DA))
                .isEqualTo(Vilkaar.OPPFYLT);
        assertThat(av(endret, "If-Match: \"b\"", "If-None-Match: \"a\"")).isEqualTo(Vilkaar.BRUTT);
        assertThat(av(endret, "If-Match: \"a\"", "If-None-Match: \"a\"")).isEqualTo(Vilkaar.KJENT);
        assertThat(av(endret, "If-Unmodified-Since: " + FOER, "If-None-Match: \"a\""))
                .isEqualTo(Vilkaar.BRUTT);
    }
}
