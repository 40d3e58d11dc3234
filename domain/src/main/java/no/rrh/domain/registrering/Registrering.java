package no.rrh.domain.registrering;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.rrh.domain.feil.UgyldigVerdi;
import no.rrh.domain.registrering.Rettighetsinformasjon.Rettighetshavere;
import no.rrh.domain.rettighetshaver.Foedselsnummer;
import no.rrh.domain.rettighetshaver.FolkeregistrertPerson;
import no.rrh.domain.rettighetshaver.ReellRettighetshaver;

/**
 * One registration of rettighetsinformasjon for a virksomhet. Only the shape of the information model is kept here; the
 * rules for registering bind new reports and are no part of it.
 *
 * @param versjon 1 as first registered, one more each time its content changes; never shown by the API
 * @param registrert when it was registered
 * @param erGjeldende whether it is the one in force; at most one of a virksomhet is
 * @param reelleRettighetshaverestatus absent when nothing is reported
 */
public record Registrering(
        UUID registreringsid,
        int versjon,
        Registreringsstatus registreringsstatus,
        Instant registrert,
        boolean erGjeldende,
        Optional<Reellerettighetshaverestatus> reelleRettighetshaverestatus,
        Rettighetsinformasjon rettighetsinformasjon,
        Optional<Uoverensstemmelse> uoverensstemmelse) {
    /** The version of a registration that has not been changed. */
    public static final int FOERSTE_VERSJON = 1;

    /** Newest first; at the same time a deletion first, as it ends what stood, then by identifier. */
    static final Comparator<Registrering> NYESTE_FOERST = Comparator.comparing(Registrering::registrert)
            .thenComparing(Registrering::erGjeldende)
            .thenComparing(Registrering::erSletting)
            .thenComparing(Registrering::registreringsid)
            .reversed();

    public Registrering {
        if (erGjeldende && registreringsstatus == Registreringsstatus.RETTIGHETSINFORMASJON_ER_SLETTET) {
            throw new UgyldigVerdi("en registrering med status rettighetsinformasjonErSlettet kan ikke være gjeldende");
        }
    }

    /** Whether it tells that the virksomhet was deleted. */
    public boolean erSletting() {
        return registreringsstatus == Registreringsstatus.RETTIGHETSINFORMASJON_ER_SLETTET;
    }

    /** Whether reelle rettighetshavere, or where they are known, have been reported in it. */
    public boolean erMeldt() {
        return registreringsstatus == Registreringsstatus.RETTIGHETSINFORMASJON_ER_REGISTRERT;
    }

    /** Everyone with a fødselsnummer or D-nummer who stands in it as reell rettighetshaver. */
    public Set<Foedselsnummer> personer() {
        if (!(rettighetsinformasjon instanceof Rettighetshavere holdere)) {
            return Set.of();
        }
        return holdere.reelleRettighetshavere().stream()
                .map(ReellRettighetshaver::person)
                .filter(FolkeregistrertPerson.class::isInstance)
                .flatMap(person -> ((FolkeregistrertPerson) person).foedselsEllerDNummer().stream())
                .collect(Collectors.toSet());
    }

    /** Whether both say the same of the same registration, whatever their version and which of them is in force. */
    public boolean harSammeInnholdSom(Registrering annen) {
        return med(annen.versjon, annen.erGjeldende && !erSletting()).equals(annen);
    }

    /** The same registration, no longer in force. */
    public Registrering somHistorisk() {
        return medGjeldende(false);
    }

    /** The same registration, in force or not. */
    public Registrering medGjeldende(boolean gjeldende) {
        return med(versjon, gjeldende);
    }

    /** The next version of this registration, with the other's content. Which one is in force is not content. */
    Registrering nesteVersjonMed(Registrering innhold) {
        return innhold.med(versjon + 1, erGjeldende);
    }

    /** The next version of this registration, with the uoverensstemmelse. */
    Registrering nesteVersjonMed(Uoverensstemmelse ny) {
        return new Registrering(
                registreringsid,
                versjon + 1,
                registreringsstatus,
                registrert,
                erGjeldende,
                reelleRettighetshaverestatus,
                rettighetsinformasjon,
                Optional.of(ny));
    }

    private Registrering med(int nyVersjon, boolean gjeldende) {
        return new Registrering(
                registreringsid,
                nyVersjon,
                registreringsstatus,
                registrert,
                gjeldende,
                reelleRettighetshaverestatus,
                rettighetsinformasjon,
                uoverensstemmelse);
    }
}
