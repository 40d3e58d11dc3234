package no.rrh.http.representasjon;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
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
import no.rrh.domain.rettighetshaver.ReellRettighetshaver;
import no.rrh.http.representasjon.Merking.Merke;
import no.rrh.http.representasjon.Merking.Slag;

/** What a level withholds is not in the bytes, and what it does not withhold is. */
class SkjermingTest {
    private static final Pattern GRUNNLAG = Pattern.compile("\"kode\":\"grunnlagstype\\.");

    @Property(tries = 500)
    void nothingThatIsWithheldIsInTheBytesAndEverythingElseIs(
            @ForAll("virksomheter") RegistreringspliktigVirksomhet umerket,
            @ForAll("nivaaer") Innsynsnivaa nivaa,
            @ForAll Spraak spraak) {
        Merking merking = new Merking(umerket);
        String json = skrevet(Innsynspolicy.medHistorikk(merking.virksomhet(), nivaa), spraak);
        for (Merke merke : merking.merker()) {
            boolean vises = vises(merke, nivaa);
            Statistics.label("shown or withheld").collect(merke.slag(), vises);
            assertThat(json.contains(merke.tekst()))
                    .as("%s at %s is shown", merke, nivaa)
                    .isEqualTo(vises);
        }
        Statistics.label("shown or withheld").coverage(dekning -> {
            for (Slag slag : Slag.values()) {
                dekning.check(slag, true).count(antall -> antall > 30);
                if (slag != Slag.BESKRIVELSE) {
                    dekning.check(slag, false).count(antall -> antall > 30);
                }
            }
        });
    }

    @Property(tries = 200)
    void grunnlagOfShieldedPersonsIsNotInTheBytes(
            @ForAll("virksomheter") RegistreringspliktigVirksomhet virksomhet, @ForAll("nivaaer") Innsynsnivaa nivaa) {
        String json = skrevet(Innsynspolicy.medHistorikk(virksomhet, nivaa), Spraak.BOKMAAL);
        assertThat(GRUNNLAG.matcher(json).results().count())
                .isEqualTo(virksomhet.registreringer().stream()
                        .flatMap(registrering -> rettighetshavere(registrering).stream())
                        .filter(holder -> nivaa.unntatteIFull() || !holder.erUnntattFraInnsyn())
                        .flatMap(holder -> holder.posisjoner().stream())
                        .mapToLong(posisjon -> posisjon.grunnlagstyper().size())
                        .sum());
    }

    @Property(tries = 200)
    void theGjeldendeAloneShowsNothingOfTheOthers(
            @ForAll("virksomheter") RegistreringspliktigVirksomhet umerket, @ForAll("nivaaer") Innsynsnivaa nivaa) {
        Merking merking = new Merking(umerket);
        Optional<String> json =
                Innsynspolicy.gjeldende(merking.virksomhet(), nivaa).map(innsyn -> skrevet(innsyn, Spraak.BOKMAAL));
        assertThat(json.isPresent()).isEqualTo(merking.virksomhet().gjeldende().isPresent());
        for (Merke merke : merking.merker()) {
            assertThat(json.orElse("").contains(merke.tekst()))
                    .as("%s at %s is shown", merke, nivaa)
                    .isEqualTo(merke.gjeldende() && vises(merke, nivaa));
        }
    }

    /** The contract's scope table, read the other way. */
    private static boolean vises(Merke merke, Innsynsnivaa nivaa) {
        boolean holderIFull = nivaa.unntatteIFull() || !merke.unntatt();
        boolean uoverensstemmelse = nivaa.tidligereUoverensstemmelser() || merke.gjeldende();
        return switch (merke.slag()) {
            case FOEDSELSNUMMER -> holderIFull && nivaa.foedselsnummer();
            case IDENTITET, GRUNNLAG -> holderIFull;
            case UOVERENSSTEMMELSE -> uoverensstemmelse;
            case INNSENDER -> uoverensstemmelse && nivaa.innsender();
            case BESKRIVELSE -> true;
        };
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
    Arbitrary<Innsynsnivaa> nivaaer() {
        return Arbitraries.of(
                Innsynsnivaa.ALT,
                Innsynsnivaa.PERSONER_I_FULL,
                Innsynsnivaa.SKJERMET,
                Innsynsnivaa.SKJERMET_UTEN_FOEDSELSNUMMER);
    }
}
