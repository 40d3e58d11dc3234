package no.rrh.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The README's table of settings is that of the code. */
class ReadmeTest {
    @Test
    void theTableOfSettingsNamesEachSettingAndItsDefault() throws IOException {
        List<String> rader = Files.readAllLines(Path.of("..", "README.md")).stream()
                .filter(linje -> linje.startsWith("|") && linje.contains("`RRH_"))
                .map(linje -> linje.substring(0, linje.lastIndexOf('|', linje.length() - 2) + 1))
                .toList();

        assertThat(rader)
                .containsExactlyElementsOf(
                        Arrays.stream(Innstilling.values()).map(ReadmeTest::rad).toList());
    }

    private static String rad(Innstilling innstilling) {
        // --config names the file, so it cannot stand in it
        String noekkel = innstilling == Innstilling.CONFIG ? "" : "`" + innstilling.noekkel() + "` ";
        String standard = innstilling.standard().map(s -> "`" + s + "` ").orElse("");
        return "| " + noekkel + "| `" + innstilling.flagg() + "` | `" + innstilling.variabel() + "` | " + standard
                + "|";
    }
}
