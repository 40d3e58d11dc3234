package no.rrh.application.port.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import no.rrh.domain.Eksempler;
import no.rrh.domain.tilgang.Avtaleendring;
import no.rrh.domain.tilgang.Avtaleendring.Slag;
import no.rrh.domain.tilgang.Hjemmel;
import no.rrh.domain.tilgang.Kontaktperson;
import no.rrh.domain.tilgang.Tilgangsavtale;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Tilgangsregister} must do. */
public abstract class TilgangsregisterKontrakt {
    private static final Instant TIDSPUNKT = Instant.parse("2026-05-06T07:08:09.123Z");

    /** The register under test, empty when a test begins. */
    protected abstract Tilgangsregister register();

    private static Avtaleendring endring(long nummer, Slag slag, Hjemmel hjemmel, Optional<LocalDate> til) {
        return new Avtaleendring(
                TIDSPUNKT.plusMillis(nummer),
                slag,
                "drifter",
                new Tilgangsavtale(
                        nummer,
                        Eksempler.organisasjonsnummer((int) nummer),
                        hjemmel,
                        "produksjon",
                        new Kontaktperson("ÆRLIG ØRN Åsen", "post@eksempel.no", "+47 12345678"),
                        slag == Slag.GITT ? List.of() : List.of("192.0.2.1", "2001:db8::/32"),
                        LocalDate.parse("2026-05-06"),
                        til,
                        "sak 1/26; «vedtak»",
                        slag == Slag.TRUKKET));
    }

    @Test
    void isEmptyToBeginWith() {
        assertThat(register().endringer()).isEmpty();
        assertThat(register().antall()).isZero();
    }

    @Test
    protected void keepsEveryChangeAsItWasInItsOrder() {
        Optional<LocalDate> slutt = Optional.of(LocalDate.parse("2027-01-31"));
        List<Avtaleendring> endringer = List.of(
                endring(1, Slag.GITT, Hjemmel.HVITVASKINGSLOVEN_A, Optional.empty()),
                endring(2, Slag.GITT, Hjemmel.FORSKRIFT_MEDIA, slutt),
                endring(1, Slag.ENDRET, Hjemmel.HVITVASKINGSLOVEN_O, slutt),
                endring(1, Slag.TRUKKET, Hjemmel.HVITVASKINGSLOVEN_O, slutt));
        for (int i = 0; i < endringer.size(); i++) {
            List<Avtaleendring> foer = endringer.subList(0, i);
            Avtaleendring ny = endringer.get(i);
            assertThat(register().leggTil(sett -> {
                        assertThat(sett).isEqualTo(foer);
                        return ny;
                    }))
                    .isEqualTo(ny);
        }
        assertThat(register().endringer()).isEqualTo(endringer);
        assertThat(register().antall()).isEqualTo(4);
    }

    @Test
    void keepsEveryLegalGround() {
        for (Hjemmel hjemmel : Hjemmel.values()) {
            register().leggTil(foer -> endring(foer.size() + 1L, Slag.GITT, hjemmel, Optional.empty()));
        }
        assertThat(register().endringer())
                .extracting(endring -> endring.avtale().hjemmel())
                .containsExactly(Hjemmel.values());
    }

    @Test
    void addsNothingWhenTheChangeCannotBeMade() {
        assertThatThrownBy(() -> register().leggTil(foer -> {
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no");
        assertThat(register().antall()).isZero();
    }

    @Test
    void letsWritersTakeTurns() throws Exception {
        ExecutorService traader = Executors.newFixedThreadPool(4);
        try {
            List<Future<Avtaleendring>> skrevet = IntStream.range(0, 20)
                    .mapToObj(i -> traader.submit(() -> register()
                            .leggTil(foer ->
                                    endring(foer.size() + 1L, Slag.GITT, Hjemmel.FORSKRIFT_A, Optional.empty()))))
                    .toList();
            for (Future<Avtaleendring> en : skrevet) {
                en.get(20, TimeUnit.SECONDS);
            }
        } finally {
            traader.shutdownNow();
        }
        assertThat(register().endringer())
                .extracting(endring -> endring.avtale().nummer())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 20).mapToObj(Long::valueOf).toList());
    }
}
