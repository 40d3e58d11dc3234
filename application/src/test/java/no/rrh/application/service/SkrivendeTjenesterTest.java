package no.rrh.application.service;

import static no.rrh.domain.Eksempler.ORGANISASJONSNUMMER;
import static no.rrh.domain.Eksempler.REGISTRERT;
import static no.rrh.domain.Eksempler.ikkeMeldtRegistrering;
import static no.rrh.domain.Eksempler.meldt;
import static no.rrh.domain.Eksempler.slettet;
import static no.rrh.domain.Eksempler.virksomhet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.rrh.domain.Eksempler;
import no.rrh.domain.feil.Registerkonflikt;
import no.rrh.domain.feil.UgyldigVerdi;
import no.rrh.domain.registrering.Endring;
import no.rrh.domain.registrering.Endringstype;
import no.rrh.domain.registrering.Innsender;
import no.rrh.domain.registrering.Innsender.VarslingspliktigVirksomhet;
import no.rrh.domain.registrering.Reellerettighetshaverestatus;
import no.rrh.domain.registrering.Registerendring;
import no.rrh.domain.registrering.Registrering;
import no.rrh.domain.registrering.RegistreringspliktigVirksomhet;
import no.rrh.domain.registrering.Registreringsstatus;
import no.rrh.domain.registrering.Rettighetsinformasjon;
import no.rrh.domain.registrering.Rettighetsinformasjon.Rettighetshavere;
import no.rrh.domain.registrering.Uoverensstemmelse;
import org.junit.jupiter.api.Test;

class SkrivendeTjenesterTest {
    private static final UUID NY_ID = new UUID(0, 99);
    private static final Instant NAA = Instant.parse("2026-11-23T09:13:45.120Z");
    private static final Clock KLOKKE = Clock.fixed(NAA.plusNanos(999_999), ZoneOffset.UTC);
    private static final Innsender INNSENDER = new VarslingspliktigVirksomhet(Eksempler.organisasjonsnummer(4));
    private static final RegistreringspliktigVirksomhet MELDT = meldt(ORGANISASJONSNUMMER, REGISTRERT);
    private static final RegistreringspliktigVirksomhet SLETTET =
            slettet(ORGANISASJONSNUMMER, REGISTRERT, REGISTRERT.plusSeconds(1));

    private final Registerstubb tomt = new Registerstubb();
    private final Registerstubb medMeldt = new Registerstubb(MELDT);
    private final Registerstubb medSlettet = new Registerstubb(SLETTET);

    @Test
    void klargjoeringStoresARegistrationThatSaysNothingIsReportedAndGivesItsIdentifier() {
        UUID id = new Klargjoering(tomt, () -> NY_ID, KLOKKE).klargjoer(ORGANISASJONSNUMMER);
        assertThat(id).isEqualTo(NY_ID);
        assertThat(tomt.lagret())
                .containsExactly(new Registerendring(
                        Optional.empty(),
                        virksomhet(ORGANISASJONSNUMMER, ikkeMeldtRegistrering(NY_ID, NAA, true)),
                        List.of(new Endring(Endringstype.KLARGJORT_FOR_REGISTRERING, ORGANISASJONSNUMMER, NY_ID))));
    }

    @Test
    void klargjoeringStoresNothingWhereOneIsGjeldendeAlready() {
        Klargjoering klargjoering = new Klargjoering(medMeldt, () -> NY_ID, KLOKKE);
        assertThatThrownBy(() -> klargjoering.klargjoer(ORGANISASJONSNUMMER)).isInstanceOf(Registerkonflikt.class);
        assertThat(medMeldt.lagret()).isEmpty();
    }

