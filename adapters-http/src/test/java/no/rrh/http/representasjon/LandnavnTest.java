package no.rrh.http.representasjon;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LandnavnTest {
    @ParameterizedTest
    @EnumSource
    void everyCountryOfIsoStandsUnderBothItsCodes(Spraak spraak) {
        assertThat(Locale.getISOCountries()).hasSize(249).allSatisfy(alfa2 -> {
            String alfa3 = new Locale.Builder().setRegion(alfa2).build().getISO3Country();
            assertThat(Landnavn.navn(alfa2, spraak)).isPresent().isEqualTo(Landnavn.navn(alfa3, spraak));
        });
    }

    @ParameterizedTest
    @EnumSource
    void holdsNothingButIsoKosovoAndUoppgitt(Spraak spraak) {
        String[] koder = Stream.of(
                        Stream.of(Locale.getISOCountries()),
                        Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA3).stream(),
                        Stream.of("XK", "XKX", "XUK"))
                .flatMap(koderAvEtSlag -> koderAvEtSlag)
                .toArray(String[]::new);
        assertThat(Landnavn.alle(spraak)).containsOnlyKeys(koder);
    }

    @Test
    void namesAreThoseOfTheLanguage() {
        assertThat(navn("NO")).containsExactly("Norge", "Noreg", "Norway");
        assertThat(navn("FRO")).containsExactly("Færøyene", "Færøyane", "Faroe Islands");
        assertThat(navn("CIV")).containsExactly("Elfenbenskysten", "Elfenbeinskysten", "Côte d’Ivoire");
        assertThat(navn("XUK")).containsExactly("Uoppgitt", "Uoppgjeve", "Not stated");
        assertThat(navn("XKX")).containsExactly("Kosovo", "Kosovo", "Kosovo");
    }

    @Test
    void bokmaalNamesCountriesAsTheRegistersTestDataDoes() throws Exception {
        Map<String, String> oppgitt = landITestdata();
        assertThat(oppgitt).hasSizeGreaterThan(10).containsEntry("SWE", "Sverige");
        assertThat(Landnavn.alle(Spraak.BOKMAAL)).containsAllEntriesOf(oppgitt);
    }

    @Test
    void aCodeOutsideTheTableIsUnknown() {
        assertThat(Landnavn.kjenner("QXX")).isFalse();
        assertThat(Landnavn.kjenner("YU")).isFalse();
        assertThat(Landnavn.kjenner("-")).isFalse();
        assertThat(Landnavn.kjenner("NOR")).isTrue();
        assertThat(navn("QXX")).containsOnlyNulls();
    }

    private static String[] navn(String landkode) {
        return Arrays.stream(Spraak.values())
                .map(spraak -> Landnavn.navn(landkode, spraak).orElse(null))
                .toArray(String[]::new);
    }

    private static Map<String, String> landITestdata() throws Exception {
        Map<String, String> land = new TreeMap<>();
        try (InputStream fil = Testdata.aapne();
                JsonParser parser = new JsonFactory().createParser(fil)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.FIELD_NAME
                        && parser.currentName().equals("landkode")) {
                    String landkode = parser.nextTextValue();
                    assertThat(parser.nextFieldName()).isEqualTo("navn");
                    land.put(landkode, parser.nextTextValue());
                }
            }
        }
        return land;
    }
}
