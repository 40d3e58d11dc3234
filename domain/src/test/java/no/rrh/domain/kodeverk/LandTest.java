package no.rrh.domain.kodeverk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import no.rrh.domain.feil.UgyldigVerdi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LandTest {
    @Test
    void letsAnyCodeOfTheRightFormInAlsoOneThatNoTableHas() {
        assertThat(LandAlfa2.av("QX").landkode()).isEqualTo("QX");
        assertThat(LandAlfa3.UOPPGITT).isEqualTo(new LandAlfa3("XUK", Optional.empty()));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "N", "no", "NOR", "N0", "NO ", "NO\n", "ÆØ"})
    void refusesWhatIsNotTwoCapitalLetters(String kode) {
        assertThatThrownBy(() -> LandAlfa2.av(kode))
                .isInstanceOf(UgyldigVerdi.class)
                .hasMessageContaining("to store bokstaver");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "NO", "nor", "NORG", "N0R", "NOR ", "NOR\n", "ÆØÅ"})
    void refusesWhatIsNotThreeCapitalLetters(String kode) {
        assertThatThrownBy(() -> LandAlfa3.av(kode))
                .isInstanceOf(UgyldigVerdi.class)
                .hasMessageContaining("tre store bokstaver");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "half \ud83d"})
    void refusesAStatedNameThatCannotBeKept(String navn) {
        assertThatThrownBy(() -> new LandAlfa2("QX", Optional.of(navn))).isInstanceOf(UgyldigVerdi.class);
        assertThatThrownBy(() -> new LandAlfa3("QXX", Optional.of(navn))).isInstanceOf(UgyldigVerdi.class);
    }
}
