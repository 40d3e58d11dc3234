package no.rrh.persistence.innsynslogg;

import static no.rrh.persistence.innsynslogg.Foeringer.NAA;
import static no.rrh.persistence.innsynslogg.Foeringer.PERSON;
import static no.rrh.persistence.innsynslogg.Foeringer.VALG;
import static no.rrh.persistence.innsynslogg.Foeringer.oppslag;
import static no.rrh.persistence.innsynslogg.Foeringer.soek;
import static no.rrh.persistence.innsynslogg.Foeringer.valg;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import no.rrh.application.port.out.Innsynsarkiv.LestFoering;
import no.rrh.application.port.out.Innsynsfoering;
import no.rrh.application.port.out.InnsynsloggenSvarerIkke;
import no.rrh.application.port.out.StillbarKlokke;
import no.rrh.domain.innsyn.VistRegistrering;
import no.rrh.persistence.innsynslogg.Loggverifisering.Resultat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SegmentloggTest {
    private final StillbarKlokke klokke = new StillbarKlokke(NAA);

    @TempDir
    private Path rot;

    private Path mappe() {
        return rot.resolve("innsynslogg");
    }

    private Segmentlogg aapne() {
        return Segmentlogg.aapne(mappe(), VALG, klokke);
    }

    private static void skriv(Segmentlogg logg, int fra, int til) {
        CompletableFuture<?>[] skrevet = IntStream.rangeClosed(fra, til)
                .mapToObj(i -> logg.foer(oppslag(i)).toCompletableFuture())
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(skrevet).orTimeout(20, TimeUnit.SECONDS).join();
    }

    private List<LestFoering> les() {
        List<LestFoering> lest = new ArrayList<>();
        new Loggarkiv(List.of(mappe()), klokke).les(lest::add);
        return lest;
    }

    private Resultat verifiser() {
        return Loggverifisering.verifiser(mappe(), List.of(), List.of());
    }

    @Test
    void whatIsWrittenCanBeReadAndIsWhole() throws IOException {
        try (Segmentlogg logg = aapne()) {
            skriv(logg, 1, 3);
            logg.foer(soek(4)).toCompletableFuture().join();
            List<LestFoering> lest = les();
            assertThat(lest).extracting(LestFoering::nummer).containsExactly(1L, 2L, 3L, 4L);
            LestFoering foerste = lest.get(0);
            assertThat(foerste.tidspunkt()).isEqualTo(NAA);
            assertThat(foerste.viste()).containsExactly(new VistRegistrering(new UUID(7, 1), 2));
            assertThat(foerste.json())
                    .contains("\"hjemmel\":\"forskrift-3-11-1-a\"", "\"avtale\":3", "\"sporing\":\"sporing-1\"")
                    .doesNotContain("\n");
            assertThat(verifiser().funn()).isEmpty();
        }
        assertThat(verifiser())
                .satisfies(resultat -> assertThat(resultat.funn()).isEmpty())
                .satisfies(resultat -> assertThat(resultat.sjekkpunkt()).isEqualTo(4));
        assertThat(Files.getPosixFilePermissions(mappe())).isEqualTo(PosixFilePermissions.fromString("rwx------"));
        try (var filer = Files.list(mappe())) {
            assertThat(filer)
                    .allSatisfy(fil -> assertThat(Files.getPosixFilePermissions(fil))
                            .isEqualTo(PosixFilePermissions.fromString("rw-------")));
        }
    }

    @Test
    void thePersonSearchedForIsKeptAsAKeyedHashAlone() throws IOException {
        try (Segmentlogg logg = aapne()) {
            logg.foer(soek(1)).toCompletableFuture().join();
        }
        LestFoering foering = les().get(0);
        assertThat(foering.json()).doesNotContain(PERSON.verdi());
        assertThat(new Loggarkiv(List.of(mappe()), klokke).merker(PERSON))
                .contains(foering.soektmerke().orElseThrow());
        try (var filer = Files.list(mappe())) {
            assertThat(filer.filter(fil -> fil.getFileName().toString().startsWith("innsyn")))
                    .allSatisfy(fil -> assertThat(new String(Files.readAllBytes(fil), StandardCharsets.UTF_8))
                            .doesNotContain(PERSON.verdi()));
        }
    }

    @Test
    void theKeyIsChangedEachYearAndTheOldOnesAreStillTried() {
        Loggvalg lenge = new Loggvalg(64 << 10, Duration.ofDays(2000), Duration.ofHours(1), Optional.empty());
        for (int aar = 1; aar <= 3; aar++) {
            try (Segmentlogg logg = Segmentlogg.aapne(mappe(), lenge, klokke)) {
                logg.foer(soek(aar)).toCompletableFuture().join();
            }
            klokke.gaa(Duration.ofDays(366));
        }
        List<String> merker = les().stream()
                .map(foering -> foering.soektmerke().orElseThrow())
                .toList();
        assertThat(merker).doesNotHaveDuplicates();
        assertThat(new Loggarkiv(List.of(mappe()), klokke).merker(PERSON)).containsAll(merker);
    }

    @Test
    void goesOnWhereItEnded() {
        for (int i = 0; i < 3; i++) {
            try (Segmentlogg logg = aapne()) {
                skriv(logg, 10 * i + 1, 10 * i + 10);
            }
        }
        assertThat(les()).extracting(LestFoering::nummer).hasSize(30).isSorted();
        assertThat(verifiser().funn()).isEmpty();
        assertThat(verifiser().sjekkpunkt()).isEqualTo(30);
    }

    @Test
    void goesOverSeveralSegmentsAsOneChain() throws IOException {
        try (Segmentlogg logg = aapne()) {
            skriv(logg, 1, 1000);
            assertThat(new Loggmappe(mappe()).segmenter()).hasSizeGreaterThan(3);
            assertThat(verifiser().funn()).isEmpty();
            assertThat(verifiser().foeringer()).isEqualTo(1000);
        }
    }

    /** From many threads, each entry once, and those of a thread in its order. */
    @Test
    void takesEntriesFromManyAtOnce() throws Exception {
        ExecutorService traader = Executors.newFixedThreadPool(8);
        try (Segmentlogg logg = aapne()) {
            List<Future<?>> ferdige = IntStream.range(0, 8)
                    .<Future<?>>mapToObj(traad -> traader.submit(() -> {
                        for (int i = 0; i < 100; i++) {
                            logg.foer(oppslag(1000 * traad + i))
                                    .toCompletableFuture()
                                    .join();
                        }
                    }))
                    .toList();
            for (Future<?> ferdig : ferdige) {
                ferdig.get(30, TimeUnit.SECONDS);
            }
        } finally {
            traader.shutdownNow();
        }
        assertThat(verifiser().funn()).isEmpty();
        List<String> sporinger =
                les().stream().map(foering -> foering.sporing().orElseThrow()).toList();
        assertThat(sporinger).hasSize(800).doesNotHaveDuplicates();
        for (int traad = 0; traad < 8; traad++) {
            int dens = traad;
            assertThat(sporinger.stream()
                            .map(sporing -> Integer.parseInt(sporing.substring("sporing-".length())))
                            .filter(nummer -> nummer / 1000 == dens))
                    .isSorted();
        }
    }

    @Test
    void belongsToOneProcess() {
        try (Segmentlogg logg = aapne()) {
            assertThatThrownBy(this::aapne).isInstanceOf(InnsynsloggenErIBruk.class);
            skriv(logg, 1, 1);
        }
    }

    @Test
    void whatWasNotWrittenToItsEndIsPutAside() throws IOException {
        try (Segmentlogg logg = aapne()) {
            skriv(logg, 1, 2);
        }
        Path segment = new Loggmappe(mappe()).segmenter().get(0);
        long slutt = new String(Files.readAllBytes(segment), StandardCharsets.ISO_8859_1).indexOf('\0');
        try (FileChannel kanal = FileChannel.open(segment, StandardOpenOption.WRITE)) {
            kanal.write(ByteBuffer.wrap("3 halvferdig".getBytes(StandardCharsets.US_ASCII)), slutt);
        }
        try (Segmentlogg logg = aapne()) {
            skriv(logg, 3, 4);
        }
        Resultat resultat = verifiser();
        assertThat(resultat.funn()).isEmpty();
        assertThat(resultat.siste()).isEqualTo(4);
        assertThat(resultat.merknader()).singleElement().asString().contains("rest-3-");
        try (var filer = Files.list(mappe())) {
            Path rest = filer.filter(fil -> fil.getFileName().toString().startsWith("rest-"))
                    .findFirst()
                    .orElseThrow();
            assertThat(Files.readString(rest)).isEqualTo("3 halvferdig");
        }
    }

    @Test
    void isPrunedByWholeSegmentsAndTheRestIsStillWhole() throws IOException {
        for (int dag = 0; dag < 40; dag++) {
            try (Segmentlogg logg = aapne()) {
                skriv(logg, 10 * dag + 1, 10 * dag + 10);
            }
            klokke.gaa(Duration.ofDays(1).plusSeconds(1));
        }
        aapne().close();
        Resultat resultat = verifiser();
        assertThat(resultat.funn()).isEmpty();
        assertThat(resultat.siste()).isEqualTo(400);
        assertThat(resultat.foerste()).isBetween(80L, 101L);

        Files.delete(new Loggmappe(mappe()).segmenter().get(0));
        assertThat(verifiser().funn()).singleElement().asString().contains("mangler", "ingen signert beskjæring");
    }

    /** Else what is left could not be told from what somebody has cut. */
    @Test
    void nothingIsPrunedThatCannotBeSigned() throws IOException {
        try (Segmentlogg logg = aapne()) {
            skriv(logg, 1, 10);
        }
        klokke.gaa(Duration.ofDays(2));
        Path sjekkpunkter = new Loggmappe(mappe()).sjekkpunkter();
        Path gjemt = rot.resolve("gjemt");
        try (Segmentlogg logg = aapne()) {
            skriv(logg, 11, 11);
            Files.move(sjekkpunkter, gjemt);
            Files.createDirectory(sjekkpunkter);
            klokke.gaa(Duration.ofDays(40));
            // the second comes after what the first has set off
            skriv(logg, 12, 12);
            skriv(logg, 13, 13);
            assertThat(new Loggmappe(mappe()).segmenter()).hasSize(3);
            Files.delete(sjekkpunkter);
            Files.move(gjemt, sjekkpunkter);
        }
        aapne().close();
        assertThat(new Loggmappe(mappe()).segmenter()).hasSizeLessThan(3);
        assertThat(verifiser().funn()).isEmpty();
    }

    @Test
    void aCheckpointThatWasNotWrittenToItsEndSpoilsNoOther() throws IOException {
        try (Segmentlogg logg = aapne()) {
            skriv(logg, 1, 2);
        }
        Path sjekkpunkter = new Loggmappe(mappe()).sjekkpunkter();
        Files.writeString(sjekkpunkter, "{\"slag\":\"sjekk", StandardOpenOption.APPEND);
        try (Segmentlogg logg = aapne()) {
            skriv(logg, 3, 4);
        }
        Resultat resultat = verifiser();
        assertThat(resultat.funn()).isEmpty();
        assertThat(resultat.sjekkpunkt()).isEqualTo(4);
        assertThat(resultat.merknader()).singleElement().asString().contains("linje 2", "ikke et helt sjekkpunkt");
    }

    /** A zero in the midst is no end: what comes after it was told of, and stays. */
    @Test
    void aZeroInTheMidstEndsNothing() throws IOException {
        try (Segmentlogg logg = aapne()) {
            skriv(logg, 1, 5);
        }
        Path segment = new Loggmappe(mappe()).segmenter().get(0);
        String innhold = new String(Files.readAllBytes(segment), StandardCharsets.ISO_8859_1);
        try (FileChannel kanal = FileChannel.open(segment, StandardOpenOption.WRITE)) {
            kanal.write(ByteBuffer.allocate(1), innhold.indexOf("sporing-2"));
        }
        try (Segmentlogg logg = aapne()) {
            skriv(logg, 6, 6);
        }
        Resultat resultat = verifiser();
        assertThat(resultat.siste()).isEqualTo(6);
        assertThat(resultat.funn()).singleElement().asString().contains("føring 2 ", "endret");
    }

    /** What a killed process had written and not signed is signed at the next start. */
    @Test
    void whatIsNotSignedYetIsSignedAtTheStart() throws IOException {
        try (Segmentlogg logg = aapne()) {
            skriv(logg, 1, 5);
        }
        Path sjekkpunkter = new Loggmappe(mappe()).sjekkpunkter();
        Files.delete(sjekkpunkter);
        try (Segmentlogg logg = aapne()) {
            assertThat(logg.skriver()).isTrue();
            assertThat(verifiser().sjekkpunkt()).isEqualTo(5);
        }
    }

    @Test
    void theFirstLineOfALaterSegmentIsHeldAgainstTheChain() throws IOException {
        try (Segmentlogg logg = aapne()) {
            skriv(logg, 1, 500);
        }
        Path andre = new Loggmappe(mappe()).segmenter().get(1);
        byte[] innhold = Files.readAllBytes(andre);
        innhold[60] ^= 1;
        Files.write(andre, innhold);
        assertThat(verifiser().funn()).isNotEmpty();
        assertThat(verifiser().funn().get(0)).contains(andre.getFileName().toString());
    }

    @Test
    void signsACheckpointInTimeAndWritesItElsewhereToo() throws IOException {
        Path kopi = rot.resolve("kopi.jsonl");
        Loggvalg valg = new Loggvalg(64 << 10, Duration.ofDays(30), Duration.ofHours(1), Optional.of(kopi));
        try (Segmentlogg logg = Segmentlogg.aapne(mappe(), valg, klokke)) {
            skriv(logg, 1, 5);
            assertThat(verifiser().sjekkpunkt()).isZero();
            klokke.gaa(Duration.ofMinutes(61));
            skriv(logg, 6, 6);
            vent(() -> Files.exists(kopi) && verifiser().sjekkpunkt() >= 5);
        }
        assertThat(Files.readAllLines(kopi)).isEqualTo(Files.readAllLines(new Loggmappe(mappe()).sjekkpunkter()));
    }

    private static void vent(BooleanSupplier til) {
        long frist = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!til.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(frist);
            LockSupport.parkNanos(10_000_000);
        }
    }

    /** The room for it was taken when there was some; what has none is told of, and what comes after is not. */
    @Test
    void goesOnInWhatIsReservedAndFailsOnlyAfterThat() throws IOException {
        Path sperre = mappe().resolve("reserve.ny");
        try (Segmentlogg logg = aapne()) {
            vent(logg::harReserve);
            // a folder of that name, not empty: the next reserve can be made no more
            Files.createDirectories(sperre.resolve("x"));
            List<CompletableFuture<Void>> skrevet = new ArrayList<>();
            for (int i = 1; i <= 1000; i++) {
                CompletableFuture<Void> en = logg.foer(oppslag(i)).toCompletableFuture();
                skrevet.add(en);
                en.exceptionally(feil -> null).join();
            }
            long varige = skrevet.stream()
                    .filter(en -> !en.isCompletedExceptionally())
                    .count();
            assertThat(new Loggmappe(mappe()).segmenter()).hasSize(2);
            assertThat(varige).isBetween(200L, 900L);
            assertThat(les()).hasSize((int) varige);
            assertThat(logg.skriver()).isFalse();
            assertThatThrownBy(
                            () -> logg.foer(oppslag(1001)).toCompletableFuture().join())
                    .hasCauseInstanceOf(InnsynsloggenSvarerIkke.class);

            Files.delete(sperre.resolve("x"));
            Files.delete(sperre);
            vent(() -> !logg.foer(oppslag(1002))
                    .toCompletableFuture()
                    .handle((ingen, feil) -> feil != null)
                    .join());
            assertThat(logg.skriver()).isTrue();
            assertThat(les()).hasSize((int) varige + 1);
        }
        assertThat(verifiser().funn()).isEmpty();
    }

    @Test
    void whatComesAfterItIsClosedIsNotTakenForWritten() {
        Segmentlogg logg = aapne();
        logg.close();
        assertThatThrownBy(() -> logg.foer(oppslag(1)).toCompletableFuture().join())
                .hasCauseInstanceOf(InnsynsloggenSvarerIkke.class);
    }

    @Test
    void anEntryLargerThanASegmentIsWrittenAllTheSame() {
        var stor = oppslag(1);
        var viste = IntStream.range(0, 3000)
                .mapToObj(i -> new VistRegistrering(new UUID(9, i), 1))
                .toList();
        var hva = stor.hva();
        var foering = new Innsynsfoering(
                stor.tidspunkt(),
                stor.fase(),
                stor.operasjon(),
                stor.hvem(),
                new Innsynsfoering.Hva(
                        hva.organisasjonsnummer(),
                        viste,
                        hva.soekt(),
                        hva.fil(),
                        hva.sekvensnummer(),
                        hva.unntatteIFull(),
                        hva.detaljer()),
                stor.utfall(),
                stor.sporing());
        try (Segmentlogg logg = aapne()) {
            skriv(logg, 1, 2);
            logg.foer(foering).toCompletableFuture().join();
            skriv(logg, 3, 4);
        }
        assertThat(les().get(2).viste()).isEqualTo(viste);
        assertThat(verifiser().funn()).isEmpty();
    }

    @Test
    void aSmallerSegmentThanBeforeIsNoFault() {
        try (Segmentlogg logg = Segmentlogg.aapne(mappe(), valg(1 << 20), klokke)) {
            skriv(logg, 1, 500);
        }
        try (Segmentlogg logg = aapne()) {
            skriv(logg, 501, 900);
        }
        assertThat(verifiser().funn()).isEmpty();
        assertThat(les()).hasSize(900);
    }
}
