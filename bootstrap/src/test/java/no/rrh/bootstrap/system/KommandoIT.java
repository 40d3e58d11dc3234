package no.rrh.bootstrap.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands of the fat JAR. */
class KommandoIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static Path fil(String innhold) {
        try {
            return Files.writeString(Felles.mappe().resolve("inn.json"), innhold);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aTokenHasMaskinportensClaimsAndStandsAloneOnStandardOutput() throws IOException {
        Rrhprosess.Resultat resultat = Rrhprosess.kjoer(
                "token",
                "--data",
                Felles.data().toString(),
                "--scope",
                "brreg:reelle/offentlig",
                "--scope",
                "noe:helt/annet",
                "--consumer",
                "314208641",
                "--supplier",
                "310274682",
                "--levetid",
                "2m");

        assertThat(resultat.kode()).isZero();
        assertThat(resultat.feil()).isEmpty();
        assertThat(resultat.ut()).matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+\n");
        String[] deler = resultat.ut().strip().split("\\.");
        JsonNode hode = JSON.readTree(Base64.getUrlDecoder().decode(deler[0]));
        JsonNode krav = JSON.readTree(Base64.getUrlDecoder().decode(deler[1]));
        assertThat(hode.has("kid")).isTrue();
        assertThat(hode.has("typ")).isFalse();
        assertThat(krav.get("iss").asText()).isEqualTo(Felles.server().adresse() + "/maskinporten/");
        assertThat(krav.get("scope").asText()).isEqualTo("brreg:reelle/offentlig noe:helt/annet");
        assertThat(krav.at("/consumer/ID").asText()).isEqualTo("0192:314208641");
        assertThat(krav.at("/supplier/ID").asText()).isEqualTo("0192:310274682");
        assertThat(krav.get("exp").asLong() - krav.get("iat").asLong()).isEqualTo(120);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--scope|",
                "--scope|a b",
                "--levetid|1",
                "--levetid|0s",
                "--levetid|9t",
                "--consumer|123",
                "--consumer|314208642",
                "--supplier|abc",
                "--ukjent|x",
            })
    void aWrongOptionOfTokenIsRefusedAndPrintsNothing(String valg, String verdi) {
        List<String> argumenter =
                new ArrayList<>(List.of("token", "--data", Felles.data().toString()));
        if (!valg.equals("--scope")) {
            argumenter.addAll(List.of("--scope", "brreg:reelle/offentlig"));
        }
        argumenter.addAll(List.of(valg, verdi == null ? "" : verdi));

        Rrhprosess.Resultat resultat = Rrhprosess.her(argumenter.toArray(String[]::new));

        assertThat(resultat.kode()).as(resultat.feil()).isEqualTo(2);
        assertThat(resultat.ut()).isEmpty();
        assertThat(resultat.feil().strip().lines()).hasSize(1);
    }

    @Test
    void aTokenNeedsAServerThatHasRunOnTheFolder() {
        Path tom = Felles.mappe();
        Rrhprosess.Resultat resultat = Rrhprosess.her("token", "--data", tom.toString(), "--scope", Felles.OFFENTLIG);

        assertThat(resultat.kode()).isEqualTo(2);
        assertThat(resultat.feil()).contains("start serveren på den med «serve» først");
        assertThat(tom).isEmptyDirectory();
    }

