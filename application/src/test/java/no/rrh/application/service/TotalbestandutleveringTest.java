package no.rrh.application.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import no.rrh.application.port.in.Forespoersel;
import no.rrh.application.port.in.Innsynskall;
import no.rrh.application.port.in.TotalbestandMangler;
import no.rrh.application.port.in.Totalbestandformat;
import no.rrh.application.port.in.UkjentFormat;
import no.rrh.application.port.out.Totalbestandarkiv;
import no.rrh.application.port.out.Totalbestandfil;
import no.rrh.domain.Eksempler;
import no.rrh.domain.tilgang.Avtaler;
import no.rrh.domain.tilgang.IngenTilgang;
import no.rrh.domain.tilgang.Konsument;
import no.rrh.domain.tilgang.Operasjon;
import no.rrh.domain.tilgang.Scope;
import no.rrh.domain.tilgang.Ukjent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TotalbestandutleveringTest {
    private static final Totalbestandfil FIL =
            new Totalbestandfil(Path.of("totalbestand.zip"), 1, 2, Instant.EPOCH, "0".repeat(64));

    private final Totalbestandutlevering medFil = new Totalbestandutlevering(
            new Arkiv(Optional.of(FIL)), Operasjon.TOTALBESTAND_A, new Adgangskontroll(Avtaler.UTEN));
    private final Totalbestandutlevering utenFil = new Totalbestandutlevering(
            new Arkiv(Optional.empty()), Operasjon.TOTALBESTAND_A, new Adgangskontroll(Avtaler.UTEN));

    @ParameterizedTest
    @EnumSource(names = {"OFFENTLIG", "RAPPORTERINGSPLIKTIG"})
    void handsOutTheNewestFileToBothScopesOfTheSurface(Scope scope) {
        assertThat(medFil.hent(new Innsynskall(konsument(scope)), som(true))).isSameAs(FIL);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"OFFENTLIG", "RAPPORTERINGSPLIKTIG"})
    void refusesEveryOtherScopeBeforeFormatAndAbsence(Scope scope) {
        assertThatThrownBy(() -> utenFil.hent(new Innsynskall(konsument(scope)), som(false)))
                .isInstanceOf(IngenTilgang.class);
    }

    @ParameterizedTest
    @EnumSource
    void onSurfaceBOnlyOffentligHasIt(Scope scope) {
        Totalbestandutlevering flateB = new Totalbestandutlevering(
                new Arkiv(Optional.of(FIL)), Operasjon.TOTALBESTAND_B, new Adgangskontroll(Avtaler.UTEN));
        if (scope == Scope.OFFENTLIG) {
            assertThat(flateB.hent(new Innsynskall(konsument(scope)), som(true)))
                    .isSameAs(FIL);
        } else {
            assertThatThrownBy(() -> flateB.hent(new Innsynskall(konsument(scope)), som(true)))
                    .isInstanceOfSatisfying(
                            IngenTilgang.class, e -> assertThat(e.scopes()).containsExactly(Scope.OFFENTLIG));
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesACallerThatCannotBeToldBeforeFormatAndAbsence(Ukjent kaller) {
        assertThatThrownBy(() -> utenFil.hent(new Innsynskall(kaller), som(false)))
                .isInstanceOf(IngenTilgang.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"OFFENTLIG", "RAPPORTERINGSPLIKTIG"})
    void refusesAnUnknownFormatBeforeAbsence(Scope scope) {
        assertThatThrownBy(() -> utenFil.hent(new Innsynskall(konsument(scope)), som(false)))
                .isInstanceOf(UkjentFormat.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"OFFENTLIG", "RAPPORTERINGSPLIKTIG"})
    void saysWhenThereIsNoFileYet(Scope scope) {
        assertThatThrownBy(() -> utenFil.hent(new Innsynskall(konsument(scope)), som(true)))
                .isInstanceOf(TotalbestandMangler.class);
    }

    private static Forespoersel<Totalbestandformat> som(boolean formatFinnes) {
        return new Forespoersel<>(formatFinnes, () -> Totalbestandformat.JSON);
    }

    private static Konsument konsument(Scope scope) {
        return new Konsument(Eksempler.organisasjonsnummer(5), Optional.empty(), "klient", Set.of(scope), Instant.MAX);
    }

    private record Arkiv(Optional<Totalbestandfil> siste) implements Totalbestandarkiv {
        @Override
        public Totalbestandfil lagre(Innhold innhold, Runnable fortsett, Runnable foerTjeneste) {
            throw new AssertionError("handing out makes no file");
        }
    }
}
