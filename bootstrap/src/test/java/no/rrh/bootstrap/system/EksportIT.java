package no.rrh.bootstrap.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Export, and import of what was exported, with the fat JAR. */
class EksportIT {
    private static String data() {
        return Felles.data().toString();
    }

    private static Path eksporter(String navn) {
        Path fil = Felles.mappe().resolve(navn);
        Rrhprosess.Resultat resultat = Rrhprosess.her("eksporter", fil.toString(), "--data", data());
        assertThat(resultat.kode()).as(resultat.feil()).isZero();
        assertThat(resultat.feil()).contains("Eksporterte " + Testdatatall.VIRKSOMHETER + " virksomheter");
        assertThat(resultat.ut()).isEmpty();
        return fil;
    }

    @ParameterizedTest
    @ValueSource(strings = {"r.json", "r.jsonl.gz", "r.json.zip"})
    void anExportImportedIntoAnEmptyRegisterIsExportedEqualToTheLastByte(String navn) throws IOException {
        Path fil = eksporter(navn);
        Path ny = Felles.mappe();
        Path igjen = Felles.mappe().resolve(navn);

        Rrhprosess.Resultat inn = Rrhprosess.her("importer", fil.toString(), "--data", ny.toString());
        Rrhprosess.Resultat paaNytt = Rrhprosess.her("importer", fil.toString(), "--data", ny.toString());
        Rrhprosess.Resultat ut = Rrhprosess.her("eksporter", igjen.toString(), "--data", ny.toString());

        assertThat(inn.feil())
                .contains(Testdatatall.VIRKSOMHETER + " virksomheter lest, " + Testdatatall.REGISTRERINGER
                        + " endringer gjort");
        assertThat(paaNytt.feil()).contains(Testdatatall.VIRKSOMHETER + " virksomheter lest, 0 endringer gjort");
        assertThat(ut.kode()).as(ut.feil()).isZero();
        assertThat(igjen).hasSameBinaryContentAs(fil);
    }

    @Test
    void standardOutputGetsLinesThatStandardInputOfAnImportReads() throws IOException {
        Rrhprosess.Resultat ut = Rrhprosess.kjoer("eksporter", "--stille", "--data", data());

        assertThat(ut.feil()).isEmpty();
        assertThat(ut.ut()).isEqualTo(Files.readString(eksporter("r.jsonl")));
        assertThat(ut.ut().lines()).hasSize(Testdatatall.VIRKSOMHETER);
        Rrhprosess inn = Rrhprosess.kommando("importer", "-", "--data", data());
        inn.inn().write(ut.ut().getBytes(UTF_8));
        inn.inn().close();
        assertThat(inn.resultat().feil())
                .contains("standard inn: " + Testdatatall.VIRKSOMHETER + " virksomheter lest, 0 endringer gjort");
    }

    @Test
    void optionsChooseTheFormWhereTheNameDoesNot() throws IOException {
        Path fil = Felles.mappe().resolve("navn.uten-mening");
        Rrhprosess.Resultat resultat =
                Rrhprosess.her("eksporter", fil.toString(), "--form", "json", "--pakking", "ingen", "--data", data());

        assertThat(resultat.kode()).as(resultat.feil()).isZero();
        assertThat(fil).hasSameBinaryContentAs(eksporter("r.json"));
    }

    @ParameterizedTest
    @CsvSource({"--form, tull, json eller jsonl", "--pakking, rar, ingen eller gzip eller zip"})
    void anUnknownFormIsRefusedWithThoseThatExist(String flagg, String verdi, String finnes) {
        Rrhprosess.Resultat resultat = Rrhprosess.her("eksporter", flagg, verdi, "--data", data());

        assertThat(resultat.kode()).isEqualTo(2);
        assertThat(resultat.ut()).isEmpty();
        assertThat(resultat.feil()).contains(finnes);
    }

    @Test
    void theFileIsTheOwnersAloneAndReplacesAnOlderOneOnlyWhenItIsWhole() throws IOException {
        Path mappe = Felles.mappe();
        Path fil = Files.writeString(mappe.resolve("r.jsonl"), "den forrige");

        Rrhprosess.Resultat mislykket = Rrhprosess.her(
                "eksporter", fil.toString(), "--data", Felles.mappe().toString());
        assertThat(mislykket.kode()).isNotZero();
        assertThat(fil).hasContent("den forrige");
        assertThat(innhold(mappe)).containsExactly(fil);

        assertThat(Rrhprosess.her("eksporter", fil.toString(), "--data", data()).kode())
                .isZero();
        assertThat(fil).hasSameBinaryContentAs(eksporter("annen.jsonl"));
        assertThat(innhold(mappe)).containsExactly(fil);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(fil)))
                .isEqualTo("rw-------");
    }

    private static List<Path> innhold(Path mappe) throws IOException {
        try (Stream<Path> filer = Files.list(mappe)) {
            return filer.toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/finnes/ikke/r.json", "/", "/dev/full"})
    void whatCannotBeWrittenToIsSaid(String fil) {
        Rrhprosess.Resultat resultat = Rrhprosess.her("eksporter", fil, "--data", data());

        assertThat(resultat.kode()).isEqualTo(1);
        assertThat(resultat.feil()).contains("kan ikke skrives").doesNotContain("Exception");
    }

    @Test
    void aReplacingImportDeletesWhatTheFileLacksAndNothingWhenTheFileIsEmpty() throws IOException {
        Path ny = Felles.mappe();
        Path alle = eksporter("r.jsonl");
        List<String> linjer = Files.readAllLines(alle);
        Path noen = Files.write(Felles.mappe().resolve("noen.jsonl"), linjer.subList(0, 4));
        Path ingen = Files.writeString(Felles.mappe().resolve("ingen.json"), "[]");
        Rrhprosess.her("importer", alle.toString(), "--data", ny.toString());

        Rrhprosess.Resultat tom = Rrhprosess.her("importer", ingen.toString(), "--erstatt", "--data", ny + "");
        Rrhprosess.Resultat erstattet = Rrhprosess.her("importer", noen.toString(), "--erstatt", "--data", ny + "");
        Rrhprosess.Resultat igjen = Rrhprosess.her("importer", noen.toString(), "--erstatt", "--data", ny + "");

        assertThat(tom.kode()).isEqualTo(1);
        assertThat(tom.feil()).contains("ingen virksomheter");
        int slettet = Testdatatall.VIRKSOMHETER - 4 - Testdatatall.SLETTEDE;
        assertThat(erstattet.feil())
                .contains("4 virksomheter lest, " + slettet + " endringer gjort, " + slettet + " virksomheter slettet");
        assertThat(igjen.feil()).contains("4 virksomheter lest, 0 endringer gjort, 0 virksomheter slettet");
    }
}
