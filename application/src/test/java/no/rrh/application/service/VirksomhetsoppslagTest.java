package no.rrh.application.service;

import static no.rrh.domain.Eksempler.ORGANISASJONSNUMMER;
import static no.rrh.domain.Eksempler.REGISTRERT;
import static no.rrh.domain.Eksempler.organisasjonsnummer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.rrh.application.port.in.Forespoersel;
import no.rrh.application.port.in.IkkeRegistrert;
import no.rrh.application.port.in.Innsynskall;
import no.rrh.application.port.in.UkjentFormat;
import no.rrh.application.port.out.RegisteretSvarerIkke;
import no.rrh.domain.Eksempler;
import no.rrh.domain.feil.UgyldigVerdi;
import no.rrh.domain.innsyn.RegistreringInnsyn;
import no.rrh.domain.innsyn.RettighetshaverInnsyn;
import no.rrh.domain.innsyn.VirksomhetInnsyn;
import no.rrh.domain.innsyn.VistRegistrering;
import no.rrh.domain.registrering.RegistreringspliktigVirksomhet;
import no.rrh.domain.tilgang.Avtaler;
import no.rrh.domain.tilgang.IngenTilgang;
import no.rrh.domain.tilgang.IngenTilgang.Aarsak;
import no.rrh.domain.tilgang.Kaller;
import no.rrh.domain.tilgang.Konsument;
import no.rrh.domain.tilgang.Scope;
import no.rrh.domain.tilgang.Ukjent;
import no.rrh.domain.virksomhet.Organisasjonsnummer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class VirksomhetsoppslagTest {
    private static final Kaller OFFENTLIG = konsument(Scope.OFFENTLIG);

    private final Registerstubb register = new Registerstubb(Eksempler.virksomhetMedAlt());
    private final Virksomhetsoppslag oppslag = new Virksomhetsoppslag(register, new Adgangskontroll(Avtaler.UTEN));

    @ParameterizedTest
    @EnumSource
    void refusesACallerThatCannotBeToldBeforeAnythingElse(Ukjent kaller) {
        assertThatThrownBy(() -> oppslag.hent(
                        new Innsynskall(kaller), new Forespoersel<>(false, () -> new Organisasjonsnummer("x"))))
                .isInstanceOf(IngenTilgang.class);
        assertThat(register.oppslag()).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"OFFENTLIG", "RAPPORTERINGSPLIKTIG"})
    void refusesTheScopesOfTheOtherSurfaceBeforeAnythingElse(Scope scope) {
        assertThatThrownBy(() -> oppslag.hent(
                        new Innsynskall(konsument(scope)),
                        new Forespoersel<>(false, () -> new Organisasjonsnummer("x"))))
                .isInstanceOfSatisfying(
                        IngenTilgang.class, e -> assertThat(e.aarsak()).isEqualTo(Aarsak.MANGLER_SCOPE));
        assertThat(register.oppslag()).isZero();
    }

    @Test
    void refusesAnUnknownFormatBeforeTheValue() {
        assertThatThrownBy(() -> oppslag.hent(
                        new Innsynskall(OFFENTLIG), new Forespoersel<>(false, () -> new Organisasjonsnummer("x"))))
                .isInstanceOf(UkjentFormat.class);
        assertThat(register.oppslag()).isZero();
    }

    @Test
    void refusesAMalformedValueBeforeItLooks() {
        for (String verdi : List.of("974760", "314208640", "")) {
            assertThatThrownBy(() -> hent(verdi)).isInstanceOf(UgyldigVerdi.class);
        }
        assertThat(register.oppslag()).isZero();
    }

    @Test
    void refusesAnUnknownFormatBeforeAbsence() {
        Forespoersel<Organisasjonsnummer> forespoersel = new Forespoersel<>(
                false, () -> new Organisasjonsnummer(organisasjonsnummer(1).verdi()));
        assertThat(catchThrowable(() -> oppslag.hent(new Innsynskall(OFFENTLIG), forespoersel)))
                .isInstanceOf(UkjentFormat.class);
    }

    static List<RegistreringspliktigVirksomhet> utenMeldteRettighetshavere() {
        return List.of(
                Eksempler.slettet(ORGANISASJONSNUMMER, REGISTRERT, REGISTRERT.plusSeconds(1)),
                Eksempler.ikkeMeldt(ORGANISASJONSNUMMER, REGISTRERT),
                Eksempler.virksomhet(ORGANISASJONSNUMMER, Eksempler.registrering(new UUID(0, 1), REGISTRERT, false)));
    }

    @ParameterizedTest(name = "[{index}]")
    @MethodSource("utenMeldteRettighetshavere")
    void findsNothingWhereNothingIsReportedAndInForce(RegistreringspliktigVirksomhet virksomhet) {
        Virksomhetsoppslag medDen =
                new Virksomhetsoppslag(new Registerstubb(virksomhet), new Adgangskontroll(Avtaler.UTEN));
        assertThatThrownBy(() -> medDen.hent(
                        new Innsynskall(OFFENTLIG),
                        new Forespoersel<>(true, () -> new Organisasjonsnummer(ORGANISASJONSNUMMER.verdi()))))
                .isInstanceOf(IkkeRegistrert.class);
    }

    @Test
    void findsNothingOfAVirksomhetThatIsUnknown() {
        assertThatThrownBy(() -> hent(organisasjonsnummer(1).verdi())).isInstanceOf(IkkeRegistrert.class);
    }

    @Test
    void showsTheGjeldendeRegistrationAloneAndTellsWhichItIs() {
        VirksomhetInnsyn innsyn = hent(ORGANISASJONSNUMMER.verdi());
        assertThat(innsyn.organisasjonsnummer()).isEqualTo(ORGANISASJONSNUMMER);
        assertThat(innsyn.registreringer()).singleElement().matches(RegistreringInnsyn::erGjeldende);
        assertThat(innsyn.vist()).containsExactly(new VistRegistrering(new UUID(0, 1), 1));
        assertThat(register.oppslag()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"OFFENTLIG", "RAPPORTERINGSPLIKTIG"})
    void shieldsNobodyOnThisSurface(Scope scope) {
        RegistreringInnsyn vist = oppslag.hent(
                        new Innsynskall(konsument(scope)),
                        new Forespoersel<>(true, () -> new Organisasjonsnummer(ORGANISASJONSNUMMER.verdi())))
                .registreringer()
                .get(0);
        assertThat(vist.reelleRettighetshavere())
                .extracting(RettighetshaverInnsyn::person)
                .containsExactly(Eksempler.MINDREAARIG, Eksempler.UTENLANDSK, Eksempler.ALMINNELIG);
        assertThat(vist.uoverensstemmelse().orElseThrow().innsender().isPresent())
                .isEqualTo(scope == Scope.OFFENTLIG);
    }

    @Test
    void letsThroughThatTheRegisterDoesNotAnswer() {
        RegisteretSvarerIkke feil = new RegisteretSvarerIkke(new IllegalStateException());
        Virksomhetsoppslag utenSvar = new Virksomhetsoppslag(
                new Registerstubb() {
                    @Override
                    public Optional<RegistreringspliktigVirksomhet> hentGjeldende(Organisasjonsnummer nummer) {
                        throw feil;
                    }
                },
                new Adgangskontroll(Avtaler.UTEN));
        assertThatThrownBy(() -> utenSvar.hent(
                        new Innsynskall(OFFENTLIG),
                        new Forespoersel<>(true, () -> new Organisasjonsnummer(ORGANISASJONSNUMMER.verdi()))))
                .isSameAs(feil);
    }

    private VirksomhetInnsyn hent(String verdi) {
        return oppslag.hent(new Innsynskall(OFFENTLIG), new Forespoersel<>(true, () -> new Organisasjonsnummer(verdi)));
    }

    private static Kaller konsument(Scope scope) {
        return new Konsument(organisasjonsnummer(5), Optional.empty(), "klient", Set.of(scope), Instant.MAX);
    }
}
