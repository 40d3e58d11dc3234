package no.rrh.bootstrap.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code klient opprett | liste | slett} of the fat JAR, beside a running server. */
class KlientIT {
    private static final List<String> GODE =
            List.of("--id", "feil", "--scope", Felles.OFFENTLIG, "--orgnr", "310000019");

    private static Rrhprosess.Resultat klient(String... argumenter) {
        return Rrhprosess.her(Stream.concat(
                        Stream.concat(Stream.of("klient"), Stream.of(argumenter)),
                        Stream.of("--data", Felles.data().toString()))
                .toArray(String[]::new));
    }

    @Test
    void aClientIsRegisteredShownAndRemoved() throws IOException {
        Path ut = Felles.mappe().resolve("ny");
        Rrhprosess.Resultat opprettet = klient(
                "opprett",
                "--id",
                "vist",
                "--scope",
                Felles.OFFENTLIG,
                "--scope",
                "annet:scope",
                "--orgnr",
                "310000019",
                "--delegert-fra",
                "310000027",
                "--ut",
                ut.toString());

        assertThat(opprettet.kode()).as(opprettet.feil()).isZero();
        assertThat(opprettet.ut()).isEmpty();
        assertThat(opprettet.feil())
                .contains("Klienten vist er registrert", ut.resolve("vist.pem").toString());
        for (String fil : List.of("vist.jwk.json", "vist.pem")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(ut.resolve(fil))))
                    .isEqualTo("rw-------");
        }
        JsonNode jwk = new ObjectMapper().readTree(ut.resolve("vist.jwk.json").toFile());

        assertThat(klient("liste").ut().lines())
                .anyMatch(linje -> linje.matches("ID +ORGNR +SCOPES +DELEGERT FRA +OPPRETTET"))
                .anyMatch(linje ->
                        linje.matches("vist +310000019 +brreg:reelle/offentlig annet:scope +310000027 +\\S+Z"));
        JsonNode vist = finn("vist");
        assertThat(vist.get("orgnr").asText()).isEqualTo("310000019");
        assertThat(vist.get("scopes")).hasSize(2);
        assertThat(vist.get("delegertFra").get(0).asText()).isEqualTo("310000027");
        assertThat(vist.get("kid").asText()).isEqualTo(jwk.get("kid").asText());
        assertThat(Instant.parse(vist.get("opprettet").asText())).isNotNull();

        Rrhprosess.Resultat igjen = klient(
                "opprett",
                "--id",
                "vist",
                "--scope",
                "x",
                "--orgnr",
                "310000019",
                "--ut",
                Felles.mappe().toString());
        assertThat(igjen.kode()).isEqualTo(1);
        assertThat(igjen.feil()).contains("klienten vist finnes fra før");

        assertThat(klient("slett", "vist").kode()).isZero();
        assertThat(klient("liste", "--json").ut()).doesNotContain("\"vist\"");
        Rrhprosess.Resultat borte = klient("slett", "vist");
        assertThat(borte.kode()).isEqualTo(1);
        assertThat(borte.feil().strip()).isEqualTo("rrh: det finnes ingen klient med id vist");
        assertThat(Files.exists(ut.resolve("vist.pem")))
                .as("the key is its owner's")
                .isTrue();
    }

    private static JsonNode finn(String id) throws IOException {
        JsonNode liste = new ObjectMapper()
                .readTree(Rrhprosess.kjoer(
                                "klient",
                                "liste",
                                "--json",
                                "--data",
                                Felles.data().toString())
                        .ut());
        for (JsonNode en : liste) {
            if (en.get("id").asText().equals(id)) {
                return en;
            }
        }
        throw new AssertionError("not in the list: " + id);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--id|../x|id må",
                "--id|''|id må",
                "--scope|a b|scope må",
                "--orgnr|310000018|kontrollsiffer",
                "--orgnr|x|ni sifre",
                "--delegert-fra|123|ni sifre",
                "--delegert-fra|310000019|eget organisasjonsnummer",
                "--ukjent|x|--ukjent",
            })
    void aWrongOptionIsRefusedInOneLineAndNothingIsMade(String valg, String verdi, String grunn) {
        Path ut = Felles.mappe();
        List<String> argumenter = new ArrayList<>(List.of("opprett"));
        for (int i = 0; i < GODE.size(); i += 2) {
            if (!GODE.get(i).equals(valg)) {
                argumenter.addAll(GODE.subList(i, i + 2));
            }
        }
        argumenter.addAll(List.of(valg, verdi, "--ut", ut.toString()));
        Rrhprosess.Resultat resultat = klient(argumenter.toArray(String[]::new));

        assertThat(resultat.kode()).as(resultat.feil()).isEqualTo(2);
        assertThat(resultat.ut()).isEmpty();
        assertThat(resultat.feil().strip().lines()).singleElement().asString().contains(grunn);
        assertThat(ut).isEmptyDirectory();
    }

    @Test
    void whatIsMissingIsSaidAndHelpIsGiven() {
        Rrhprosess.Resultat uten = Rrhprosess.her("klient");
        assertThat(uten.kode()).isEqualTo(2);
        assertThat(uten.feil()).contains("opprett", "liste", "slett");

        assertThat(klient("opprett").feil()).contains("--help").doesNotContain("Exception");
        assertThat(klient("slett").kode()).isEqualTo(2);
        assertThat(Rrhprosess.her("klient", "tull").feil()).contains("tull", "rrh klient --help");
        assertThat(Rrhprosess.her("klient", "opprett", "--help").ut())
                .contains("rrh klient opprett", "--delegert-fra", "--data", "--miljoe", "--config");
        assertThat(Rrhprosess.her("--help").ut()).contains("klient");
    }

    @Test
    void aClientNeedsADataFolderWithARegister() {
        Path tom = Felles.mappe();
        Rrhprosess.Resultat resultat = Rrhprosess.her("klient", "liste", "--data", tom.toString());

        assertThat(resultat.kode()).isEqualTo(2);
        assertThat(resultat.feil()).contains("start serveren på den med «serve» først");
        assertThat(tom).isEmptyDirectory();
    }
}
