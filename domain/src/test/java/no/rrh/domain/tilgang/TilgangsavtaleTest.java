package no.rrh.domain.tilgang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.rrh.domain.Eksempler;
import no.rrh.domain.feil.UgyldigVerdi;
import no.rrh.domain.innsyn.Innsynsnivaa;
import no.rrh.domain.tilgang.IngenTilgang.Aarsak;
import no.rrh.domain.virksomhet.Organisasjonsnummer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TilgangsavtaleTest {
    private static final Kontaktperson KONTAKT =
            new Kontaktperson("SAKTE TASTATUR", "post@eksempel.no", "+47 12345678");
    private static final Konsument BEGGE_SCOPES = new Konsument(
            Eksempler.organisasjonsnummer(1),
            Optional.empty(),
            "klient",
            Set.of(Scope.OFFENTLIG, Scope.RAPPORTERINGSPLIKTIG),
            Instant.MAX);

    private static Tilgangsavtale avtale(Hjemmel hjemmel, String fra, String til) {
        return new Tilgangsavtale(
                1,
                Eksempler.organisasjonsnummer(1),
                hjemmel,
                "produksjon",
                KONTAKT,
                List.of(),
                LocalDate.parse(fra),
                Optional.ofNullable(til).map(LocalDate::parse),
                "sak 1",
                false);
    }

    /** Days are Norway's: an hour or two before midnight in UTC. */
    @ParameterizedTest
    @CsvSource({
        "2026-06-30T21:59:59Z, false",
        "2026-06-30T22:00:00Z, true",
        "2026-12-31T22:59:59Z, true",
        "2026-12-31T23:00:00Z, false"
    })
    void holdsFromItsFirstDayToItsLast(Instant tidspunkt, boolean gjelder) {
        assertThat(avtale(Hjemmel.FORSKRIFT_A, "2026-07-01", "2026-12-31").gjelder(tidspunkt))
                .isEqualTo(gjelder);
    }

    @Test
    void holdsWithoutAnEndUntilItIsRevoked() {
        Tilgangsavtale avtale = avtale(Hjemmel.FORSKRIFT_A, "2026-07-01", null);
        Instant senere = Instant.parse("2099-01-01T00:00:00Z");
        assertThat(avtale.gjelder(senere)).isTrue();
        assertThat(avtale.trekk("sak 2").gjelder(senere)).isFalse();
        assertThat(avtale.trekk("sak 2").besluttetAv()).isEqualTo("sak 2");
    }

    @Test
    void cannotEndBeforeItBegins() {
        assertThatThrownBy(() -> avtale(Hjemmel.FORSKRIFT_A, "2026-07-01", "2026-06-30"))
                .isInstanceOf(UgyldigVerdi.class)
                .hasMessageContaining("2026-07-01");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "@eksempel.no", "post", "po st@eksempel.no", "post@eksempel@no"})
    void hasAContactWithAnAddressAndDoesNotRepeatWhatIsNone(String epost) {
        assertThatThrownBy(() -> new Kontaktperson("SAKTE TASTATUR", epost, "12345678"))
                .isInstanceOf(UgyldigVerdi.class)
                .hasMessageContaining("navn@domene");
        assertThat(KONTAKT.toString()).isEqualTo("Kontaktperson");
    }

    @Test
    void aScopeCountsOnlyWithAnAgreementWhereTheyAreAskedFor() {
        assertThatThrownBy(() -> Tilgang.krev(BEGGE_SCOPES, Operasjon.OPPSLAG_A, medAvtaler()))
                .isInstanceOfSatisfying(
                        IngenTilgang.class, e -> assertThat(e.aarsak()).isEqualTo(Aarsak.MANGLER_AVTALE));

        Adgang adgang = Tilgang.krev(
                BEGGE_SCOPES, Operasjon.OPPSLAG_A, medAvtaler(avtale(Hjemmel.HVITVASKINGSLOVEN_A, "2026-01-01", null)));
        assertThat(adgang.scope()).isEqualTo(Scope.RAPPORTERINGSPLIKTIG);
        assertThat(adgang.nivaa()).isEqualTo(Innsynsnivaa.PERSONER_I_FULL);
        assertThat(adgang.avtale().orElseThrow().hjemmel()).isEqualTo(Hjemmel.HVITVASKINGSLOVEN_A);
    }

    @Test
    void theMostPermissiveScopeWithAnAgreementCounts() {
        Adgang adgang = Tilgang.krev(
                BEGGE_SCOPES,
                Operasjon.OPPSLAG_A,
                medAvtaler(
                        avtale(Hjemmel.HVITVASKINGSLOVEN_A, "2026-01-01", null),
                        avtale(Hjemmel.FORSKRIFT_C, "2026-01-01", null)));
        assertThat(adgang.scope()).isEqualTo(Scope.OFFENTLIG);
    }

    /** An agreement gives a scope that the token does not have to nobody. */
    @Test
    void anAgreementWithoutTheScopeGivesNothing() {
        Konsument utenScope = new Konsument(
                Eksempler.organisasjonsnummer(1), Optional.empty(), "klient", Set.of(Scope.MEDIA), Instant.MAX);
        assertThatThrownBy(() -> Tilgang.krev(
                        utenScope, Operasjon.OPPSLAG_A, medAvtaler(avtale(Hjemmel.FORSKRIFT_C, "2026-01-01", null))))
                .isInstanceOfSatisfying(
                        IngenTilgang.class, e -> assertThat(e.aarsak()).isEqualTo(Aarsak.MANGLER_SCOPE));
    }

    private static Avtaler medAvtaler(Tilgangsavtale... avtaler) {
        return new Avtaler() {
            @Override
            public boolean kreves() {
                return true;
            }

            @Override
            public Optional<Tilgangsavtale> finn(Organisasjonsnummer consumer, Scope scope) {
                return List.of(avtaler).stream()
                        .filter(avtale -> avtale.consumer().equals(consumer) && avtale.scope() == scope)
                        .findFirst();
            }
        };
    }
}
