package no.rrh.application.port.out;

import static no.rrh.application.port.out.Totalbestandformat.BODS;
import static no.rrh.application.port.out.Totalbestandformat.JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import no.rrh.application.port.out.Totalbestandarkiv.Innhold;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Totalbestandarkiv} must do. */
public abstract class TotalbestandarkivKontrakt {
    protected static final Instant LAGET = Instant.parse("2026-01-02T03:04:05.678Z");

    protected static final Set<Totalbestandformat> BEGGE = EnumSet.allOf(Totalbestandformat.class);

    protected static final Duration OPPBEVARING = Duration.ofDays(7);

    protected final StillbarKlokke klokke = new StillbarKlokke(LAGET);

    /** The archive under test, empty when a test begins, which keeps files as long as that and goes by that clock. */
    protected abstract Totalbestandarkiv arkiv();

    @Test
    void isEmptyBeforeTheFirstFile() {
        assertThat(arkiv().siste()).isEmpty();
    }

    @Test
    void theFileIsAZipWithTheOneEntryAndIsToldOfAsItIs() throws IOException, NoSuchAlgorithmException {
        Totalbestandfil fil = lagre(42, LAGET, "[{\"navn\":\"æøå\"}]");
        assertThat(arkiv().siste()).contains(fil);
        assertThat(fil.sekvensnummer()).isEqualTo(42);
        assertThat(fil.laget()).isEqualTo(LAGET);
        byte[] byter = Files.readAllBytes(fil.sti());
        assertThat(fil.stoerrelse()).isEqualTo(byter.length);
        assertThat(fil.sha256())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(byter)));
        assertThat(innhold(fil)).isEqualTo("[{\"navn\":\"æøå\"}]");
    }

    @Test
    void theSameContentAndTimeGiveTheSameBytes() {
        Totalbestandfil en = lagre(1, LAGET, "[1]");
        Totalbestandfil to = lagre(1, LAGET, "[1]");
        assertThat(to).isEqualTo(en);
        assertThat(lagre(1, LAGET, "[2]").sha256()).isNotEqualTo(en.sha256());
    }

    @Test
    void aTimeIsKeptInMilliseconds() {
        Totalbestandfil fil = lagre(1, LAGET.plusNanos(999_999), "[]");
        assertThat(fil.laget()).isEqualTo(LAGET);
        assertThat(arkiv().siste()).contains(fil);
    }

    @Test
    void theNewestIsTheOneThatHoldsTheMostWhateverTheClockSaid() {
        lagre(7, LAGET.plusSeconds(10), "[1]");
        Totalbestandfil medFlere = lagre(8, LAGET, "[2]");
        assertThat(arkiv().siste()).contains(medFlere);
        Totalbestandfil senere = lagre(8, LAGET.plusMillis(1), "[3]");
        assertThat(arkiv().siste()).contains(senere);
    }

    @Test
    void whoeverReadsAFileGoesOnReadingWhenNewerOnesTakeItsPlace() throws IOException {
        Totalbestandfil foerste = lagre(1, LAGET, "[1]");
        try (InputStream leser = Files.newInputStream(foerste.sti())) {
            for (int i = 2; i < 6; i++) {
                lagre(i, LAGET.plusSeconds(i), "[" + i + "]");
            }
            assertThat(leser.readAllBytes()).hasSize((int) foerste.stoerrelse());
        }
    }

    @Test
    void whenTheContentFailsTheNewestIsTheOneItWas() {
        Totalbestandfil foer = lagre(1, LAGET, "[1]");
        assertThatThrownBy(() -> arkiv().lagre(
                                fil -> {
                                    fil.ta(ut -> ut.til(JSON).write(new byte[200_000]));
                                    throw new IOException("half-way");
                                },
                                () -> {}))
                .isInstanceOf(UncheckedIOException.class)
                .hasRootCauseMessage("half-way");
        RuntimeException feil = new IllegalStateException("of the content");
        assertThatThrownBy(() -> arkiv().lagre(
                                fil -> {
                                    throw feil;
                                },
                                () -> {}))
                .isSameAs(feil);
        assertThat(arkiv().siste()).contains(foer);
    }

    @Test
    void thePiecesStandInTheOrderInWhichTheyWereGiven() throws IOException {
        StringBuilder ventet = new StringBuilder();
        Totalbestandfil fil = arkiv().lagre(
                        mottaker -> {
                            for (int i = 0; i < 100; i++) {
                                String tekst = i + ",";
                                ventet.append(tekst);
                                mottaker.ta(ut -> ut.til(JSON).write(tekst.getBytes(StandardCharsets.UTF_8)));
                            }
                            return 1;
                        },
                        () -> {});
        assertThat(innhold(fil)).isEqualTo(ventet.toString());
    }

    @Test
    void whenAPieceFailsItsFaultComesOutAndTheNewestIsTheOneItWas() {
        Totalbestandfil foer = lagre(1, LAGET, "[1]");
        RuntimeException feil = new IllegalStateException("of a piece");
        assertThatThrownBy(() -> arkiv().lagre(
                                fil -> {
                                    fil.ta(ut -> {
                                        throw feil;
                                    });
                                    return 2;
                                },
                                () -> {}))
                .isSameAs(feil);
        IOException full = new IOException("full");
        assertThatThrownBy(() -> arkiv().lagre(
                                fil -> {
                                    fil.ta(ut -> {
                                        throw full;
                                    });
                                    return 2;
                                },
                                () -> {}))
                .isInstanceOf(UncheckedIOException.class)
                .hasCause(full);
        assertThat(arkiv().siste()).contains(foer);
    }

    @Test
    void theWriterOfTheContentMayCloseItsStream() throws IOException {
        Totalbestandfil fil = arkiv().lagre(
                        mottaker -> {
                            mottaker.ta(ut -> {
                                try (OutputStream lukkes = ut.til(JSON)) {
                                    lukkes.write("[1]".getBytes(StandardCharsets.UTF_8));
                                }
                            });
                            return 1;
                        },
                        () -> {});
        assertThat(innhold(fil)).isEqualTo("[1]");
    }

    @Test
    void aFileIsKeptForAsLongAsItWasToldAndNoLonger() {
        Totalbestandfil gammel = lagre(1, LAGET, "[1]");
        Totalbestandfil nyere = lagre(2, LAGET.plusMillis(1), "[2]");
        lagre(3, LAGET.plus(OPPBEVARING), "[3]");
        assertThat(gammel.sti()).isRegularFile();
        Totalbestandfil siste = lagre(4, LAGET.plus(OPPBEVARING).plusMillis(1), "[4]");
        assertThat(gammel.sti()).doesNotExist();
        assertThat(nyere.sti()).isRegularFile();
        assertThat(arkiv().siste()).contains(siste);
    }

    @Test
    void theNewestIsKeptHoweverOldItIsAndTheOneThatReplacesItKeepsItUntilTheNext() {
        Totalbestandfil gammel = lagre(1, LAGET, "[1]");
        Instant lengeEtter = LAGET.plus(OPPBEVARING.multipliedBy(50));
        klokke.still(lengeEtter);
        assertThatThrownBy(() -> arkiv().lagre(
                                fil -> {
                                    throw new IOException("full");
                                },
                                () -> {}))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(arkiv().siste()).contains(gammel);
        lagre(2, lengeEtter, "[2]");
        assertThat(gammel.sti()).isRegularFile();
        lagre(3, lengeEtter.plusSeconds(1), "[3]");
        assertThat(gammel.sti()).doesNotExist();
    }

    /** The clock was wrong, or a register was put back and its files with it. */
    @Test
    void neitherTheNewFileNorTheNewestIsEverDeletedWhateverTheClockSays() {
        Totalbestandfil mest = lagre(9, LAGET, "[9]");
        Totalbestandfil ny = lagre(3, LAGET.plus(OPPBEVARING.multipliedBy(2)), "[3]");
        assertThat(ny.sti()).isRegularFile();
        assertThat(arkiv().siste()).contains(mest);
        Totalbestandfil foerTiden = lagre(3, LAGET.minus(OPPBEVARING.multipliedBy(100)), "[4]");
        assertThat(foerTiden.sti()).isRegularFile();
        assertThat(ny.sti()).isRegularFile();
        assertThat(arkiv().siste()).contains(mest);
    }

    @Test
    void theOneThatIsToEndTheWorkCanDoSoWhileTheFileIsReadBack() {
        Totalbestandfil foer = lagre(1, LAGET, "[1]");
        CancellationException slutt = new CancellationException();
        assertThatThrownBy(() -> arkiv().lagre(tekst("[2]", 2), () -> {
                    throw slutt;
                }))
                .isSameAs(slutt);
        assertThat(arkiv().siste()).contains(foer);
    }

    /** Or what is registered while one waits would not be in its file, and the register would hold a snapshot for it. */
    @Test
    void theContentIsAskedForAndTheTimeTakenWhenItsTurnHasCome() throws Exception {
        CountDownLatch halvveis = new CountDownLatch(1);
        CountDownLatch venter = new CountDownLatch(1);
        CountDownLatch videre = new CountDownLatch(1);
        AtomicBoolean spurt = new AtomicBoolean();
        CompletableFuture<Totalbestandfil> foerste = CompletableFuture.supplyAsync(() -> arkiv().lagre(
                        fil -> {
                            halvveis.countDown();
                            vent(videre);
                            fil.ta(ut -> ut.til(JSON).write('1'));
                            return 1;
                        },
                        () -> {}));
        vent(halvveis);
        CompletableFuture<Totalbestandfil> andre = CompletableFuture.supplyAsync(() -> arkiv().lagre(
                        fil -> {
                            spurt.set(true);
                            fil.ta(ut -> ut.til(JSON).write('2'));
                            return 2;
                        },
                        venter::countDown));
        vent(venter);
        assertThat(spurt).isFalse();
        klokke.gaa(Duration.ofSeconds(5));
        videre.countDown();
        assertThat(foerste.get(30, TimeUnit.SECONDS).laget()).isEqualTo(LAGET);
        assertThat(andre.get(30, TimeUnit.SECONDS).laget()).isEqualTo(LAGET.plusSeconds(5));
        assertThat(innhold(foerste.get())).isEqualTo("1");
        assertThat(innhold(andre.get())).isEqualTo("2");
    }

    @Test
    void whoWaitsForItsTurnCanGiveUp() throws Exception {
        CountDownLatch halvveis = new CountDownLatch(1);
        CountDownLatch videre = new CountDownLatch(1);
        CompletableFuture<Totalbestandfil> foerste = CompletableFuture.supplyAsync(() -> arkiv().lagre(
                        fil -> {
                            halvveis.countDown();
                            vent(videre);
                            return 1;
                        },
                        () -> {}));
        vent(halvveis);
        CancellationException slutt = new CancellationException();
        assertThatThrownBy(() -> arkiv().lagre(tekst("[2]", 2), () -> {
                    throw slutt;
                }))
                .isSameAs(slutt);
        videre.countDown();
        assertThat(arkiv().siste()).isEmpty();
        foerste.get(30, TimeUnit.SECONDS);
    }

    @Test
    void whatIsRefusedWhenAllIsDoneIsNeverInService() {
        Totalbestandfil foer = lagre(1, LAGET, "[1]");
        IllegalStateException nei = new IllegalStateException();
        assertThatThrownBy(() -> arkiv().lagre(Set.of(JSON), tekst("[2]", 2), () -> {}, () -> {
                    assertThat(arkiv().siste()).contains(foer);
                    throw nei;
                }))
                .isSameAs(nei);
        assertThat(arkiv().siste()).contains(foer);
        assertThat(lagre(3, LAGET.plusSeconds(1), "[3]")).isNotEqualTo(foer);
    }

    @Test
    void theFilesOfTwoFormatsAreInServiceTogetherEachAsItIs() throws IOException, NoSuchAlgorithmException {
        Totalbestandfil fil = lagreBegge(7, LAGET, "[1]", "{\"a\":1}\n", "{\"b\":2}\n");
        assertThat(arkiv().siste()).contains(fil);
        assertThat(innhold(fil)).isEqualTo("[1]  ");
        Totalbestandfil bods = fil.som(BODS).orElseThrow();
        assertThat(innhold(bods)).isEqualTo("{\"a\":1}\n{\"b\":2}\n");
        assertThat(bods.format()).isEqualTo(BODS);
        assertThat(bods.sekvensnummer()).isEqualTo(7);
        assertThat(bods.laget()).isEqualTo(LAGET);
        assertThat(bods.bods()).isEmpty();
        byte[] byter = Files.readAllBytes(bods.sti());
        assertThat(bods.stoerrelse()).isEqualTo(byter.length);
        assertThat(bods.sha256())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(byter)));
    }

    @Test
    void theFileOfOneFormatIsTheSameWithAndWithoutAnother() {
        Totalbestandfil alene = arkiv().lagre(
                        fil -> {
                            fil.ta(ut -> ut.til(JSON).write('1'));
                            fil.ta(ut -> ut.til(JSON).write(' '));
                            return 1;
                        },
                        () -> {});
        assertThat(alene.som(BODS)).isEmpty();
        Totalbestandfil sammen = lagreBegge(1, LAGET, "1", "x");
        assertThat(sammen.sha256()).isEqualTo(alene.sha256());
        assertThat(sammen.sti()).isEqualTo(alene.sti());
        assertThat(lagreBegge(1, LAGET, "1", "x")).isEqualTo(sammen);
    }

    @Test
    void aFormatWithoutContentIsAFileWithAnEmptyEntry() throws IOException {
        assertThat(innhold(lagreBegge(1, LAGET, "[]").som(BODS).orElseThrow())).isEmpty();
        assertThat(innhold(lagreBegge(2, LAGET, "[]", "", "a", "").som(BODS).orElseThrow()))
                .isEqualTo("a");
    }

    @Test
    void whenOneFormatFailsNeitherIsInService() {
        Totalbestandfil foer = lagreBegge(1, LAGET, "[1]", "a");
        IOException feil = new IOException("of the lines");
        assertThatThrownBy(() -> arkiv().lagre(
                                BEGGE,
                                fil -> {
                                    fil.ta(ut -> {
                                        ut.til(JSON).write('[');
                                        throw feil;
                                    });
                                    return 2;
                                },
                                () -> {},
                                () -> {}))
                .hasCause(feil);
        IllegalStateException nei = new IllegalStateException();
        assertThatThrownBy(() -> arkiv().lagre(BEGGE, begge(3, "[3]", "b"), () -> {}, () -> {
                    assertThat(arkiv().siste()).contains(foer);
                    throw nei;
                }))
                .isSameAs(nei);
        assertThat(arkiv().siste()).contains(foer);
    }

    @Test
    void theFileOfAnotherFormatIsKeptAsLongAsTheOneItBelongsTo() {
        Totalbestandfil gammel = lagreBegge(1, LAGET, "[1]", "a");
        Path gammelBods = gammel.bods().orElseThrow().sti();
        Totalbestandfil nyere = lagreBegge(2, LAGET.plusMillis(1), "[2]", "b");
        lagre(3, LAGET.plus(OPPBEVARING), "[3]");
        assertThat(gammelBods).isRegularFile();
        lagre(4, LAGET.plus(OPPBEVARING).plusMillis(1), "[4]");
        assertThat(gammelBods).doesNotExist();
        assertThat(nyere.bods().orElseThrow().sti()).isRegularFile();
        assertThat(arkiv().siste().flatMap(Totalbestandfil::bods)).isEmpty();
    }

    /** Writes a file with the clock set to that time. */
    protected final Totalbestandfil lagre(long sekvensnummer, Instant laget, String json) {
        klokke.still(laget);
        return arkiv().lagre(tekst(json, sekvensnummer), () -> {});
    }

    protected static Innhold tekst(String json, long sekvensnummer) {
        return fil -> {
            fil.ta(ut -> ut.til(JSON).write(json.getBytes(StandardCharsets.UTF_8)));
            return sekvensnummer;
        };
    }

    protected static void vent(CountDownLatch hendelse) {
        try {
            if (!hendelse.await(30, TimeUnit.SECONDS)) {
                throw new AssertionError("did not happen within 30 s");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Both formats, in pieces of their own. */
    protected static Innhold begge(long sekvensnummer, String json, String... linjer) {
        return fil -> {
            fil.ta(ut -> ut.til(JSON).write(json.getBytes(StandardCharsets.UTF_8)));
            for (String linje : linjer) {
                fil.ta(ut -> {
                    ut.til(JSON).write(' ');
                    ut.til(BODS).write(linje.getBytes(StandardCharsets.UTF_8));
                });
            }
            return sekvensnummer;
        };
    }

    protected final Totalbestandfil lagreBegge(long sekvensnummer, Instant laget, String json, String... linjer) {
        klokke.still(laget);
        return arkiv().lagre(BEGGE, begge(sekvensnummer, json, linjer), () -> {}, () -> {});
    }

    private static String innhold(Totalbestandfil fil) throws IOException {
        String navn = fil.format() == JSON ? "totalbestand.json" : "totalbestand.bods.jsonl";
        try (ZipFile zip = new ZipFile(fil.sti().toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName)).containsExactly(navn);
            return new String(zip.getInputStream(zip.getEntry(navn)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
