package no.rrh.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The README's table of settings is made from the code. After a setting has changed it is made anew with
 * {@code -Dreadme.forny=true}, which always fails, so that a renewal is never mistaken for a test.
 */
class ReadmeTest {
    private static final Path README = Path.of("..", "README.md");
    private static final String HODE = "| key in the file | flag | variable | default | |\n|---|---|---|---|---|\n";

    @Test
    void theTableOfSettingsIsTheOneOfTheCode() throws IOException {
        String readme = Files.readString(README);
        int fra = readme.indexOf(HODE);
        int til = readme.indexOf("\n\n", fra) + 1;
        String tabell =
                HODE + Arrays.stream(Innstilling.values()).map(ReadmeTest::rad).collect(Collectors.joining());

        if (Boolean.getBoolean("readme.forny")) {
            Files.writeString(README, readme.substring(0, fra) + tabell + readme.substring(til));
            throw new AssertionError("The table was made anew: read the difference");
        }
        assertThat(readme.substring(fra, til)).isEqualTo(tabell);
    }

    private static String rad(Innstilling innstilling) {
        // --config names the file, so it cannot stand in it
        String noekkel = innstilling == Innstilling.CONFIG ? "" : "`" + innstilling.noekkel() + "` ";
        String standard = innstilling.standard().map(s -> "`" + s + "` ").orElse("");
        return "| " + noekkel + "| `" + innstilling.flagg() + "` | `" + innstilling.variabel() + "` | " + standard
                + "| " + innstilling.forLesereAvReadme() + " |\n";
    }
}
