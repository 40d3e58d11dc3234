package no.rrh.persistence.arkiv;

import static no.rrh.application.port.out.Totalbestandformat.JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import no.rrh.application.port.out.DiskenErFull;
import no.rrh.application.port.out.Totalbestandarkiv;
import no.rrh.application.port.out.Totalbestandarkiv.Innhold;
import no.rrh.application.port.out.Totalbestandarkiv.Mottaker;
import no.rrh.application.port.out.TotalbestandarkivKontrakt;
import no.rrh.application.port.out.Totalbestandfil;
import no.rrh.application.port.out.Totalbestandformat;
import no.rrh.persistence.Barneprosess;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The tests that are tagged {@code tung} are left out of the default build for what they take of time and disk; they are
 * run with {@code mvn -pl adapters-persistence -am verify -Dutelatt=}.
 */
class FilarkivTest extends TotalbestandarkivKontrakt {
    private static final int MEBI = 1 << 20;
    private static final long FIRE_GIB = 4L << 30;

    @TempDir
    private Path mappe;

    private Filarkiv arkiv;

    @BeforeEach
    void aapne() {
        arkiv = aapne(mappe.resolve("totalbestand"));
    }

    private Filarkiv aapne(Path her) {
        return new Filarkiv(her, OPPBEVARING, klokke);
    }

    @Override
    protected Totalbestandarkiv arkiv() {
        return arkiv;
    }

    @Test
    void theNameCarriesAllThatIsTold() {
        Totalbestandfil fil = lagre(1234567, LAGET, "[]");
        assertThat(fil.sti().getFileName())
                .hasToString("totalbestand-1234567-20260102T030405678Z-" + fil.sha256() + ".zip");
        assertThat(aapne(fil.sti().getParent()).siste()).contains(fil);
    }

    @Test
    void theNameOfTheOtherFormatBeginsWithThatOfTheOneItBelongsTo() {
        Totalbestandfil fil = lagreBegge(7, LAGET, "[]", "a");
        Totalbestandfil bods = fil.bods().orElseThrow();
        assertThat(bods.sti().getFileName())
                .hasToString("totalbestand-7-20260102T030405678Z-" + fil.sha256() + ".bods-" + bods.sha256() + ".zip");
        assertThat(aapne(fil.sti().getParent()).siste()).contains(fil);
    }

    /** As one that was killed between the two renamings, or an older version, which deletes but what it knows. */
    @Test
    void aFileOfBodsWithoutItsFileOfJsonIsNotServedAndIsRemoved() throws IOException {
        Totalbestandfil foer = lagreBegge(1, LAGET, "[1]", "a");
        Totalbestandfil fil = lagreBegge(2, LAGET, "[2]", "b");
        Files.delete(fil.sti());
        assertThat(arkiv.siste()).contains(foer);
        aapne(fil.sti().getParent());
        assertThat(fil.bods().orElseThrow().sti()).doesNotExist();
        assertThat(foer.bods().orElseThrow().sti()).isRegularFile();

        Files.delete(foer.sti());
        lagre(3, LAGET, "[3]");
        assertThat(filer()).hasSize(1);
    }

    @Test
    void aFileOfJsonWithoutItsFileOfBodsIsServedAlone() throws IOException {
        Totalbestandfil fil = lagreBegge(1, LAGET, "[1]", "a");
        Files.delete(fil.bods().orElseThrow().sti());
        assertThat(arkiv.siste().orElseThrow().bods()).isEmpty();
        assertThat(arkiv.siste().orElseThrow().sha256()).isEqualTo(fil.sha256());
    }

    @ParameterizedTest
    @EnumSource
    void whenOneOfTheFilesIsNotReadBackAsWrittenNoneIsPutInService(Totalbestandformat skadet) throws IOException {
        assertThatThrownBy(() -> arkiv.lagre(
                        BEGGE,
                        fil -> {
                            for (int i = 0; i < 20; i++) {
                                byte[] bit = new byte[MEBI];
                                new Random(i).nextBytes(bit);
                                fil.ta(ut -> ut.til(skadet).write(bit));
                            }
                            Path stoerst = Collections.max(uferdige(), Comparator.comparing(FilarkivTest::stoerrelse));
                            oedelegg(stoerst);
                            return 2;
                        },
                        () -> {},
                        () -> {}))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("is not read back as it was written");
        assertThat(arkiv.siste()).isEmpty();
        assertThat(filer()).isEmpty();
    }

    private static long stoerrelse(Path fil) {
        return fil.toFile().length();
    }

