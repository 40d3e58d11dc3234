package no.rrh.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import no.rrh.domain.registrering.Registrering;
import no.rrh.domain.registrering.RegistreringspliktigVirksomhet;
import no.rrh.domain.rettighetshaver.Foedselsnummer;
import org.junit.jupiter.api.Test;

class VilkaarligTest {
    @Property(tries = 300)
    void virksomheterComeInEveryState(@ForAll("virksomheter") RegistreringspliktigVirksomhet virksomhet) {
        Statistics.label("state")
                .collect(
                        virksomhet.slettet().isPresent(), virksomhet.gjeldende().isPresent());
        Statistics.label("state").coverage(dekning -> {
            dekning.check(true, false).percentage(p -> p > 5);
            dekning.check(false, true).percentage(p -> p > 20);
            dekning.check(false, false).percentage(p -> p > 5);
        });
        assertThat(virksomhet.registreringer())
                .extracting(Registrering::versjon)
                .containsOnly(1);
    }

    @Property
    void everyPersonIsSynthetic(@ForAll("foedselsnumre") Foedselsnummer nummer) {
        Statistics.collect(nummer.erDnummer(), nummer.foedselsdato().getYear() / 100);
        Statistics.coverage(dekning -> {
            for (int aarhundre : List.of(18, 19, 20)) {
                dekning.check(true, aarhundre).count(antall -> antall > 0);
                dekning.check(false, aarhundre).count(antall -> antall > 0);
            }
        });
        assertThat(nummer.erSyntetisk()).isTrue();
    }

    @Test
    void examplesOfOrganisasjonsnummerAreDifferentAndAscending() {
        List<Integer> numre = IntStream.range(0, 10_000)
                .mapToObj(n -> Eksempler.organisasjonsnummer(n).tall())
                .toList();
        assertThat(numre).isSorted().doesNotHaveDuplicates();
        assertThat(Eksempler.organisasjonsnummer(8_999_999).tall()).isBetween(399_000_000, 400_000_000);
    }

    @Provide
    Arbitrary<RegistreringspliktigVirksomhet> virksomheter() {
        return Vilkaarlig.virksomheter();
    }

    @Provide
    Arbitrary<Foedselsnummer> foedselsnumre() {
        return Vilkaarlig.foedselsnumre();
    }
}
