package no.rrh.application.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import no.rrh.application.port.in.Avtaleforslag;
import no.rrh.application.port.out.MinneTilgangsregister;
import no.rrh.application.port.out.StillbarKlokke;
import no.rrh.domain.Eksempler;
import no.rrh.domain.feil.Registerkonflikt;
import no.rrh.domain.feil.UgyldigVerdi;
import no.rrh.domain.tilgang.Avtaleendring;
import no.rrh.domain.tilgang.Avtaleendring.Slag;
import no.rrh.domain.tilgang.Hjemmel;
import no.rrh.domain.tilgang.IngenTilgang;
import no.rrh.domain.tilgang.IngenTilgang.Aarsak;
import no.rrh.domain.tilgang.Kontaktperson;
import no.rrh.domain.tilgang.Scope;
import no.rrh.domain.tilgang.Tilgangsavtale;
import no.rrh.domain.virksomhet.Organisasjonsnummer;
import org.junit.jupiter.api.Test;

/** Agreements from when they are given until they count no more. */
class AvtalerTest {
    private static final Organisasjonsnummer BANKEN = Eksempler.organisasjonsnummer(7);
    private static final Instant NAA = Instant.parse("2026-06-01T12:00:00Z");

    private final StillbarKlokke klokke = new StillbarKlokke(NAA);
    private final AtomicLong nanotid = new AtomicLong();
    private final MinneTilgangsregister register = new MinneTilgangsregister();
    private final Avtaleforvaltning forvaltning = new Avtaleforvaltning(register, klokke, "produksjon", false);
    private final Avtaleoversikt oversikt = new Avtaleoversikt(register, "produksjon", true, klokke, nanotid::get);

    private static Avtaleforslag forslag(Hjemmel hjemmel, String fra, String til, String... ip) {
        return new Avtaleforslag(
                BANKEN,
                hjemmel,
                new Kontaktperson("SAKTE TASTATUR", "post@eksempel.no", "12345678"),
                List.of(ip),
                LocalDate.parse(fra),
                Optional.ofNullable(til).map(LocalDate::parse),
                "sak 1");
    }

    private Tilgangsavtale giBanken() {
        return forvaltning.gi(forslag(Hjemmel.HVITVASKINGSLOVEN_A, "2026-01-01", null), "drifter");
    }

    @Test
    void countsFromWhenItIsSeenUntilItIsSeenToBeRevoked() {
        oversikt.oppdater();
        assertThat(oversikt.finn(BANKEN, Scope.RAPPORTERINGSPLIKTIG)).isEmpty();

        Tilgangsavtale gitt = giBanken();
        oversikt.oppdater();
        assertThat(oversikt.finn(BANKEN, Scope.RAPPORTERINGSPLIKTIG)).contains(gitt);
        assertThat(oversikt.finn(BANKEN, Scope.OFFENTLIG)).isEmpty();
        assertThat(oversikt.finn(Eksempler.organisasjonsnummer(8), Scope.RAPPORTERINGSPLIKTIG))
                .isEmpty();

        forvaltning.trekk(gitt.nummer(), "sak 2", "drifter");
        oversikt.oppdater();
        assertThat(oversikt.finn(BANKEN, Scope.RAPPORTERINGSPLIKTIG)).isEmpty();
    }

    @Test
    void countsNoMoreOnceItsLastDayIsOverThoughNobodyDoesAnything() {
        forvaltning.gi(forslag(Hjemmel.HVITVASKINGSLOVEN_A, "2026-01-01", "2026-06-01"), "drifter");
        oversikt.oppdater();
        assertThat(oversikt.finn(BANKEN, Scope.RAPPORTERINGSPLIKTIG)).isPresent();
        klokke.gaa(Duration.ofHours(11));
        assertThat(oversikt.finn(BANKEN, Scope.RAPPORTERINGSPLIKTIG)).isEmpty();
    }

    /** Else a revocation would not bite while the register is away. */
    @Test
    void noneCountsWhenTheyHaveNotBeenSeenForTooLong() {
        giBanken();
        oversikt.oppdater();
        register.svar(false);
        assertThatThrownBy(oversikt::oppdater).isInstanceOf(RuntimeException.class);
        nanotid.addAndGet(Avtaleoversikt.LENGST.toNanos());
        assertThat(oversikt.finn(BANKEN, Scope.RAPPORTERINGSPLIKTIG)).isPresent();
        nanotid.incrementAndGet();
        assertThatThrownBy(() -> oversikt.finn(BANKEN, Scope.RAPPORTERINGSPLIKTIG))
                .isInstanceOfSatisfying(
                        IngenTilgang.class, e -> assertThat(e.aarsak()).isEqualTo(Aarsak.AVTALER_MANGLER));
    }

    @Test
    void noneCountsBeforeTheyHaveBeenSeen() {
        assertThatThrownBy(() -> oversikt.finn(BANKEN, Scope.RAPPORTERINGSPLIKTIG))
                .isInstanceOf(IngenTilgang.class);
    }

    @Test
    void thoseOfAnotherEnvironmentDoNotCount() {
        new Avtaleforvaltning(register, klokke, "test", false)
                .gi(forslag(Hjemmel.HVITVASKINGSLOVEN_A, "2026-01-01", null, "192.0.2.1"), "drifter");
        oversikt.oppdater();
        assertThat(oversikt.finn(BANKEN, Scope.RAPPORTERINGSPLIKTIG)).isEmpty();
        assertThat(oversikt.adresser()).isEmpty();
    }