    @Test
    void onlyTheOwnerMayReadAndWrite() throws IOException {
        Path fil = lagre(1, LAGET, "[]").sti();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(fil)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(fil.getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void theEntryBearsTheTimeInUtc() throws IOException {
        try (ZipFile zip = new ZipFile(lagre(1, LAGET, "[]").sti().toFile())) {
            // a ZIP keeps even seconds
            assertThat(zip.getEntry("totalbestand.json").getTimeLocal())
                    .isEqualTo(LocalDateTime.of(2026, 1, 2, 3, 4, 4));
        }
    }

    @Test
    void aFileThatIsTooOldIsDeletedThoughItWasMadeByAnEarlierRun() throws IOException {
        for (int i = 1; i <= 5; i++) {
            lagre(i, LAGET.plus(Duration.ofDays(i)), "[" + i + "]");
        }
        assertThat(filer()).hasSize(5);
        klokke.still(LAGET.plus(Duration.ofDays(3)).plus(OPPBEVARING).plusMillis(1));
        aapne(mappe.resolve("totalbestand")).lagre(tekst("[6]", 6), () -> {});
        assertThat(filer()).hasSize(3).allMatch(navn -> navn.matches("totalbestand-[456]-.*"));
    }

    @Test
    void aDiskThatIsFullIsToldFromOtherFaults() throws IOException {
        assertThatThrownBy(() -> arkiv.lagre(
                        fil -> {
                            fil.ta(ut -> {
                                try (OutputStream full = Files.newOutputStream(Path.of("/dev/full"))) {
                                    full.write(1);
                                }
                            });
                            return 1;
                        },
                        () -> {}))
                .isInstanceOf(DiskenErFull.class);
        assertThatThrownBy(() -> arkiv.lagre(
                        fil -> {
                            throw new IOException("else");
                        },
                        () -> {}))
                .isExactlyInstanceOf(UncheckedIOException.class);
        assertThat(filer()).isEmpty();
    }

    @Test
    void aFolderThatIsRemovedUnderwayIsAnEmptyArchiveAndMadeAnew() throws IOException {
        lagre(1, LAGET, "[1]");
        Path her = mappe.resolve("totalbestand");
        for (Path fil : alle(her)) {
            Files.delete(fil);
        }
        Files.delete(her);
        assertThat(arkiv.siste()).isEmpty();
        Totalbestandfil ny = lagre(2, LAGET, "[2]");
        assertThat(arkiv.siste()).contains(ny);
    }

    private static List<Path> alle(Path mappe) throws IOException {
        try (Stream<Path> innhold = Files.list(mappe)) {
            return innhold.toList();
        }
    }

    @Test
    void whatIsNotAFileOfTheArchiveIsLeftAlone() throws IOException {
        Path her = mappe.resolve("totalbestand");
        String sha256 = "0".repeat(64);
        Files.createDirectory(her.resolve("totalbestand-9-20990101T000000000Z-" + sha256 + ".zip"));
        Files.createFile(her.resolve("totalbestand-9-20991331T000000000Z-" + sha256 + ".zip"));
        Files.createFile(her.resolve("totalbestand-9999999999999999999-20990101T000000000Z-" + sha256 + ".zip"));
        Files.createFile(her.resolve("totalbestand-9-20990101T000000000Z-" + sha256.toUpperCase() + "A.zip"));
        Files.createFile(her.resolve("README"));
        assertThat(arkiv.siste()).isEmpty();
        Totalbestandfil fil = lagre(1, LAGET, "[]");
        assertThat(aapne(her).siste()).contains(fil);
        assertThat(filer()).hasSize(6);
    }

    @Test
    void aFileThatIsNotReadBackAsWrittenIsNotPutInService() throws IOException {
        Totalbestandfil foer = lagre(1, LAGET, "[1]");
        assertThatThrownBy(() -> arkiv.lagre(
                        fil -> {
                            // more than is under way at once, so that the first is written
                            skrivTilfeldige(fil, 20 * MEBI);
                            oedelegg(uferdig());
                            return 2;
                        },
                        () -> {}))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("is not read back as it was written");
        assertThat(arkiv.siste()).contains(foer);
        assertThat(filer()).containsExactly(foer.sti().getFileName().toString());
    }

    @Test
    void theBytesAreTheSameHoweverManyThreadsThereAreAndEveryoneCanReadThem() throws IOException {
        byte[] ventet = new byte[3_000_000];
        Random tilfeldig = new Random(1);
        for (int i = 0; i < ventet.length; i++) {
            ventet[i] = (byte) ('a' + tilfeldig.nextInt(4));
        }
        Set<String> summer = new HashSet<>();
        for (int traader : new int[] {1, 2, 3, 8}) {
            Totalbestandfil fil = new Filarkiv(mappe.resolve("traader"), OPPBEVARING, klokke, traader)
                    .lagre(stykkevis(ventet, 70_001), () -> {});
            summer.add(fil.sha256());
            assertThat(lestSomStroem(fil)).isEqualTo(ventet);
            assertThat(lestEtterListen(fil)).isEqualTo(ventet);
        }
        assertThat(summer).hasSize(1);
    }

    @Test
    void aFileWithoutContentIsOneToo() throws IOException {
        Totalbestandfil fil = arkiv.lagre(mottaker -> 1, () -> {});
        assertThat(lestSomStroem(fil)).isEmpty();
        assertThat(lestEtterListen(fil)).isEmpty();
    }

    @Test
    void nothingIsLeftOfAFileOneOfWhosePiecesFailsAndNoThreadIsLeft() throws IOException {
        IllegalStateException feil = new IllegalStateException("of a piece");
        CountDownLatch aldri = new CountDownLatch(1);
        assertThatThrownBy(() -> arkiv.lagre(
                        fil -> {
                            fil.ta(ut -> ut.til(JSON).write(1));
                            fil.ta(ut -> {
                                throw feil;
                            });
                            fil.ta(ut -> vent(aldri));
                            return 1;
                        },
                        () -> {}))
                .isSameAs(feil);
        assertThat(filer()).isEmpty();
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(navn -> navn.startsWith("totalbestand-"));
    }

    @Test
    void aPieceThatGoesOnAndOnIsEndedWhenTheFileIsGivenUp() throws IOException {
        CancellationException slutt = new CancellationException();
        assertThatThrownBy(() -> arkiv.lagre(
                        fil -> {
                            fil.ta(ut -> {
                                while (true) {
                                    ut.til(JSON).write(new byte[1_000]);
                                }
                            });
                            return 1;
                        },
                        () -> {
                            throw slutt;
                        }))
                .isSameAs(slutt);
        assertThat(filer()).isEmpty();
    }

    private static Innhold stykkevis(byte[] innhold, int lengde) {
        return fil -> {
            for (int fra = 0; fra < innhold.length; fra += lengde) {
                int her = fra;
                fil.ta(ut -> ut.til(JSON).write(innhold, her, Math.min(lengde, innhold.length - her)));
            }
            return 1;
        };
    }

    private static byte[] lestSomStroem(Totalbestandfil fil) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(fil.sti()))) {
            assertThat(zip.getNextEntry().getName()).isEqualTo("totalbestand.json");
            byte[] lest = zip.readAllBytes();
            assertThat(zip.getNextEntry()).isNull();
            return lest;
        }
    }

    private static byte[] lestEtterListen(Totalbestandfil fil) throws IOException {
        try (ZipFile zip = new ZipFile(fil.sti().toFile())) {
            return zip.getInputStream(zip.getEntry("totalbestand.json")).readAllBytes();
        }
    }

    @Test
    void nothingIsLeftOfAFileWhoseContentFails() throws IOException {
        assertThatThrownBy(() -> arkiv.lagre(
                        fil -> {
                            fil.ta(ut -> ut.til(JSON).write(new byte[1_000_000]));
                            assertThat(filer()).hasSize(1);
                            throw new IOException("half-way");
                        },
                        () -> {}))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(filer()).isEmpty();
    }

    @Test
    void nothingIsLeftOfAFileThatTheDiskHasNoRoomFor() throws Exception {
        Totalbestandfil foer = lagre(1, LAGET, "[1]");
        try (Barneprosess skriver = Barneprosess.startMedFilgrense(
                1_000, Arkivskriver.class, mappe.resolve("totalbestand"), 3_000_000, false)) {
            assertThat(skriver.linje()).contains("failed");
        }
        assertThat(arkiv.siste()).contains(foer);
        assertThat(filer()).containsExactly(foer.sti().getFileName().toString());
    }

    @Test
    void whatAKilledProcessLeftIsRemovedAtOpeningButNotWhatALivingOneIsAt() throws Exception {
        Path her = mappe.resolve("totalbestand");
        try (Barneprosess skriver = Barneprosess.start(Arkivskriver.class, her, 1_000_000, true)) {
            assertThat(skriver.linje()).contains("half-way");
            aapne(her);
            assertThat(filer()).hasSize(1);
            skriver.drep();
        }
        assertThat(filer()).hasSize(1);
        assertThat(aapne(her).siste()).isEmpty();
        assertThat(filer()).isEmpty();
    }

    /** It may have been opened again while somebody wrote, and then removed nothing. */
    @Test
    void whatAKilledProcessLeftIsRemovedByTheNextWriterToo() throws Exception {
        Path her = mappe.resolve("totalbestand");
        try (Barneprosess skriver = Barneprosess.start(Arkivskriver.class, her, 1_000_000, true)) {
            assertThat(skriver.linje()).contains("half-way");
            Filarkiv annet = aapne(her);
            skriver.drep();
            Totalbestandfil fil = annet.lagre(tekst("[1]", 1), () -> {});

            assertThat(filer()).containsExactly(fil.sti().getFileName().toString());
        }
    }

    @Test
    void whatAnotherThreadIsAtIsNotRemovedAtOpeningAndTheNextWriterWaitsForIt() throws Exception {
        Path her = mappe.resolve("totalbestand");
        CountDownLatch halvveis = new CountDownLatch(1);
        CountDownLatch videre = new CountDownLatch(1);
        CompletableFuture<Totalbestandfil> foerste = CompletableFuture.supplyAsync(() -> arkiv.lagre(
                fil -> {
                    fil.ta(ut -> ut.til(JSON).write('['));
                    halvveis.countDown();
                    vent(videre);
                    fil.ta(ut -> ut.til(JSON).write(']'));
                    return 1;
                },
                () -> {}));
        vent(halvveis);
        Filarkiv annet = aapne(her);
        assertThat(filer()).hasSize(1);
        CompletableFuture<Totalbestandfil> andre =
                CompletableFuture.supplyAsync(() -> annet.lagre(tekst("[2]", 2), () -> {}));
        videre.countDown();
        assertThat(foerste.get(30, TimeUnit.SECONDS).sekvensnummer()).isEqualTo(1);
        assertThat(andre.get(30, TimeUnit.SECONDS).sekvensnummer()).isEqualTo(2);
        assertThat(filer()).hasSize(2);
    }

    /** Both its entry and the file are larger than a ZIP without the extension to 64 bits can say. */
    @Test
    @Tag("tung")
    void aFileOfMoreThanFourGibibytesIsWhole() throws IOException {
        Totalbestandfil fil = arkiv.lagre(
                mottaker -> {
                    skrivTilfeldige(mottaker, FIRE_GIB + 1_000_003);
                    return 1;
                },
                () -> {});
        assertThat(fil.stoerrelse()).isGreaterThan(FIRE_GIB);
        try (ZipFile zip = new ZipFile(fil.sti().toFile())) {
            ZipEntry oppfoering = zip.getEntry("totalbestand.json");
            assertThat(oppfoering.getSize()).isEqualTo(FIRE_GIB + 1_000_003);
            assertThat(oppfoering.getCompressedSize()).isGreaterThan(FIRE_GIB);
        }
        try (ZipInputStream somStroem = new ZipInputStream(Files.newInputStream(fil.sti()))) {
            somStroem.getNextEntry();
            assertThat(somStroem.transferTo(OutputStream.nullOutputStream())).isEqualTo(FIRE_GIB + 1_000_003);
            assertThat(somStroem.getNextEntry()).isNull();
        }
    }

    private static void skrivTilfeldige(Mottaker fil, long antall) throws IOException {
        Random tilfeldig = new Random(1);
        for (long rest = antall; rest > 0; rest -= MEBI) {
            byte[] bit = new byte[(int) Math.min(rest, MEBI)];
            tilfeldig.nextBytes(bit);
            fil.ta(ut -> ut.til(JSON).write(bit));
        }
    }

    private static void oedelegg(Path fil) throws IOException {
        try (RandomAccessFile byter = new RandomAccessFile(fil.toFile(), "rw")) {
            byter.seek(10_000);
            int foer = byter.read();
            byter.seek(10_000);
            byter.write(foer ^ 1);
        }
    }

    private Path uferdig() throws IOException {
        return uferdige().get(0);
    }

    private List<Path> uferdige() throws IOException {
        try (Stream<Path> filer = Files.list(mappe.resolve("totalbestand"))) {
            return filer.filter(sti -> sti.toString().endsWith(".uferdig")).toList();
        }
    }

    /** Everything in the folder but the lock. */
    private List<String> filer() throws IOException {
        try (Stream<Path> filer = Files.list(mappe.resolve("totalbestand"))) {
            return filer.map(sti -> sti.getFileName().toString())
                    .filter(navn -> !navn.equals(".laas"))
                    .toList();
        }
    }
}
