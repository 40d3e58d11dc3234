package no.rrh.domain.syntetisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import no.rrh.domain.feil.UgyldigVerdi;
import no.rrh.domain.registrering.Registrering;
import no.rrh.domain.registrering.RegistreringspliktigVirksomhet;
import no.rrh.domain.registrering.Registreringsstatus;
import no.rrh.domain.registrering.Rettighetsinformasjon.RegulertMarked;
import no.rrh.domain.registrering.Rettighetsinformasjon.Rettighetshavere;
import no.rrh.domain.registrering.Rettighetsinformasjon.UtenlandskRegister;
import no.rrh.domain.rettighetshaver.Foedselsnummer;
import no.rrh.domain.rettighetshaver.FolkeregistrertPerson;
import no.rrh.domain.rettighetshaver.MellomliggendeVirksomhet.NorskVirksomhet;
import no.rrh.domain.rettighetshaver.ReellRettighetshaver;
import no.rrh.domain.rettighetshaver.UtenlandskPerson;
import no.rrh.domain.virksomhet.Organisasjonsnummer;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What it is made of is counted in one of 20,000, the same in every build. */
class SyntetiskRegisterTest {
    private static final int ANTALL = 20_000;
    private static final List<RegistreringspliktigVirksomhet> ALLE =
            new SyntetiskRegister(ANTALL, 1).virksomheter().toList();

    @Test
    void theSameSeedGivesTheSameAndAnotherAnother() {
        assertThat(alle(500, 7).equals(alle(500, 7))).isTrue();
        assertThat(alle(500, 7).equals(alle(500, 8))).isFalse();
    }

    private static List<RegistreringspliktigVirksomhet> alle(int antall, long froe) {
        return new SyntetiskRegister(antall, froe).virksomheter().toList();
    }

    @Test
    void eachIsTheSameWhenItIsMadeByItself() {
        SyntetiskRegister register = new SyntetiskRegister(ANTALL, 1);
        for (int i = ANTALL - 1; i >= 0; i -= 997) {
            assertThat(register.virksomhet(i).equals(ALLE.get(i))).isTrue();
        }
    }

    @Test
    void theNumbersRiseAndAreOfTheSyntheticSeries() {
        List<Organisasjonsnummer> numre = ALLE.stream()
                .map(RegistreringspliktigVirksomhet::organisasjonsnummer)
                .toList();
        assertThat(numre).isSorted().doesNotHaveDuplicates();
        assertThat(numre).allMatch(nummer -> nummer.verdi().matches("[23]\\d{8}"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 41, 998, SyntetiskRegister.FLEST})
    void thereCanBeFewAndThereCanBeMany(int antall) {
        SyntetiskRegister register = new SyntetiskRegister(antall, 3);
        Organisasjonsnummer siste = register.virksomhet(antall - 1).organisasjonsnummer();
        assertThat(siste.verdi()).matches("[23]\\d{8}");
        assertThat(antall == 1
                        || register.virksomhet(antall - 2).organisasjonsnummer().compareTo(siste) < 0)
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, SyntetiskRegister.FLEST + 1})
    void thereCannotBeSoMany(int antall) {
        assertThatThrownBy(() -> new SyntetiskRegister(antall, 1))
                .isInstanceOf(UgyldigVerdi.class)
                .hasMessageContainingAll("antall", "1", "5000000");
    }

    @Test
    void everyNumberIsSyntheticAndBelongsToOnePersonAlone() {
        Map<Foedselsnummer, FolkeregistrertPerson> personer = new HashMap<>();
        holdere(ALLE.stream())
                .map(ReellRettighetshaver::person)
                .filter(FolkeregistrertPerson.class::isInstance)
                .map(FolkeregistrertPerson.class::cast)
                .forEach(person -> {
                    Foedselsnummer nummer = person.foedselsEllerDNummer().orElseThrow();
                    assertThat(nummer.erSyntetisk()).isTrue();
                    assertThat(person.foedselsdato()).contains(nummer.foedselsdato());
                    assertThat(person.equals(personer.computeIfAbsent(nummer, ny -> person)))
                            .isTrue();
                });
        assertThat(personer.size()).isGreaterThan(ANTALL);
    }

