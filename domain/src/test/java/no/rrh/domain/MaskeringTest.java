package no.rrh.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import no.rrh.domain.innsyn.Innsynsnivaa;
import no.rrh.domain.innsyn.Innsynspolicy;
import no.rrh.domain.innsyn.VirksomhetInnsyn;
import no.rrh.domain.registrering.Innsender;
import no.rrh.domain.registrering.Innsender.FolkeregistrertInnsender;
import no.rrh.domain.registrering.Innsender.UtenlandskInnsender;
import no.rrh.domain.registrering.Registerendring;
import no.rrh.domain.registrering.Registrering;
import no.rrh.domain.registrering.RegistreringspliktigVirksomhet;
import no.rrh.domain.registrering.Rettighetsinformasjon;
import no.rrh.domain.registrering.Rettighetsinformasjon.Rettighetshavere;
import no.rrh.domain.registrering.Uoverensstemmelse;
import no.rrh.domain.rettighetshaver.Foedselsnummer;
import no.rrh.domain.rettighetshaver.FolkeregistrertPerson;
import no.rrh.domain.rettighetshaver.Person;
import no.rrh.domain.rettighetshaver.Posisjon;
import no.rrh.domain.rettighetshaver.ReellRettighetshaver;

/** What reaches a log by accident reaches it through {@code toString}. */
class MaskeringTest {
    @Property(tries = 300)
    void nothingThatHoldsAVirksomhetPrintsAPersonOrWhatSomebodyWrote(
            @ForAll("virksomheter") RegistreringspliktigVirksomhet medAlt) {
        RegistreringspliktigVirksomhet virksomhet = medBareRettighetshavere(medAlt);
        VirksomhetInnsyn innsyn = Innsynspolicy.medHistorikk(virksomhet, Innsynsnivaa.ALT);
        String utskrift = new Registerendring(Optional.of(virksomhet), virksomhet, List.of()).toString()
                + innsyn
                + innsyn.registreringer()
                + innsyn.registreringer().stream()
                        .flatMap(r -> r.reelleRettighetshavere().stream())
                        .toList();
        assertThat(utskrift.contains(Vilkaarlig.MERKE)).as("prints a text").isFalse();
        assertThat(numre(virksomhet).filter(nummer -> utskrift.contains(nummer.verdi())))
                .as("prints a number")
                .isEmpty();
    }

    @Property
    void aPersonPrintsNothingOfItself(@ForAll("personer") Person person) {
        assertThat(person.toString()).isIn("FolkeregistrertPerson[***]", "UtenlandskPerson[***]");
    }

    @Property
    void aPositionPrintsItsTypeAlone(@ForAll("posisjoner") Posisjon posisjon) {
        assertThat(posisjon).hasToString("Posisjon[" + posisjon.posisjonstype().verdi() + "]");
    }

    @Property
    void aNumberPrintsTheSameForAll(@ForAll("foedselsnumre") Foedselsnummer nummer) {
        assertThat(nummer).hasToString("***********");
    }

    @Property
    void whoSentAUoverensstemmelseIsNotPrintedNorWhatItSays(
            @ForAll("uoverensstemmelser") Uoverensstemmelse uoverensstemmelse) {
        String utskrift = uoverensstemmelse.toString()
                + uoverensstemmelse.innsender().map(Innsender::toString).orElse("");
        assertThat(utskrift.contains(Vilkaarlig.MERKE)).isFalse();
        uoverensstemmelse.innsender().ifPresent(innsender -> {
            if (innsender instanceof FolkeregistrertInnsender folkeregistrert) {
                assertThat(folkeregistrert).hasToString("FolkeregistrertInnsender[person=FolkeregistrertPerson[***]]");
            } else if (innsender instanceof UtenlandskInnsender utenlandsk) {
                assertThat(utenlandsk).hasToString("UtenlandskInnsender[***]");
            }
        });
    }

    @Property
    void aNameIsNotPrinted(@ForAll("personer") Person person) {
        if (person instanceof FolkeregistrertPerson folkeregistrert) {
            folkeregistrert.navn().ifPresent(navn -> assertThat(navn).hasToString("Navn[***]"));
        }
    }

    /** Markets and registers print their own names, which are nobody's. */
    private static RegistreringspliktigVirksomhet medBareRettighetshavere(RegistreringspliktigVirksomhet virksomhet) {
        return new RegistreringspliktigVirksomhet(
                virksomhet.organisasjonsnummer(),
                virksomhet.foerstRegistrert(),
                virksomhet.slettet(),
                virksomhet.registreringer().stream()
                        .map(MaskeringTest::medBareRettighetshavere)
                        .toList());
    }

    private static Registrering medBareRettighetshavere(Registrering r) {
        return new Registrering(
                r.registreringsid(),
                r.versjon(),
                r.registreringsstatus(),
                r.registrert(),
                r.erGjeldende(),
                r.reelleRettighetshaverestatus(),
                r.rettighetsinformasjon() instanceof Rettighetshavere holdere ? holdere : Rettighetsinformasjon.INGEN,
                r.uoverensstemmelse());
    }

    private static Stream<Foedselsnummer> numre(RegistreringspliktigVirksomhet virksomhet) {
        Stream<Person> personer = virksomhet.registreringer().stream()
                .flatMap(r -> ((Rettighetshavere) r.rettighetsinformasjon()).reelleRettighetshavere().stream())
                .map(ReellRettighetshaver::person);
        Stream<Person> innsendere = virksomhet.registreringer().stream()
                .flatMap(r -> r.uoverensstemmelse().stream())
                .flatMap(u -> u.innsender().stream())
                .filter(FolkeregistrertInnsender.class::isInstance)
                .map(innsender -> ((FolkeregistrertInnsender) innsender).person());
        return Stream.concat(personer, innsendere)
                .filter(FolkeregistrertPerson.class::isInstance)
                .flatMap(person -> ((FolkeregistrertPerson) person).foedselsEllerDNummer().stream());
    }

    @Provide
    Arbitrary<RegistreringspliktigVirksomhet> virksomheter() {
        return Vilkaarlig.virksomheter();
    }

    @Provide
    Arbitrary<Person> personer() {
        return Vilkaarlig.personer();
    }

    @Provide
    Arbitrary<Posisjon> posisjoner() {
        return Vilkaarlig.posisjoner();
    }

    @Provide
    Arbitrary<Foedselsnummer> foedselsnumre() {
        return Vilkaarlig.foedselsnumre();
    }

    @Provide
    Arbitrary<Uoverensstemmelse> uoverensstemmelser() {
        return Vilkaarlig.uoverensstemmelser();
    }
}
