package no.rrh.http.representasjon;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import no.rrh.domain.Vilkaarlig;
import no.rrh.domain.innsyn.Innsynsnivaa;
import no.rrh.domain.innsyn.Innsynspolicy;
import no.rrh.domain.innsyn.VirksomhetInnsyn;
import no.rrh.domain.registrering.Registrering;
import no.rrh.domain.registrering.RegistreringspliktigVirksomhet;
import no.rrh.domain.registrering.Rettighetsinformasjon.Rettighetshavere;
import no.rrh.domain.rettighetshaver.Posisjon;
import no.rrh.domain.rettighetshaver.ReellRettighetshaver;
import no.rrh.domain.tilgang.Avtaler;
import no.rrh.domain.tilgang.Operasjon;
import no.rrh.domain.tilgang.Scope;
import no.rrh.domain.tilgang.Tilgang;
import no.rrh.http.representasjon.Merking.Merke;
import no.rrh.http.representasjon.Merking.Slag;
import no.rrh.http.representasjon.bods.Testbods;

/**
 * What a caller may not see is not in the bytes, and what it may see is. The rules are those of the contract's scope
 * table, told here once more, for any one scope and for several in one token.
 */
class SkjermingTest {
    private static final Set<Scope> SER_UNNTATTE = EnumSet.of(Scope.OFFENTLIG, Scope.RAPPORTERINGSPLIKTIG);
    private static final Set<Scope> SER_FOEDSELSNUMMER =
            EnumSet.of(Scope.OFFENTLIG, Scope.RAPPORTERINGSPLIKTIG, Scope.RAPPORTERINGSPLIKTIG_BEGRENSET);
    private static final Set<Scope> SER_TIDLIGERE_OG_INNSENDER = EnumSet.of(Scope.OFFENTLIG);

    @Property(tries = 500)
    void nothingThatIsWithheldIsInTheBytesAndEverythingElseIs(
            @ForAll("virksomheter") RegistreringspliktigVirksomhet umerket,
            @ForAll("scopes") Set<Scope> scopes,
            @ForAll Spraak spraak) {
        Merking merking = new Merking(umerket);
        String json = skrevet(Innsynspolicy.medHistorikk(merking.virksomhet(), nivaa(scopes)), spraak);
        for (Merke merke : merking.merker()) {
            boolean vises = vises(merke, scopes);
            Statistics.label("shown or withheld").collect(merke.slag(), vises);
            assertThat(json.contains(merke.tekst()))
                    .as("%s is shown to %s", merke, scopes)
                    .isEqualTo(vises);
        }
        Statistics.label("shown or withheld").coverage(dekning -> {
            for (Slag slag : Slag.values()) {
                dekning.check(slag, true).count(antall -> antall > 30);
                if (slag != Slag.STAAENDE) {
                    dekning.check(slag, false).count(antall -> antall > 30);
                }
            }
        });
    }

    @Property(tries = 200)
    void ofTheCodesOnlyTheGrunnlagOfShieldedPersonsAreNotInTheBytes(
            @ForAll("virksomheter") RegistreringspliktigVirksomhet virksomhet, @ForAll("scopes") Set<Scope> scopes) {
        String json = skrevet(Innsynspolicy.medHistorikk(virksomhet, nivaa(scopes)), Spraak.BOKMAAL);
        List<ReellRettighetshaver> holdere = virksomhet.registreringer().stream()
                .flatMap(registrering -> rettighetshavere(registrering).stream())
                .toList();
        assertThat(antall("grunnlagstype", json))
                .isEqualTo(posisjoner(holdere.stream().filter(holder -> !skjermet(holder.erUnntattFraInnsyn(), scopes)))
                        .mapToLong(posisjon -> posisjon.grunnlagstyper().size())
                        .sum());
        assertThat(antall("posisjonstype", json))
                .isEqualTo(posisjoner(holdere.stream()).count());
        assertThat(antall("stoerrelsesintervall", json))
                .isEqualTo(posisjoner(holdere.stream())
                        .filter(posisjon -> posisjon.stoerrelsesintervall().isPresent())
                        .count());
        assertThat(virksomhet.registreringer())
                .allSatisfy(r -> assertThat(json).contains(r.registreringsid().toString()));
    }

