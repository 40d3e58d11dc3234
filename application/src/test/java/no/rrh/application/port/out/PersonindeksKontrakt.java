package no.rrh.application.port.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import no.rrh.domain.Eksempler;
import no.rrh.domain.registrering.Reellerettighetshaverestatus;
import no.rrh.domain.registrering.Registerfoering;
import no.rrh.domain.registrering.Registrering;
import no.rrh.domain.registrering.RegistreringspliktigVirksomhet;
import no.rrh.domain.registrering.Registreringsstatus;
import no.rrh.domain.registrering.Rettighetsinformasjon.Rettighetshavere;
import no.rrh.domain.rettighetshaver.Foedselsnummer;
import no.rrh.domain.rettighetshaver.FolkeregistrertPerson;
import no.rrh.domain.rettighetshaver.Posisjonstype;
import no.rrh.domain.rettighetshaver.ReellRettighetshaver;
import no.rrh.domain.virksomhet.Organisasjonsnummer;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Personindeks} must do. */
public abstract class PersonindeksKontrakt {
    private static final Foedselsnummer PARASOLL = new Foedselsnummer("05910298382");
    private static final Foedselsnummer MED_DNUMMER = new Foedselsnummer("41864000647");
    private static final Foedselsnummer UKJENT = new Foedselsnummer("27899995479");

    private static final Instant TIDSPUNKT = Instant.parse("2024-05-06T07:08:09.123Z");

    /** The clock of the register under test. */
    protected final StillbarKlokke klokke = new StillbarKlokke(Instant.parse("2026-01-02T03:04:05.678Z"));

    /** The register under test, empty when a test begins. */
    protected abstract Virksomhetsregister register();

    /** Its index. */
    protected abstract Personindeks indeks();

    @Test
    void findsNothingInAnEmptyRegister() {
        assertThat(hvor(PARASOLL)).isEmpty();
    }

    @Test
    void findsThePersonInTheGjeldendeAndInEveryEarlierRegistration() {
        innles(virksomhet(1, registrering(1, 10, true, PARASOLL), registrering(1, 9, false, MED_DNUMMER)));
        innles(virksomhet(2, registrering(2, 10, true, MED_DNUMMER, PARASOLL)));
        innles(virksomhet(3, registrering(3, 10, true)));

        assertThat(hvor(PARASOLL)).containsExactly(nummer(1), nummer(2));
        assertThat(hvor(MED_DNUMMER)).containsExactly(nummer(1), nummer(2));
        assertThat(hvor(UKJENT)).isEmpty();
    }

    @Test
    void remembersThosewhoWereDisplacedByANewRegistrationOrByADeletion() {
        innles(virksomhet(1, registrering(1, 10, true, PARASOLL)));
        register().skriv(skriving -> {
            skriving.lagre(Registerfoering.registrer(
                    skriving.hent(nummer(1)), nummer(1), registrering(1, 11, true, MED_DNUMMER)));
            return null;
        });
        assertThat(hvor(PARASOLL)).containsExactly(nummer(1));
        register().skriv(skriving -> {
            skriving.lagre(Registerfoering.slett(
                    skriving.hent(nummer(1)).orElseThrow(), new UUID(9, 9), TIDSPUNKT.plusSeconds(3600)));
            return null;
        });
        assertThat(hvor(PARASOLL)).containsExactly(nummer(1));
        assertThat(hvor(MED_DNUMMER)).containsExactly(nummer(1));
    }

    @Test
    void forgetsAPersonWhoIsCorrectedAway() {
        innles(virksomhet(1, registrering(1, 10, true, PARASOLL, MED_DNUMMER)));
        innles(virksomhet(1, registrering(1, 10, true, MED_DNUMMER)));

        assertThat(hvor(PARASOLL)).isEmpty();
        assertThat(hvor(MED_DNUMMER)).containsExactly(nummer(1));
    }

    @Test
    void keepsAPersonWhoIsCorrectedAwayFromOneOfTwoRegistrations() {
        innles(virksomhet(1, registrering(1, 10, true, PARASOLL), registrering(1, 9, false, PARASOLL)));
        innles(virksomhet(1, registrering(1, 10, true, MED_DNUMMER)));

        assertThat(hvor(PARASOLL)).containsExactly(nummer(1));
    }

