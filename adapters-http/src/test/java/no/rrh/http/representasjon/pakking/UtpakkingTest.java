package no.rrh.http.representasjon.pakking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class UtpakkingTest {
    private static final byte[] JSON = "[{\"organisasjonsnummer\":\"314208641\"}] og litt til "
            .repeat(5_000)
            .getBytes(StandardCharsets.UTF_8);
    private static final byte[] LITE = "[]".getBytes(StandardCharsets.UTF_8);

    private static final String GZIP_AVKORTET = "gzip-filen er avkortet: den slutter før innholdet er ferdig";
    private static final String GZIP_FEIL_SUM =
            "gzip-filen er skadet: innholdet stemmer ikke med kontrollsummen (CRC) eller lengden i filen";
    private static final String ZIP_AVKORTET =
            "ZIP-filen er avkortet: den slutter før innholdet og innholdsfortegnelsen er ferdige";
    private static final String ZIP_FEIL_SUM =
            "ZIP-filen er skadet: innholdet stemmer ikke med kontrollsummen (CRC) eller størrelsen i filen";
    private static final String ZIP_KATALOG = "ZIP-filen er skadet: innholdsfortegnelsen stemmer ikke med filen i den";
    private static final String ZIP_NAVN =
            "filen i ZIP-filen har ikke et rent filnavn; forventet et navn uten sti, «..», «\\» og stasjon";
    private static final String LAG = "filen er pakket i flere lag; forventet JSON direkte i gzip- eller ZIP-filen";

    /** Whatever is right, and what is in it. */
    static Stream<Arguments> rette() throws IOException {
        return Stream.of(
                Arguments.of("nothing", new byte[0], new byte[0]),
                Arguments.of("one byte", new byte[] {0x1F}, new byte[] {0x1F}),
                Arguments.of("plain", JSON, JSON),
                Arguments.of("gzip", gzip(JSON), JSON),
                Arguments.of("gzip of nothing", gzip(new byte[0]), new byte[0]),
                Arguments.of(
                        "gzip of several members",
                        sammen(gzip(JSON), gzip(LITE), gzip(JSON)),
                        sammen(JSON, LITE, JSON)),
                Arguments.of("gzip with everything in its header", gzipMedAlt(JSON), JSON),
                Arguments.of("ZIP of the JDK", jdkZip(JSON, "register.json"), JSON),
                Arguments.of("ZIP", zip(JSON, z -> {}), JSON),
                Arguments.of("ZIP of nothing", zip(new byte[0], z -> {}), new byte[0]),
                Arguments.of("ZIP, stored", zip(JSON, z -> z.metode = Zip.LAGRET), JSON),
                Arguments.of("ZIP, stored, of nothing", zip(new byte[0], z -> z.metode = Zip.LAGRET), new byte[0]),
                Arguments.of("ZIP with a comment", zip(JSON, z -> z.kommentar = "fra registeret PK"), JSON),
                Arguments.of("ZIP, sizes after", zip(JSON, z -> z.beskrivelse = 4), JSON),
                Arguments.of("ZIP, sizes after, 64 bits", zip(JSON, z -> z.beskrivelse = 8), JSON),
                Arguments.of(
                        "ZIP, sizes after, no signature",
                        zip(JSON, z -> {
                            z.beskrivelse = 4;
                            z.signatur = false;
                        }),
                        JSON),
                Arguments.of(
                        "ZIP, sizes after, 64 bits, no signature",
                        zip(JSON, z -> {
                            z.beskrivelse = 8;
                            z.signatur = false;
                        }),
                        JSON),
                Arguments.of("Zip64", zip(JSON, z -> z.zip64 = true), JSON),
                Arguments.of(
                        "Zip64, stored",
                        zip(JSON, z -> {
                            z.zip64 = true;
                            z.metode = Zip.LAGRET;
                        }),
                        JSON),
                Arguments.of(
                        "Zip64, sizes after",
                        zip(JSON, z -> {
                            z.zip64 = true;
                            z.beskrivelse = 8;
                        }),
                        JSON),
                Arguments.of("ZIP of nothing, sizes after", zip(new byte[0], z -> z.beskrivelse = 8), new byte[0]),
                Arguments.of(
                        "ZIP with a name of another alphabet",
                        zip(JSON, z -> z.navn = "østregister 2026 📦.jsonl"),
                        JSON));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rette")
    void givesWhatIsInIt(String hva, byte[] fil, byte[] innhold) throws IOException {
        assertThat(les(new ByteArrayInputStream(fil))).isEqualTo(innhold);
        assertThat(les(enByteOmGangen(fil))).as("one byte at a time").isEqualTo(innhold);
    }

    /** A second member, or the end of a ZIP, may be slow to come. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("rette")
    void asksTheStreamForNothingBeyondItsEndAndLeavesItOpen(String hva, byte[] fil, byte[] innhold) throws IOException {
        boolean[] lukket = {false};
        InputStream stroem = new FilterInputStream(enByteOmGangen(fil)) {
            @Override
            public int available() {
                return 0;
            }

            @Override
            public void close() {
                lukket[0] = true;
            }
        };
        assertThat(les(stroem)).isEqualTo(innhold);
        assertThat(lukket[0]).isFalse();
    }

    static Stream<Arguments> gale() throws IOException {
        byte[] gz = gzip(JSON);
        byte[] zip = zip(JSON, z -> {});
        return Stream.of(
                gal(
                        "bytes after gzip",
                        sammen(gz, LITE),
                        "noe følger etter slutten av gzip-filen; filen skal slutte der"),
                gal(
                        "zeros after gzip",
                        sammen(gz, new byte[512]),
                        "noe følger etter slutten av gzip-filen; filen skal slutte der"),
                gal("gzip, wrong sum", endret(gz, gz.length - 8), GZIP_FEIL_SUM),
                gal("gzip, wrong length", endret(gz, gz.length - 1), GZIP_FEIL_SUM),
                gal("gzip, second member wrong", sammen(gz, endret(gz, gz.length - 8)), GZIP_FEIL_SUM),
                gal(
                        "gzip, not deflate",
                        med(gz, 2, 7),
                        "gzip-filen er pakket på en måte som ikke støttes; forventet deflate (metode 8)"),
                gal(
                        "gzip, flags of the future",
                        med(gz, 3, 0x80),
                        "gzip-filen er pakket på en måte som ikke støttes; forventet deflate (metode 8)"),
                gal("gzip, not deflated", med(gz, 10, 0xFF), "gzip-filen er skadet: innholdet kan ikke pakkes ut"),
                gal(
                        "gzip, a name without end",
                        sammen(
                                Arrays.copyOf(med(gz, 3, 8), 10),
                                "x".repeat(70_000).getBytes(StandardCharsets.US_ASCII)),
                        "gzip-filen er skadet: filnavnet eller kommentaren i den tar ikke slutt"),
                gal("gzip in gzip", gzip(gz), LAG),
                gal("ZIP in gzip", gzip(zip), LAG),
                gal("gzip in ZIP", zip(gz, z -> {}), LAG),
                gal("ZIP in ZIP", zip(zip, z -> z.metode = Zip.LAGRET), LAG),
                gal("empty ZIP in ZIP", zip(tomZip(), z -> {}), LAG),
                gal("no file in the ZIP", tomZip(), "ZIP-filen er tom; forventet nøyaktig én fil i den"),
                gal(
                        "part of a ZIP",
                        sammen(new byte[] {'P', 'K', 7, 8}, zip),
                        "ZIP-filen er delt i flere deler; forventet én hel ZIP-fil"),
                gal(
                        "two files",
                        jdkZip(JSON, "a.json", "b.json"),
                        "ZIP-filen inneholder mer enn én fil; forventet nøyaktig én"),
                gal(
                        "a folder",
                        jdkZip(LITE, "mappe/"),
                        "ZIP-filen inneholder en mappe; forventet nøyaktig én fil og ingen mappe"),
                gal(
                        "a folder after the file",
                        jdkZip(LITE, "a.json", "mappe/"),
                        "ZIP-filen inneholder mer enn én fil; forventet nøyaktig én"),
                gal(
                        "encrypted",
                        zip(JSON, z -> z.flagg = 1),
                        "innholdet i ZIP-filen er kryptert; forventet en ZIP-fil uten passord"),
                gal(
                        "encrypted strongly",
                        zip(JSON, z -> z.flagg = 1 << 6),
                        "innholdet i ZIP-filen er kryptert; forventet en ZIP-fil uten passord"),
                gal(
                        "encrypted with AES",
                        zip(JSON, z -> z.metode = 99),
                        "innholdet i ZIP-filen er kryptert; forventet en ZIP-fil uten passord"),
                gal(
                        "another method",
                        zip(JSON, z -> z.metode = 14),
                        "filen i ZIP-filen er pakket med metode 14, som ikke støttes; forventet deflate (metode 8)"),
                gal(
                        "stored, sizes after",
                        zip(JSON, z -> {
                            z.metode = Zip.LAGRET;
                            z.beskrivelse = 4;
                        }),
                        "filen i ZIP-filen er lagt upakket i den uten at størrelsen står foran, og kan ikke leses som en strøm;"
                                + " forventet deflate (metode 8)"),
                gal("ZIP, wrong sum", zip(JSON, z -> z.crc++), ZIP_FEIL_SUM),
                gal(
                        "ZIP, wrong sum after",
                        zip(JSON, z -> {
                            z.crc++;
                            z.beskrivelse = 4;
                        }),
                        ZIP_FEIL_SUM),
                gal(
                        "ZIP, stored, wrong sum",
                        zip(JSON, z -> {
                            z.crc++;
                            z.metode = Zip.LAGRET;
                        }),
                        ZIP_FEIL_SUM),
                gal("ZIP, larger than it says", med(zip, 22, 1), ZIP_FEIL_SUM),
                gal(
                        "ZIP, ends later than it says",
                        med(zip, 18, zip[18] - 1),
                        "ZIP-filen er skadet: innholdet kan ikke pakkes ut"),
                gal("ZIP, ends earlier than it says", med(zip, 18, zip[18] + 1), ZIP_FEIL_SUM),
                gal(
                        "ZIP, not deflated",
                        med(zip, 30 + "register.json".length(), 0xFF),
                        "ZIP-filen er skadet: innholdet kan ikke pakkes ut"),
                gal("listed with another sum", zip(JSON, z -> z.crcIKatalogen++), ZIP_KATALOG),
                gal("listed by another name", zip(JSON, z -> z.navnIKatalogen = "annet.json"), ZIP_KATALOG),
                gal("listed as two", zip(JSON, z -> z.antall = 2), ZIP_KATALOG),
                gal("not listed", zip(JSON, z -> z.antall = 0), ZIP_KATALOG),
                gal(
                        "something before the list",
                        zip(JSON, z -> z.foerKatalogen = new byte[] {1, 2, 3, 4}),
                        "ZIP-filen er skadet: innholdsfortegnelsen er ikke der den skal være"),
                gal(
                        "bytes after the ZIP",
                        sammen(zip, new byte[1]),
                        "noe følger etter slutten av ZIP-filen; filen skal slutte der"),
                gal(
                        "a ZIP after the ZIP",
                        sammen(zip, zip),
                        "noe følger etter slutten av ZIP-filen; filen skal slutte der"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("gale")
    void refusesWhatIsWrongInOurWordsBeforeItSaysThatItIsAtTheEnd(String hva, byte[] fil, String melding) {
        for (InputStream stroem : List.of(new ByteArrayInputStream(fil), enByteOmGangen(fil))) {
            assertThatThrownBy(() -> les(stroem))
                    .isExactlyInstanceOf(Pakkefeil.class)
                    .hasMessage(melding)
                    .hasNoCause();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mappe/register.json",
                "/register.json",
                "../register.json",
                "..",
                "a..json",
                "mappe\\register.json",
                "\\\\maskin\\register.json",
                "C:register.json",
                "z:\\register.json",
                "",
                "register\u0000.json",
                "register\n.json"
            })
    void refusesANameThatIsMoreThanAName(String navn) {
        assertThatThrownBy(() -> les(new ByteArrayInputStream(zip(JSON, z -> z.navn = navn))))
                .isExactlyInstanceOf(Pakkefeil.class)
                .hasMessage(ZIP_NAVN);
    }

    /** With the top bit set a size of 64 bits is negative, and a reader that trusts it reads nothing for ever. */
    @ParameterizedTest
    @ValueSource(bytes = {(byte) 0x80, (byte) 0xFF})
    void refusesASizeThatNoFileHas(byte oeverst) {
        byte[] zip = zip(JSON, z -> {
            z.zip64 = true;
            z.metode = Zip.LAGRET;
        });
        // local header: 30 bytes, the name, then the extra field's id and length, and the two sizes
        int felt = 30 + (zip[26] & 0xFF | (zip[27] & 0xFF) << 8) + 4;
        zip[felt + 15] = oeverst;

        assertThatThrownBy(() -> les(new ByteArrayInputStream(zip)))
                .isExactlyInstanceOf(Pakkefeil.class)
                .hasMessageContaining("størrelsen");
    }

    @Test
    void everyPrefixOfAPackedFileIsRefusedAsTruncated() throws IOException {
        byte[] stoey = new byte[200];
        new Random(3).nextBytes(stoey);
        for (byte[] gz : List.of(gzip(stoey), gzipMedAlt(stoey))) {
            assertAvkortet(gz, 2, GZIP_AVKORTET);
        }
        for (byte[] zip : List.of(
                zip(stoey, z -> {}),
                zip(stoey, z -> z.beskrivelse = 4),
                zip(stoey, z -> z.metode = Zip.LAGRET),
                zip(stoey, z -> z.zip64 = true),
                zip(stoey, z -> z.kommentar = "slutt"))) {
            assertAvkortet(zip, 4, ZIP_AVKORTET);
        }
    }

    private static void assertAvkortet(byte[] fil, int fra, String melding) {
        for (int lengde = fra; lengde < fil.length; lengde++) {
            byte[] avkortet = Arrays.copyOf(fil, lengde);
            assertThatThrownBy(() -> les(new ByteArrayInputStream(avkortet)))
                    .as("%d of %d bytes", lengde, fil.length)
                    .isExactlyInstanceOf(Pakkefeil.class)
                    .hasMessage(melding);
        }
    }

    /** Bits that go wrong on the way are found, or in a place that says nothing. */
    @Test
    void noChangedByteGivesOtherContentWithoutBeingRefused() throws IOException {
        byte[] stoey = new byte[200];
        new Random(4).nextBytes(stoey);
        for (byte[] fil : List.of(gzip(stoey), zip(stoey, z -> {}), zip(stoey, z -> z.beskrivelse = 8))) {
            for (int i = 4; i < fil.length; i++) {
                byte[] endret = endret(fil, i);
                Throwable feil = catchThrowable(
                        () -> assertThat(les(new ByteArrayInputStream(endret))).isEqualTo(stoey));
                assertThat(feil == null || feil instanceof Pakkefeil)
                        .as("byte %d: %s", i, feil)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void refusesAFileThatGrowsWithoutEnd(boolean gzip) throws IOException {
        long mebi = 1024 * 1024;
        long grense = Vekstgrense.FRITT_MIB * mebi;
        assertThat(lengde(bombe(grense, gzip))).isEqualTo(grense);
        Throwable feil = catchThrowable(() -> lengde(bombe(grense + mebi, gzip)));
        assertThat(feil).isExactlyInstanceOf(Pakkefeil.class);
        assertThat(feil)
                .hasMessage(
                        "innholdet i den pakkede filen er mer enn 200 ganger så stort som filen selv, og leses ikke videre;"
                                + " grensen gjelder det som er over 16 MiB. Er innholdet riktig, så importer filen upakket");
    }

    @Test
    void manySmallMembersAreOneFileToTheLimit() throws IOException {
        byte[] del = bombe(1024 * 1024, true);
        byte[][] deler = new byte[17][];
        Arrays.fill(deler, del);
        assertThatThrownBy(() -> lengde(sammen(deler))).isExactlyInstanceOf(Pakkefeil.class);
    }

    @Test
    void whatPacksAsWellAsARegisterCanIsReadWhateverItsSize() throws IOException {
        Random tilfeldig = new Random(5);
        ByteArrayOutputStream fil = new ByteArrayOutputStream();
        byte[] likt = new byte[1_000];
        byte[] ulikt = new byte[10];
        try (OutputStream gz = new GZIPOutputStream(fil)) {
            for (int i = 0; i < 40_000; i++) {
                tilfeldig.nextBytes(ulikt);
                gz.write(ulikt);
                gz.write(likt);
            }
        }
        assertThat(40_000 * 1_010L / fil.size()).isGreaterThan(50).isLessThan(Vekstgrense.GANGER);
        assertThat(lengde(fil.toByteArray())).isEqualTo(40_000 * 1_010L);
    }

    @Test
    void aStreamThatFailsIsNotAWrongFile() throws IOException {
        for (byte[] fil : List.of(gzip(JSON), zip(JSON, z -> {}), JSON)) {
            IOException disk = new IOException("disk");
            InputStream stroem = new InputStream() {
                private int lest;

                @Override
                public int read() throws IOException {
                    if (lest == 40) {
                        throw disk;
                    }
                    return fil[lest++] & 0xFF;
                }
            };
            // a stream that has given something says so first
            assertThat(catchThrowable(() -> les(enByteOmGangen(stroem)))).isSameAs(disk);
        }
    }

    private static Arguments gal(String hva, byte[] fil, String melding) {
        return Arguments.of(hva, fil, melding);
    }

    private static byte[] les(InputStream fil) throws IOException {
        try (InputStream innhold = new Utpakking(fil)) {
            byte[] lest = innhold.readAllBytes();
            assertThat(innhold.read()).as("the end stays the end").isNegative();
            return lest;
        }
    }

    private static long lengde(byte[] fil) throws IOException {
        try (InputStream innhold = new Utpakking(new ByteArrayInputStream(fil))) {
            return innhold.transferTo(OutputStream.nullOutputStream());
        }
    }

    private static InputStream enByteOmGangen(byte[] fil) {
        return enByteOmGangen(new ByteArrayInputStream(fil));
    }

    private static InputStream enByteOmGangen(InputStream fil) {
        return new FilterInputStream(fil) {
            @Override
            public int read(byte[] ut, int fra, int antall) throws IOException {
                return super.read(ut, fra, Math.min(antall, 1));
            }
        };
    }

    private static byte[] zip(byte[] innhold, Consumer<Zip> med) {
        Zip zip = new Zip(innhold);
        med.accept(zip);
        return zip.lag();
    }

    private static byte[] tomZip() {
        byte[] tom = new byte[22];
        System.arraycopy(new byte[] {'P', 'K', 5, 6}, 0, tom, 0, 4);
        return tom;
    }

    private static byte[] jdkZip(byte[] innhold, String... navn) throws IOException {
        ByteArrayOutputStream fil = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(fil)) {
            for (String ett : navn) {
                zip.putNextEntry(new ZipEntry(ett));
                zip.write(innhold);
            }
        }
        return fil.toByteArray();
    }

    private static byte[] gzip(byte[] innhold) throws IOException {
        ByteArrayOutputStream fil = new ByteArrayOutputStream();
        try (OutputStream gz = new GZIPOutputStream(fil)) {
            gz.write(innhold);
        }
        return fil.toByteArray();
    }

    /** With an extra field, a name, a comment and a sum of the header. */
    private static byte[] gzipMedAlt(byte[] innhold) throws IOException {
        byte[] gz = gzip(innhold);
        return sammen(
                Arrays.copyOf(med(gz, 3, 2 | 4 | 8 | 16), 10),
                new byte[] {3, 0, 1, 2, 3},
                "navn\0kommentar\0".getBytes(StandardCharsets.US_ASCII),
                new byte[] {7, 7},
                Arrays.copyOfRange(gz, 10, gz.length));
    }

    /** As small as deflate can make it. */
    private static byte[] bombe(long stoerrelse, boolean gzip) throws IOException {
        ByteArrayOutputStream fil = new ByteArrayOutputStream();
        try (DeflaterOutputStream ut = gzip ? new GZIPOutputStream(fil) : new ZipOutputStream(fil)) {
            if (ut instanceof ZipOutputStream zip) {
                zip.setLevel(Deflater.BEST_COMPRESSION);
                zip.putNextEntry(new ZipEntry("register.json"));
            }
            byte[] blankt = " ".repeat(1024 * 1024).getBytes(StandardCharsets.US_ASCII);
            for (long skrevet = 0; skrevet < stoerrelse; skrevet += blankt.length) {
                ut.write(blankt);
            }
        }
        return fil.toByteArray();
    }

    private static byte[] sammen(byte[]... deler) {
        ByteArrayOutputStream alt = new ByteArrayOutputStream();
        for (byte[] del : deler) {
            alt.writeBytes(del);
        }
        return alt.toByteArray();
    }

    private static byte[] endret(byte[] fil, int plass) {
        return med(fil, plass, fil[plass] ^ 0x55);
    }

    private static byte[] med(byte[] fil, int plass, int verdi) {
        byte[] endret = fil.clone();
        endret[plass] = (byte) verdi;
        return endret;
    }
}
