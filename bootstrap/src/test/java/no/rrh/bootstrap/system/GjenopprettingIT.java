package no.rrh.bootstrap.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import no.rrh.application.port.out.Generasjon;
import no.rrh.domain.Eksempler;
import no.rrh.domain.registrering.NummerertEndring;
import no.rrh.persistence.register.Registerlager;
import org.junit.jupiter.api.Test;

/** A register that is brought back from a back-up goes on, and nobody who follows it is led astray. */
class GjenopprettingIT {
    private static final String FIL = "rrh.mv.db";
    private static final String SEGL = "rrh.segl";

    private final Path data = Felles.mappe();
    private final Path register = data.resolve("register");

    @Test
    void theChangesAfterARestoreHaveNumbersAboveAllThatWereHandedOut() throws IOException {
        importer(0);
        Runnable sikkerhetskopi = Registersted.kopi(data);
        importer(1);
        importer(2);
        assertThat(her("totalbestand").kode()).isZero();
        List<Generasjon> generasjonerFoer = generasjoner();
        long utlevert = endringer(0).get(2).sekvensnummer();

        sikkerhetskopi.run();
        Rrhprosess.Resultat avvist = her("totalbestand");
        Rrhprosess.Resultat sum = her("kontrollsum");
        Rrhprosess.Resultat ny = Rrhprosess.kjoer("ny-generasjon", "--data", data.toString());
        importer(3);

        assertThat(avvist.kode()).isEqualTo(1);
        assertThat(avvist.feil()).contains("slutter ved endring 1", "laget ved 3", "ny-generasjon");
        assertThat(sum.kode()).as(sum.feil()).isZero();
        assertThat(sum.ut()).contains("sekvensnummer: 1");
        assertThat(ny.kode()).as(ny.feil()).isZero();
        assertThat(generasjoner()).hasSize(2).startsWith(generasjonerFoer.get(0));
        Generasjon nyeste = generasjoner().get(1);
        assertThat(ny.feil()).contains(nyeste.id().toString(), Long.toString(nyeste.etter()));
        assertThat(endringer(0)).hasSize(2);
        assertThat(endringer(utlevert))
                .extracting(NummerertEndring::sekvensnummer)
                .containsExactly(nyeste.etter() + 1);
        assertThat(her("totalbestand").feil()).contains("sekvensnummer " + (nyeste.etter() + 1));
    }

    @Test
    void aServerThatRunsKeepsItsGeneration() {
        try (Rrhprosess server = Rrhprosess.serve(data, "--totalbestand-cron", "av")) {
            Rrhprosess.Resultat ny = her("ny-generasjon");

            assertThat(ny.kode()).isEqualTo(1);
            // the register, or, where several instances may share that, the innsynslogg of the folder
            assertThat(ny.feil())
                    .containsAnyOf("i bruk", "skrives av en annen prosess")
                    .doesNotContain("Exception");
            assertThat(Raa.send(server.adresse(), "GET", "/helse/klar").status())
                    .isEqualTo(200);
        }
        assertThat(generasjoner()).hasSize(1);
    }

    @Test
    void thereMustBeARegister() {
        Rrhprosess.Resultat ny = her("ny-generasjon");

        assertThat(ny.kode()).isEqualTo(2);
        assertThat(ny.feil()).contains("ikke noe register");
    }

    /** The file alone, over one that held more: damage, as far as anybody can tell. */
    @Test
    @BareH2("the file itself is put back")
    void anOlderFileWithoutTheRestOfItsFolderIsRefusedUntilItIsSaidThatItIsMeant() throws IOException {
        importer(0);
        Path kopi = Files.copy(register.resolve(FIL), Felles.mappe().resolve("kopi"));
        importer(1);
        Files.copy(kopi, register.resolve(FIL), StandardCopyOption.REPLACE_EXISTING);

        Rrhprosess.Resultat avvist = her("ny-generasjon");
        Files.delete(register.resolve(SEGL));
        Rrhprosess.Resultat ny = her("ny-generasjon");

        assertThat(avvist.kode()).isEqualTo(1);
        assertThat(avvist.feil()).contains("byttet ut", SEGL, "ny-generasjon");
        assertThat(ny.kode()).as(ny.feil()).isZero();
        assertThat(endringer(0)).hasSize(1);
    }

    private Rrhprosess.Resultat her(String kommando) {
        return Rrhprosess.her(kommando, "--data", data.toString());
    }

    private void importer(int i) throws IOException {
        Path fil = Files.writeString(
                Felles.mappe().resolve("inn.json"),
                "[" + Poster.post(Eksempler.organisasjonsnummer(i).verdi(), i) + "]");
        Rrhprosess.Resultat resultat = Rrhprosess.her("importer", fil.toString(), "--data", data.toString());
        assertThat(resultat.kode()).as(resultat.feil()).isZero();
    }

    private List<Generasjon> generasjoner() {
        try (Registerlager lager = Registersted.aapne(data)) {
            return lager.endringslogg().generasjoner();
        }
    }

    private List<NummerertEndring> endringer(long etter) {
        try (Registerlager lager = Registersted.aapne(data)) {
            return lager.endringslogg().etter(etter, 100);
        }
    }
}
