package no.rrh.application.port.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import no.rrh.domain.Eksempler;
import no.rrh.domain.feil.Registerkonflikt;
import no.rrh.domain.registrering.Endring;
import no.rrh.domain.registrering.Endringstype;
import no.rrh.domain.registrering.NummerertEndring;
import no.rrh.domain.registrering.Registerendring;
import no.rrh.domain.registrering.Registerfoering;
import no.rrh.domain.registrering.Registrering;
import no.rrh.domain.registrering.RegistreringspliktigVirksomhet;
import no.rrh.domain.virksomhet.Organisasjonsnummer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every implementation of {@link Virksomhetsregister} must do. */
public abstract class VirksomhetsregisterKontrakt {
    private static final Instant REGISTRERT = Eksempler.REGISTRERT;
    private static final Organisasjonsnummer A = Eksempler.organisasjonsnummer(1);
    private static final Organisasjonsnummer B = Eksempler.organisasjonsnummer(2);

    /** The clock of the register under test. */
    protected final StillbarKlokke klokke = new StillbarKlokke(Instant.parse("2026-01-02T03:04:05.678Z"));

    /** The register under test, empty when a test begins. */
    protected abstract Virksomhetsregister register();

    /** The endringslogg of the same register. */
    protected abstract Endringslogg endringslogg();

    @Test
    void aVirksomhetWithEveryFieldComesBackAsItWas() {
        RegistreringspliktigVirksomhet virksomhet = Eksempler.virksomhetMedAlt();
        innles(virksomhet);
        assertThat(register().hent(virksomhet.organisasjonsnummer())).contains(virksomhet);
        assertThat(register().hentGjeldende(virksomhet.organisasjonsnummer()))
                .contains(new RegistreringspliktigVirksomhet(
                        virksomhet.organisasjonsnummer(),
                        virksomhet.foerstRegistrert(),
                        Optional.empty(),
                        List.of(virksomhet.gjeldende().orElseThrow())));
    }

    @Test
    void aDeletedVirksomhetHasItsHistoryAndNothingGjeldende() {
        RegistreringspliktigVirksomhet slettet = Eksempler.slettet(A, REGISTRERT, REGISTRERT.plusSeconds(1));
        innles(slettet);
        assertThat(register().hent(A)).contains(slettet);
        assertThat(register().hentGjeldende(A)).isEmpty();
        assertThat(bestand()).isEmpty();
    }

    @Test
    void anUnknownVirksomhetIsAbsentEverywhere() {
        innles(Eksempler.meldt(A, REGISTRERT));
        assertThat(register().hent(B)).isEmpty();
        assertThat(register().hentGjeldende(B)).isEmpty();
        assertThat(register().hentVed(B, 1)).isEmpty();
    }

    @Test
    void isEmptyUntilTheFirstVirksomhetIsThere() {
        assertThat(register().erTomt()).isTrue();
        innles(Eksempler.slettet(A, REGISTRERT, REGISTRERT));
        assertThat(register().erTomt()).isFalse();
    }

    @Test
    void eachChangeIsOneRowOfTheEndringsloggInItsOrderAndWithItsTime() {
        Registerendring endring = innles(Eksempler.virksomhetMedAlt());
        assertThat(endring.endringer()).hasSize(5);
        assertThat(endringslogg().etter(0, 100))
                .containsExactlyElementsOf(IntStream.range(0, 5)
                        .mapToObj(i -> new NummerertEndring(
                                i + 1L, klokke.instant(), endring.endringer().get(i)))
                        .toList());
    }

    @Test
    void aChangeThatChangesNothingIsNotInTheEndringslogg() {
        innles(Eksempler.virksomhetMedAlt());
        Registerendring tom = innles(Eksempler.virksomhetMedAlt());
        register().skriv(skriving -> {
            skriving.lagre(tom);
            return null;
        });
        assertThat(endringslogg().siste()).isEqualTo(5);
        assertThat(register().hent(Eksempler.ORGANISASJONSNUMMER)).contains(Eksempler.virksomhetMedAlt());
    }

    @Test
    void timesInTheEndringsloggNeverGoBackEvenIfTheClockDoes() {
        innles(Eksempler.meldt(A, REGISTRERT));
        Instant foerste = klokke.instant();
        klokke.gaa(Duration.ofHours(-1));
        innles(Eksempler.meldt(B, REGISTRERT));
        assertThat(endringslogg().etter(0, 2))
                .extracting(NummerertEndring::tidspunkt)
                .containsExactly(foerste, foerste);
    }