    @Test
    void aPersonWhoComesAndGoesInOneTransactionIsThereOrNotAsItEnds() {
        register().skriv(skriving -> {
            foer(skriving, virksomhet(1, registrering(1, 10, true, PARASOLL)));
            foer(skriving, virksomhet(1, registrering(1, 10, true, MED_DNUMMER)));
            foer(skriving, virksomhet(2, registrering(2, 10, true, MED_DNUMMER)));
            foer(skriving, virksomhet(2, registrering(2, 10, true, PARASOLL)));
            foer(skriving, virksomhet(2, registrering(2, 10, true, MED_DNUMMER)));
            foer(skriving, virksomhet(2, registrering(2, 10, true, PARASOLL)));
            return null;
        });
        assertThat(hvor(PARASOLL)).containsExactly(nummer(2));
        assertThat(hvor(MED_DNUMMER)).containsExactly(nummer(1));
    }

    @Test
    void aTransactionThatFailsLeavesNothing() {
        innles(virksomhet(1, registrering(1, 10, true, MED_DNUMMER)));
        RuntimeException feil = new RuntimeException("broken off");
        assertThatThrownBy(() -> register().skriv(skriving -> {
                    foer(skriving, virksomhet(1, registrering(1, 10, true, PARASOLL)));
                    foer(skriving, virksomhet(2, registrering(2, 10, true, PARASOLL)));
                    throw feil;
                }))
                .isSameAs(feil);
        assertThat(hvor(PARASOLL)).isEmpty();
        assertThat(hvor(MED_DNUMMER)).containsExactly(nummer(1));
    }

    @Test
    void isReadInPagesAlsoForAPersonInTenThousand() {
        int antall = 10_000;
        register().skriv(skriving -> {
            for (int i = 0; i < antall; i++) {
                foer(skriving, virksomhet(i, registrering(i, 10, true, PARASOLL)));
            }
            return null;
        });
        List<Organisasjonsnummer> alle = new ArrayList<>();
        List<Organisasjonsnummer> side;
        do {
            side = indeks().virksomheter(
                            PARASOLL,
                            alle.isEmpty() ? Optional.empty() : Optional.of(alle.get(alle.size() - 1)),
                            3_333);
            alle.addAll(side);
        } while (side.size() == 3_333);
        assertThat(alle.equals(IntStream.range(0, antall)
                        .mapToObj(PersonindeksKontrakt::nummer)
                        .toList()))
                .isTrue();
    }

    private List<Organisasjonsnummer> hvor(Foedselsnummer person) {
        return indeks().virksomheter(person, Optional.empty(), 100);
    }

    private void innles(RegistreringspliktigVirksomhet virksomhet) {
        register().skriv(skriving -> {
            foer(skriving, virksomhet);
            return null;
        });
    }

    private static void foer(Skriving skriving, RegistreringspliktigVirksomhet virksomhet) {
        skriving.lagre(Registerfoering.innles(
                skriving.hent(virksomhet.organisasjonsnummer()), virksomhet, () -> new UUID(8, 8)));
    }

    private static Organisasjonsnummer nummer(int i) {
        return Eksempler.organisasjonsnummer(i);
    }

    private static RegistreringspliktigVirksomhet virksomhet(int i, Registrering... registreringer) {
        return Eksempler.virksomhet(nummer(i), registreringer);
    }

    private static Registrering registrering(int virksomhet, int dag, boolean gjeldende, Foedselsnummer... personer) {
        return new Registrering(
                new UUID(virksomhet, dag),
                Registrering.FOERSTE_VERSJON,
                Registreringsstatus.RETTIGHETSINFORMASJON_ER_REGISTRERT,
                TIDSPUNKT.plusSeconds(dag),
                gjeldende,
                Optional.of(Reellerettighetshaverestatus.HAR_REELLE_RETTIGHETSHAVERE),
                new Rettighetshavere(Arrays.stream(personer)
                        .map(PersonindeksKontrakt::rettighetshaver)
                        .toList()),
                Optional.empty());
    }

    private static ReellRettighetshaver rettighetshaver(Foedselsnummer nummer) {
        FolkeregistrertPerson mal = Eksempler.ALMINNELIG;
        return Eksempler.rettighetshaver(
                new FolkeregistrertPerson(
                        Optional.of(nummer),
                        mal.foedselsdato(),
                        mal.foedselsaar(),
                        mal.navn(),
                        mal.erDoed(),
                        mal.bostedsland(),
                        mal.statsborgerskap()),
                false,
                Eksempler.posisjon(Posisjonstype.KONTROLL_PAA_ANNEN_MAATE));
    }
}