    @Property(tries = 200)
    void whatMayNotBeSeenIsNotInTheStatementsOfBodsEither(
            @ForAll("virksomheter") RegistreringspliktigVirksomhet umerket, @ForAll("scopes") Set<Scope> scopes) {
        Merking merking = new Merking(umerket);
        String bods = new String(
                Testbods.representasjon().virksomhet(Innsynspolicy.medHistorikk(merking.virksomhet(), nivaa(scopes))),
                StandardCharsets.UTF_8);
        for (Merke merke : merking.merker()) {
            if (!vises(merke, scopes)) {
                assertThat(bods).as("%s is shown to %s", merke, scopes).doesNotContain(merke.tekst());
            }
        }
    }

    @Property(tries = 200)
    void theGjeldendeAloneShowsNothingOfTheOthers(
            @ForAll("virksomheter") RegistreringspliktigVirksomhet umerket, @ForAll("scopes") Set<Scope> scopes) {
        Merking merking = new Merking(umerket);
        Optional<String> json = Innsynspolicy.gjeldende(merking.virksomhet(), nivaa(scopes))
                .map(innsyn -> skrevet(innsyn, Spraak.BOKMAAL));
        assertThat(json.isPresent()).isEqualTo(merking.virksomhet().gjeldende().isPresent());
        for (Merke merke : merking.merker()) {
            assertThat(json.orElse("").contains(merke.tekst()))
                    .as("%s is shown to %s", merke, scopes)
                    .isEqualTo(merke.gjeldende() && vises(merke, scopes));
        }
    }

    private static boolean vises(Merke merke, Set<Scope> scopes) {
        boolean uoverensstemmelse = merke.gjeldende() || enAv(scopes, SER_TIDLIGERE_OG_INNSENDER);
        return switch (merke.slag()) {
            case FOEDSELSNUMMER -> !skjermet(merke.unntatt(), scopes) && enAv(scopes, SER_FOEDSELSNUMMER);
            case IDENTITET, GRUNNLAG -> !skjermet(merke.unntatt(), scopes);
            case UOVERENSSTEMMELSE -> uoverensstemmelse;
            case INNSENDER -> uoverensstemmelse && enAv(scopes, SER_TIDLIGERE_OG_INNSENDER);
            case STAAENDE -> true;
        };
    }

    private static boolean skjermet(boolean unntatt, Set<Scope> scopes) {
        return unntatt && !enAv(scopes, SER_UNNTATTE);
    }

    /** The most permissive scope of a token counts. */
    private static boolean enAv(Set<Scope> scopes, Set<Scope> noen) {
        return !Collections.disjoint(scopes, noen);
    }

    private static Innsynsnivaa nivaa(Set<Scope> scopes) {
        return Tilgang.krev(Konsumenter.med(scopes.toArray(Scope[]::new)), Operasjon.OPPSLAG_B, Avtaler.UTEN)
                .nivaa();
    }

    private static Stream<Posisjon> posisjoner(Stream<ReellRettighetshaver> holdere) {
        return holdere.flatMap(holder -> holder.posisjoner().stream());
    }

    private static long antall(String kodeliste, String json) {
        return Pattern.compile("\"kode\":\"" + kodeliste + "\\.")
                .matcher(json)
                .results()
                .count();
    }

    private static List<ReellRettighetshaver> rettighetshavere(Registrering registrering) {
        return registrering.rettighetsinformasjon() instanceof Rettighetshavere holdere
                ? holdere.reelleRettighetshavere()
                : List.of();
    }

    private static String skrevet(VirksomhetInnsyn innsyn, Spraak spraak) {
        return new String(new V1Representasjon().virksomhet(innsyn, spraak), StandardCharsets.UTF_8);
    }

    @Provide
    Arbitrary<RegistreringspliktigVirksomhet> virksomheter() {
        return Vilkaarlig.virksomheter();
    }

    @Provide
    Arbitrary<Set<Scope>> scopes() {
        return Arbitraries.of(Scope.class).set().ofMinSize(1).ofMaxSize(3);
    }
}
