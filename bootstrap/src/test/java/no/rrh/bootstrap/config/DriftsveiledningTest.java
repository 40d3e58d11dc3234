package no.rrh.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The settings that the operator's guide gives as examples are settings. */
class DriftsveiledningTest {
    private static final Path DOKUMENTER = Path.of("..", "docs");

    @TempDir
    private Path mappe;

    private static Innstillinger les(Path fil) {
        return Innstillinger.les(Map.of(Innstilling.CONFIG, fil.toString()), Map.of());
    }

    @Test
    void theFileForProductionIsReadAsItStands() {
        Innstillinger innstillinger = les(DOKUMENTER.resolve("drift").resolve("rrh.properties"));

        assertThat(innstillinger.miljoe()).isEqualTo(Miljoe.PRODUKSJON);
        assertThat(innstillinger.data()).isEqualTo(Path.of("/var/lib/rrh"));
        assertThat(innstillinger.utsteder().orElseThrow().navn()).isEqualTo("https://maskinporten.no/");
    }

    @Test
    void soAreTheLinesForTest() throws IOException {
        String linjer = Files.readAllLines(DOKUMENTER.resolve("drift.md")).stream()
                .dropWhile(linje -> !linje.equals("    miljoe=test"))
                .takeWhile(linje -> !linje.isBlank())
                .map(String::strip)
                .collect(Collectors.joining("\n"));

        Innstillinger innstillinger = les(Files.writeString(mappe.resolve("test.properties"), linjer));

        assertThat(innstillinger.miljoe()).isEqualTo(Miljoe.TEST);
        assertThat(innstillinger.tilgang().ipfilter().orElseThrow().proxyer()).hasSize(1);
    }
}
