package no.rrh.bootstrap.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import no.rrh.domain.Eksempler;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Commands beside a server that runs on the same data folder, against the fat JAR. */
class KanalIT {
    private static final int MANGE = 500;

    private static Path data;
    private static Rrhprosess server;
    private static String token;

    @BeforeAll
    static void start() {
        data = Felles.mappe();
        server = Rrhprosess.serve(data);
        token = "Authorization: Bearer " + Felles.token(data, "--scope", Felles.OFFENTLIG);
    }

    @AfterAll
    static void stopp() {
        server.close();
    }

    private static int status(String nummer) {
        return Raa.send(server.adresse(), "GET", "/api/virksomheter/" + nummer, token)
                .status();
    }

    private static String sekvensnummer() {
        Rrhprosess.Resultat resultat = Rrhprosess.her("totalbestand", "--data", data.toString());
        assertThat(resultat.kode()).as(resultat.feil()).isZero();
        return Raa.send(server.adresse(), "HEAD", "/api/virksomheter/json", token)
                .header("RRH-Sekvensnummer")
                .orElseThrow();
    }

    private static String post(int i) {
        return Poster.post(Eksempler.organisasjonsnummer(i).verdi(), i);
    }

    private static Path fil(String innhold) throws IOException {
        return Files.writeString(Felles.mappe().resolve("inn.json"), innhold);
    }

    @Test
    void anImportIsServedAtOnceAndATotalbestandMadeOfIt() throws IOException {
        Path fil = fil("[" + post(1) + "]");
        assertThat(status(Eksempler.organisasjonsnummer(1).verdi())).isEqualTo(404);

        Rrhprosess.Resultat foerste = Rrhprosess.kjoer("importer", fil.toString(), "--data", data.toString());
        Rrhprosess.Resultat andre = Rrhprosess.her("importer", fil.toString(), "--data", data.toString());

        assertThat(foerste.kode()).as(foerste.feil()).isZero();
        assertThat(foerste.feil()).contains("1 virksomheter lest, 1 endringer gjort");
        assertThat(andre.feil()).contains("1 virksomheter lest, 0 endringer gjort");
        assertThat(status(Eksempler.organisasjonsnummer(1).verdi())).isEqualTo(200);
        assertThat(Integer.parseInt(sekvensnummer())).isGreaterThanOrEqualTo(11);
    }

    @Test
    void aWrongRecordIsToldWithItsPlaceAndChangesNothing() throws IOException {
        String foer = sekvensnummer();
        Path fil = fil("[" + post(2) + ",\n" + post(3).replace("ErRegistrert", "ErTull") + "]");

        Rrhprosess.Resultat resultat = Rrhprosess.her("importer", fil.toString(), "--data", data.toString());

        assertThat(resultat.kode()).isEqualTo(1);
        assertThat(resultat.ut()).isEmpty();
        assertThat(resultat.feil())
                .startsWith("rrh: " + fil)
                .contains("registreringsstatus", "Ingenting er importert")
                .doesNotContain("Exception");
        assertThat(sekvensnummer()).isEqualTo(foer);
    }

    @Test
    void anImportFromStandardInputGoesOnUntilItEndsAndLookUpsGoOnBesideIt() throws IOException {
        Rrhprosess kommando = Rrhprosess.kommando("importer", "-", "--data", data.toString());
        try (OutputStream inn = kommando.inn()) {
            inn.write(("[" + post(4)).getBytes(UTF_8));
            inn.flush();
            assertThat(status("313513408")).isEqualTo(200);
            inn.write(("," + post(5) + "]").getBytes(UTF_8));
        }

        assertThat(kommando.resultat().feil()).contains("standard inn: 2 virksomheter lest, 2 endringer gjort");
        assertThat(status(Eksempler.organisasjonsnummer(5).verdi())).isEqualTo(200);
    }

    @Test
    void quietSaysNothingButWhatWentWrong() throws IOException {
        Rrhprosess.Resultat bra =
                Rrhprosess.kjoer("importer", fil("[" + post(6) + "]").toString(), "--stille", "--data", data + "");
        Rrhprosess.Resultat feil =
                Rrhprosess.kjoer("importer", fil("[").toString(), "--stille", "--data", data.toString());

        assertThat(bra.kode()).isZero();
        assertThat(bra.feil() + bra.ut()).isEmpty();
        assertThat(feil.feil()).contains("filen slutter før");
    }

    @Test
    @EgenProsess("it is killed")
    void aCommandThatIsKilledHalfwayLeavesNothingAndLetsOthersIn() throws IOException {
        String foer = sekvensnummer();
        long avbrutte = avbrutteImporter();
        Rrhprosess kommando = Rrhprosess.kommando("importer", "-", "--data", data.toString());
        OutputStream inn = kommando.inn();
        inn.write("[".getBytes(UTF_8));
        for (int i = 0; i < 2_000; i++) {
            inn.write((post(1_000 + i) + ",").getBytes(UTF_8));
        }
        inn.flush();
        kommando.drep();

        Vent.til("the server gives the work up", Duration.ofSeconds(30), () -> avbrutteImporter() > avbrutte);
        assertThat(sekvensnummer()).isEqualTo(foer);
        assertThat(status(Eksempler.organisasjonsnummer(1_000).verdi())).isEqualTo(404);
        Rrhprosess.Resultat neste =
                Rrhprosess.her("importer", fil("[" + post(7) + "]").toString(), "--data", data.toString());
        assertThat(neste.feil()).contains("1 virksomheter lest, 1 endringer gjort");
    }

    private static long avbrutteImporter() {
        return server.logg()
                .lines()
                .filter(linje -> linje.contains("Carried out a command command=importer code=1"))
                .count();
    }

    @Test
    void twoCommandsWithoutAServerTakeTurns() throws IOException {
        Path annen = Felles.mappe();
        StringBuilder mye = new StringBuilder("[").append(post(0));
        for (int i = 1; i < MANGE; i++) {
            mye.append(',').append(post(i));
        }
        Path fil = fil(mye.append(']').toString());
        Rrhprosess foerste = Rrhprosess.kommando("importer", fil.toString(), "--data", annen.toString());
        Vent.til("it has begun", Duration.ofSeconds(30), () -> Files.exists(annen.resolve("innsynslogg")));
        Rrhprosess.Resultat andre = Rrhprosess.her("importer", fil.toString(), "--data", annen.toString());

        assertThat(foerste.resultat().feil()).contains(MANGE + " virksomheter lest");
        assertThat(andre.kode()).as(andre.feil()).isZero();
        assertThat(andre.feil()).contains(MANGE + " virksomheter lest");
    }

    @Test
    void aServerThatStopsTellsTheCommandAndUndoesItsWork() throws IOException {
        Path annen = Felles.mappe();
        Rrhprosess stanses = Rrhprosess.serve(annen);
        Rrhprosess kommando = Rrhprosess.kommando("importer", "-", "--data", annen.toString());
        kommando.inn().write(("[" + post(1)).getBytes(UTF_8));
        kommando.inn().flush();
        Vent.til(
                "the import has begun",
                Duration.ofSeconds(30),
                () -> stanses.logg().contains("Carrying out a command command=importer"));
        stanses.close();

        Rrhprosess.Resultat resultat = kommando.resultat();
        assertThat(resultat.kode()).isEqualTo(1);
        assertThat(resultat.feil()).contains("serveren stopper");
        Rrhprosess.Resultat igjen =
                Rrhprosess.her("importer", fil("[" + post(1) + "]").toString(), "--data", annen.toString());
        assertThat(igjen.feil()).contains("1 endringer gjort");
    }
}