    @Test
    void anAlteredRegistrationIsANewVersionAndTheFormerIsFoundAtItsNumbers() {
        UUID id = UUID.fromString("0198c614-dfcc-4e65-bc96-4fdaf2c2c22b");
        Registrering foerste = Eksempler.registrering(id, REGISTRERT, true);
        Registrering annen = Eksempler.ikkeMeldtRegistrering(id, REGISTRERT, true);
        innles(Eksempler.virksomhet(A, foerste));
        innles(Eksempler.virksomhet(A, annen));
        assertThat(gjeldende(register().hent(A)).versjon()).isEqualTo(2);
        assertThat(register().hentVed(A, 0)).isEmpty();
        assertThat(register().hentVed(A, 1)).contains(Eksempler.virksomhet(A, foerste));
        assertThat(gjeldende(register().hentVed(A, 2)).harSammeInnholdSom(annen))
                .isTrue();
        assertThat(register().hentVed(A, Long.MAX_VALUE)).isEqualTo(register().hent(A));
        assertThat(register().hentVed(A, -1)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void everyStateThereEverWasIsFoundAtItsNumber(long froe) {
        Tilfeldigfoering foering = tilfeldigfoering(froe, 60);
        assertThat(endringslogg().siste()).isEqualTo(foering.siste).isGreaterThan(60);
        for (Organisasjonsnummer nummer : Tilfeldigfoering.VIRKSOMHETER) {
            var tilstander = foering.tilstander.get(nummer);
            assertThat(register().hent(nummer)).isEqualTo(verdi(tilstander.lastEntry()));
            assertThat(register().hentGjeldende(nummer).flatMap(RegistreringspliktigVirksomhet::gjeldende))
                    .isEqualTo(verdi(tilstander.lastEntry()).flatMap(RegistreringspliktigVirksomhet::gjeldende));
            for (long n = 0; n <= foering.siste; n++) {
                if (erMellomtilstand(foering, nummer, n)) {
                    assertMellomtilstand(foering, nummer, n);
                } else {
                    assertThat(register().hentVed(nummer, n))
                            .as("%s at %d", nummer, n)
                            .isEqualTo(verdi(tilstander.floorEntry(n)));
                }
            }
        }
    }

    @Test
    void anExceptionRollsEverythingBackAndComesOutUnchanged() {
        innles(Eksempler.meldt(A, REGISTRERT));
        Error feil = new AssertionError("of the work");
        assertThatThrownBy(() -> register().skriv(skriving -> {
                    lagre(skriving, Eksempler.slettet(A, REGISTRERT, REGISTRERT));
                    lagre(skriving, Eksempler.meldt(B, REGISTRERT));
                    throw feil;
                }))
                .isSameAs(feil);
        assertThat(register().hent(A)).contains(Eksempler.meldt(A, REGISTRERT));
        assertThat(register().hent(B)).isEmpty();
        assertThat(endringslogg().siste()).isEqualTo(1);
        innles(Eksempler.meldt(B, REGISTRERT));
        assertThat(endringslogg().etter(1, 10))
                .extracting(NummerertEndring::sekvensnummer)
                .containsExactly(2L);
    }

    @Test
    void whatAReaderOfTheSnapshotThrowsComesOutUnchanged() {
        innles(Eksempler.meldt(A, REGISTRERT));
        RuntimeException feil = new IllegalStateException("of the reader");
        assertThatThrownBy(() -> register().lesBestand(bestand -> {
                    bestand.forHvertUtsnitt(utsnitt -> utsnitt.forHver(virksomhet -> {
                        throw feil;
                    }));
                    return null;
                }))
                .isSameAs(feil);
    }

    @Test
    void aRegistreringsidBelongsToOneVirksomhetAndARefusedWriteLeavesNothing() {
        UUID id = new UUID(1, 2);
        innles(Eksempler.virksomhet(A, Eksempler.registrering(id, REGISTRERT, true)));
        RegistreringspliktigVirksomhet tyv = Eksempler.virksomhet(
                B,
                Eksempler.registrering(new UUID(1, 3), REGISTRERT, false),
                Eksempler.registrering(id, REGISTRERT, true));
        assertThatThrownBy(() -> innles(tyv))
                .isInstanceOf(Registerkonflikt.class)
                .hasMessageContaining("registreringsid " + id + " tilhører allerede en annen virksomhet");
        assertThat(register().hent(B)).isEmpty();
        assertThat(endringslogg().siste()).isEqualTo(1);
        innles(Eksempler.virksomhet(B, Eksempler.registrering(new UUID(1, 3), REGISTRERT, true)));
    }

    @Test
    void aRegistreringsidIsTakenByAnEarlierWriteOfTheSameTransactionToo() {
        UUID id = new UUID(1, 2);
        assertThatThrownBy(() -> register().skriv(skriving -> {
                    lagre(skriving, Eksempler.virksomhet(A, Eksempler.registrering(id, REGISTRERT, true)));
                    lagre(skriving, Eksempler.virksomhet(B, Eksempler.registrering(id, REGISTRERT, true)));
                    return null;
                }))
                .isInstanceOf(Registerkonflikt.class);
        assertThat(register().erTomt()).isTrue();
    }

    /** Some are known and some not, and each is told of more often than it comes. */
    @Test
    void whatIsToldOfBeforehandIsFetchedAndStoredAsIfItWasNot() {
        innles(Eksempler.meldt(A, REGISTRERT));
        RegistreringspliktigVirksomhet endret =
                Eksempler.virksomhet(A, Eksempler.registrering(new UUID(7, 1), REGISTRERT.plusSeconds(60), true));
        RegistreringspliktigVirksomhet ny = Eksempler.meldt(B, REGISTRERT);
        register().skriv(skriving -> {
            skriving.ventes(List.of(endret, ny, ny));
            skriving.ventes(List.of());
            skriving.ventes(List.of(endret, ny, ny));
            assertThat(skriving.hent(A)).isEqualTo(register().hent(A));
            assertThat(skriving.hent(B)).isEmpty();
            lagre(skriving, endret);
            lagre(skriving, ny);
            assertThat(skriving.hent(A).orElseThrow().registrering(new UUID(7, 1)))
                    .isPresent();
            assertThat(skriving.hent(B)).isPresent();
            // told of again when it has been written, which the database may not have been sent yet
            skriving.ventes(List.of(endret, ny));
            assertThat(skriving.hent(B)).isPresent();
            lagre(skriving, ny);
            return null;
        });
        assertThat(register().hent(A).orElseThrow().registreringer()).hasSize(2);
        assertThat(endringslogg().siste()).isEqualTo(3);
    }

    @Test
    void aRegistreringsidThatIsToldOfBeforehandIsTakenAllTheSame() {
        UUID id = new UUID(1, 2);
        RegistreringspliktigVirksomhet a = Eksempler.virksomhet(A, Eksempler.registrering(id, REGISTRERT, true));
        RegistreringspliktigVirksomhet b = Eksempler.virksomhet(B, Eksempler.registrering(id, REGISTRERT, true));
        assertThatThrownBy(() -> register().skriv(skriving -> {
                    skriving.ventes(List.of(a, b));
                    lagre(skriving, a);
                    lagre(skriving, b);
                    return null;
                }))
                .isInstanceOf(Registerkonflikt.class);
        innles(a);
        assertThatThrownBy(() -> register().skriv(skriving -> {
                    skriving.ventes(List.of(b));
                    lagre(skriving, b);
                    return null;
                }))
                .isInstanceOf(Registerkonflikt.class);
        assertThat(register().hent(B)).isEmpty();
    }

    /** More than any batch holds, so that what was told of beforehand is written before it is fetched again. */
    @Test
    void whatWasWrittenSinceItWasToldOfIsFetchedAsItIsThen() {
        List<RegistreringspliktigVirksomhet> mange = IntStream.range(0, 1_200)
                .mapToObj(i -> Eksempler.meldt(Eksempler.organisasjonsnummer(i), REGISTRERT))
                .toList();
        register().skriv(skriving -> {
            skriving.ventes(mange);
            mange.forEach(en -> lagre(skriving, en));
            mange.forEach(
                    en -> assertThat(skriving.hent(en.organisasjonsnummer())).isPresent());
            return null;
        });
        assertThat(endringslogg().siste()).isEqualTo(1_200);
    }

    @Test
    void aChangeWorkedOutFromAnotherStateIsRefused() {
        innles(Eksempler.meldt(A, REGISTRERT));
        Registerendring somOmUkjent = Registerfoering.klargjoer(Optional.empty(), A, new UUID(9, 9), REGISTRERT);
        RegistreringspliktigVirksomhet foer = register().hent(A).orElseThrow();
        Registerendring utenDenGamle =
                new Registerendring(Optional.of(foer), Eksempler.ikkeMeldt(A, REGISTRERT), somOmUkjent.endringer());
        for (Registerendring endring : List.of(somOmUkjent, utenDenGamle)) {
            assertThatThrownBy(() -> register().skriv(skriving -> {
                        skriving.lagre(endring);
                        return null;
                    }))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(register().hent(A)).contains(foer);
    }

    @Test
    void aTransactionSeesItsOwnChangesAndNobodyElseDoesBeforeItEnds() {
        innles(Eksempler.meldt(A, REGISTRERT));
        RegistreringspliktigVirksomhet slettet = Eksempler.slettet(A, REGISTRERT, REGISTRERT.plusSeconds(9));
        register().skriv(skriving -> {
            lagre(skriving, slettet);
            lagre(skriving, Eksempler.meldt(B, REGISTRERT));
            assertThat(skriving.hent(A)).contains(slettet);
            assertThat(skriving.hent(B)).isPresent();
            iAnnenTraad(() -> {
                assertThat(register().hent(A)).contains(Eksempler.meldt(A, REGISTRERT));
                assertThat(register().hentVed(A, 99)).contains(Eksempler.meldt(A, REGISTRERT));
                assertThat(register().hentGjeldende(B)).isEmpty();
                assertThat(endringslogg().siste()).isEqualTo(1);
                assertThat(endringslogg().etter(0, 10)).hasSize(1);
                assertThat(bestand()).containsExactly(Eksempler.meldt(A, REGISTRERT));
                return null;
            });
            return null;
        });
        assertThat(register().hent(A)).contains(slettet);
        assertThat(endringslogg().siste()).isEqualTo(3);
    }

    @Test
    void aTransactionOfManyThousandChangesIsWhole() {
        int antall = 3_000;
        register().skriv(skriving -> {
            for (int i = 0; i < antall; i++) {
                lagre(skriving, Eksempler.meldt(Eksempler.organisasjonsnummer(i), REGISTRERT));
            }
            for (int i = 0; i < antall; i += 100) {
                lagre(skriving, Eksempler.ikkeMeldt(Eksempler.organisasjonsnummer(i), REGISTRERT.plusSeconds(1)));
            }
            return null;
        });
        assertThat(endringslogg().siste()).isEqualTo(antall + antall / 100);
        assertThat(bestand()).hasSize(antall);
        assertThat(register()
                        .hent(Eksempler.organisasjonsnummer(100))
                        .orElseThrow()
                        .registreringer())
                .hasSize(2);
    }

    @Test
    void aWriteCannotBeginWithinAnother() {
        assertThatThrownBy(() -> register().skriv(ytre -> register().skriv(indre -> null)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theBestandIsOrderedAndHoldsTheGjeldendeAlone() {
        innles(Eksempler.virksomhetMedAlt());
        innles(Eksempler.slettet(A, REGISTRERT, REGISTRERT));
        innles(Eksempler.ikkeMeldt(B, REGISTRERT));
        innles(Eksempler.meldt(new Organisasjonsnummer("000000019"), REGISTRERT));
        List<RegistreringspliktigVirksomhet> bestand = bestand();
        assertThat(bestand)
                .extracting(virksomhet -> virksomhet.organisasjonsnummer().verdi())
                .containsExactly("000000019", B.verdi(), Eksempler.ORGANISASJONSNUMMER.verdi());
        assertThat(bestand)
                .allSatisfy(virksomhet -> assertThat(register().hentGjeldende(virksomhet.organisasjonsnummer()))
                        .contains(virksomhet));
    }

    @Test
    void theWholeBestandIsOrderedAndHoldsEveryVirksomhetWithItsHistory() {
        innles(Eksempler.virksomhetMedAlt());
        innles(Eksempler.slettet(A, REGISTRERT, REGISTRERT));
        innles(Eksempler.ikkeMeldt(B, REGISTRERT));
        innles(Eksempler.virksomhet(
                new Organisasjonsnummer("000000019"), Eksempler.registrering(new UUID(4, 4), REGISTRERT, false)));
        List<RegistreringspliktigVirksomhet> alt = heleBestanden();
        assertThat(alt)
                .extracting(virksomhet -> virksomhet.organisasjonsnummer().verdi())
                .containsExactly("000000019", A.verdi(), B.verdi(), Eksempler.ORGANISASJONSNUMMER.verdi());
        assertThat(alt)
                .allSatisfy(virksomhet -> assertThat(register().hent(virksomhet.organisasjonsnummer()))
                        .contains(virksomhet));
        assertThat(alt).contains(Eksempler.virksomhetMedAlt(), Eksempler.slettet(A, REGISTRERT, REGISTRERT));
    }

    @Test
    void theWholeBestandIsThatOfTheSnapshotWhileOthersWrite() {
        int antall = 700;
        IntStream.range(0, antall).forEach(i -> innles(Eksempler.meldt(numre(i), REGISTRERT)));
        List<RegistreringspliktigVirksomhet> foer = heleBestanden();
        List<RegistreringspliktigVirksomhet> sett = new ArrayList<>();
        register().lesBestand(bestand -> {
            iAnnenTraad(() -> endreAlt(0, antall));
            bestand.forHver(sett::add);
            return null;
        });
        assertThat(sett).hasSize(antall).isEqualTo(foer);
        assertThat(heleBestanden()).isNotEqualTo(foer);
    }

    @Test
    void whatAReaderOfTheWholeBestandThrowsComesOutUnchanged() {
        innles(Eksempler.meldt(A, REGISTRERT));
        RuntimeException feil = new IllegalStateException("of the reader");
        assertThatThrownBy(() -> register().lesBestand(bestand -> {
                    bestand.forHver(virksomhet -> {
                        throw feil;
                    });
                    return null;
                }))
                .isSameAs(feil);
    }

    @Test
    void aTransactionIsToldWhoIsNotDeletedByItsOwnChangesTooAPageAtATime() {
        innles(Eksempler.slettet(numre(0), REGISTRERT, REGISTRERT));
        innles(Eksempler.meldt(numre(1), REGISTRERT));
        innles(Eksempler.ikkeMeldt(numre(2), REGISTRERT));
        innles(Eksempler.virksomhet(numre(3), Eksempler.registrering(new UUID(4, 4), REGISTRERT, false)));
        innles(Eksempler.slettet(numre(4), REGISTRERT, REGISTRERT));
        innles(Eksempler.meldt(new Organisasjonsnummer("000000019"), REGISTRERT));
        register().skriv(skriving -> {
            assertThat(ikkeSlettede(skriving, 2))
                    .containsExactly(new Organisasjonsnummer("000000019"), numre(1), numre(2), numre(3));
            lagre(skriving, Eksempler.slettet(numre(2), REGISTRERT, REGISTRERT));
            lagre(skriving, Eksempler.meldt(numre(5), REGISTRERT));
            lagre(skriving, Eksempler.ikkeMeldt(numre(4), REGISTRERT.plusSeconds(1)));
            assertThat(ikkeSlettede(skriving, 1))
                    .containsExactly(new Organisasjonsnummer("000000019"), numre(1), numre(3), numre(4), numre(5));
            lagre(skriving, Eksempler.slettet(numre(5), REGISTRERT, REGISTRERT));
            assertThat(skriving.ikkeSlettede(Optional.of(numre(4)), 10)).isEmpty();
            return null;
        });
        assertThat(heleBestanden())
                .filteredOn(virksomhet -> virksomhet.slettet().isEmpty())
                .extracting(RegistreringspliktigVirksomhet::organisasjonsnummer)
                .containsExactly(new Organisasjonsnummer("000000019"), numre(1), numre(3), numre(4));
    }

    @Test
    void aSnapshotHoldsWhileOthersWrite() {
        int antall = 700;
        IntStream.range(0, antall).forEach(i -> innles(Eksempler.meldt(numre(i), REGISTRERT)));
        List<RegistreringspliktigVirksomhet> foer = bestand();
        List<RegistreringspliktigVirksomhet> sett = new ArrayList<>();
        long sekvensnummer = register().lesBestand(bestand -> {
            iAnnenTraad(() -> endreAlt(0, antall));
            bestand.forHvertUtsnitt(utsnitt -> utsnitt.forHver(virksomhet -> {
                sett.add(virksomhet);
                if (sett.size() % 150 == 0) {
                    iAnnenTraad(() -> endreAlt(sett.size(), antall));
                }
            }));
            return bestand.sekvensnummer();
        });
        assertThat(sekvensnummer).isEqualTo(antall);
        assertThat(sett).isEqualTo(foer);
        assertThat(bestand()).isNotEqualTo(foer);
    }

    @Test
    void anotherThreadMayReadAnUtsnittWhenTheSnapshotIsGone() {
        IntStream.range(0, 20).forEach(i -> innles(Eksempler.meldt(numre(i), REGISTRERT)));
        List<RegistreringspliktigVirksomhet> foer = bestand();
        List<Bestand.Utsnitt> alle = new ArrayList<>();
        register().lesBestand(bestand -> {
            bestand.forHvertUtsnitt(alle::add);
            return null;
        });
        endreAlt(0, 20);
        List<RegistreringspliktigVirksomhet> sett = new ArrayList<>();
        iAnnenTraad(() -> {
            for (Bestand.Utsnitt utsnitt : alle) {
                int foerDette = sett.size();
                utsnitt.forHver(sett::add);
                assertThat(utsnitt.antall()).isPositive().isEqualTo(sett.size() - foerDette);
            }
            return null;
        });
        assertThat(sett).isEqualTo(foer);
    }

    @Test
    void everySnapshotIsTheStateAtItsNumberWhileWritersGoOn() {
        IntStream.range(0, 30).forEach(i -> innles(Eksempler.meldt(numre(i), REGISTRERT)));
        Skrivere skrivere = new Skrivere(this::register, 3, 60);
        int bilder = 0;
        boolean sisteBilde;
        do {
            sisteBilde = skrivere.ferdige();
            assertBestandErTilstanden();
            bilder++;
        } while (!sisteBilde);
        skrivere.vent();
        assertThat(bilder).isGreaterThan(1);
    }

    private void assertBestandErTilstanden() {
        register().lesBestand(bestand -> {
            Set<Organisasjonsnummer> sett = new HashSet<>();
            bestand.forHvertUtsnitt(utsnitt -> utsnitt.forHver(virksomhet -> {
                sett.add(virksomhet.organisasjonsnummer());
                assertThat(register()
                                .hentVed(virksomhet.organisasjonsnummer(), bestand.sekvensnummer())
                                .flatMap(RegistreringspliktigVirksomhet::gjeldende))
                        .isEqualTo(virksomhet.gjeldende());
            }));
            assertThat(endringslogg().etter(0, (int) bestand.sekvensnummer()))
                    .filteredOn(endring -> endring.endring().type() != Endringstype.SLETTET)
                    .extracting(endring -> endring.endring().organisasjonsnummer())
                    .allMatch(nummer -> sett.contains(nummer)
                            || register()
                                    .hentVed(nummer, bestand.sekvensnummer())
                                    .flatMap(RegistreringspliktigVirksomhet::gjeldende)
                                    .isEmpty());
            return null;
        });
    }

    private Void endreAlt(int fra, int til) {
        return register().skriv(skriving -> {
            for (int i = fra; i < til; i += 3) {
                lagre(skriving, Eksempler.ikkeMeldt(numre(i), REGISTRERT.plusSeconds(1)));
                lagre(skriving, Eksempler.slettet(numre(i + 1), REGISTRERT, REGISTRERT.plusSeconds(2)));
            }
            lagre(skriving, Eksempler.meldt(numre(til + fra), REGISTRERT));
            return null;
        });
    }

    private static Organisasjonsnummer numre(int i) {
        return Eksempler.organisasjonsnummer(i * 10);
    }

    /** Whether the number is that of one of several changes that one write made of the virksomhet, but not the last. */
    private static boolean erMellomtilstand(Tilfeldigfoering foering, Organisasjonsnummer nummer, long n) {
        Map.Entry<Long, Registerendring> endring = foering.endringer.floorEntry(n);
        return endring != null
                && endring.getValue().etter().organisasjonsnummer().equals(nummer)
                && n < endring.getKey() + endring.getValue().endringer().size() - 1;
    }

    /**
     * What the changes up to n name is as after the write, the rest as before it. The virksomhet itself is as after it
     * from the change that names what is then gjeldende, or from the last; from the first when it was unknown.
     */
    private void assertMellomtilstand(Tilfeldigfoering foering, Organisasjonsnummer nummer, long n) {
        Map.Entry<Long, Registerendring> endring = foering.endringer.floorEntry(n);
        List<Endring> alle = endring.getValue().endringer();
        Set<UUID> gjort = new HashSet<>(alle.subList(0, (int) (n - endring.getKey()) + 1).stream()
                .map(Endring::registreringsid)
                .toList());
        Optional<RegistreringspliktigVirksomhet> ved = register().hentVed(nummer, n);
        RegistreringspliktigVirksomhet etterSkrivingen = endring.getValue().etter();
        RegistreringspliktigVirksomhet hode = etterSkrivingen
                .gjeldende()
                .filter(gjeldende -> gjort.contains(gjeldende.registreringsid()))
                .map(gjeldende -> etterSkrivingen)
                .orElse(endring.getValue().foer().orElse(etterSkrivingen));
        assertThat(ved.map(RegistreringspliktigVirksomhet::foerstRegistrert)).contains(hode.foerstRegistrert());
        assertThat(ved.flatMap(RegistreringspliktigVirksomhet::slettet)).isEqualTo(hode.slettet());
        assertThat(ved.flatMap(RegistreringspliktigVirksomhet::gjeldende).map(Registrering::registreringsid))
                .isEqualTo(hode.gjeldende()
                        .map(Registrering::registreringsid)
                        .filter(id ->
                                innhold(ved, id).filter(r -> !r.erSletting()).isPresent()));
        for (Registrering etter : etterSkrivingen.registreringer()) {
            UUID id = etter.registreringsid();
            assertThat(innhold(ved, id))
                    .isEqualTo(
                            gjort.contains(id)
                                    ? Optional.of(etter.somHistorisk())
                                    : innhold(endring.getValue().foer(), id));
        }
    }

    private static Optional<Registrering> innhold(Optional<RegistreringspliktigVirksomhet> virksomhet, UUID id) {
        return virksomhet.flatMap(v -> v.registrering(id)).map(Registrering::somHistorisk);
    }

    private static <V> Optional<V> verdi(Map.Entry<Long, V> oppfoering) {
        return Optional.ofNullable(oppfoering).map(Map.Entry::getValue);
    }

    private static Registrering gjeldende(Optional<RegistreringspliktigVirksomhet> virksomhet) {
        return virksomhet.flatMap(RegistreringspliktigVirksomhet::gjeldende).orElseThrow();
    }

    private List<RegistreringspliktigVirksomhet> bestand() {
        List<RegistreringspliktigVirksomhet> bestand = new ArrayList<>();
        return register().lesBestand(b -> {
            b.forHvertUtsnitt(utsnitt -> utsnitt.forHver(bestand::add));
            return bestand;
        });
    }

    private List<RegistreringspliktigVirksomhet> heleBestanden() {
        List<RegistreringspliktigVirksomhet> alt = new ArrayList<>();
        return register().lesBestand(b -> {
            b.forHver(alt::add);
            return alt;
        });
    }

    private static List<Organisasjonsnummer> ikkeSlettede(Skriving skriving, int side) {
        List<Organisasjonsnummer> alle = new ArrayList<>();
        List<Organisasjonsnummer> neste = skriving.ikkeSlettede(Optional.empty(), side);
        while (!neste.isEmpty()) {
            assertThat(neste).hasSizeLessThanOrEqualTo(side);
            alle.addAll(neste);
            neste = skriving.ikkeSlettede(Optional.of(alle.get(alle.size() - 1)), side);
        }
        return alle;
    }

    private Registerendring innles(RegistreringspliktigVirksomhet post) {
        return register().skriv(skriving -> lagre(skriving, post));
    }

    private static Registerendring lagre(Skriving skriving, RegistreringspliktigVirksomhet post) {
        Registerendring endring =
                Registerfoering.innles(skriving.hent(post.organisasjonsnummer()), post, () -> new UUID(0, 0));
        skriving.lagre(endring);
        return endring;
    }

    private static <T> T iAnnenTraad(Supplier<T> arbeid) {
        return CompletableFuture.supplyAsync(arbeid)
                .orTimeout(60, TimeUnit.SECONDS)
                .join();
    }

    private Tilfeldigfoering tilfeldigfoering(long froe, int transaksjoner) {
        Tilfeldigfoering foering = new Tilfeldigfoering(register(), klokke, froe);
        IntStream.range(0, transaksjoner).forEach(i -> foering.foer());
        return foering;
    }
}
