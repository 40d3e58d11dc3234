package no.rrh.bootstrap.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.rrh.persistence.Testpostgres;
import no.rrh.persistence.register.Databaseadresse;
import org.junit.jupiter.api.Test;

/** A register that moves to PostgreSQL, and back, answers as before. */
@BareH2("it says itself which store each of its registers lies in")
class FlyttIT {
    private static final String OPPSLAG = "/api/oppslag/v1/virksomheter/313513408";
    private static final String ENDRINGSLOGG = "/api/oppslag/v1/endringslogg?antall=10000";

    private final Path data = Felles.mappe();

    @Test
    void theSameBytesAreAnsweredFromPostgresAndAgainFromANewFolder() throws IOException {
        Databaseadresse database = Testpostgres.tom();
        Map<String, String> passord =
                Map.of("RRH_DB_PASSORD", database.passord().orElse(""));
        String bruker = database.bruker().orElseThrow();
        List<String> foer = svar(Map.of(), data);

        Rrhprosess.Resultat dit =
                flytt(passord, "--db-bruker", bruker, "--fra", data.toString(), "--til", database.url());
        assertThat(dit.kode()).as(dit.feil()).isZero();
        assertThat(dit.feil())
                .contains("Kopierer: ", "kontrollsum ", "virksomhet ", "ny-generasjon", "totalbestand", "innsynslogg")
                .doesNotContain("Exception");
        assertThat(dit.ut()).isEmpty();
        String[] paaDatabasen = {"--db", database.url(), "--db-bruker", bruker};
        assertThat(svar(passord, data, paaDatabasen)).isEqualTo(foer);

        Rrhprosess.Resultat enGangTil =
                flytt(passord, "--db-bruker", bruker, "--fra", data.toString(), "--til", database.url());
        assertThat(enGangTil.kode()).isEqualTo(1);
        assertThat(enGangTil.feil()).contains("fra før").doesNotContain("Exception", "Kopierer");

        Path hjem = Felles.mappe().resolve("ny");
        Rrhprosess.Resultat tilbake =
                flytt(passord, "--db-bruker", bruker, "--fra", database.url(), "--til", hjem.toString());
        assertThat(tilbake.kode()).as(tilbake.feil()).isZero();
        assertThat(sum(tilbake)).isEqualTo(sum(dit));
        assertThat(kommandoer(data)).contains("kommando-flytt");
        assertThat(kommandoer(hjem)).contains("kommando-flytt");
        assertThat(svar(Map.of(), hjem)).isEqualTo(foer);
    }

    private static List<String> svar(Map<String, String> variabler, Path mappe, String... valg) {
        try (Rrhprosess server = Rrhprosess.serve(variabler, mappe, valg)) {
            List<String> token = new ArrayList<>(List.of("token", "--scope", "brreg:reelle/offentlig"));
            token.addAll(List.of("--data", mappe.toString()));
            String bearer = Rrhprosess.her(token.toArray(String[]::new)).ut().strip();
            return List.of(hent(server.adresse(), OPPSLAG, bearer), hent(server.adresse(), ENDRINGSLOGG, bearer));
        }
    }

    private static String hent(URI server, String sti, String bearer) {
        Raa.Svar svar = Raa.send(server, "GET", sti, "Authorization: Bearer " + bearer);
        assertThat(svar.status()).isEqualTo(200);
        return new String(svar.kropp(), UTF_8);
    }

    private static String sum(Rrhprosess.Resultat flytt) {
        return flytt.feil()
                .lines()
                .filter(linje -> linje.contains("kontrollsum "))
                .findFirst()
                .orElseThrow();
    }

    private static String kommandoer(Path mappe) throws IOException {
        StringBuilder alt = new StringBuilder();
        try (var filer = Files.newDirectoryStream(mappe.resolve("innsynslogg"), "innsyn-*.logg")) {
            for (Path fil : filer) {
                alt.append(Files.readString(fil));
            }
        }
        return alt.toString();
    }

    @Test
    void whatIsWrongIsToldInOneLine() {
        Databaseadresse database = Testpostgres.tom();
        Map<String, String> passord =
                Map.of("RRH_DB_PASSORD", database.passord().orElse(""));
        String ingen = data.resolve("ingen").toString();
        assertFeil(2, "FRA", flytt(Map.of(), "--til", ingen));
        assertFeil(2, "ikke noe register", flytt(Map.of(), "--fra", ingen, "--til", ingen));
        assertFeil(2, "jdbc:postgresql://", flytt(Map.of(), "--fra", "jdbc:h2:x", "--til", ingen));
        assertFeil(
                1,
                "svarer ikke",
                flytt(
                        passord,
                        "--fra",
                        "jdbc:postgresql://127.0.0.1:1/rrh",
                        "--til",
                        data.resolve("til").toString()));
        assertThat(data.resolve("til")).doesNotExist();
        assertFeil(
                1,
                "ikke noe register",
                flytt(
                        passord,
                        "--db-bruker",
                        database.bruker().orElseThrow(),
                        "--fra",
                        database.url(),
                        "--til",
                        data.resolve("til").toString()));
        try (Rrhprosess server = Rrhprosess.serve(data)) {
            assertThat(server.adresse()).isNotNull();
            assertFeil(
                    1,
                    "i bruk",
                    flytt(
                            passord,
                            "--db-bruker",
                            database.bruker().orElseThrow(),
                            "--fra",
                            data.toString(),
                            "--til",
                            database.url()));
            assertFeil(
                    2,
                    "laget i miljøet lokal",
                    flytt(Map.of(), "--miljoe", "test", "--fra", data.toString(), "--til", ingen));
        }
    }

    private static void assertFeil(int kode, String melding, Rrhprosess.Resultat resultat) {
        assertThat(resultat.kode()).as(resultat.feil()).isEqualTo(kode);
        assertThat(resultat.feil()).contains(melding).doesNotContain("Exception");
    }

    private static Rrhprosess.Resultat flytt(Map<String, String> variabler, String... valg) {
        List<String> argumenter = new ArrayList<>(List.of("flytt"));
        argumenter.addAll(List.of(valg));
        return Rrhprosess.her(variabler, argumenter.toArray(String[]::new));
    }
}
