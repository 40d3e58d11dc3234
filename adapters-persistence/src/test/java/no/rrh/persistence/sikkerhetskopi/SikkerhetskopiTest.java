package no.rrh.persistence.sikkerhetskopi;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import no.rrh.application.port.out.DiskenErFull;
import no.rrh.persistence.Barneprosess;
import no.rrh.persistence.fil.Sjekksum;
import no.rrh.persistence.register.Kontrollsum;
import no.rrh.persistence.sikkerhetskopi.Kopiskriver.Pakking;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes into a back-up comes out of it, or nothing does. */
class SikkerhetskopiTest {
    private static final Instant LAGET = Instant.parse("2026-11-29T03:04:05.678Z");
    private static final Kontrollsum SUM = new Kontrollsum(
            42,
            "004",
            List.of(new Kontrollsum.Tabell("sekvens", 1, "ab"), new Kontrollsum.Tabell("endring", 42, "cd")));

    @TempDir
    private Path rot;

    private Path data;
    private Path kopi;
    private Map<String, String> innhold;

    @BeforeEach
    void lagFiler() throws IOException {
        data = rot.resolve("data");
        kopi = rot.resolve("kopi.zip");
        byte[] stoey = new byte[300];
        new Random(1).nextBytes(stoey);
        legg("datamappe.properties", "miljoe=test\n".getBytes(UTF_8));
        legg("register/rrh.mv.db", "the register ".repeat(30).getBytes(UTF_8));
        legg("totalbestand/a-1_2.zip", stoey);
        innhold = filer(data);
    }

    private void legg(String navn, byte[] byter) throws IOException {
        Files.createDirectories(data.resolve(navn).getParent());
        Files.write(data.resolve(navn), byter);
    }

    private static Map<String, String> filer(Path mappe) throws IOException {
        Map<String, String> filer = new TreeMap<>();
        try (Stream<Path> alt = Files.walk(mappe)) {
            for (Path fil : alt.filter(Files::isRegularFile).toList()) {
                filer.put(mappe.relativize(fil).toString(), Files.readString(fil, ISO_8859_1));
            }
        }
        return filer;
    }

    private Manifest skriv(OutputStream ut) throws IOException {
        Kopiskriver skriver = new Kopiskriver(ut, LAGET, skrevet -> {});
        for (String navn : innhold.keySet()) {
            assertThat(skriver.leggTil(
                            navn, data.resolve(navn), navn.startsWith("totalbestand") ? Pakking.INGEN : Pakking.RASK))
                    .isTrue();
        }
        return skriver.avslutt("test", SUM);
    }

    private byte[] skrevet() throws IOException {
        ByteArrayOutputStream ut = new ByteArrayOutputStream();
        skriv(ut);
        return ut.toByteArray();
    }

    private Map<String, String> pakketUt(byte[] byter) throws IOException {
        Files.write(kopi, byter);
        Path ut = Files.createTempDirectory(rot, "ut");
        try (Kopileser leser = Kopileser.aapne(kopi)) {
            leser.pakkUt(ut, lest -> {});
        }
        return filer(ut);
    }

