package no.rrh.persistence.innsynslogg;

import static no.rrh.persistence.innsynslogg.Foeringer.NAA;
import static no.rrh.persistence.innsynslogg.Foeringer.VALG;
import static no.rrh.persistence.innsynslogg.Foeringer.oppslag;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import no.rrh.application.port.out.StillbarKlokke;
import no.rrh.domain.feil.UgyldigVerdi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Alters copies of a log of 20 entries in one segment, with checkpoints at 10 and 20. */
class LoggverifiseringTest {
    private static final int ANTALL = 20;
    private static final String SEGMENT = "innsyn-0000000000000001.logg";

    private static Path rot;
    private static byte[] hel;

    @BeforeAll
    @BeforeContainer
    static void lagLogg() throws IOException {
        rot = Files.createTempDirectory("rrh-innsynslogg-");
        skriv(1);
        skriv(11);
        byte[] medPlass = Files.readAllBytes(rot.resolve("logg").resolve(SEGMENT));
        int slutt = medPlass.length;
        while (medPlass[slutt - 1] == 0) {
            slutt--;
        }
        hel = Arrays.copyOf(medPlass, slutt);
    }

    private static void skriv(int fra) {
        try (Segmentlogg logg = Segmentlogg.aapne(rot.resolve("logg"), VALG, new StillbarKlokke(NAA))) {
            for (int i = fra; i < fra + ANTALL / 2; i++) {
                logg.foer(oppslag(i)).toCompletableFuture().join();
            }
        }
    }

    @AfterAll
    @AfterContainer
    static void slett() throws IOException {
        slett(rot);
    }

    private static void slett(Path mappe) throws IOException {
        try (Stream<Path> alt = Files.walk(mappe)) {
            for (Path en : alt.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(en);
            }
        }
    }