    @Test
    void tellsTheAddressesOfThoseThatHoldAndTheSameObjectUntilTheyAreOthers() {
        forvaltning.gi(forslag(Hjemmel.HVITVASKINGSLOVEN_A, "2026-01-01", "2026-06-01", "192.0.2.1"), "drifter");
        forvaltning.gi(forslag(Hjemmel.FORSKRIFT_C, "2026-01-01", null, "192.0.2.2", "192.0.2.3"), "drifter");
        oversikt.oppdater();
        Map<Organisasjonsnummer, Set<String>> foerst = oversikt.adresser();
        assertThat(foerst).isEqualTo(Map.of(BANKEN, Set.of("192.0.2.1", "192.0.2.2", "192.0.2.3")));
        oversikt.oppdater();
        assertThat(oversikt.adresser()).isSameAs(foerst);
        klokke.gaa(Duration.ofHours(11));
        oversikt.oppdater();
        assertThat(oversikt.adresser()).isEqualTo(Map.of(BANKEN, Set.of("192.0.2.2", "192.0.2.3")));
    }

    @Test
    void keepsAllThatWasDone() {
        Tilgangsavtale gitt = giBanken();
        forvaltning.endre(
                gitt.nummer(),
                foer -> new Tilgangsavtale(
                        foer.nummer(),
                        foer.consumer(),
                        Hjemmel.HVITVASKINGSLOVEN_B,
                        foer.miljoe(),
                        foer.kontaktperson(),
                        foer.ipadresser(),
                        foer.gyldigFra(),
                        foer.gyldigTil(),
                        "sak 2",
                        false),
                "en annen");
        forvaltning.trekk(gitt.nummer(), "sak 3", "drifter");

        assertThat(forvaltning.vis(gitt.nummer()))
                .extracting(
                        Avtaleendring::slag,
                        Avtaleendring::utfoertAv,
                        endring -> endring.avtale().hjemmel(),
                        endring -> endring.avtale().besluttetAv())
                .containsExactly(
                        tuple(Slag.GITT, "drifter", Hjemmel.HVITVASKINGSLOVEN_A, "sak 1"),
                        tuple(Slag.ENDRET, "en annen", Hjemmel.HVITVASKINGSLOVEN_B, "sak 2"),
                        tuple(Slag.TRUKKET, "drifter", Hjemmel.HVITVASKINGSLOVEN_B, "sak 3"));
        assertThat(forvaltning.liste())
                .singleElement()
                .extracting(Tilgangsavtale::trukket)
                .isEqualTo(true);
    }

    @Test
    void refusesWhatCannotBeDoneAndChangesNothing() {
        Tilgangsavtale gitt = giBanken();
        assertThatThrownBy(this::giBanken).isInstanceOf(Registerkonflikt.class).hasMessageContaining("avtale 1");
        assertThatThrownBy(() -> forvaltning.trekk(9, "sak", "drifter"))
                .isInstanceOf(Registerkonflikt.class)
                .hasMessageContaining("ingen avtale 9");
        assertThatThrownBy(() -> forvaltning.vis(9)).isInstanceOf(Registerkonflikt.class);
        forvaltning.trekk(gitt.nummer(), "sak 2", "drifter");
        assertThatThrownBy(() -> forvaltning.trekk(gitt.nummer(), "sak 3", "drifter"))
                .isInstanceOf(Registerkonflikt.class)
                .hasMessageContaining("trukket");
        assertThat(register.antall()).isEqualTo(2);
        assertThat(giBanken().nummer()).isEqualTo(2);
    }

    /** Else who revoked one of them would think that the access had ended. */
    @Test
    void refusesTwoOnTheSameLegalGroundForTheSameDays() {
        forvaltning.gi(forslag(Hjemmel.HVITVASKINGSLOVEN_A, "2026-01-01", "2026-06-30"), "drifter");
        forvaltning.gi(forslag(Hjemmel.HVITVASKINGSLOVEN_A, "2026-07-01", null), "drifter");
        forvaltning.gi(forslag(Hjemmel.HVITVASKINGSLOVEN_A, "2025-01-01", "2025-12-31"), "drifter");
        assertThatThrownBy(() ->
                        forvaltning.gi(forslag(Hjemmel.HVITVASKINGSLOVEN_A, "2026-06-30", "2026-06-30"), "drifter"))
                .isInstanceOf(Registerkonflikt.class);
        assertThatThrownBy(() -> forvaltning.endre(
                        1,
                        foer -> new Tilgangsavtale(
                                1,
                                foer.consumer(),
                                foer.hjemmel(),
                                foer.miljoe(),
                                foer.kontaktperson(),
                                foer.ipadresser(),
                                foer.gyldigFra(),
                                Optional.of(LocalDate.parse("2026-07-01")),
                                "sak 2",
                                false),
                        "drifter"))
                .isInstanceOf(Registerkonflikt.class)
                .hasMessageContaining("avtale 2");
        assertThat(register.antall()).isEqualTo(3);
    }

    @Test
    void asksForAddressesWhereTheEnvironmentFiltersByThem() {
        Avtaleforvaltning test = new Avtaleforvaltning(register, klokke, "test", true);
        assertThatThrownBy(() -> test.gi(forslag(Hjemmel.HVITVASKINGSLOVEN_A, "2026-01-01", null), "drifter"))
                .isInstanceOf(UgyldigVerdi.class)
                .hasMessageContaining("IP-adressene");
        assertThat(register.antall()).isZero();
    }
}
