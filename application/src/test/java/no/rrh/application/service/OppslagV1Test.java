package no.rrh.application.service;

import static no.rrh.domain.Eksempler.ORGANISASJONSNUMMER;
import static no.rrh.domain.Eksempler.REGISTRERT;
import static no.rrh.domain.Eksempler.organisasjonsnummer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.rrh.application.port.in.Forespoersel;
import no.rrh.application.port.in.IkkeRegistreringspliktig;
import no.rrh.application.port.in.Innsynskall;
import no.rrh.application.port.in.Loggfoering;
import no.rrh.application.port.in.Loggutsnitt;
import no.rrh.application.port.in.UkjentFormat;
import no.rrh.application.port.out.Endringslogg;
import no.rrh.application.port.out.Generasjon;
import no.rrh.application.port.out.MinneRegister;
import no.rrh.application.port.out.Personindeks;
import no.rrh.application.port.out.StillbarKlokke;
import no.rrh.domain.Eksempler;
import no.rrh.domain.feil.UgyldigVerdi;
import no.rrh.domain.innsyn.RegistreringInnsyn;
import no.rrh.domain.innsyn.VirksomhetInnsyn;
import no.rrh.domain.registrering.NummerertEndring;
import no.rrh.domain.registrering.Registerfoering;
import no.rrh.domain.registrering.RegistreringspliktigVirksomhet;
import no.rrh.domain.rettighetshaver.Foedselsnummer;
import no.rrh.domain.tilgang.Avtaler;
import no.rrh.domain.tilgang.IngenTilgang;
import no.rrh.domain.tilgang.Kaller;
import no.rrh.domain.tilgang.Konsument;
import no.rrh.domain.tilgang.Scope;
import no.rrh.domain.tilgang.Ukjent;
import no.rrh.domain.virksomhet.Organisasjonsnummer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The use cases of surface B, on a register in memory. */
class OppslagV1Test {
    private static final Kaller OFFENTLIG = konsument(Scope.OFFENTLIG);
    private static final Foedselsnummer ALMINNELIG =
            Eksempler.ALMINNELIG.foedselsEllerDNummer().orElseThrow();
    private static final Foedselsnummer DOED =
            Eksempler.DOED.foedselsEllerDNummer().orElseThrow();

    private final StillbarKlokke klokke = new StillbarKlokke(Instant.parse("2026-11-25T10:00:00Z"));
    private final MinneRegister register = new MinneRegister(klokke);
    private final Historikkoppslag oppslag = new Historikkoppslag(register, new Adgangskontroll(Avtaler.UTEN));
    private final Personsoek soek = new Personsoek(register, register, new Adgangskontroll(Avtaler.UTEN));
    private final Endringslogglesing endringslogg = new Endringslogglesing(register, new Adgangskontroll(Avtaler.UTEN));
    private final Sekvensnummeroppslag sekvensnummer =
            new Sekvensnummeroppslag(register, new Adgangskontroll(Avtaler.UTEN));

    private void les(RegistreringspliktigVirksomhet virksomhet) {
        register.skriv(skriving -> {
            skriving.lagre(Registerfoering.innles(
                    skriving.hent(virksomhet.organisasjonsnummer()), virksomhet, UUID::randomUUID));
            return null;
        });
    }

    private static Kaller konsument(Scope scope) {
        return new Konsument(organisasjonsnummer(5), Optional.empty(), "klient", Set.of(scope), Instant.MAX);
    }

    private static <T> Forespoersel<T> om(T verdi) {
        return new Forespoersel<>(true, () -> verdi);
    }

    private static <T> List<T> alle(Iterator<T> iterator) {
        List<T> alle = new ArrayList<>();
        iterator.forEachRemaining(alle::add);
        return alle;
    }

    private static List<Organisasjonsnummer> numre(Iterator<VirksomhetInnsyn> funn) {
        return alle(funn).stream().map(VirksomhetInnsyn::organisasjonsnummer).toList();
    }

    /** One use case, whose answer does not matter. */
    private enum Bruk {
        OPPSLAG(EnumSet.allOf(Scope.class)) {
            @Override
            void bruk(OppslagV1Test t, Kaller kaller, boolean format, Supplier<?> verdi) {
                t.oppslag.hent(
                        new Innsynskall(kaller), new Forespoersel<>(format, () -> (Organisasjonsnummer) verdi.get()));
            }
        },
        SOEK(EnumSet.of(Scope.OFFENTLIG)) {
            @Override
            void bruk(OppslagV1Test t, Kaller kaller, boolean format, Supplier<?> verdi) {
                t.soek.finn(new Innsynskall(kaller), new Forespoersel<>(format, () -> (Foedselsnummer) verdi.get()));
            }
        },
        ENDRINGSLOGG(EnumSet.allOf(Scope.class)) {
            @Override
            void bruk(OppslagV1Test t, Kaller kaller, boolean format, Supplier<?> verdi) {
                t.endringslogg.hent(
                        new Innsynskall(kaller), new Forespoersel<>(format, () -> (Loggutsnitt) verdi.get()));
            }
        },
        SEKVENSNUMMER(EnumSet.allOf(Scope.class)) {
            @Override
            void bruk(OppslagV1Test t, Kaller kaller, boolean format, Supplier<?> verdi) {
                t.sekvensnummer.hent(new Innsynskall(kaller), new Forespoersel<>(format, () -> (Instant) verdi.get()));
            }
        };

