package no.rrh.domain.innsyn;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import no.rrh.domain.Eksempler;
import no.rrh.domain.Vilkaarlig;
import no.rrh.domain.registrering.Registrering;
import no.rrh.domain.registrering.RegistreringspliktigVirksomhet;
import no.rrh.domain.registrering.Rettighetsinformasjon.Rettighetshavere;
import no.rrh.domain.rettighetshaver.ReellRettighetshaver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InnsynspolicyTest {
    private static final List<Innsynsnivaa> NIVAAER = List.of(
            Innsynsnivaa.ALT,
            Innsynsnivaa.PERSONER_I_FULL,
            Innsynsnivaa.SKJERMET,
            Innsynsnivaa.SKJERMET_UTEN_FOEDSELSNUMMER);

    /** The contract's «Shielded», as paths below a holder. */
    private static final List<String> SKJERMES = List.of(
            "/person/navn",
            "/person/fulltNavn",
            "/person/foedselsdato",
            "/person/foedselsEllerDNummer",
            "/posisjoner/\\d+/grunnlagstyper",
            "/posisjoner/\\d+/mellomliggendeVirksomheter");

    @Property(tries = 500)
    void showsExactlyWhatTheLevelAllowsAndAllOfIt(
            @ForAll("virksomheter") RegistreringspliktigVirksomhet virksomhet, @ForAll("nivaaer") Innsynsnivaa nivaa) {
        SortedMap<String, Object> vist = Utflating.av(Innsynspolicy.medHistorikk(virksomhet, nivaa));
        assertThat(vist).isEqualTo(ventet(virksomhet, virksomhet.registreringer(), nivaa));
    }

    @Property(tries = 500)
    void showsTheGjeldendeRegistrationAloneOrNothing(
            @ForAll("virksomheter") RegistreringspliktigVirksomhet virksomhet, @ForAll("nivaaer") Innsynsnivaa nivaa) {
        Optional<SortedMap<String, Object>> vist =
                Innsynspolicy.gjeldende(virksomhet, nivaa).map(Utflating::av);
        assertThat(vist)
                .isEqualTo(virksomhet.gjeldende().map(gjeldende -> ventet(virksomhet, List.of(gjeldende), nivaa)));
    }

    @Property(tries = 200)
    void tellsWhichRegistrationsInWhichVersionItShows(
            @ForAll("virksomheter") RegistreringspliktigVirksomhet virksomhet, @ForAll("nivaaer") Innsynsnivaa nivaa) {
        assertThat(Innsynspolicy.medHistorikk(virksomhet, nivaa).vist())
                .isEqualTo(virksomhet.registreringer().stream()
                        .map(r -> new VistRegistrering(r.registreringsid(), r.versjon()))
                        .toList());
        Innsynspolicy.gjeldende(virksomhet, nivaa)
                .ifPresent(innsyn -> assertThat(innsyn.vist())
                        .singleElement()
                        .extracting(VistRegistrering::registreringsid)
                        .isEqualTo(virksomhet.gjeldende().orElseThrow().registreringsid()));
    }

    /** The same rule once more, as the fields by name, on the example that has them all. */
    @Test
    void letsExactlyTheFieldsOfTheContractFallAwayOfTheShielded() {
        Set<String> alt = Utflating.av(foerste(Innsynsnivaa.PERSONER_I_FULL)).keySet();
        Set<String> skjermet = Utflating.av(foerste(Innsynsnivaa.SKJERMET)).keySet();
        Set<String> borte = new TreeSet<>(alt);
        borte.removeAll(skjermet);
        assertThat(alt).containsAll(skjermet);
        // the first holder is a minor, the second foreign and exempt, the third ordinary
        assertThat(borte.stream().map(sti -> sti.replaceAll("/(grunnlagstyper|mellomliggendeVirksomheter)/.*", "/$1")))
                .containsOnly(
                        "/reelleRettighetshavere/0/person/foedselsEllerDNummer",
                        "/reelleRettighetshavere/0/person/foedselsdato",
                        "/reelleRettighetshavere/0/person/navn/fornavn",
                        "/reelleRettighetshavere/0/person/navn/etternavn",
                        "/reelleRettighetshavere/0/posisjoner/0/grunnlagstyper",
                        "/reelleRettighetshavere/0/posisjoner/0/mellomliggendeVirksomheter",
                        "/reelleRettighetshavere/1/person/foedselsdato",
                        "/reelleRettighetshavere/1/person/fulltNavn",
                        "/reelleRettighetshavere/1/posisjoner/0/grunnlagstyper",
                        "/reelleRettighetshavere/1/posisjoner/0/mellomliggendeVirksomheter");
    }

    /** A mark outlives the registration where the person is known, whatever of it is shown, and ends with it where it is not. */
    @Property(tries = 200)
    void marksThoseWhoAreShieldedAnewInEachRegistrationAndTheOthersForEver(
            @ForAll("virksomheter") RegistreringspliktigVirksomhet virksomhet, @ForAll("nivaaer") Innsynsnivaa nivaa) {
        Set<Personmerke> skjermede = new HashSet<>();
        List<RegistreringInnsyn> vist =
                Innsynspolicy.medHistorikk(virksomhet, nivaa).registreringer();
        List<RegistreringInnsyn> alt =
                Innsynspolicy.medHistorikk(virksomhet, Innsynsnivaa.ALT).registreringer();
        for (int i = 0; i < vist.size(); i++) {
            for (int j = 0; j < vist.get(i).reelleRettighetshavere().size(); j++) {
                RettighetshaverInnsyn holder =
                        vist.get(i).reelleRettighetshavere().get(j);
                RettighetshaverInnsyn iFull =
                        alt.get(i).reelleRettighetshavere().get(j);
                assertThat(holder.erSkjermet()).isEqualTo(holder.erUnntattFraInnsyn() && !nivaa.unntatteIFull());
                if (holder.erSkjermet()) {
                    assertThat(skjermede.add(holder.merke())).isTrue();
                    assertThat(holder.merke()).isNotEqualTo(iFull.merke());
                } else {
                    assertThat(holder.merke()).isEqualTo(iFull.merke()).hasToString("Personmerke[***]");
                }
            }
        }
    }

    @Test
    void hidesNobodysNumberButNothingElseOfThoseWhoAreNotShielded() {
        Set<String> borte =
                new TreeSet<>(Utflating.av(foerste(Innsynsnivaa.SKJERMET)).keySet());
        borte.removeAll(
                Utflating.av(foerste(Innsynsnivaa.SKJERMET_UTEN_FOEDSELSNUMMER)).keySet());
        assertThat(borte).containsExactly("/reelleRettighetshavere/2/person/foedselsEllerDNummer");
    }

    @Test
    void showsAnEarlierUoverensstemmelseAndWhoSentItToTheAuthoritiesAlone() {
        for (Innsynsnivaa nivaa : NIVAAER) {
            VirksomhetInnsyn innsyn = Innsynspolicy.medHistorikk(Eksempler.virksomhetMedAlt(), nivaa);
            RegistreringInnsyn gjeldende = innsyn.registreringer().get(0);
            RegistreringInnsyn tidligere = innsyn.registreringer().get(1);
            boolean alt = nivaa.equals(Innsynsnivaa.ALT);
            assertThat(gjeldende.uoverensstemmelse()).isPresent();
            assertThat(gjeldende.uoverensstemmelse().orElseThrow().innsender().isPresent())
                    .isEqualTo(alt);
            assertThat(tidligere.uoverensstemmelse().isPresent()).isEqualTo(alt);
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {VirksomhetInnsyn.class, RegistreringInnsyn.class, RettighetshaverInnsyn.class})
    void isTheOnlyOneThatCanMakeWhatIsShown(Class<?> type) {
        assertThat(Modifier.isFinal(type.getModifiers())).isTrue();
        assertThat(type.getDeclaredConstructors())
                .isNotEmpty()
                .noneMatch(c -> Modifier.isPublic(c.getModifiers()) || Modifier.isProtected(c.getModifiers()));
        assertThat(type.getDeclaredMethods())
                .as("nothing public that makes one, or alters it")
                .noneMatch(m -> Modifier.isPublic(m.getModifiers())
                        && (Modifier.isStatic(m.getModifiers()) || m.getParameterCount() > 0));
        assertThat(type.getDeclaredFields()).allMatch(felt -> Modifier.isPrivate(felt.getModifiers()));
    }

    private static RegistreringInnsyn foerste(Innsynsnivaa nivaa) {
        return Innsynspolicy.medHistorikk(Eksempler.virksomhetMedAlt(), nivaa)
                .registreringer()
                .get(0);
    }

    /** What the contract says, worked out the other way round: everything there is, less what it withholds. */
    private static SortedMap<String, Object> ventet(
            RegistreringspliktigVirksomhet virksomhet, List<Registrering> registreringer, Innsynsnivaa nivaa) {
        SortedMap<String, Object> ventet = new TreeMap<>();
        ventet.put(
                "/organisasjonsnummer/verdi", virksomhet.organisasjonsnummer().verdi());
        ventet.put("/foerstRegistrert", virksomhet.foerstRegistrert());
        virksomhet.slettet().ifPresent(slettet -> ventet.put("/slettet", slettet));
        ventet.put("/registreringer#", registreringer.size());
        for (int i = 0; i < registreringer.size(); i++) {
            String sti = "/registreringer/" + i;
            ventet(registreringer.get(i), nivaa).forEach((resten, verdi) -> ventet.put(sti + resten, verdi));
        }
        return ventet;
    }

    private static Map<String, Object> ventet(Registrering registrering, Innsynsnivaa nivaa) {
        SortedMap<String, Object> alt = medStedetForSeg(Utflating.av(registrering));
        if (registrering.rettighetsinformasjon() instanceof Rettighetshavere holdere) {
            for (int i = 0; i < holdere.reelleRettighetshavere().size(); i++) {
                holdTilbake(alt, i, holdere.reelleRettighetshavere().get(i), nivaa);
            }
        } else {
            alt.put("/reelleRettighetshavere#", 0);
        }
        if (!registrering.erGjeldende() && !nivaa.tidligereUoverensstemmelser()) {
            fjern(alt, "/uoverensstemmelse");
        }
        if (!nivaa.innsender()) {
            fjern(alt, "/uoverensstemmelse/innsender");
        }
        return alt;
    }

    private static void holdTilbake(
            SortedMap<String, Object> alt, int nr, ReellRettighetshaver rettighetshaver, Innsynsnivaa nivaa) {
        String holder = "/reelleRettighetshavere/" + nr;
        if (!nivaa.foedselsnummer()) {
            fjern(alt, holder + "/person/foedselsEllerDNummer");
        }
        if (rettighetshaver.erUnntattFraInnsyn() && !nivaa.unntatteIFull()) {
            SKJERMES.forEach(felt -> fjern(alt, holder + felt));
            for (int i = 0; i < rettighetshaver.posisjoner().size(); i++) {
                alt.put(holder + "/posisjoner/" + i + "/grunnlagstyper#", 0);
                alt.put(holder + "/posisjoner/" + i + "/mellomliggendeVirksomheter#", 0);
            }
        }
    }

    private static void fjern(SortedMap<String, Object> alt, String felt) {
        alt.keySet().removeIf(sti -> sti.matches(felt + "([/#!].*)?"));
    }

    /** What is shown has no version, and a field for each of the three that exclude each other. */
    private static SortedMap<String, Object> medStedetForSeg(SortedMap<String, Object> registrering) {
        String stedet = (String) registrering.remove("/rettighetsinformasjon!");
        registrering.remove("/versjon");
        String felt = stedet.equals("Rettighetshavere")
                ? ""
                : "/" + stedet.substring(0, 1).toLowerCase(Locale.ROOT) + stedet.substring(1);
        SortedMap<String, Object> resultat = new TreeMap<>();
        registrering.forEach((sti, verdi) -> resultat.put(sti.replaceFirst("^/rettighetsinformasjon", felt), verdi));
        if (!felt.isEmpty()) {
            resultat.put(felt + "!", stedet);
        }
        return resultat;
    }

    @Provide
    Arbitrary<RegistreringspliktigVirksomhet> virksomheter() {
        return Vilkaarlig.virksomheter();
    }

    @Provide
    Arbitrary<Innsynsnivaa> nivaaer() {
        return Arbitraries.of(NIVAAER);
    }
}
