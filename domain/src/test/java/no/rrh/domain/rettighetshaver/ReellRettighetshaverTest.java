package no.rrh.domain.rettighetshaver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import no.rrh.domain.Eksempler;
import no.rrh.domain.Vilkaarlig;
import no.rrh.domain.feil.UgyldigVerdi;
import no.rrh.domain.kodeverk.LandAlfa2;
import no.rrh.domain.kodeverk.LandAlfa3;
import no.rrh.domain.rettighetshaver.MellomliggendeVirksomhet.Adresse;
import org.junit.jupiter.api.Test;

class ReellRettighetshaverTest {
    @Test
    void hasAtLeastOnePosition() {
        assertThatThrownBy(() -> Eksempler.rettighetshaver(Eksempler.ALMINNELIG, false))
                .isInstanceOf(UgyldigVerdi.class)
                .hasMessageContaining("minst én posisjon");
    }

    @Test
    void anAddressHasAtLeastOneLineAndNoneOfThemIsBlank() {
        LandAlfa2 land = LandAlfa2.av("DE");
        assertThatThrownBy(() -> new Adresse(List.of(), land)).hasMessageContaining("minst én linje");
        assertThatThrownBy(() -> new Adresse(List.of("en", " "), land)).hasMessageContaining("friAdressetekst");
    }

    @Test
    void everyNameThatIsStatedHasText() {
        assertThatThrownBy(() -> new Navn("", Optional.empty(), "x")).hasMessageContaining("fornavn");
        assertThatThrownBy(() -> new Navn("x", Optional.of(" "), "x")).hasMessageContaining("mellomnavn");
        assertThatThrownBy(() -> new Navn("x", Optional.empty(), null)).hasMessageContaining("etternavn");
    }

    @Test
    void keepsListsOfItsOwn() {
        List<LandAlfa3> land = new ArrayList<>(List.of(LandAlfa3.UOPPGITT));
        UtenlandskPerson person = new UtenlandskPerson(
                Optional.empty(), Eksempler.UTENLANDSK.foedselsaar(), Optional.empty(), LandAlfa3.UOPPGITT, land);
        land.clear();
        assertThat(person.statsborgerskap()).containsExactly(LandAlfa3.UOPPGITT);
    }

    @Property
    void aShieldedPersonKeepsWhatTheContractLeavesAndStaysShielded(@ForAll("personer") Person person) {
        Person skjermet = person.skjermet();
        assertThat(skjermet).hasSameClassAs(person).isEqualTo(skjermet.skjermet());
        assertThat(skjermet.foedselsdato()).isEmpty();
        assertThat(skjermet.foedselsaar()).isEqualTo(person.foedselsaar());
        assertThat(skjermet.bostedsland()).isEqualTo(person.bostedsland());
        assertThat(skjermet.statsborgerskap()).isEqualTo(person.statsborgerskap());
    }

    @Provide
    Arbitrary<Person> personer() {
        return Vilkaarlig.personer();
    }
}