    @Test
    void rettighetsregistreringStoresTheReportAsTheNewGjeldendeOne() {
        Rettighetsinformasjon melding = new Rettighetshavere(
                List.of(Eksempler.rettighetshaver(Eksempler.ALMINNELIG, false, Eksempler.posisjonMedAlt())));
        UUID id = new Rettighetsregistrering(medMeldt, () -> NY_ID, KLOKKE)
                .registrer(ORGANISASJONSNUMMER, Reellerettighetshaverestatus.HAR_REELLE_RETTIGHETSHAVERE, melding);
        assertThat(id).isEqualTo(NY_ID);
        Registrering ventet = new Registrering(
                NY_ID,
                1,
                Registreringsstatus.RETTIGHETSINFORMASJON_ER_REGISTRERT,
                NAA,
                true,
                Optional.of(Reellerettighetshaverestatus.HAR_REELLE_RETTIGHETSHAVERE),
                melding,
                Optional.empty());
        Registerendring lagret = medMeldt.lagret().get(0);
        assertThat(lagret.foer()).contains(MELDT);
        assertThat(lagret.etter().registreringer())
                .containsExactly(ventet, MELDT.gjeldende().orElseThrow().somHistorisk());
        assertThat(lagret.endringer())
                .containsExactly(new Endring(Endringstype.REGISTRERT, ORGANISASJONSNUMMER, NY_ID));
    }

    @Test
    void slettingStoresTheDeletion() {
        new Virksomhetssletting(medMeldt, () -> NY_ID, KLOKKE).slett(ORGANISASJONSNUMMER);
        Registerendring lagret = medMeldt.lagret().get(0);
        assertThat(lagret.etter().slettet()).contains(NAA);
        assertThat(lagret.etter().registreringer())
                .containsExactly(
                        Eksempler.slettingsregistrering(NY_ID, NAA),
                        MELDT.gjeldende().orElseThrow().somHistorisk());
        assertThat(lagret.endringer()).containsExactly(new Endring(Endringstype.SLETTET, ORGANISASJONSNUMMER, NY_ID));
    }

    @Test
    void slettingStoresNothingOfWhatIsUnknownOrDeletedAlready() {
        Virksomhetssletting ukjent = new Virksomhetssletting(tomt, () -> NY_ID, KLOKKE);
        assertThatThrownBy(() -> ukjent.slett(ORGANISASJONSNUMMER))
                .isInstanceOf(Registerkonflikt.class)
                .hasMessageContaining("finnes ikke");
        Virksomhetssletting igjen = new Virksomhetssletting(medSlettet, () -> NY_ID, KLOKKE);
        assertThatThrownBy(() -> igjen.slett(ORGANISASJONSNUMMER))
                .isInstanceOf(Registerkonflikt.class)
                .hasMessageContaining("allerede slettet");
        assertThat(tomt.lagret()).isEmpty();
        assertThat(medSlettet.lagret()).isEmpty();
    }

    @Test
    void mottakStoresTheReportWithItsTimeAndWhoSentIt() {
        new Uoverensstemmelsemottak(medMeldt, KLOKKE).motta(ORGANISASJONSNUMMER, "Oppdiktet", INNSENDER);
        Registerendring lagret = medMeldt.lagret().get(0);
        assertThat(lagret.etter().gjeldende().orElseThrow().uoverensstemmelse())
                .contains(new Uoverensstemmelse("Oppdiktet", NAA, Optional.of(INNSENDER)));
        assertThat(lagret.endringer())
                .extracting(Endring::type)
                .containsExactly(Endringstype.UOVERENSSTEMMELSE_MOTTATT);
    }

    @Test
    void mottakStoresNothingWhereThereIsNoGjeldendeRegistration() {
        for (Registerstubb register : List.of(tomt, medSlettet)) {
            Uoverensstemmelsemottak mottak = new Uoverensstemmelsemottak(register, KLOKKE);
            assertThatThrownBy(() -> mottak.motta(ORGANISASJONSNUMMER, "Oppdiktet", INNSENDER))
                    .isInstanceOf(Registerkonflikt.class);
            assertThat(register.lagret()).isEmpty();
        }
    }

    @Test
    void mottakRefusesAReportWithoutTextBeforeItWritesAnything() {
        Uoverensstemmelsemottak mottak = new Uoverensstemmelsemottak(medMeldt, KLOKKE);
        assertThatThrownBy(() -> mottak.motta(ORGANISASJONSNUMMER, " ", INNSENDER))
                .isInstanceOf(UgyldigVerdi.class);
        assertThat(medMeldt.skrivinger()).isZero();
    }
}
