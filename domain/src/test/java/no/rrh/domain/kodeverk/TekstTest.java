package no.rrh.domain.kodeverk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import no.rrh.domain.Vilkaarlig;
import no.rrh.domain.feil.UgyldigVerdi;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TekstTest {
    @Property
    void keepsEveryTextAsItIs(@ForAll("tekster") String tekst) {
        assertThat(Tekst.krev("felt", tekst)).isEqualTo(tekst);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "\t\n", "\u2003"})
    void refusesWhatIsMissingOrBlank(String tekst) {
        assertThatThrownBy(() -> Tekst.krev("etternavn", tekst))
                .isInstanceOf(UgyldigVerdi.class)
                .hasMessage("etternavn mangler eller er tom");
    }

    @Property
    void refusesHalfASurrogatePairAnywhereWithoutRepeatingTheText(@ForAll("tekster") String tekst) {
        for (String halvt : new String[] {"\ud83d", "\ude00"}) {
            for (String hele : new String[] {halvt + tekst, tekst + halvt, tekst + halvt + tekst}) {
                assertThatThrownBy(() -> Tekst.krev("etternavn", hele))
                        .isInstanceOf(UgyldigVerdi.class)
                        .hasMessageContaining("etternavn")
                        .message()
                        .doesNotContain(Vilkaarlig.MERKE);
            }
        }
    }

    @Provide
    Arbitrary<String> tekster() {
        return Vilkaarlig.tekster();
    }
}
