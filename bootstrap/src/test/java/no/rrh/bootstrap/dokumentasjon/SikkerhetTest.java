package no.rrh.bootstrap.dokumentasjon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs/sikkerhet.md says is proven is proven by a test that is there. */
class SikkerhetTest {
    private static final Path ROT = Path.of("..");
    private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|IT))(?:\\.(\\w+))?`");

    /** Those that the issue asks for at least. */
    private static final List<String> KRAV = List.of(
            "1.2.4", "1.5.3", "2.2.1", "2.4.1", "4.1.4", "4.2.1", "8.2.2", "8.2.3", "9.1.2", "9.1.3", "9.2.1", "10.3.2",
            "16.3.2", "16.4.2", "16.5.3");

    @Test
    void everyTestThatIsNamedIsThere() throws IOException {
        Map<String, String> klasser = testklasser();
        List<MatchResult> nevnt = TEST.matcher(dokumentet()).results().toList();
        assertThat(nevnt).hasSizeGreaterThan(30);
        for (MatchResult test : nevnt) {
            assertThat(klasser).containsKey(test.group(1));
            if (test.group(2) != null) {
                assertThat(klasser.get(test.group(1))).as(test.group(1)).contains("void " + test.group(2) + "(");
            }
        }
    }

    @Test
    void everyRequirementHasATest() throws IOException {
        List<String> rader = dokumentet()
                .lines()
                .filter(linje -> linje.matches("\\| \\d+\\.\\d+\\.\\d+ .*"))
                .toList();
        assertThat(rader).allSatisfy(rad -> assertThat(TEST.matcher(rad).find()).isTrue());
        for (String krav : KRAV) {
            assertThat(rader).as(krav).anySatisfy(rad -> assertThat(rad).startsWith("| " + krav + " "));
        }
    }

    private static String dokumentet() throws IOException {
        return Files.readString(ROT.resolve("docs").resolve("sikkerhet.md"));
    }

    private static Map<String, String> testklasser() throws IOException {
        Map<String, String> klasser = new HashMap<>();
        for (String modul : List.of("domain", "application", "adapters-http", "adapters-persistence", "bootstrap")) {
            try (Stream<Path> filer = Files.walk(ROT.resolve(modul).resolve("src/test/java"))) {
                for (Path fil :
                        filer.filter(en -> en.toString().endsWith(".java")).toList()) {
                    klasser.put(fil.getFileName().toString().replace(".java", ""), Files.readString(fil));
                }
            }
        }
        return klasser;
    }
}
