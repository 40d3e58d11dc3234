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
        Path bods = bods(naa);
        Files.move(bods, bods.resolveSibling(medTid(bods, "20250601T220000000Z")));
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

    /** As after an upgrade from a version that knew no BODS, without waiting for the next midnight. */
    @Test
    void aTotalbestandWithoutBodsIsMadeAnewAtTheStartAndOnlyWhereThereIsToBeBods() throws IOException {
        Path data = Felles.mappe();
        Path arkiv = data.resolve("totalbestand");
        try (Rrhprosess server = Rrhprosess.serve(data, "--totalbestand-bods", "nei")) {
            Vent.til("the first is made", LENGST, () -> filer(arkiv).size() == 1);
            Raa.Svar svar = bods(server, data);
            assertThat(svar.status()).isEqualTo(404);
            assertThat(svar.json().get("message").asText()).contains("lages ikke som bods");
        }
        try (Stream<Path> innhold = Files.list(arkiv)) {
            assertThat(innhold).noneMatch(fil -> fil.toString().contains(".bods-"));
        }
        try (Rrhprosess server = Rrhprosess.serve(data, "--totalbestand-cron", "av")) {
            Vent.til("the other is made", LENGST, () -> server.logg().contains("Made the totalbestand"));
            assertThat(server.logg()).containsPattern("Making a totalbestand reason=\"?not there in every format");
            assertThat(bods(server, data).status()).isEqualTo(200);
            assertThat(filer(arkiv)).hasSize(2);
        }
    }

    private static Raa.Svar bods(Rrhprosess server, Path data) {
        return Raa.send(
                server.adresse(),
                "GET",
                "/api/oppslag/v1/virksomheter/totalbestand?format=bods",
                "Authorization: Bearer " + Felles.token(data, "--scope", Felles.OFFENTLIG));
    }

    private static String medTid(Path fil, String tid) {
        return fil.getFileName().toString().replaceFirst("\\d{8}T\\d{9}Z", tid);
    }

    /** The one of BODS that belongs to it. */
    private static Path bods(Path json) throws IOException {
        String begynnelse = json.getFileName().toString().replace(".zip", ".bods-");
        try (Stream<Path> innhold = Files.list(json.getParent())) {
            return innhold.filter(fil -> fil.getFileName().toString().startsWith(begynnelse))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Those of JSON in service. */
    private static List<Path> filer(Path arkiv) {
        try (Stream<Path> innhold = Files.list(arkiv)) {
            return innhold.filter(fil -> fil.toString().matches(".*-[0-9a-f]{64}\\.zip"))
                    .filter(fil -> !fil.toString().contains(".bods-"))
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