        private final Set<Scope> aapenFor;

        Bruk(Set<Scope> aapenFor) {
            this.aapenFor = aapenFor;
        }

        abstract void bruk(OppslagV1Test t, Kaller kaller, boolean format, Supplier<?> verdi);
    }

    private static Object ugyldig() {
        throw new UgyldigVerdi("ugyldig");
    }

    @ParameterizedTest
    @EnumSource
    void refusesInTheOrderOfTheContractAndNamesTheScopesThatOpen(Bruk bruk) {
        for (Ukjent ukjent : Ukjent.values()) {
            assertThatThrownBy(() -> bruk.bruk(this, ukjent, false, OppslagV1Test::ugyldig))
                    .isInstanceOf(IngenTilgang.class);
        }
        for (Scope scope : Scope.values()) {
            if (bruk.aapenFor.contains(scope)) {
                assertThatThrownBy(() -> bruk.bruk(this, konsument(scope), false, OppslagV1Test::ugyldig))
                        .isInstanceOf(UkjentFormat.class);
                assertThatThrownBy(() -> bruk.bruk(this, konsument(scope), true, OppslagV1Test::ugyldig))
                        .isInstanceOf(UgyldigVerdi.class);
            } else {
                assertThatThrownBy(() -> bruk.bruk(this, konsument(scope), false, OppslagV1Test::ugyldig))
                        .isInstanceOfSatisfying(
                                IngenTilgang.class,
                                e -> assertThat(e.scopes()).containsExactlyInAnyOrderElementsOf(bruk.aapenFor));
            }
        }
    }

    static Stream<RegistreringspliktigVirksomhet> registreringspliktige() {
        return Stream.of(
                Eksempler.virksomhetMedAlt(),
                Eksempler.ikkeMeldt(ORGANISASJONSNUMMER, REGISTRERT),
                Eksempler.slettet(ORGANISASJONSNUMMER, REGISTRERT, REGISTRERT.plusSeconds(1)));
    }

    @ParameterizedTest(name = "[{index}]")
    @MethodSource("registreringspliktige")
    void theLookUpShowsEveryRegistrationNewestFirstAlsoOfThoseThatReportedNothingOrAreDeleted(
            RegistreringspliktigVirksomhet virksomhet) {
        les(virksomhet);

        VirksomhetInnsyn innsyn = oppslag.hent(new Innsynskall(OFFENTLIG), om(ORGANISASJONSNUMMER));

        assertThat(innsyn.slettet()).isEqualTo(virksomhet.slettet());
        assertThat(innsyn.registreringer())
                .extracting(RegistreringInnsyn::registreringsid)
                .containsExactlyElementsOf(virksomhet.registreringer().stream()
                        .map(r -> r.registreringsid())
                        .toList());
    }

    @Test
    void aVirksomhetThatTheRegisterDoesNotKnowIsNotRegistreringspliktig() {
        assertThatThrownBy(() -> oppslag.hent(new Innsynskall(OFFENTLIG), om(ORGANISASJONSNUMMER)))
                .isInstanceOf(IkkeRegistreringspliktig.class);
    }

    @Test
    void whatIsSeenFollowsTheScope() {
        les(Eksempler.virksomhetMedAlt());

        assertThat(uoverensstemmelser(Scope.OFFENTLIG)).isEqualTo(3);
        for (Scope scope : EnumSet.complementOf(EnumSet.of(Scope.OFFENTLIG))) {
            assertThat(uoverensstemmelser(scope)).as(scope.name()).isEqualTo(1);
        }
    }

    private long uoverensstemmelser(Scope scope) {
        return oppslag.hent(new Innsynskall(konsument(scope)), om(ORGANISASJONSNUMMER)).registreringer().stream()
                .filter(r -> r.uoverensstemmelse().isPresent())
                .count();
    }

    @Test
    void theSearchFindsPresentAndFormerHoldersByOrganisasjonsnummerAndOverPages() {
        les(Eksempler.virksomhetMedAlt());
        List<Organisasjonsnummer> mange =
                IntStream.range(0, 250).mapToObj(Eksempler::organisasjonsnummer).toList();
        register.skriv(skriving -> {
            for (Organisasjonsnummer nummer : mange) {
                skriving.lagre(Registerfoering.innles(
                        skriving.hent(nummer), Eksempler.meldt(nummer, REGISTRERT), UUID::randomUUID));
            }
            return null;
        });

        assertThat(numre(soek.finn(new Innsynskall(OFFENTLIG), om(DOED)))).containsExactly(ORGANISASJONSNUMMER);
        assertThat(numre(soek.finn(new Innsynskall(OFFENTLIG), om(ALMINNELIG))))
                .hasSize(251)
                .isSorted();
        assertThat(numre(soek.finn(new Innsynskall(OFFENTLIG), om(new Foedselsnummer("17912099997")))))
                .isEmpty();
    }