    @Test
    void whatIsImportedIsServedAndIsInTheNextTotalbestand() {
        Path data = Felles.mappe();
        Path fil = fil("[" + Poster.post("310000019", 1) + "," + Poster.post("310000027", 2) + "]");

        Rrhprosess.Resultat foerste = Rrhprosess.kjoer("importer", fil.toString(), "--data", data.toString());
        Rrhprosess.Resultat andre = Rrhprosess.kjoer("importer", fil.toString(), "--data", data.toString());
        Rrhprosess.Resultat bestand = Rrhprosess.kjoer("totalbestand", "--data", data.toString());

        assertThat(foerste.kode()).as(foerste.feil()).isZero();
        assertThat(foerste.feil()).contains("2 virksomheter lest, 2 endringer gjort");
        assertThat(andre.feil()).contains("2 virksomheter lest, 0 endringer gjort");
        assertThat(bestand.kode()).as(bestand.feil()).isZero();
        assertThat(bestand.feil()).contains("sekvensnummer 2");
        try (Rrhprosess server = Rrhprosess.serve(data)) {
            String token = "Authorization: Bearer " + Felles.token(data, "--scope", Felles.OFFENTLIG);
            assertThat(Raa.send(server.adresse(), "GET", "/api/virksomheter/310000027", token)
                            .status())
                    .isEqualTo(200);
            assertThat(Raa.send(server.adresse(), "GET", "/api/virksomheter/json", token)
                            .header("RRH-Sekvensnummer"))
                    .hasValue("2");
            // Not empty, so the test data stays out
            assertThat(Raa.send(server.adresse(), "GET", "/api/virksomheter/313513408", token)
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void aWrongRecordStopsTheImportWithItsPlaceAndChangesNothing() {
        Path data = Felles.mappe();
        Path fil = fil("[" + Poster.post("310000019", 1) + ",\n"
                + Poster.post("310000027", 2).replace("ErRegistrert", "ErTull") + "]");

        Rrhprosess.Resultat resultat = Rrhprosess.her("importer", fil.toString(), "--data", data.toString());

        assertThat(resultat.kode()).isEqualTo(1);
        assertThat(resultat.feil())
                .contains("linje 10", "organisasjonsnummer 310000027", "registreringsstatus", "Ingenting er importert")
                .doesNotContain("Exception");
        Rrhprosess.Resultat god = Rrhprosess.her(
                "importer", fil("[" + Poster.post("310000019", 1) + "]").toString(), "--data", data.toString());
        assertThat(god.feil()).contains("1 endringer gjort");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"finnes-ikke.json|kan ikke leses", "/|kan ikke leses"})
    void aFileThatCannotBeReadIsSaid(String fil, String grunn) {
        Rrhprosess.Resultat resultat =
                Rrhprosess.her("importer", fil, "--data", Felles.mappe().toString());

        assertThat(resultat.kode()).isEqualTo(1);
        assertThat(resultat.feil()).contains(grunn).doesNotContain("Exception");
    }

    @Test
    void aSecondServerOnTheSameFolderIsRefused() {
        Rrhprosess.Resultat resultat =
                Rrhprosess.her("serve", "--port", "0", "--data", Felles.data().toString());

        assertThat(resultat.kode()).as(resultat.feil()).isEqualTo(1);
        // the register is, or, where several instances may share that, the innsynslogg of the folder
        assertThat(resultat.feil())
                .containsAnyOf("i bruk", "skrives av en annen prosess")
                .doesNotContain("Exception");
        assertThat(Raa.send(
                                Felles.server().adresse(),
                                "GET",
                                "/api/virksomheter/313513408",
                                "Authorization: Bearer " + Felles.token(Felles.OFFENTLIG))
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RRH_PORTT|1|RRH_PORTT",
                "RRH_PORT|abc|port",
                "RRH_PORT|65536|port",
                "RRH_MILJOE|prod|miljoe",
                "RRH_STOPPTID|30|stopptid",
                "RRH_TOTALBESTAND_CRON|0 0 * *|totalbestand.cron",
                "RRH_CONFIG|finnes-ikke.properties|finnes-ikke.properties",
            })
    void anUnknownOrMalformedVariableStopsTheStartInOneLine(String navn, String verdi, String nevnt) {
        Rrhprosess.Resultat resultat = Rrhprosess.her(
                Map.of(navn, verdi), "serve", "--data", Felles.mappe().toString());

        assertThat(resultat.kode()).isEqualTo(2);
        assertThat(resultat.ut()).isEmpty();
        assertThat(resultat.feil().strip().lines()).singleElement().asString().contains(nevnt);
    }

    @Test
    void theFolderAndItsFilesAreClosedToOthers() throws IOException {
        Path data = Felles.mappe().resolve("ny");
        try (Rrhprosess server = Rrhprosess.serve(data)) {
            Felles.token(data, "--scope", Felles.OFFENTLIG);
            assertThat(server.adresse().getPort()).isPositive();
            Vent.til(
                    "the totalbestand is there in both formats",
                    Duration.ofSeconds(20),
                    () -> antall(data, ".zip") == 2);
            try (Stream<Path> alt = Files.walk(data)) {
                alt.forEach(sti -> assertThat(rettigheter(sti))
                        .as(sti.toString())
                        .isEqualTo(Files.isDirectory(sti) ? "rwx------" : "rw-------"));
            }
        }
    }

    @Test
    void aFolderThatIsUsedForSomethingElseIsLeftAlone() throws IOException {
        Path mappe = Files.createDirectory(
                Felles.mappe().resolve("annet"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        Files.writeString(mappe.resolve("noe.txt"), "noe");

        Rrhprosess.Resultat resultat = Rrhprosess.her("serve", "--port", "0", "--data", mappe.toString());

        assertThat(resultat.kode()).isEqualTo(2);
        assertThat(resultat.feil()).contains("datamappen");
        assertThat(rettigheter(mappe)).isEqualTo("rwxr-xr-x");
        try (Stream<Path> innhold = Files.list(mappe)) {
            assertThat(innhold).hasSize(1);
        }
    }

    @Test
    void helpAndVersionAreGivenAndNothingIsBadUse() {
        assertThat(Rrhprosess.her("--help").ut()).contains("serve", "token", "importer", "totalbestand");
        assertThat(Rrhprosess.kjoer("serve", "--help"))
                .satisfies(hjelp -> assertThat(hjelp.ut())
                        .contains("--port", "--maskinporten-utsteder")
                        .containsPattern("standard\\s+20%/1t"))
                .satisfies(hjelp -> assertThat(hjelp.feil()).isEmpty());
        assertThat(Rrhprosess.her("tilgang", "gi", "--help").ut())
                .contains("forskrift-3-11-1-a", "hvitvaskingsloven-4-1-o");
        assertThat(Rrhprosess.kjoer("--version").ut()).startsWith("rrh 0.");
        assertThat(Rrhprosess.her().kode()).isEqualTo(2);
        assertThat(Rrhprosess.her("tull").feil()).contains("tull");
    }

    private static long antall(Path mappe, String endelse) {
        try (Stream<Path> alt = Files.walk(mappe)) {
            return alt.filter(sti -> sti.toString().endsWith(endelse)).count();
        } catch (IOException | UncheckedIOException e) {
            return -1;
        }
    }

    private static String rettigheter(Path sti) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(sti));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
