package no.rrh.domain.innsyn;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.rrh.domain.registrering.Registrering;
import no.rrh.domain.registrering.RegistreringspliktigVirksomhet;
import no.rrh.domain.registrering.Rettighetsinformasjon;
import no.rrh.domain.registrering.Rettighetsinformasjon.Rettighetshavere;
import no.rrh.domain.registrering.Uoverensstemmelse;
import no.rrh.domain.rettighetshaver.FolkeregistrertPerson;
import no.rrh.domain.rettighetshaver.Person;
import no.rrh.domain.rettighetshaver.Posisjon;
import no.rrh.domain.rettighetshaver.ReellRettighetshaver;

/**
 * Decides what of a virksomhet is seen. It alone can make a {@link VirksomhetInnsyn}, and nothing else can be shown.
 *
 * <p>Of a shielded person fall away: name, date of birth, fødselsnummer or D-nummer, grunnlagstyper and mellomliggende
 * virksomheter. Everything else stays.
 */
public final class Innsynspolicy {
    private Innsynspolicy() {}

    /** The gjeldende registration alone; absent when there is none. */
    public static Optional<VirksomhetInnsyn> gjeldende(RegistreringspliktigVirksomhet virksomhet, Innsynsnivaa nivaa) {
        return virksomhet.gjeldende().map(gjeldende -> innsyn(virksomhet, List.of(gjeldende), nivaa));
    }

    /** Every registration, newest first. */
    public static VirksomhetInnsyn medHistorikk(RegistreringspliktigVirksomhet virksomhet, Innsynsnivaa nivaa) {
        return innsyn(virksomhet, virksomhet.registreringer(), nivaa);
    }

    private static VirksomhetInnsyn innsyn(
            RegistreringspliktigVirksomhet virksomhet, List<Registrering> registreringer, Innsynsnivaa nivaa) {
        List<RegistreringInnsyn> vist =
                registreringer.stream().map(r -> innsyn(r, nivaa)).toList();
        return new VirksomhetInnsyn(
                virksomhet.organisasjonsnummer(),
                virksomhet.foerstRegistrert(),
                virksomhet.slettet(),
                vist,
                nivaa.unntatteIFull() && harUnntatte(vist));
    }

    private static boolean harUnntatte(List<RegistreringInnsyn> registreringer) {
        return registreringer.stream()
                .flatMap(registrering -> registrering.reelleRettighetshavere().stream())
                .anyMatch(RettighetshaverInnsyn::erUnntattFraInnsyn);
    }

    private static RegistreringInnsyn innsyn(Registrering registrering, Innsynsnivaa nivaa) {
        Rettighetsinformasjon stedet = registrering.rettighetsinformasjon();
        List<RettighetshaverInnsyn> rettighetshavere = stedet instanceof Rettighetshavere holdere
                ? innsyn(registrering.registreringsid(), holdere.reelleRettighetshavere(), nivaa)
                : List.of();
        return new RegistreringInnsyn(registrering, rettighetshavere, uoverensstemmelse(registrering, nivaa));
    }

    private static List<RettighetshaverInnsyn> innsyn(
            UUID registreringsid, List<ReellRettighetshaver> holdere, Innsynsnivaa nivaa) {
        List<RettighetshaverInnsyn> vist = new ArrayList<>(holdere.size());
        for (ReellRettighetshaver holder : holdere) {
            vist.add(innsyn(holder, registreringsid, vist.size(), nivaa));
        }
        return Collections.unmodifiableList(vist);
    }

    private static RettighetshaverInnsyn innsyn(
            ReellRettighetshaver rettighetshaver, UUID registreringsid, int plass, Innsynsnivaa nivaa) {
        boolean skjermes = rettighetshaver.erUnntattFraInnsyn() && !nivaa.unntatteIFull();
        List<Posisjon> posisjoner = skjermes
                ? rettighetshaver.posisjoner().stream().map(Posisjon::skjermet).toList()
                : rettighetshaver.posisjoner();
        return new RettighetshaverInnsyn(
                skjermes ? rettighetshaver.person().skjermet() : synlig(rettighetshaver.person(), nivaa),
                skjermes ? Personmerke.skjermet(registreringsid, plass) : Personmerke.av(rettighetshaver),
                skjermes,
                rettighetshaver.erUnntattFraInnsyn(),
                rettighetshaver.foerstRegistrert(),
                rettighetshaver.endret(),
                posisjoner);
    }

    private static Person synlig(Person person, Innsynsnivaa nivaa) {
        return person instanceof FolkeregistrertPerson folkeregistrert && !nivaa.foedselsnummer()
                ? folkeregistrert.utenFoedselsnummer()
                : person;
    }

    private static Optional<Uoverensstemmelse> uoverensstemmelse(Registrering registrering, Innsynsnivaa nivaa) {
        return registrering
                .uoverensstemmelse()
                .filter(u -> registrering.erGjeldende() || nivaa.tidligereUoverensstemmelser())
                .map(u -> nivaa.innsender() ? u : u.utenInnsender());
    }
}
