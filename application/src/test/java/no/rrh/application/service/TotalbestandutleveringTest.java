package no.rrh.application.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import no.rrh.application.port.in.Forespoersel;
import no.rrh.application.port.in.FormatetLagesIkke;
import no.rrh.application.port.in.Innsynskall;
import no.rrh.application.port.in.TotalbestandMangler;
import no.rrh.application.port.in.UkjentFormat;
import no.rrh.application.port.out.Innsynsfoering;
import no.rrh.application.port.out.Totalbestandarkiv;
import no.rrh.application.port.out.Totalbestandfil;
import no.rrh.application.port.out.Totalbestandformat;
import no.rrh.domain.Eksempler;
import no.rrh.domain.tilgang.Avtaler;
import no.rrh.domain.tilgang.IngenTilgang;
import no.rrh.domain.tilgang.Konsument;
import no.rrh.domain.tilgang.Operasjon;
import no.rrh.domain.tilgang.Scope;
import no.rrh.domain.tilgang.Ukjent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TotalbestandutleveringTest {
    private static final Set<Totalbestandformat> JSON = Set.of(Totalbestandformat.JSON);
    private static final Totalbestandfil FIL =
            new Totalbestandfil(Path.of("totalbestand.zip"), 1, 2, Instant.EPOCH, "0".repeat(64));
    private static final Totalbestandfil BODS = new Totalbestandfil(
            Totalbestandformat.BODS, Path.of("bods.zip"), 3, 2, Instant.EPOCH, "1".repeat(64), Optional.empty());
    private static final Totalbestandfil BEGGE = new Totalbestandfil(
            Totalbestandformat.JSON, FIL.sti(), 1, 2, Instant.EPOCH, "0".repeat(64), Optional.of(BODS));

    private final Totalbestandutlevering medFil = new Totalbestandutlevering(
            new Arkiv(Optional.of(FIL)), JSON, Operasjon.TOTALBESTAND_A, new Adgangskontroll(Avtaler.UTEN));
    private final Totalbestandutlevering utenFil = new Totalbestandutlevering(
            new Arkiv(Optional.empty()), JSON, Operasjon.TOTALBESTAND_A, new Adgangskontroll(Avtaler.UTEN));

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
                new Arkiv(Optional.of(FIL)), JSON, Operasjon.TOTALBESTAND_B, new Adgangskontroll(Avtaler.UTEN));
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

    @Test
    void handsOutTheFileOfTheFormatAndNotesThatItIsThatOne() {
        Totalbestandutlevering begge = utlevering(BEGGE, EnumSet.allOf(Totalbestandformat.class));
        Innsynskall kall = new Innsynskall(konsument(Scope.OFFENTLIG));
        assertThat(begge.hent(kall, iFormatet(Totalbestandformat.BODS))).isSameAs(BODS);
        assertThat(begge.hent(kall, iFormatet(Totalbestandformat.JSON))).isSameAs(BEGGE);
        begge.hent(kall, iFormatet(Totalbestandformat.BODS));
        Innsynsfoering.Hva hva = kall.taHva(Optional.of("metode=HEAD"));
        assertThat(hva.fil()).contains(BODS.sha256());
        assertThat(hva.sekvensnummer()).hasValue(2);
        assertThat(hva.detaljer()).contains("format=bods metode=HEAD");
        assertThat(hva.unntatteIFull()).isTrue();
    }

    @Test
    void aFormatThatTheNewestWasNotMadeInIsYetToCome() {
        Totalbestandutlevering begge = utlevering(FIL, EnumSet.allOf(Totalbestandformat.class));
        assertThatThrownBy(() ->
                        begge.hent(new Innsynskall(konsument(Scope.OFFENTLIG)), iFormatet(Totalbestandformat.BODS)))
                .isInstanceOfSatisfying(
                        TotalbestandMangler.class, e -> assertThat(e.format()).isEqualTo(Totalbestandformat.BODS));
    }

    /** Whatever lies there from when it was made. */
    @Test
    void aFormatThatIsLeftOutIsNotHandedOut() {
        Totalbestandutlevering bareJson = utlevering(BEGGE, JSON);
        assertThatThrownBy(() ->
                        bareJson.hent(new Innsynskall(konsument(Scope.OFFENTLIG)), iFormatet(Totalbestandformat.BODS)))
                .isInstanceOfSatisfying(
                        FormatetLagesIkke.class, e -> assertThat(e.format()).isEqualTo(Totalbestandformat.BODS));
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"OFFENTLIG"})
    void theFormatGivesNobodyElseAccess(Scope scope) {
        Totalbestandutlevering begge = utlevering(BEGGE, EnumSet.allOf(Totalbestandformat.class));
        assertThatThrownBy(() -> begge.hent(new Innsynskall(konsument(scope)), iFormatet(Totalbestandformat.BODS)))
                .isInstanceOf(IngenTilgang.class);
    }

    private static Totalbestandutlevering utlevering(Totalbestandfil fil, Set<Totalbestandformat> formater) {
        return new Totalbestandutlevering(
                new Arkiv(Optional.of(fil)), formater, Operasjon.TOTALBESTAND_B, new Adgangskontroll(Avtaler.UTEN));
    }

    private static Forespoersel<Totalbestandformat> iFormatet(Totalbestandformat format) {
        return new Forespoersel<>(true, () -> format);
    }

    private static Forespoersel<Totalbestandformat> som(boolean formatFinnes) {
        return new Forespoersel<>(formatFinnes, () -> Totalbestandformat.JSON);
    }

    private static Konsument konsument(Scope scope) {
        return new Konsument(Eksempler.organisasjonsnummer(5), Optional.empty(), "klient", Set.of(scope), Instant.MAX);
    }

    private record Arkiv(Optional<Totalbestandfil> siste) implements Totalbestandarkiv {
        @Override
        public Totalbestandfil lagre(
                Set<Totalbestandformat> formater, Innhold innhold, Runnable fortsett, Runnable foerTjeneste) {
            throw new AssertionError("handing out makes no file");
        }
    }
}
