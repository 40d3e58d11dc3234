package no.rrh.application.service;

import static no.rrh.domain.Eksempler.REGISTRERT;
import static no.rrh.domain.Eksempler.organisasjonsnummer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import no.rrh.application.port.in.Framdrift;
import no.rrh.application.port.out.Bestand;
import no.rrh.application.port.out.Enerett;
import no.rrh.application.port.out.Linjerepresentasjon;
import no.rrh.application.port.out.Listeutsnitt;
import no.rrh.application.port.out.Produksjonsrett;
import no.rrh.application.port.out.Representasjon;
import no.rrh.application.port.out.Representasjon.Del;
import no.rrh.application.port.out.Totalbestandarkiv;
import no.rrh.application.port.out.Totalbestandfil;
import no.rrh.application.port.out.Totalbestandformat;
import no.rrh.domain.Eksempler;
import no.rrh.domain.innsyn.RegistreringInnsyn;
import no.rrh.domain.innsyn.RettighetshaverInnsyn;
import no.rrh.domain.innsyn.VirksomhetInnsyn;
import no.rrh.domain.registrering.RegistreringspliktigVirksomhet;
import org.junit.jupiter.api.Test;

class TotalbestandproduksjonTest {
    private static final Instant NAA = Instant.parse("2026-11-23T09:13:45.120Z");
    private static final Clock KLOKKE = Clock.fixed(NAA, ZoneOffset.UTC);

    private final List<VirksomhetInnsyn> skrevet = new ArrayList<>();
    private final Arkiv arkiv = new Arkiv();

    @Test
    void writesEveryVirksomhetOfTheSnapshotInItsOrderAndEndsTheArray() {
        lag(Framdrift.INGEN, meldt(1), Eksempler.ikkeMeldt(organisasjonsnummer(2), REGISTRERT), meldt(3));
        assertThat(skrevet)
                .extracting(VirksomhetInnsyn::organisasjonsnummer)
                .containsExactly(organisasjonsnummer(1), organisasjonsnummer(2), organisasjonsnummer(3));
        assertThat(arkiv.innhold()).isEqualTo("[xxx]");
    }

    @Test
    void writesAnEmptyArrayOfAnEmptyRegister() {
        lag(Framdrift.INGEN);
        assertThat(arkiv.innhold()).isEqualTo("[]");
    }

    @Test
    void writesTheSameVirksomheterAsLinesInTheSamePass() {
        List<VirksomhetInnsyn> somLinjer = new ArrayList<>();
        lagMedBods(somLinjer, meldt(1), meldt(2), meldt(3));
        assertThat(arkiv.formater).containsExactlyInAnyOrder(Totalbestandformat.values());
        assertThat(arkiv.innhold()).isEqualTo("[xxx]");
        assertThat(arkiv.bods()).isEqualTo("aa\na\n");
        assertThat(skrevet).hasSize(3);
        for (int i = 0; i < skrevet.size(); i++) {
            // shielded once: what one file shows is what the other shows
            assertThat(somLinjer.get(i)).isSameAs(skrevet.get(i));
        }
    }

    @Test
    void theLinesOfAnEmptyRegisterAreBegunAndEndedAndThoseOfOthersHaveNoEndOfTheirOwn() {
        lagMedBods(new ArrayList<>());
        assertThat(arkiv.innhold()).isEqualTo("[]");
        assertThat(arkiv.bods()).isEqualTo("\n");
    }

    @Test
    void withoutBodsThereIsOnlyTheJson() {
        lag(Framdrift.INGEN, meldt(1));
        assertThat(arkiv.formater).containsExactly(Totalbestandformat.JSON);
        assertThat(arkiv.bods()).isEmpty();
    }

    @Test
    void givesTheArchiveTheVeryFaultOfTheLines() {
        IOException feil = new IOException("full");
        Linjerepresentasjon full = ut -> {
            throw feil;
        };
        catchThrowable(() -> new Totalbestandproduksjon(
                        register(meldt(1)),
                        new BareBestand(this::skriver),
                        Optional.of(full),
                        arkiv,
                        new Enerett(),
                        KLOKKE)
                .lag(Framdrift.INGEN));
        assertThat(arkiv.feil).isSameAs(feil);
        assertThat(arkiv.siste()).isEmpty();
    }

    private void lagMedBods(List<VirksomhetInnsyn> somLinjer, RegistreringspliktigVirksomhet... virksomheter) {
        new Totalbestandproduksjon(
                        register(virksomheter),
                        new BareBestand(this::skriver),
                        Optional.of(ut -> new Representasjon.Bestandsskriver() {
                            @Override
                            public void skriv(VirksomhetInnsyn virksomhet) throws IOException {
                                somLinjer.add(virksomhet);
                                ut.write('a');
                            }

                            @Override
                            public void close() throws IOException {
                                ut.write('\n');
                            }
                        }),
                        arkiv,
                        new Enerett(),
                        KLOKKE)
                .lag(Framdrift.INGEN);
    }

