package no.rrh.domain.registrering;

import static no.rrh.domain.Eksempler.ORGANISASJONSNUMMER;
import static no.rrh.domain.Eksempler.REGISTRERT;
import static no.rrh.domain.Eksempler.ikkeMeldt;
import static no.rrh.domain.Eksempler.ikkeMeldtRegistrering;
import static no.rrh.domain.Eksempler.meldt;
import static no.rrh.domain.Eksempler.registrering;
import static no.rrh.domain.Eksempler.slettet;
import static no.rrh.domain.Eksempler.slettingsregistrering;
import static no.rrh.domain.Eksempler.virksomhet;
import static no.rrh.domain.Eksempler.virksomhetMedAlt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.rrh.domain.Eksempler;
import no.rrh.domain.feil.Registerkonflikt;
import no.rrh.domain.registrering.Innsender.VarslingspliktigVirksomhet;
import org.junit.jupiter.api.Test;

class RegisterfoeringTest {
    private static final UUID NY_ID = new UUID(0, 99);
    private static final Instant NAA = REGISTRERT.plusSeconds(3600);

    private static final RegistreringspliktigVirksomhet MELDT = meldt(ORGANISASJONSNUMMER, REGISTRERT);
    private static final RegistreringspliktigVirksomhet SLETTET =
            slettet(ORGANISASJONSNUMMER, REGISTRERT, REGISTRERT.plusSeconds(60));

    @Test
    void makesAnUnknownVirksomhetReadyToReport() {
        assertThat(Registerfoering.klargjoer(Optional.empty(), ORGANISASJONSNUMMER, NY_ID, NAA))
                .isEqualTo(new Registerendring(
                        Optional.empty(),
                        virksomhet(ORGANISASJONSNUMMER, ikkeMeldtRegistrering(NY_ID, NAA, true)),
                        List.of(endring(Endringstype.KLARGJORT_FOR_REGISTRERING, NY_ID))));
    }

    @Test
    void makesADeletedVirksomhetReadyToReportAgainAndKeepsItsHistory() {
        Registerendring endring = Registerfoering.klargjoer(Optional.of(SLETTET), ORGANISASJONSNUMMER, NY_ID, NAA);
        assertThat(endring.foer()).contains(SLETTET);
        assertThat(endring.etter().slettet()).isEmpty();
        assertThat(endring.etter().foerstRegistrert()).isEqualTo(REGISTRERT);
        assertThat(endring.etter().gjeldende()).contains(ikkeMeldtRegistrering(NY_ID, NAA, true));
        assertThat(endring.etter().registreringer()).hasSize(3).containsAll(SLETTET.registreringer());
    }

    @Test
    void doesNotMakeReadyWhatHasAGjeldendeRegistration() {
        for (RegistreringspliktigVirksomhet foer :
                new RegistreringspliktigVirksomhet[] {MELDT, ikkeMeldt(ORGANISASJONSNUMMER, REGISTRERT)}) {
            assertThatThrownBy(() -> Registerfoering.klargjoer(Optional.of(foer), ORGANISASJONSNUMMER, NY_ID, NAA))
                    .isInstanceOf(Registerkonflikt.class)
                    .hasMessageContaining("allerede en gjeldende registrering");
        }
    }

    @Test
    void registersForAVirksomhetThatWasUnknown() {
        Registrering ny = registrering(NY_ID, NAA, true);
        assertThat(Registerfoering.registrer(Optional.empty(), ORGANISASJONSNUMMER, ny))
                .isEqualTo(new Registerendring(
                        Optional.empty(),
                        virksomhet(ORGANISASJONSNUMMER, ny),
                        List.of(endring(Endringstype.REGISTRERT, NY_ID))));
    }

    @Test
    void registersAndSendsWhatWasGjeldendeIntoHistoryInTheSameVersion() {
        Registrering ny = registrering(NY_ID, NAA, true);
        Registerendring endring = Registerfoering.registrer(Optional.of(MELDT), ORGANISASJONSNUMMER, ny);
        assertThat(endring.etter().registreringer())
                .containsExactly(ny, MELDT.gjeldende().orElseThrow().somHistorisk());
        assertThat(endring.etter().foerstRegistrert()).isEqualTo(MELDT.foerstRegistrert());
        assertThat(endring.endringer()).containsExactly(endring(Endringstype.REGISTRERT, NY_ID));
    }