    /** What is found in a copy whose segment is so, with another file's content where that is said. */
    private static List<String> funn(byte[] segment, Path... sjekkpunkter) {
        try {
            Path kopi = Files.createTempDirectory(rot, "kopi");
            try (Stream<Path> filer = Files.list(rot.resolve("logg"))) {
                for (Path fil : filer.toList()) {
                    Files.copy(fil, kopi.resolve(fil.getFileName()));
                }
            }
            Files.write(kopi.resolve(SEGMENT), segment);
            try {
                return Loggverifisering.verifiser(kopi, List.of(), List.of(sjekkpunkter))
                        .funn();
            } finally {
                slett(kopi);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> funnMed(UnaryOperator<List<String>> endring) {
        List<String> linjer = new ArrayList<>(List.of(new String(hel, StandardCharsets.UTF_8).split("\n")));
        String endret =
                endring.apply(linjer).stream().map(linje -> linje + "\n").collect(Collectors.joining());
        return funn(endret.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void findsNothingInAWholeLogWithOrWithoutRoomAtItsEnd() {
        assertThat(funn(hel)).isEmpty();
        assertThat(funn(Arrays.copyOf(hel, hel.length + 5000))).isEmpty();
    }

    /** Whichever byte becomes whatever else, the entry that it stands in is named, and no other is said to be changed. */
    @Property(tries = 400)
    void namesTheEntryInWhichAByteWasChanged(@ForAll @IntRange(max = 1_000_000) int hvor, @ForAll byte verdi) {
        int hode = hode();
        int plass = hode + hvor % (hel.length - hode);
        if (hel[plass] == verdi) {
            return;
        }
        byte[] endret = hel.clone();
        endret[plass] = verdi;
        int foering = 1;
        for (int i = hode; i < plass; i++) {
            foering += hel[i] == '\n' ? 1 : 0;
        }
        List<String> funn = funn(endret);
        assertThat(funn).isNotEmpty();
        assertThat(String.join("\n", funn))
                .containsPattern("føring(er)? (" + foering + "|fra og med " + foering + ")\\b");
    }

    /** The chain of the first entries; the time in it is no part of it. */
    @Property(tries = 100)
    void seesThatTheFirstLineWasChanged(@ForAll @IntRange(max = 1_000_000) int hvor) {
        int plass = hvor % new String(hel, StandardCharsets.UTF_8).lastIndexOf(' ', hode());
        byte[] endret = hel.clone();
        endret[plass] ^= 1;
        assertThat(funn(endret)).isNotEmpty();
    }

    private static int hode() {
        int hode = 0;
        while (hel[hode] != '\n') {
            hode++;
        }
        return hode + 1;
    }

    @Property(tries = 30)
    void namesAnEntryThatWasRemoved(@ForAll @IntRange(min = 1, max = ANTALL) int foering) {
        List<String> funn = funnMed(linjer -> {
            linjer.remove(foering);
            return linjer;
        });
        assertThat(funn).isNotEmpty();
        assertThat(funn.get(0)).contains("føring " + foering + " ").contains("mangler");
    }

    @Property(tries = 30)
    void namesAnEntryThatWasInserted(@ForAll @IntRange(min = 1, max = ANTALL - 1) int etter) {
        List<String> funn = funnMed(linjer -> {
            linjer.add(etter + 1, linjer.get(etter));
            return linjer;
        });
        assertThat(funn).isNotEmpty();
        assertThat(funn.get(0)).contains("føring " + etter + " ").contains("satt inn eller flyttet");
    }

    @Property(tries = 30)
    void namesEntriesThatHaveChangedPlaces(@ForAll @IntRange(min = 1, max = ANTALL - 1) int foering) {
        List<String> funn = funnMed(linjer -> {
            linjer.add(foering + 1, linjer.remove(foering));
            return linjer;
        });
        assertThat(funn).hasSizeGreaterThanOrEqualTo(2);
        assertThat(String.join("\n", funn)).contains("føring " + foering + " ");
    }

    @Property(tries = 30)
    void seesThatEntriesBeforeTheLastCheckpointWereCutOff(@ForAll @IntRange(max = ANTALL - 1) int igjen) {
        List<String> funn = funnMed(linjer -> linjer.subList(0, igjen + 1));
        assertThat(funn).isNotEmpty();
        assertThat(funn.get(0)).contains("føring " + (igjen + 1) + " til").contains("mangler");
    }

    /** One who writes the rest of the chain anew is found out by the next checkpoint. */
    @Property(tries = 20)
    void seesThatTheChainWasWrittenAnew(@ForAll @IntRange(min = 1, max = ANTALL) int fra) {
        Avtrykk avtrykk = new Avtrykk();
        List<String> funn = funnMed(linjer -> {
            List<String> nye = new ArrayList<>(linjer);
            String kjede = fra == 1 ? Avtrykk.INGEN : linjer.get(fra - 1).split(" ")[1];
            for (int i = fra; i <= ANTALL; i++) {
                String json = linjer.get(i).split(" ", 3)[2];
                String endret = i == fra ? json.replace("forskrift-3-11-1-a", "forskrift-3-11-1-b") : json;
                kjede = avtrykk.etter(kjede, i, endret.getBytes(StandardCharsets.UTF_8));
                nye.set(i, i + " " + kjede + " " + endret);
            }
            return nye;
        });
        int sjekkpunkt = fra <= 10 ? 10 : 20;
        assertThat(funn).isNotEmpty();
        assertThat(funn.get(0))
                .contains("føring " + sjekkpunkt + " ")
                .contains("føringer fra og med " + (fra <= 10 ? 1 : 11) + " er skrevet om");
    }

    @Test
    void aCheckpointKeptElsewhereTellsWhatTheFolderHasForgotten() throws IOException {
        Path elsewhere = rot.resolve("kopi.jsonl");
        Files.copy(rot.resolve("logg").resolve("sjekkpunkter.jsonl"), elsewhere);
        Path kopi = Files.createTempDirectory(rot, "kopi");
        try (Stream<Path> filer = Files.list(rot.resolve("logg"))) {
            for (Path fil : filer.toList()) {
                Files.copy(fil, kopi.resolve(fil.getFileName()));
            }
        }
        List<String> linjer = List.of(new String(hel, StandardCharsets.UTF_8).split("\n"));
        Files.writeString(kopi.resolve(SEGMENT), String.join("\n", linjer.subList(0, 11)) + "\n");
        List<String> sjekkpunkter = Files.readAllLines(kopi.resolve("sjekkpunkter.jsonl"));
        Files.write(kopi.resolve("sjekkpunkter.jsonl"), sjekkpunkter.subList(0, 1));

        assertThat(Loggverifisering.verifiser(kopi, List.of(), List.of()).funn())
                .isEmpty();
        assertThat(Loggverifisering.verifiser(kopi, List.of(), List.of(elsewhere))
                        .funn())
                .singleElement()
                .asString()
                .contains("føring 11 til 20 mangler");
    }

    @Test
    void aCheckpointThatWasNotSignedWithTheKeyIsNamed() throws IOException {
        Path falskt = rot.resolve("falskt.jsonl");
        String ekte = Files.readAllLines(rot.resolve("logg").resolve("sjekkpunkter.jsonl"))
                .get(0);
        Files.writeString(falskt, ekte.replace("\"nr\":10", "\"nr\":11") + "\n");
        assertThat(funn(hel, falskt)).singleElement().asString().contains("linje 1", "ikke et sjekkpunkt");
    }

    @Test
    void anotherKeyThanItsOwnFitsNoCheckpoint() throws IOException {
        Path annen = rot.resolve("annen");
        Segmentlogg.aapne(annen, VALG, new StillbarKlokke(NAA)).close();
        assertThat(Loggverifisering.verifiser(
                                rot.resolve("logg"), List.of(annen.resolve("signeringsnoekkel.pub")), List.of())
                        .funn())
                .hasSize(2)
                .allSatisfy(funn -> assertThat(funn).contains("ikke et sjekkpunkt signert med nøkkelen"));
        List<Path> begge = List.of(
                annen.resolve("signeringsnoekkel.pub"), rot.resolve("logg").resolve("signeringsnoekkel.pub"));
        assertThat(Loggverifisering.verifiser(rot.resolve("logg"), begge, List.of())
                        .funn())
                .isEmpty();
    }

    @Test
    void aFolderWithoutALogIsNone() {
        assertThatThrownBy(() -> Loggverifisering.verifiser(rot.resolve("finnes-ikke"), List.of(), List.of()))
                .isInstanceOf(UgyldigVerdi.class)
                .hasMessageContaining("ikke mappen til en innsynslogg");
    }
}
