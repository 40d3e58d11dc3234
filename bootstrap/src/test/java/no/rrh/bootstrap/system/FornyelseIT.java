package no.rrh.bootstrap.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The renewal of the totalbestand, against the fat JAR. The name of a file carries when it was made. */
class FornyelseIT {
    private static final Duration LENGST = Duration.ofSeconds(30);

    @Test
    void whatWasMissedWhileTheServerWasDownIsMadeUpForAndWhatIsTooOldIsDeleted() throws IOException {
        Path data = Felles.mappe();
        Path arkiv = data.resolve("totalbestand");
        try (Rrhprosess server = Rrhprosess.serve(data)) {
            Vent.til("the first is made", LENGST, () -> filer(arkiv).size() == 1);
            assertThat(server.logg()).containsPattern("Making a totalbestand reason=\"?none there");
        }
        Path naa = filer(arkiv).get(0);
        Path gammel = Files.move(naa, arkiv.resolve(medTid(naa, "20250601T220000000Z")));
        Path eldre = Files.copy(gammel, arkiv.resolve(medTid(naa, "20250531T220000000Z")));

        try (Rrhprosess server = Rrhprosess.serve(data)) {
            Vent.til("a new one is made", LENGST, () -> server.logg().contains("Made the totalbestand"));

            assertThat(server.logg()).containsPattern("Making a totalbestand reason=\"?caught up");
            assertThat(eldre).doesNotExist();
            assertThat(gammel)
                    .as("the one that was replaced stays until the next")
                    .exists();
            Path ny = filer(arkiv).stream()
                    .filter(fil -> !fil.equals(gammel))
                    .findFirst()
                    .orElseThrow();
            String sha256 = ny.getFileName().toString().split("[-.]")[3];
            assertThat(server.logg())
                    .containsPattern("Made the totalbestand ms=\"?\\d+\"? bytes=\"?" + Files.size(ny) + "\"? sha256=\"?"
                            + sha256 + "\"? sekvensnummer=\"?" + Testdatatall.ENDRINGER);
            Raa.Svar svar = Raa.send(
                    server.adresse(),
                    "GET",
                    "/api/virksomheter/json",
                    "Authorization: Bearer " + Felles.token(data, "--scope", Felles.OFFENTLIG));
            assertThat(svar.header("ETag")).isEqualTo(Optional.of("\"" + sha256 + "\""));
            assertThat(svar.kropp()).isEqualTo(Files.readAllBytes(ny));
        }
    }

    private static String medTid(Path fil, String tid) {
        return fil.getFileName().toString().replaceFirst("\\d{8}T\\d{9}Z", tid);
    }

    /** Those in service. */
    private static List<Path> filer(Path arkiv) {
        try (Stream<Path> innhold = Files.list(arkiv)) {
            return innhold.filter(fil -> fil.toString().endsWith(".zip")).toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