    @Test
    void marksTheFileWithTheSnapshotsLastChange() {
        assertThat(lag(Framdrift.INGEN, meldt(1)).sekvensnummer()).isEqualTo(42);
    }

    /** Both scopes that may have the one file see all persons in full, and neither sees who sent a report in it. */
    @Test
    void showsPersonsInFullAndTheGjeldendeUoverensstemmelseWithoutItsInnsender() {
        lag(Framdrift.INGEN, Eksempler.virksomhetMedAlt());
        RegistreringInnsyn vist = skrevet.get(0).registreringer().get(0);
        assertThat(skrevet.get(0).registreringer()).hasSize(1);
        assertThat(vist.erGjeldende()).isTrue();
        assertThat(vist.reelleRettighetshavere())
                .extracting(RettighetshaverInnsyn::person)
                .containsExactly(Eksempler.MINDREAARIG, Eksempler.UTENLANDSK, Eksempler.ALMINNELIG);
        assertThat(vist.reelleRettighetshavere().get(0).posisjoner()).contains(Eksempler.posisjonMedAlt());
        assertThat(vist.uoverensstemmelse()).isPresent();
        assertThat(vist.uoverensstemmelse().orElseThrow().innsender()).isEmpty();
    }

    @Test
    void tellsHowManyAreDoneAndTellsItAgainWhileTheArchiveChecks() {
        List<Long> framdrift = new ArrayList<>();
        lag(framdrift::add, meldt(1), meldt(2), meldt(3));
        assertThat(framdrift).containsExactly(0L, 2L, 3L, 3L);
    }

    /** So that the archive sees why, and leaves nothing behind. */
    @Test
    void givesTheArchiveTheVeryFaultOfTheWriter() {
        IOException feil = new IOException("full");
        Representasjon full = new BareBestand((ut, del) -> new Representasjon.Bestandsskriver() {
            @Override
            public void skriv(VirksomhetInnsyn virksomhet) throws IOException {
                throw feil;
            }

            @Override
            public void close() {}
        });
        catchThrowable(() -> new Totalbestandproduksjon(
                        register(meldt(1)), full, Optional.empty(), arkiv, new Enerett(), KLOKKE)
                .lag(Framdrift.INGEN));
        assertThat(arkiv.feil).isSameAs(feil);
    }

    @Test
    void givesTheArchiveTheVeryFaultOfTheRegister() {
        IllegalStateException feil = new IllegalStateException();
        Registerstubb brytes = new Registerstubb() {
            @Override
            public <T> T lesBestand(Function<Bestand, T> leser) {
                return leser.apply(new Snapshot(List.of(meldt(1)), feil));
            }
        };
        assertThatThrownBy(() -> new Totalbestandproduksjon(
                                brytes, new BareBestand(this::skriver), Optional.empty(), arkiv, new Enerett(), KLOKKE)
                        .lag(Framdrift.INGEN))
                .isSameAs(feil);
        assertThat(skrevet).hasSize(1);
    }

    @Test
    void whatIsDueIsNotMadeWhenThereIsANewerThanTheOneThatWasToBeReplaced() {
        Totalbestandproduksjon produksjon = produksjon(new Enerett());
        Optional<Totalbestandfil> foerste = produksjon.forny(Optional.empty(), Framdrift.INGEN);
        assertThat(foerste).isPresent();
        assertThat(produksjon.forny(Optional.empty(), Framdrift.INGEN)).isEmpty();
        assertThat(arkiv.innhold()).isEqualTo("[x]");
        assertThat(produksjon.forny(foerste, Framdrift.INGEN)).isPresent();
        assertThat(produksjon.sisteFeil()).isEmpty();
    }

    /** As one whose right lapsed while it held the lock of the archive, and which woke up again. */
    @Test
    void whatSomebodyElseHasMadeWhileItWaitedForTheArchiveIsNotMadeAgain() {
        Totalbestandfil annens = Arkiv.fil(7);
        arkiv.foerInnholdet = () -> arkiv.siste = Optional.of(annens);
        assertThat(produksjon(new Enerett()).forny(Optional.empty(), Framdrift.INGEN))
                .isEmpty();
        assertThat(arkiv.siste()).contains(annens);
        assertThat(arkiv.innhold()).isEmpty();
    }

