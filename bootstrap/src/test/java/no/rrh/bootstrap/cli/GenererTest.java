package no.rrh.bootstrap.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command as it is run, without a data folder. */
class GenererTest {
    private static final Pattern PAKKING = Pattern.compile("gzip pakker (\\d+),(\\d) : 1");

    @TempDir
    private Path mappe;

    private record Svar(int kode, byte[] ut, String feil) {}

    private static Svar generer(String... valg) {
        ByteArrayOutputStream ut = new ByteArrayOutputStream();
        ByteArrayOutputStream feil = new ByteArrayOutputStream();
        String[] alle = Stream.concat(Stream.of("generer"), Stream.of(valg)).toArray(String[]::new);
        int kode = new Kommandolinje(
                        Map.of(),
                        new ByteArrayInputStream(new byte[0]),
                        new PrintStream(ut, true, UTF_8),
                        new PrintStream(feil, true, UTF_8))
                .kjoer(alle);
        return new Svar(kode, ut.toByteArray(), feil.toString(UTF_8));
    }

    private Path fil(String navn) {
        return mappe.resolve(navn);
    }

    /** To be renewed when what is generated is meant to be something else: a seed of before then gives another register. */
    @Test
    void theSameSeedGivesTheSameBytesOnEveryMachine() throws Exception {
        Svar svar = generer("--antall", "300", "--froe", "7", "--ut", "-");

        assertThat(svar.kode()).as(svar.feil()).isZero();
        assertThat(new String(svar.ut(), UTF_8).lines()).hasSize(300);
        byte[] sum = MessageDigest.getInstance("SHA-256").digest(svar.ut());
        assertThat(String.format("%064x", new BigInteger(1, sum)))
                .isEqualTo("20ccbf19f134cd12cd15ddc523b170e45b7b7c24bed1c95597de4cf3cf0a9e00");
    }

    @Test
    void theNameTellsTheFormAndWhatIsInItIsTheSame() throws IOException {
        byte[] linjer = generer("--antall", "50", "--ut", "-", "--stille").ut();
        assertThat(generer("--antall", "50", "--ut", fil("a.jsonl.gz").toString())
                        .kode())
                .isZero();
        assertThat(generer("--antall", "50", "--ut", fil("a.jsonl.zip").toString())
                        .kode())
                .isZero();
        assertThat(generer("--antall", "50", "--ut", fil("a.json").toString()).kode())
                .isZero();

        try (InputStream gzip = new GZIPInputStream(Files.newInputStream(fil("a.jsonl.gz")));
                ZipInputStream zip = new ZipInputStream(Files.newInputStream(fil("a.jsonl.zip")))) {
            assertThat(gzip.readAllBytes()).isEqualTo(linjer);
            assertThat(zip.getNextEntry().getName()).isEqualTo("register.jsonl");
            assertThat(zip.readAllBytes()).isEqualTo(linjer);
        }
        assertThat(Files.readString(fil("a.json"))).startsWith("[").endsWith("]");
    }

    @Test
    void itPacksNoBetterThanARealOne() {
        Svar svar = generer("--antall", "10000", "--ut", fil("a.jsonl.gz").toString());

        assertThat(svar.kode()).as(svar.feil()).isZero();
        Matcher pakking = PAKKING.matcher(svar.feil());
        assertThat(pakking.find()).as(svar.feil()).isTrue();
        assertThat(Double.parseDouble(pakking.group(1) + "." + pakking.group(2)))
                .isBetween(6.0, 10.0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "--ut a;mangler --antall N",
                "--antall 5;mangler --ut FIL",
                "--antall mange --ut a;--antall: forventet et heltall",
                "--antall 5 --froe x --ut a;--froe: forventet et heltall",
                "--antall 0 --ut a;antall må være fra 1 til 5000000",
                "--antall 5000001 --ut a;antall må være fra 1 til 5000000",
                "--antall 5 --ut a --data x;ukjent valg"
            })
    void whatCannotBeIsRefusedAndTheFileIsAsItWas(String valg, String melding) throws IOException {
        Path fil = Files.writeString(fil("a"), "den forrige");
        Svar svar = generer(valg.replace("--ut a", "--ut " + fil).split(" "));

        assertThat(svar.kode()).isNotZero();
        assertThat(svar.feil().lines()).hasSize(1).first().asString().contains(melding);
        assertThat(fil).hasContent("den forrige");
        try (Stream<Path> innhold = Files.list(mappe)) {
            assertThat(innhold).containsExactly(fil);
        }
    }

    @Test
    void aFileThatCannotBeWrittenIsToldOf() {
        Svar svar = generer("--antall", "5", "--ut", fil("finnes-ikke/a.jsonl").toString());

        assertThat(svar.kode()).isEqualTo(1);
        assertThat(svar.feil()).contains("filen kan ikke skrives").doesNotContain("Exception");
    }
}
