package no.rrh.domain.registrering;

import static no.rrh.domain.Eksempler.REGISTRERT;
import static no.rrh.domain.Eksempler.ikkeMeldtRegistrering;
import static no.rrh.domain.Eksempler.registrering;
import static no.rrh.domain.Eksempler.slettingsregistrering;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import no.rrh.domain.Vilkaarlig;
import no.rrh.domain.feil.UgyldigVerdi;
import no.rrh.domain.kodeverk.LandAlfa2;
import no.rrh.domain.registrering.Rettighetsinformasjon.RegulertMarked;
import no.rrh.domain.registrering.Rettighetsinformasjon.UtenlandskRegister;
import org.junit.jupiter.api.Test;

class RegistreringTest {
    private static final UUID ID = new UUID(0, 1);

    @Test
    void cannotBeGjeldendeWhenItTellsOfADeletion() {
        assertThatThrownBy(() -> new Registrering(
                        ID,
                        Registrering.FOERSTE_VERSJON,
                        Registreringsstatus.RETTIGHETSINFORMASJON_ER_SLETTET,
                        REGISTRERT,
                        true,
                        Optional.empty(),
                        Rettighetsinformasjon.INGEN,
                        Optional.empty()))
                .isInstanceOf(UgyldigVerdi.class)
                .hasMessageContaining("kan ikke være gjeldende");
    }

    @Test
    void isReportedOnlyWithTheStatusThatSaysSo() {
        assertThat(registrering(ID, REGISTRERT, true).erMeldt()).isTrue();
        assertThat(ikkeMeldtRegistrering(ID, REGISTRERT, true).erMeldt()).isFalse();
        assertThat(slettingsregistrering(ID, REGISTRERT).erMeldt()).isFalse();
        assertThat(slettingsregistrering(ID, REGISTRERT).erSletting()).isTrue();
        assertThat(registrering(ID, REGISTRERT, true).erSletting()).isFalse();
    }

    @Property(tries = 300)
    void hasTheSameContentWhateverItsVersionAndWhetherItIsGjeldende(@ForAll("registreringer") Registrering r) {
        Registrering senere = r.nesteVersjonMed(r.somHistorisk());
        assertThat(senere.versjon()).isEqualTo(2);
        assertThat(senere.harSammeInnholdSom(r)).isTrue();
        assertThat(r.somHistorisk().harSammeInnholdSom(senere)).isTrue();
        assertThat(r.harSammeInnholdSom(r.somHistorisk())).isTrue();
    }

    @Property(tries = 300)
    void hasOtherContentThanAnotherRegistration(
            @ForAll("registreringer") Registrering en, @ForAll("registreringer") Registrering annen) {
        assertThat(en.harSammeInnholdSom(annen)).isFalse();
        assertThat(annen.harSammeInnholdSom(en)).isFalse();
    }

    @Property(tries = 300)
    void isNoLongerInForceButOtherwiseItselfInHistory(@ForAll("registreringer") Registrering r) {
        Registrering historisk = r.somHistorisk();
        assertThat(historisk.erGjeldende()).isFalse();
        assertThat(historisk.versjon()).isEqualTo(r.versjon());
        assertThat(historisk.equals(r)).isEqualTo(!r.erGjeldende());
    }

    @Test
    void namesTheRegisterOrTheMarketWhereTheHoldersAreKnown() {
        LandAlfa2 land = LandAlfa2.av("NO");
        assertThatThrownBy(() -> new UtenlandskRegister(land, " ")).hasMessageContaining("internettadresse");
        assertThatThrownBy(() -> new RegulertMarked("", land, "x")).hasMessageContaining("navn");
        assertThatThrownBy(() -> new RegulertMarked("x", land, "")).hasMessageContaining("internettadresse");
    }

    @Provide
    Arbitrary<Registrering> registreringer() {
        return Vilkaarlig.registreringer();
    }
}
