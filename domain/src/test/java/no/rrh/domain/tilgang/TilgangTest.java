package no.rrh.domain.tilgang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.rrh.domain.Eksempler;
import no.rrh.domain.innsyn.Innsynsnivaa;
import no.rrh.domain.tilgang.IngenTilgang.Aarsak;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TilgangTest {
    /**
     * The contract's scope table. What is seen: F fødselsnummer and D-nummer, U persons unntatt innsyn in full, T earlier
     * uoverensstemmelser, I innsender.
     */
    @ParameterizedTest
    @CsvSource({
        "OFFENTLIG, OPPSLAG_A, FUTI",
        "OFFENTLIG, TOTALBESTAND_A, FUTI",
        "OFFENTLIG, OPPSLAG_B, FUTI",
        "OFFENTLIG, SOEK_B, FUTI",
        "OFFENTLIG, TOTALBESTAND_B, FUTI",
        "OFFENTLIG, ENDRINGSLOGG_B, FUTI",
        "RAPPORTERINGSPLIKTIG, OPPSLAG_A, FU",
        "RAPPORTERINGSPLIKTIG, TOTALBESTAND_A, FU",
        "RAPPORTERINGSPLIKTIG, OPPSLAG_B, FU",
        "RAPPORTERINGSPLIKTIG, SOEK_B, nektes",
        "RAPPORTERINGSPLIKTIG, TOTALBESTAND_B, nektes",
        "RAPPORTERINGSPLIKTIG, ENDRINGSLOGG_B, FU",
        "RAPPORTERINGSPLIKTIG_BEGRENSET, OPPSLAG_A, nektes",
        "RAPPORTERINGSPLIKTIG_BEGRENSET, TOTALBESTAND_A, nektes",
        "RAPPORTERINGSPLIKTIG_BEGRENSET, OPPSLAG_B, F",
        "RAPPORTERINGSPLIKTIG_BEGRENSET, SOEK_B, nektes",
        "RAPPORTERINGSPLIKTIG_BEGRENSET, TOTALBESTAND_B, nektes",
        "RAPPORTERINGSPLIKTIG_BEGRENSET, ENDRINGSLOGG_B, F",
        "MEDIA, OPPSLAG_A, nektes",
        "MEDIA, TOTALBESTAND_A, nektes",
        "MEDIA, OPPSLAG_B, ''",
        "MEDIA, SOEK_B, nektes",
        "MEDIA, TOTALBESTAND_B, nektes",
        "MEDIA, ENDRINGSLOGG_B, ''",
        "SIVILSAMFUNNSORGANISASJON, OPPSLAG_A, nektes",
        "SIVILSAMFUNNSORGANISASJON, TOTALBESTAND_A, nektes",
        "SIVILSAMFUNNSORGANISASJON, OPPSLAG_B, ''",
        "SIVILSAMFUNNSORGANISASJON, SOEK_B, nektes",
        "SIVILSAMFUNNSORGANISASJON, TOTALBESTAND_B, nektes",
        "SIVILSAMFUNNSORGANISASJON, ENDRINGSLOGG_B, ''",
        "HOEYEREUTDANNINGSINSTITUSJON, OPPSLAG_A, nektes",
        "HOEYEREUTDANNINGSINSTITUSJON, TOTALBESTAND_A, nektes",
        "HOEYEREUTDANNINGSINSTITUSJON, OPPSLAG_B, ''",
        "HOEYEREUTDANNINGSINSTITUSJON, SOEK_B, nektes",
        "HOEYEREUTDANNINGSINSTITUSJON, TOTALBESTAND_B, nektes",
        "HOEYEREUTDANNINGSINSTITUSJON, ENDRINGSLOGG_B, ''"
    })
    void givesEachScopeWhatTheContractGivesIt(Scope scope, Operasjon operasjon, String ses) {
        Optional<Innsynsnivaa> ventet = ses.equals("nektes")
                ? Optional.empty()
                : Optional.of(
                        new Innsynsnivaa(ses.contains("F"), ses.contains("U"), ses.contains("T"), ses.contains("I")));
        assertThat(nivaa(EnumSet.of(scope), operasjon)).isEqualTo(ventet);
    }

    @ParameterizedTest
    @EnumSource
    void deniesATokenWithoutScopes(Operasjon operasjon) {
        assertThatThrownBy(() -> Tilgang.krev(konsument(Set.of()), operasjon, Avtaler.UTEN))
                .isInstanceOfSatisfying(
                        IngenTilgang.class, e -> assertThat(e.aarsak()).isEqualTo(Aarsak.MANGLER_SCOPE));
    }

    @ParameterizedTest
    @CsvSource({
        "UTEN_TOKEN, INGEN_TOKEN",
        "UGYLDIG_TOKEN, UGYLDIG_TOKEN",
        "NOEKLER_MANGLER, NOEKLER_MANGLER",
    })
    void deniesACallerThatCannotBeToldAndSaysWhy(Ukjent kaller, Aarsak aarsak) {
        for (Operasjon operasjon : Operasjon.values()) {
            IngenTilgang nektet =
                    catchThrowableOfType(IngenTilgang.class, () -> Tilgang.krev(kaller, operasjon, Avtaler.UTEN));
            assertThat(nektet.aarsak()).isEqualTo(aarsak);
        }
    }

    /** All 63 sets of scopes, for each operation: what any one of them gives, and nothing more. */
    @ParameterizedTest
    @MethodSource("mengderAvScopes")
    void letsTheMostPermissiveOfSeveralScopesCount(Set<Scope> scopes) {
        for (Operasjon operasjon : Operasjon.values()) {
            List<Innsynsnivaa> hverForSeg = scopes.stream()
                    .flatMap(scope -> nivaa(EnumSet.of(scope), operasjon).stream())
                    .toList();
            Optional<Innsynsnivaa> samlet = hverForSeg.stream()
                    .reduce((a, b) -> new Innsynsnivaa(
                            a.foedselsnummer() || b.foedselsnummer(),
                            a.unntatteIFull() || b.unntatteIFull(),
                            a.tidligereUoverensstemmelser() || b.tidligereUoverensstemmelser(),
                            a.innsender() || b.innsender()));
            assertThat(nivaa(scopes, operasjon)).as(operasjon.name()).isEqualTo(samlet);
        }
    }

    @Test
    void knowsTheScopesByTheirNamesAndNoOthers() {
        assertThat(Arrays.stream(Scope.values()).map(Scope::navn))
                .containsExactly(
                        "brreg:reelle/offentlig",
                        "brreg:reelle/rapporteringspliktig",
                        "brreg:reelle/rapporteringspliktig.begrenset",
                        "brreg:reelle/media",
                        "brreg:reelle/sivilsamfunnsorganisasjon",
                        "brreg:reelle/hoeyereutdanningsinstitusjon");
        for (Scope scope : Scope.values()) {
            assertThat(Scope.finn(scope.navn())).contains(scope);
            assertThat(Scope.finn(scope.navn() + "x")).isEmpty();
            assertThat(Scope.finn(scope.navn().toUpperCase(Locale.ROOT))).isEmpty();
        }
        assertThat(Scope.finn("brreg:reelle")).isEmpty();
        assertThat(Scope.finn("")).isEmpty();
    }

    private static Stream<Set<Scope>> mengderAvScopes() {
        Scope[] alle = Scope.values();
        return IntStream.range(1, 1 << alle.length)
                .mapToObj(mengde -> Arrays.stream(alle)
                        .filter(scope -> (mengde >> scope.ordinal() & 1) == 1)
                        .collect(Collectors.toSet()));
    }

    private static Optional<Innsynsnivaa> nivaa(Set<Scope> scopes, Operasjon operasjon) {
        try {
            return Optional.of(
                    Tilgang.krev(konsument(scopes), operasjon, Avtaler.UTEN).nivaa());
        } catch (IngenTilgang e) {
            assertThat(e.aarsak()).isEqualTo(Aarsak.MANGLER_SCOPE);
            return Optional.empty();
        }
    }

    private static Konsument konsument(Set<Scope> scopes) {
        return new Konsument(Eksempler.organisasjonsnummer(1), Optional.empty(), "klient", scopes, Instant.MAX);
    }
}