    @Test
    void registersForADeletedVirksomhetWhichIsThenDeletedNoLonger() {
        Registrering ny = registrering(NY_ID, NAA, true);
        Registerendring endring = Registerfoering.registrer(Optional.of(SLETTET), ORGANISASJONSNUMMER, ny);
        assertThat(endring.etter().slettet()).isEmpty();
        assertThat(endring.etter().gjeldende()).contains(ny);
        assertThat(endring.etter().registreringer()).hasSize(3);
    }

    @Test
    void deletesAndTellsOfItInARegistrationWithoutHolders() {
        Registerendring endring = Registerfoering.slett(MELDT, NY_ID, NAA);
        assertThat(endring.foer()).contains(MELDT);
        assertThat(endring.etter().slettet()).contains(NAA);
        assertThat(endring.etter().foerstRegistrert()).isEqualTo(REGISTRERT);
        assertThat(endring.etter().registreringer())
                .containsExactly(
                        slettingsregistrering(NY_ID, NAA),
                        MELDT.gjeldende().orElseThrow().somHistorisk());
        assertThat(endring.endringer()).containsExactly(endring(Endringstype.SLETTET, NY_ID));
    }

    @Test
    void deletesAlsoWhatHasNoGjeldendeRegistration() {
        RegistreringspliktigVirksomhet utenGjeldende =
                virksomhet(ORGANISASJONSNUMMER, registrering(new UUID(0, 1), REGISTRERT, false));
        assertThat(Registerfoering.slett(utenGjeldende, NY_ID, NAA).etter().slettet())
                .contains(NAA);
    }

    @Test
    void doesNotDeleteTwice() {
        assertThatThrownBy(() -> Registerfoering.slett(SLETTET, NY_ID, NAA))
                .isInstanceOf(Registerkonflikt.class)
                .hasMessageContaining("allerede slettet");
    }

    @Test
    void addsAUoverensstemmelseToTheGjeldendeRegistrationAsItsNextVersion() {
        Uoverensstemmelse ny = uoverensstemmelse();
        Registerendring endring = Registerfoering.mottaUoverensstemmelse(MELDT, ny);
        Registrering foer = MELDT.gjeldende().orElseThrow();
        Registrering etter = endring.etter().gjeldende().orElseThrow();
        assertThat(etter.uoverensstemmelse()).contains(ny);
        assertThat(etter.versjon()).isEqualTo(2);
        assertThat(etter.registreringsid()).isEqualTo(foer.registreringsid());
        assertThat(etter.rettighetsinformasjon()).isEqualTo(foer.rettighetsinformasjon());
        assertThat(endring.endringer())
                .containsExactly(endring(Endringstype.UOVERENSSTEMMELSE_MOTTATT, foer.registreringsid()));
    }

    @Test
    void replacesAnEarlierUoverensstemmelseOnTheGjeldendeRegistrationAndTouchesNoOther() {
        RegistreringspliktigVirksomhet foer = virksomhetMedAlt();
        RegistreringspliktigVirksomhet etter = Registerfoering.mottaUoverensstemmelse(foer, uoverensstemmelse())
                .etter();
        assertThat(etter.registreringer().get(0).uoverensstemmelse()).contains(uoverensstemmelse());
        assertThat(etter.registreringer().subList(1, 5))
                .isEqualTo(foer.registreringer().subList(1, 5));
        assertThat(etter.foerstRegistrert()).isEqualTo(foer.foerstRegistrert());
        assertThat(etter.slettet()).isEmpty();
    }

    @Test
    void hasNowhereToPutAUoverensstemmelseWhenNothingIsGjeldende() {
        assertThatThrownBy(() -> Registerfoering.mottaUoverensstemmelse(SLETTET, uoverensstemmelse()))
                .isInstanceOf(Registerkonflikt.class)
                .hasMessageContaining("ingen gjeldende registrering");
    }

    private static Endring endring(Endringstype type, UUID id) {
        return new Endring(type, ORGANISASJONSNUMMER, id);
    }

    private static Uoverensstemmelse uoverensstemmelse() {
        return new Uoverensstemmelse(
                "Oppdiktet", NAA, Optional.of(new VarslingspliktigVirksomhet(Eksempler.organisasjonsnummer(3))));
    }
}
