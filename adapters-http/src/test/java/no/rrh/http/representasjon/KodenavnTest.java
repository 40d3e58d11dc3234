package no.rrh.http.representasjon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import no.rrh.domain.kodeverk.Kode;
import no.rrh.domain.kodeverk.Kodeliste;
import no.rrh.domain.registrering.Markedstype;
import no.rrh.domain.registrering.Reellerettighetshavereidentifikasjon;
import no.rrh.domain.registrering.Reellerettighetshaverestatus;
import no.rrh.domain.registrering.Registertype;
import no.rrh.domain.registrering.Registreringsstatus;
import no.rrh.domain.rettighetshaver.Grunnlagstype;
import no.rrh.domain.rettighetshaver.Posisjonstype;
import no.rrh.domain.rettighetshaver.Stoerrelsesintervall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KodenavnTest {
    private static final List<Kodeliste<?>> KODELISTER = List.of(
            Reellerettighetshaverestatus.LISTE,
            Registreringsstatus.LISTE,
            Posisjonstype.LISTE,
            Stoerrelsesintervall.LISTE,
            Grunnlagstype.LISTE,
            Markedstype.LISTE,
            Registertype.LISTE,
            Reellerettighetshavereidentifikasjon.LISTE);

    @ParameterizedTest
    @EnumSource
    void everyLanguageHoldsExactlyTheCodesOfTheDomainInTheirOrder(Spraak spraak) {
        List<String> koder = KODELISTER.stream()
                .<Kode>flatMap(liste -> liste.koder().stream())
                .map(Kode::kode)
                .toList();
        assertThat(Kodenavn.alle(spraak).keySet()).containsExactlyElementsOf(koder);
        assertThat(Kodenavn.alle(spraak).values())
                .allSatisfy(navn -> assertThat(navn).isNotBlank().isEqualTo(navn.strip()));
    }

    @ParameterizedTest
    @EnumSource
    void everyFileIsMarkedWithItsLanguage(Spraak spraak) throws Exception {
        try (InputStream fil = Kodenavn.class.getResourceAsStream("kodelister-" + spraak.kodelistekode() + ".json")) {
            assertThat(new String(fil.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("\"spraak\": \"" + spraak.kodelistekode() + "\"");
        }
    }

    @ParameterizedTest
    @EnumSource
    void noTwoCodesOfAListHaveTheSameName(Spraak spraak) {
        for (Kodeliste<?> liste : KODELISTER) {
            assertThat(liste.koder())
                    .extracting(kode -> Kodenavn.navn(kode, spraak))
                    .doesNotHaveDuplicates();
        }
    }

    /** A name that was forgotten in the translation would be the bokmål one. */
    @Test
    void onlyNamesThatAreTheSameWordsAreTheSameInTwoLanguages() {
        assertThat(likBokmaal(Spraak.ENGELSK))
                .containsExactly(
                        Stoerrelsesintervall.INTERVALL3, Markedstype.EURONEXT_OSLO, Markedstype.EURONEXT_EXPAND_OSLO);
        assertThat(likBokmaal(Spraak.NYNORSK))
                .containsExactly(
                        Posisjonstype.DESTINATAR,
                        Stoerrelsesintervall.INTERVALL1,
                        Stoerrelsesintervall.INTERVALL2,
                        Stoerrelsesintervall.INTERVALL3,
                        Grunnlagstype.DIREKTE,
                        Grunnlagstype.INDIREKTE,
                        Markedstype.EURONEXT_OSLO,
                        Markedstype.EURONEXT_EXPAND_OSLO);
    }

    private static List<Kode> likBokmaal(Spraak spraak) {
        return KODELISTER.stream()
                .<Kode>flatMap(liste -> liste.koder().stream())
                .filter(kode -> Kodenavn.navn(kode, spraak).equals(Kodenavn.navn(kode, Spraak.BOKMAAL)))
                .toList();
    }

    /** So the file, which is read before it is changed, is the golden file of the answer. */
    @ParameterizedTest
    @EnumSource
    void theAnswerIsTheFileWithoutItsMark(Spraak spraak) throws Exception {
        try (InputStream fil = Kodenavn.class.getResourceAsStream("kodelister-" + spraak.kodelistekode() + ".json")) {
            String mark = "{\"spraak\":\"" + spraak.kodelistekode() + "\",";
            assertThat(Json.minifisert(fil.readAllBytes()))
                    .isEqualTo(mark + svar(spraak).substring(1));
        }
    }

    private static String svar(Spraak spraak) {
        return new String(Kodenavn.json(spraak), StandardCharsets.UTF_8);
    }

    @Test
    void ownershipIsCalledWhatTheContractSays() {
        assertThat(Spraak.values())
                .extracting(spraak -> Kodenavn.navn(Posisjonstype.EIERSKAP, spraak))
                .containsExactly("Eierskap", "Eigarskap", "Ownership");
    }

    @Test
    void englishWritesDecimalsWithAPoint() {
        assertThat(Stoerrelsesintervall.values())
                .extracting(kode -> Kodenavn.navn(kode, Spraak.ENGELSK))
                .containsExactly("25.01% - 49.99%", "50% - 74.99%", "75% - 100%");
    }
}
