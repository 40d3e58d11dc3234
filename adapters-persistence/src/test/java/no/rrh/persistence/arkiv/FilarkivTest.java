package no.rrh.persistence.arkiv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import no.rrh.application.port.out.Totalbestandarkiv;
import no.rrh.application.port.out.TotalbestandarkivKontrakt;
import no.rrh.application.port.out.Totalbestandfil;
import no.rrh.persistence.Barneprosess;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The tests that are tagged {@code tung} are left out of the default build for what they take of time and disk; they are
 * run with {@code mvn -pl adapters-persistence -am verify -Dutelatt=}.
 */
class FilarkivTest extends TotalbestandarkivKontrakt {
    private static final long FIRE_GIB = 4L << 30;

    @TempDir
    private Path mappe;

    private Filarkiv arkiv;

    @BeforeEach
    void aapne() {
        arkiv = new Filarkiv(mappe.resolve("totalbestand"));
    }

    @Override
    protected Totalbestandarkiv arkiv() {
        return arkiv;
    }

    @Test
    void theNameCarriesAllThatIsTold() {
        Totalbestandfil fil = arkiv.lagre(1234567, LAGET, tekst("[]"));
        assertThat(fil.sti().getFileName())
                .hasToString("totalbestand-1234567-20260102T030405678Z-" + fil.sha256() + ".zip");
        assertThat(new Filarkiv(fil.sti().getParent()).siste()).contains(fil);
    }

