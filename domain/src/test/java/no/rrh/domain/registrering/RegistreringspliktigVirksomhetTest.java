package no.rrh.domain.registrering;

import static no.rrh.domain.Eksempler.ORGANISASJONSNUMMER;
import static no.rrh.domain.Eksempler.REGISTRERT;
import static no.rrh.domain.Eksempler.registrering;
import static no.rrh.domain.Eksempler.slettingsregistrering;
import static no.rrh.domain.Eksempler.virksomhet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import no.rrh.domain.Vilkaarlig;
import no.rrh.domain.feil.UgyldigVerdi;
import org.junit.jupiter.api.Test;

class RegistreringspliktigVirksomhetTest {
    private static final UUID EN = new UUID(0, 1);
    private static final UUID TO = new UUID(0, 2);
    private static final UUID TRE = new UUID(0, 3);

    @Property(tries = 300)
    void isTheSameWhateverOrderItsRegistrationsCameIn(
            @ForAll("virksomheter") RegistreringspliktigVirksomhet virksomhet, @ForAll Random tilfeldig) {
        List<Registrering> stokket = new ArrayList<>(virksomhet.registreringer());
        Collections.shuffle(stokket, tilfeldig);
        assertThat(medRegistreringer(virksomhet, stokket)).isEqualTo(virksomhet);
    }

    @Property(tries = 300)
    void listsItsRegistrationsNewestFirst(@ForAll("virksomheter") RegistreringspliktigVirksomhet virksomhet) {
        assertThat(virksomhet.registreringer())
                .extracting(Registrering::registrert)
                .isSortedAccordingTo((a, b) -> b.compareTo(a));
    }

    @Test
    void listsTheGjeldendeFirstOfThoseFromTheSameTimeThenADeletion() {
        Registrering historisk = registrering(TRE, REGISTRERT, false);
        Registrering sletting = slettingsregistrering(TO, REGISTRERT);
        Registrering gjeldende = registrering(EN, REGISTRERT, true);
        Registrering nyere = registrering(new UUID(0, 4), REGISTRERT.plusMillis(1), false);
        assertThat(virksomhet(ORGANISASJONSNUMMER, historisk, sletting, gjeldende, nyere)
                        .registreringer())
                .containsExactly(nyere, gjeldende, sletting, historisk);
    }

    @Test
    void hasAtLeastOneRegistration() {
        assertThatThrownBy(() -> new RegistreringspliktigVirksomhet(
                        ORGANISASJONSNUMMER, REGISTRERT, Optional.empty(), List.of()))
                .isInstanceOf(UgyldigVerdi.class)
                .hasMessageContaining("minst én registrering");
    }

    @Test
    void hasAtMostOneGjeldendeRegistration() {
        assertThatThrownBy(() -> virksomhet(
                        ORGANISASJONSNUMMER,
                        registrering(EN, REGISTRERT, true),
                        registrering(TO, REGISTRERT.plusMillis(1), true)))
                .isInstanceOf(UgyldigVerdi.class)
                .hasMessageContaining("høyst én gjeldende");
    }

    @Test
    void hasNoGjeldendeRegistrationWhileItIsDeleted() {
        assertThatThrownBy(() -> new RegistreringspliktigVirksomhet(
                        ORGANISASJONSNUMMER,
                        REGISTRERT,
                        Optional.of(REGISTRERT),
                        List.of(registrering(EN, REGISTRERT, true))))
                .isInstanceOf(UgyldigVerdi.class)
                .hasMessageContaining("slettet virksomhet");
    }

    @Test
    void hasNoRegistrationTwice() {
        assertThatThrownBy(() -> virksomhet(
                        ORGANISASJONSNUMMER,
                        registrering(EN, REGISTRERT, true),
                        registrering(EN, REGISTRERT.plusMillis(1), false)))
                .isInstanceOf(UgyldigVerdi.class)
                .hasMessageContaining("står to ganger");
    }

    @Test
    void findsTheGjeldendeRegistrationAndEachByItsIdentifier() {
        Registrering gammel = registrering(EN, REGISTRERT, true);
        Registrering ny = registrering(TO, REGISTRERT.plusMillis(1), false);
        RegistreringspliktigVirksomhet virksomhet = virksomhet(ORGANISASJONSNUMMER, gammel, ny);
        assertThat(virksomhet.gjeldende()).contains(gammel);
        assertThat(virksomhet.registrering(TO)).contains(ny);
        assertThat(virksomhet.registrering(TRE)).isEmpty();
        assertThat(virksomhet(ORGANISASJONSNUMMER, ny).gjeldende()).isEmpty();
    }

    @Test
    void keepsAListOfItsOwn() {
        List<Registrering> liste = new ArrayList<>(List.of(registrering(EN, REGISTRERT, true)));
        RegistreringspliktigVirksomhet virksomhet =
                new RegistreringspliktigVirksomhet(ORGANISASJONSNUMMER, REGISTRERT, Optional.empty(), liste);
        liste.clear();
        assertThat(virksomhet.registreringer()).hasSize(1);
        assertThatThrownBy(() -> virksomhet.registreringer().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void mayHaveBeenRegisteredFirstAtAnotherTimeThanItsOldestRegistration() {
        assertThat(new RegistreringspliktigVirksomhet(
                                ORGANISASJONSNUMMER,
                                Instant.EPOCH,
                                Optional.empty(),
                                List.of(registrering(EN, REGISTRERT, true)))
                        .foerstRegistrert())
                .isEqualTo(Instant.EPOCH);
    }

    private static RegistreringspliktigVirksomhet medRegistreringer(
            RegistreringspliktigVirksomhet virksomhet, List<Registrering> registreringer) {
        return new RegistreringspliktigVirksomhet(
                virksomhet.organisasjonsnummer(), virksomhet.foerstRegistrert(), virksomhet.slettet(), registreringer);
    }

    @Provide
    Arbitrary<RegistreringspliktigVirksomhet> virksomheter() {
        return Vilkaarlig.virksomheter();
    }
}