    @Test
    void theSharesAreAsInARealOne() {
        assertThat(prosent(virksomhet -> virksomhet.registreringer().get(0).registreringsstatus()
                        == Registreringsstatus.RETTIGHETSINFORMASJON_ER_IKKE_MELDT))
                .as("never reported")
                .isCloseTo(6.0, om(1));
        assertThat(prosent(virksomhet -> meldte(virksomhet) > 1))
                .as("has earlier ones")
                .isCloseTo(33.0, om(4));
        assertThat(prosent(virksomhet -> antall(virksomhet) >= 1 && antall(virksomhet) <= 3))
                .as("one to three holders")
                .isCloseTo(76.0, om(6));
        assertThat(prosent(virksomhet -> virksomhet.slettet().isPresent()))
                .as("deleted")
                .isCloseTo(1.5, om(0.5));
        assertThat(prosent(virksomhet ->
                        gjeldendeHoldere(virksomhet).anyMatch(holder -> holder.person() instanceof UtenlandskPerson)))
                .as("owned from abroad")
                .isCloseTo(2.0, om(0.7));
        assertThat(prosent(virksomhet -> virksomhet.registreringer().stream()
                        .anyMatch(en -> en.rettighetsinformasjon() instanceof UtenlandskRegister)))
                .as("known in another register")
                .isCloseTo(1.2, om(0.5));
        assertThat(100.0
                        * holdere(ALLE.stream())
                                .filter(ReellRettighetshaver::erUnntattFraInnsyn)
                                .count()
                        / holdere(ALLE.stream()).count())
                .as("unntatt innsyn")
                .isCloseTo(1.0, om(0.5));
        assertThat(antallMed(virksomhet -> virksomhet.registreringer().stream()
                        .anyMatch(en -> en.rettighetsinformasjon() instanceof RegulertMarked)))
                .as("listed")
                .isPositive();
        assertThat(antallMed(virksomhet -> virksomhet
                        .gjeldende()
                        .flatMap(Registrering::uoverensstemmelse)
                        .isPresent()))
                .as("reported not to agree")
                .isPositive();
    }

    @Test
    void someHaveManyHoldersAndSomeHoldMany() {
        assertThat(ALLE.stream().mapToInt(SyntetiskRegisterTest::antall).max().orElseThrow())
                .isBetween(30, 40);
        Map<Foedselsnummer, Integer> virksomheter = new HashMap<>();
        ALLE.forEach(
                virksomhet -> virksomhet.personer().forEach(person -> virksomheter.merge(person, 1, Integer::sum)));
        assertThat(virksomheter.values().stream()
                        .mapToInt(Integer::intValue)
                        .max()
                        .orElseThrow())
                .isGreaterThan(200);
    }

    @Test
    void someOwnEachOther() {
        Map<Organisasjonsnummer, Set<Organisasjonsnummer>> eiere = new HashMap<>();
        ALLE.forEach(virksomhet -> eiere.put(virksomhet.organisasjonsnummer(), mellomliggende(virksomhet)));
        assertThat(eiere.entrySet().stream()
                        .flatMap(en -> en.getValue().stream()
                                .filter(eier -> eiere.get(eier).contains(en.getKey())))
                        .count())
                .isBetween(10L, 100L);
        assertThat(eiere.values().stream().mapToInt(Set::size).max().orElseThrow())
                .as("between")
                .isGreaterThan(3);
    }

    private static Set<Organisasjonsnummer> mellomliggende(RegistreringspliktigVirksomhet virksomhet) {
        Set<Organisasjonsnummer> alle = new HashSet<>();
        gjeldendeHoldere(virksomhet)
                .flatMap(holder -> holder.posisjoner().stream())
                .flatMap(posisjon -> posisjon.mellomliggendeVirksomheter().stream())
                .forEach(ledd -> {
                    if (ledd instanceof NorskVirksomhet norsk) {
                        alle.add(norsk.organisasjonsnummer());
                    }
                });
        return alle;
    }

    private static long meldte(RegistreringspliktigVirksomhet virksomhet) {
        return virksomhet.registreringer().stream()
                .filter(Registrering::erMeldt)
                .count();
    }

    private static int antall(RegistreringspliktigVirksomhet virksomhet) {
        return (int) gjeldendeHoldere(virksomhet).count();
    }

    private static Stream<ReellRettighetshaver> gjeldendeHoldere(RegistreringspliktigVirksomhet virksomhet) {
        return virksomhet.gjeldende().stream().flatMap(SyntetiskRegisterTest::holdere);
    }

    private static Stream<ReellRettighetshaver> holdere(Stream<RegistreringspliktigVirksomhet> virksomheter) {
        return virksomheter
                .flatMap(virksomhet -> virksomhet.registreringer().stream())
                .flatMap(SyntetiskRegisterTest::holdere);
    }

    private static Stream<ReellRettighetshaver> holdere(Registrering registrering) {
        return registrering.rettighetsinformasjon() instanceof Rettighetshavere holdere
                ? holdere.reelleRettighetshavere().stream()
                : Stream.empty();
    }

    private static double prosent(Predicate<RegistreringspliktigVirksomhet> hva) {
        return 100.0 * antallMed(hva) / ANTALL;
    }

    private static long antallMed(Predicate<RegistreringspliktigVirksomhet> hva) {
        return ALLE.stream().filter(hva).count();
    }

    private static Offset<Double> om(double mer) {
        return Offset.offset(mer);
    }
}