    @Test
    void whatIsMadeUnderARightThatHasLapsedIsNotPutInServiceAndTheStatusTellsWhy() {
        Totalbestandproduksjon produksjon = produksjon(() -> Optional.of(new Produksjonsrett.Rett() {
            @Override
            public void hold() {
                // short enough ago
            }

            @Override
            public void bekreft() {
                throw new Produksjonsrett.ErTattOver();
            }

            @Override
            public void close() {
                // not its own any more
            }
        }));
        assertThatThrownBy(() -> produksjon.lag(Framdrift.INGEN)).isInstanceOf(Produksjonsrett.ErTattOver.class);
        assertThat(arkiv.siste()).isEmpty();
        assertThat(produksjon.sisteFeil().orElseThrow().aarsak()).isEqualTo("en annen instans tok over");
    }

    @Test
    void itWaitsUntilAnotherInstanceIsDone() {
        AtomicInteger forsoek = new AtomicInteger();
        Produksjonsrett opptatt = () -> forsoek.incrementAndGet() < 3 ? Optional.empty() : new Enerett().ta();
        assertThat(produksjon(opptatt).lag(Framdrift.INGEN)).isNotNull();
        assertThat(forsoek).hasValue(3);
    }

    private Totalbestandproduksjon produksjon(Produksjonsrett rett) {
        return new Totalbestandproduksjon(
                register(meldt(1)), new BareBestand(this::skriver), Optional.empty(), arkiv, rett, KLOKKE);
    }

    private Totalbestandfil lag(Framdrift framdrift, RegistreringspliktigVirksomhet... virksomheter) {
        return new Totalbestandproduksjon(
                        register(virksomheter),
                        new BareBestand(this::skriver),
                        Optional.empty(),
                        arkiv,
                        new Enerett(),
                        KLOKKE)
                .lag(framdrift);
    }

    private static RegistreringspliktigVirksomhet meldt(int n) {
        return Eksempler.meldt(organisasjonsnummer(n), REGISTRERT);
    }

    private static Registerstubb register(RegistreringspliktigVirksomhet... virksomheter) {
        return new Registerstubb() {
            @Override
            public <T> T lesBestand(Function<Bestand, T> leser) {
                return leser.apply(new Snapshot(List.of(virksomheter), null));
            }
        };
    }

    private Representasjon.Bestandsskriver skriver(OutputStream ut, Del del) throws IOException {
        if (del.begynner()) {
            ut.write('[');
        }
        return new Representasjon.Bestandsskriver() {
            @Override
            public void skriv(VirksomhetInnsyn virksomhet) throws IOException {
                skrevet.add(virksomhet);
                ut.write('x');
            }

            @Override
            public void close() throws IOException {
                if (del.slutter()) {
                    ut.write(']');
                }
            }
        };
    }

    /** A snapshot that ends with a fault where one is given. */
    private record Snapshot(List<RegistreringspliktigVirksomhet> virksomheter, RuntimeException feil)
            implements Bestand {
        @Override
        public long sekvensnummer() {
            return 42;
        }

        @Override
        public void forHvertUtsnitt(Consumer<Utsnitt> mottaker) {
            Listeutsnitt.av(virksomheter, 2).forEach(mottaker);
            if (feil != null) {
                throw feil;
            }
        }

        @Override
        public long antall() {
            throw new AssertionError("how many have a gjeldende registration is not known");
        }

        @Override
        public void forHver(Consumer<RegistreringspliktigVirksomhet> mottaker) {
            throw new AssertionError("the totalbestand has no history");
        }
    }

    private static final class Arkiv implements Totalbestandarkiv {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final ByteArrayOutputStream bods = new ByteArrayOutputStream();
        private Set<Totalbestandformat> formater = Set.of();
        private IOException feil;
        private Optional<Totalbestandfil> siste = Optional.empty();
        private Runnable foerInnholdet = () -> {};

        String innhold() {
            return bytes.toString(StandardCharsets.UTF_8);
        }

        String bods() {
            return bods.toString(StandardCharsets.UTF_8);
        }

        @Override
        public Optional<Totalbestandfil> siste() {
            return siste;
        }

        @Override
        public Totalbestandfil lagre(
                Set<Totalbestandformat> av, Innhold innhold, Runnable fortsett, Runnable foerTjeneste) {
            formater = av;
            try {
                fortsett.run();
                foerInnholdet.run();
                long sekvensnummer = innhold.skriv(
                        stykke -> stykke.skriv(format -> format == Totalbestandformat.JSON ? bytes : bods));
                fortsett.run();
                foerTjeneste.run();
                siste = Optional.of(fil(sekvensnummer));
                return siste.get();
            } catch (IOException e) {
                feil = e;
                throw new UncheckedIOException(e);
            }
        }

        static Totalbestandfil fil(long sekvensnummer) {
            return new Totalbestandfil(Path.of("x.zip"), 1, sekvensnummer, NAA, "0".repeat(64));
        }
    }
}