    @Test
    void whatIsUnpackedIsWhatWasPackedAndTheOwnersAlone() throws IOException {
        Manifest skrevet;
        try (OutputStream fil = Files.newOutputStream(kopi)) {
            skrevet = skriv(fil);
        }
        Path ut = rot.resolve("ut");
        List<Long> fortalt = new ArrayList<>();
        try (Kopileser leser = Kopileser.aapne(kopi)) {
            assertThat(leser.manifest()).isEqualTo(skrevet);
            leser.pakkUt(ut, fortalt::add);
        }
        assertThat(skrevet.miljoe()).isEqualTo("test");
        assertThat(skrevet.laget()).isEqualTo(LAGET);
        assertThat(skrevet.kontrollsum()).isEqualTo(SUM);
        assertThat(skrevet.filer()).extracting(Manifest.Fil::navn).containsExactlyElementsOf(innhold.keySet());
        assertThat(skrevet.filer().get(0).sjekksum())
                .isEqualTo(Sjekksum.av(Files.newInputStream(data.resolve("datamappe.properties")), () -> {}));
        assertThat(fortalt).isSorted().endsWith(skrevet.byter());
        assertThat(filer(ut)).isEqualTo(innhold);
        try (Stream<Path> alt = Files.walk(ut)) {
            assertThat(alt)
                    .allSatisfy(sti -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(sti)))
                            .isEqualTo(Files.isDirectory(sti) ? "rwx------" : "rw-------"));
        }
    }

    @Test
    void theManifestIsTheLastEntryAndTheSameAtTheSameTime() throws IOException {
        byte[] byter = skrevet();
        List<String> navn = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(byter))) {
            for (ZipEntry en = zip.getNextEntry(); en != null; en = zip.getNextEntry()) {
                navn.add(en.getName());
            }
        }
        assertThat(navn).hasSize(innhold.size() + 1).endsWith("manifest.json");
        assertThat(skrevet()).isEqualTo(byter);
    }

    @Test
    void aFileThatIsGoneIsLeftOut() throws IOException {
        Kopiskriver skriver = new Kopiskriver(OutputStream.nullOutputStream(), LAGET, skrevet -> {});
        assertThat(skriver.leggTil("register/borte", data.resolve("borte"), Pakking.RASK))
                .isFalse();
        assertThat(skriver.avslutt("test", SUM).filer()).isEmpty();
    }

    /** Some bytes of a ZIP mean nothing, such as the time of an entry. What comes out is right all the same, or refused. */
    @Test
    void aBitThatIsTurnedAnywhereIsSeenUnlessItMeansNothing() throws IOException {
        byte[] hel = skrevet();
        Manifest manifest = skriv(OutputStream.nullOutputStream());
        int avvist = 0;
        for (int i = 0; i < hel.length; i++) {
            byte[] skadet = hel.clone();
            skadet[i] ^= (byte) (1 << i % 8);
            try {
                assertThat(pakketUt(skadet)).as("byte %d", i).isEqualTo(innhold);
                try (Kopileser leser = Kopileser.aapne(kopi)) {
                    assertThat(leser.manifest()).as("byte %d", i).isEqualTo(manifest);
                }
            } catch (UbrukeligSikkerhetskopi e) {
                assertThat(e).hasMessageContaining(kopi.toString()).hasMessageContaining("skadet");
                avvist++;
            }
        }
        assertThat(avvist).isGreaterThan(hel.length / 2);
    }

    @Test
    void oneThatIsCutOffAnywhereIsRefused() throws IOException {
        byte[] hel = skrevet();
        for (int lengde = 0; lengde < hel.length; lengde++) {
            byte[] avkortet = Arrays.copyOf(hel, lengde);
            assertThatThrownBy(() -> pakketUt(avkortet))
                    .as("of %d bytes", lengde)
                    .isInstanceOf(UbrukeligSikkerhetskopi.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../ut",
                "..",
                "/etc/ut",
                "register/../../ut",
                "register/./a",
                "register//a",
                "register/",
                ".skjult",
                "register/.laas",
                "a\\b",
                "a b",
                "a/b/c/d/e",
                "",
                "register/å"
            })
    void noEntryCanLeadOutOfTheFolder(String navn) throws IOException {
        Sjekksum sum = Sjekksum.av(new ByteArrayInputStream(new byte[] {1}), () -> {});
        byte[] zip =
                zip(Map.of(navn.isEmpty() ? "tom" : navn, new byte[] {1}), manifest(navn, sum.byter(), sum.sha256()));

        assertThatThrownBy(() -> pakketUt(zip)).isInstanceOf(UbrukeligSikkerhetskopi.class);

        try (Stream<Path> alt = Files.list(rot.getParent())) {
            assertThat(alt).noneMatch(sti -> sti.endsWith("ut"));
        }
        assertThat(rot.resolve("ut")).doesNotExist();
        assertThat(Manifest.erTrygt(navn)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0", "4", "6", "9223372036854775807", "-1"})
    void oneThatIsLongerOrShorterThanTheManifestSaysIsRefused(long stoerrelse) throws IOException {
        byte[] fem = "12345".getBytes(UTF_8);
        Sjekksum sum = Sjekksum.av(new ByteArrayInputStream(fem), () -> {});
        assertThat(pakketUt(zip(Map.of("a", fem), manifest("a", 5, sum.sha256()))))
                .containsKey("a");

        byte[] zip = zip(Map.of("a", fem), manifest("a", stoerrelse, sum.sha256()));

        assertThatThrownBy(() -> pakketUt(zip)).isInstanceOf(UbrukeligSikkerhetskopi.class);
    }

    @Test
    void nothingIsUnpackedBeyondWhatTheManifestSays() throws IOException {
        byte[] bombe = zip(Map.of("a", new byte[50 << 20]), manifest("a", 10, "00"));
        assertThat(bombe.length).isLessThan(100_000);
        assertThatThrownBy(() -> pakketUt(bombe))
                .isInstanceOf(UbrukeligSikkerhetskopi.class)
                .hasMessageContaining("a i den er ikke som da kopien ble laget");
        try (Stream<Path> alt = Files.walk(rot)) {
            assertThat(alt.filter(sti -> sti.endsWith("a")))
                    .allSatisfy(sti -> assertThat(sti).hasSize(0));
        }
    }

    @Test
    void theEntriesAreThoseOfTheManifestAndNoOthers() throws IOException {
        byte[] a = {1};
        String sum = Sjekksum.av(new ByteArrayInputStream(a), () -> {}).sha256();
        for (byte[] zip : List.of(
                zip(Map.of("a", a, "b", a), manifest("a", 1, sum)),
                zip(Map.of("b", a), manifest("a", 1, sum)),
                zip(Map.of(), manifest("a", 1, sum)),
                zip(Map.of("a", a), manifest("a", 1, sum).replace("\"form\"", "\"fo\"")),
                zip(Map.of("a", a), "[]"),
                zip(Map.of("a", a), ""),
                zip(Map.of("a", a), manifest("a", 1, sum) + "{}"),
                zip(Map.of("a", a), manifest("a", 1, sum).replace("\"filer\"", "\"form\":1,\"filer\"")),
                zip(
                        Map.of("a", a),
                        manifest("a", 1, sum).replace(SUM.sum(), SUM.sum().replace('a', 'b'))))) {
            assertThatThrownBy(() -> pakketUt(zip)).isInstanceOf(UbrukeligSikkerhetskopi.class);
        }
    }

    @Test
    void whatALaterVersionAddsToTheManifestIsLetBeAndALaterFormIsRefused() throws IOException {
        byte[] a = {1};
        String sum = Sjekksum.av(new ByteArrayInputStream(a), () -> {}).sha256();
        String mer = manifest("a", 1, sum).replace("\"filer\"", "\"nytt\":[{\"a\":[1]}],\"ogsaa\":null,\"filer\"");
        assertThat(pakketUt(zip(Map.of("a", a), mer))).containsOnlyKeys("a");

        byte[] nyere = zip(Map.of("a", a), manifest("a", 1, sum).replace("\"form\":1", "\"form\":2"));
        assertThatThrownBy(() -> pakketUt(nyere))
                .isInstanceOf(UbrukeligSikkerhetskopi.class)
                .hasMessageContaining("nyere versjon av rrh");
    }

    @Test
    void aManifestLargerThanAnyIsNotReadToItsEnd() throws IOException {
        byte[] zip = zip(Map.of(), " ".repeat(50 << 20));
        assertThatThrownBy(() -> pakketUt(zip))
                .isInstanceOf(UbrukeligSikkerhetskopi.class)
                .hasMessageContaining("manifestet kan ikke leses");
    }

    @Test
    void whoeverIsToldOfProgressMayEndIt() throws IOException {
        assertThatThrownBy(() -> new Kopiskriver(OutputStream.nullOutputStream(), LAGET, SikkerhetskopiTest::avbryt)
                        .leggTil("register/rrh.mv.db", data.resolve("register/rrh.mv.db"), Pakking.RASK))
                .isInstanceOf(CancellationException.class);
        Files.write(kopi, skrevet());
        try (Kopileser leser = Kopileser.aapne(kopi)) {
            assertThatThrownBy(() -> leser.pakkUt(rot.resolve("ut"), SikkerhetskopiTest::avbryt))
                    .isInstanceOf(CancellationException.class);
        }
    }

    private static void avbryt(long antall) {
        throw new CancellationException("enough");
    }

    @Test
    void aFileThatThereIsNoRoomForIsToldOfAsThat() throws IOException {
        legg("register/stor", new byte[4 << 20]);
        innhold = filer(data);
        Files.write(kopi, skrevet());
        try (Barneprosess prosess = Barneprosess.startMedFilgrense(2_048, Utpakker.class, kopi, rot.resolve("ut"))) {
            assertThat(prosess.linjer()).containsExactly("full");
        }
    }

    /** A process with a limit to how large a file may be. */
    static final class Utpakker {
        private Utpakker() {}

        public static void main(String[] argumenter) {
            try (Kopileser leser = Kopileser.aapne(Path.of(argumenter[0]))) {
                leser.pakkUt(Path.of(argumenter[1]), lest -> {});
                System.out.println("unpacked");
            } catch (DiskenErFull e) {
                System.out.println("full");
            }
        }
    }

    private static String manifest(String navn, long stoerrelse, String sha256) {
        return """
                {"form":1,"laget":"2026-11-29T03:04:05.678Z","miljoe":"test","skjema":"004","sekvensnummer":42,
                 "kontrollsum":"%s",
                 "tabeller":[{"navn":"sekvens","rader":1,"sum":"ab"},{"navn":"endring","rader":42,"sum":"cd"}],
                 "filer":[{"navn":"%s","stoerrelse":%d,"sha256":"%s"}]}""".formatted(SUM.sum(), navn.replace("\\", "\\\\"), stoerrelse, sha256);
    }

    private static byte[] zip(Map<String, byte[]> filer, String manifest) throws IOException {
        ByteArrayOutputStream ut = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(ut)) {
            for (Map.Entry<String, byte[]> fil : new TreeMap<>(filer).entrySet()) {
                zip.putNextEntry(new ZipEntry(fil.getKey()));
                zip.write(fil.getValue());
            }
            zip.putNextEntry(new ZipEntry("manifest.json"));
            zip.write(manifest.getBytes(UTF_8));
        }
        return ut.toByteArray();
    }
}