    @Test
    void theSearchReadsNoMoreThanItIsAskedForAndShowsNobodyWhoDoesNotHoldThePerson() {
        les(Eksempler.virksomhetMedAlt());
        les(Eksempler.ikkeMeldt(organisasjonsnummer(1), REGISTRERT));
        List<Integer> sider = new ArrayList<>();
        Personindeks loegnaktig = (person, etter, antall) -> {
            sider.add(antall);
            return etter.isPresent()
                    ? List.of(ORGANISASJONSNUMMER)
                    : IntStream.range(0, antall)
                            .mapToObj(i -> i == 0 ? ORGANISASJONSNUMMER : organisasjonsnummer(i))
                            .toList();
        };

        Iterator<VirksomhetInnsyn> funn = new Personsoek(register, loegnaktig, new Adgangskontroll(Avtaler.UTEN))
                .finn(new Innsynskall(OFFENTLIG), om(ALMINNELIG));
        assertThat(sider).hasSize(1);
        assertThat(numre(funn)).containsExactly(ORGANISASJONSNUMMER, ORGANISASJONSNUMMER);
        assertThat(sider).hasSize(2);
    }

    @Test
    void theEndringsloggIsReadFromTheNumberAndNoFurtherThanAskedFor() {
        for (int i = 0; i < 1200; i++) {
            les(Eksempler.meldt(organisasjonsnummer(i), REGISTRERT));
        }

        assertThat(logg(0, 10_000)).hasSize(1200).isSorted();
        assertThat(logg(3, 4)).containsExactly(4L, 5L, 6L, 7L);
        assertThat(logg(100, 1000)).hasSize(1000).startsWith(101L).endsWith(1100L);
        assertThat(logg(1199, 10)).containsExactly(1200L);
        assertThat(logg(1200, 10)).isEmpty();
        assertThat(logg(Long.MAX_VALUE, 10)).isEmpty();
    }

    private List<Long> logg(long etter, int antall) {
        return alle(endringslogg.hent(new Innsynskall(OFFENTLIG), om(new Loggutsnitt(etter, antall)))).stream()
                .map(foering -> foering.endring().sekvensnummer())
                .toList();
    }

    @Test
    void eachChangeBelongsToTheGenerationInWhichItWasNumbered() {
        for (int i = 0; i < 5; i++) {
            les(Eksempler.meldt(organisasjonsnummer(i), REGISTRERT));
        }
        Generasjon foerste = new Generasjon(new UUID(0, 1), 0);
        Generasjon andre = new Generasjon(new UUID(0, 2), 3);
        Endringslogg medTo = new Endringslogg() {
            @Override
            public List<NummerertEndring> etter(long sekvensnummer, int antall) {
                return register.etter(sekvensnummer, antall);
            }

            @Override
            public long siste() {
                return register.siste();
            }

            @Override
            public long foer(Instant tidspunkt) {
                return register.foer(tidspunkt);
            }

            @Override
            public List<Generasjon> generasjoner() {
                return List.of(foerste, andre);
            }
        };

        assertThat(alle(new Endringslogglesing(medTo, new Adgangskontroll(Avtaler.UTEN))
                        .hent(new Innsynskall(OFFENTLIG), om(new Loggutsnitt(0, 10)))))
                .extracting(Loggfoering::generasjon)
                .containsExactly(foerste.id(), foerste.id(), foerste.id(), andre.id(), andre.id());
    }

    @Test
    void theSekvensnummerOfATimeIsThatOfTheLastChangeBeforeIt() {
        Instant foerste = klokke.instant();
        les(Eksempler.meldt(organisasjonsnummer(1), REGISTRERT));
        klokke.still(foerste.plusSeconds(10));
        les(Eksempler.meldt(organisasjonsnummer(2), REGISTRERT));

        assertThat(sekvensnummer.hent(new Innsynskall(OFFENTLIG), om(Instant.EPOCH)))
                .isZero();
        assertThat(sekvensnummer.hent(new Innsynskall(OFFENTLIG), om(foerste))).isZero();
        assertThat(sekvensnummer.hent(new Innsynskall(OFFENTLIG), om(foerste.plusMillis(1))))
                .isEqualTo(1);
        assertThat(sekvensnummer.hent(new Innsynskall(OFFENTLIG), om(foerste.plusSeconds(10))))
                .isEqualTo(1);
        assertThat(sekvensnummer.hent(new Innsynskall(OFFENTLIG), om(Instant.parse("9999-12-31T23:59:59.999Z"))))
                .isEqualTo(2);
    }
}