    @Test
    void onlyTheOwnerMayReadAndWrite() throws IOException {
        Path fil = arkiv.lagre(1, LAGET, tekst("[]")).sti();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(fil)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(fil.getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void theEntryBearsTheTimeInUtc() throws IOException {
        try (ZipFile zip = new ZipFile(arkiv.lagre(1, LAGET, tekst("[]")).sti().toFile())) {
            // a ZIP keeps even seconds
            assertThat(zip.getEntry("totalbestand.json").getTimeLocal())
                    .isEqualTo(LocalDateTime.of(2026, 1, 2, 3, 4, 4));
        }
    }

    @Test
    void theTwoNewestAreKept() throws IOException {
        for (int i = 1; i <= 5; i++) {
            arkiv.lagre(i, LAGET.plusSeconds(i), tekst("[" + i + "]"));
        }
        assertThat(filer()).hasSize(2).allMatch(navn -> navn.matches("totalbestand-[45]-.*"));
    }

    @Test
    void aNewFileIsNotDeletedWhenTheClockHasBeenSetBack() throws IOException {
        arkiv.lagre(1, LAGET.plusSeconds(10), tekst("[1]"));
        arkiv.lagre(2, LAGET.plusSeconds(20), tekst("[2]"));
        Totalbestandfil ny = arkiv.lagre(3, LAGET, tekst("[3]"));
        assertThat(arkiv.siste()).contains(ny);
        assertThat(filer()).hasSize(2);
    }

    @Test
    void aFileThatHoldsLessThanTheOthersIsKeptAllTheSameWhenItIsNew() throws IOException {
        arkiv.lagre(8, LAGET, tekst("[1]"));
        arkiv.lagre(9, LAGET, tekst("[2]"));
        Totalbestandfil ny = arkiv.lagre(3, LAGET.plusSeconds(1), tekst("[3]"));
        assertThat(ny.sti()).isRegularFile();
        assertThat(filer()).hasSize(3);
    }

    @Test
    void aFolderThatIsRemovedUnderwayIsAnEmptyArchiveAndMadeAnew() throws IOException {
        arkiv.lagre(1, LAGET, tekst("[1]"));
        Path her = mappe.resolve("totalbestand");
        for (Path fil : alle(her)) {
            Files.delete(fil);
        }
        Files.delete(her);
        assertThat(arkiv.siste()).isEmpty();
        Totalbestandfil ny = arkiv.lagre(2, LAGET, tekst("[2]"));
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
        Totalbestandfil fil = arkiv.lagre(1, LAGET, tekst("[]"));
        assertThat(new Filarkiv(her).siste()).contains(fil);
        assertThat(filer()).hasSize(6);
    }

    @Test
    void aFileThatIsNotReadBackAsWrittenIsNotPutInService() throws IOException {
        Totalbestandfil foer = arkiv.lagre(1, LAGET, tekst("[1]"));
        assertThatThrownBy(() -> arkiv.lagre(2, LAGET.plusSeconds(1), ut -> {
                    byte[] tilfeldige = new byte[1_000_000];
                    new Random(1).nextBytes(tilfeldige);
                    ut.write(tilfeldige);
                    ut.flush();
                    oedelegg(uferdig());
                }))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("is not read back as it was written");
        assertThat(arkiv.siste()).contains(foer);
        assertThat(filer()).containsExactly(foer.sti().getFileName().toString());
    }

    @Test
    void nothingIsLeftOfAFileWhoseContentFails() throws IOException {
        assertThatThrownBy(() -> arkiv.lagre(2, LAGET, ut -> {
                    ut.write(new byte[1_000_000]);
                    assertThat(filer()).hasSize(1);
                    throw new IOException("half-way");
                }))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(filer()).isEmpty();
    }

    @Test
    void nothingIsLeftOfAFileThatTheDiskHasNoRoomFor() throws Exception {
        Totalbestandfil foer = arkiv.lagre(1, LAGET, tekst("[1]"));
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
            new Filarkiv(her);
            assertThat(filer()).hasSize(1);
            skriver.drep();
        }
        assertThat(filer()).hasSize(1);
        assertThat(new Filarkiv(her).siste()).isEmpty();
        assertThat(filer()).isEmpty();
    }

    @Test
    void whatAnotherThreadIsAtIsNotRemovedAtOpeningAndTheNextWriterWaitsForIt() throws Exception {
        Path her = mappe.resolve("totalbestand");
        CountDownLatch halvveis = new CountDownLatch(1);
        CountDownLatch videre = new CountDownLatch(1);
        CompletableFuture<Totalbestandfil> foerste = CompletableFuture.supplyAsync(() -> arkiv.lagre(1, LAGET, ut -> {
            ut.write('[');
            halvveis.countDown();
            vent(videre);
            ut.write(']');
        }));
        assertThat(halvveis.await(30, TimeUnit.SECONDS)).isTrue();
        Filarkiv annet = new Filarkiv(her);
        assertThat(filer()).hasSize(1);
        CompletableFuture<Totalbestandfil> andre =
                CompletableFuture.supplyAsync(() -> annet.lagre(2, LAGET.plusSeconds(1), tekst("[2]")));
        videre.countDown();
        assertThat(foerste.get(30, TimeUnit.SECONDS).sekvensnummer()).isEqualTo(1);
        assertThat(andre.get(30, TimeUnit.SECONDS).sekvensnummer()).isEqualTo(2);
        assertThat(filer()).hasSize(2);
    }

    /** Both its entry and the file are larger than a ZIP without the extension to 64 bits can say. */
    @Test
    @Tag("tung")
    void aFileOfMoreThanFourGibibytesIsWhole() throws IOException {
        Totalbestandfil fil = arkiv.lagre(1, LAGET, ut -> skrivTilfeldige(ut, FIRE_GIB + 1_000_003));
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

    private static void skrivTilfeldige(OutputStream ut, long antall) throws IOException {
        byte[] bit = new byte[1 << 20];
        Random tilfeldig = new Random(1);
        for (long rest = antall; rest > 0; rest -= bit.length) {
            tilfeldig.nextBytes(bit);
            ut.write(bit, 0, (int) Math.min(rest, bit.length));
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
        try (Stream<Path> filer = Files.list(mappe.resolve("totalbestand"))) {
            return filer.filter(sti -> sti.toString().endsWith(".uferdig"))
                    .findFirst()
                    .orElseThrow();
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

    private static void vent(CountDownLatch hendelse) throws IOException {
        try {
            hendelse.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
