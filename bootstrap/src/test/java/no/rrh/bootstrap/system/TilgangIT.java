package no.rrh.bootstrap.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Agreements on access, by the commands of the JAR beside its running server. */
class TilgangIT {
    private static final String VIRKSOMHET = "/api/virksomheter/313513408";
    private static final String TOTALBESTAND = "/api/virksomheter/json";
    private static final String STROEM = "/api/oppslag/v1/endringslogg";
    private static final Duration VIRKER_INNEN = Duration.ofSeconds(5);
    private static final String KONTAKTNAVN = "SAKTE TASTATUR";
    private static final ObjectMapper JSON = new ObjectMapper();

    private static Path data;
    private static Rrhprosess server;

    @BeforeAll
    static void start() {
        data = Felles.mappe();
        server = Rrhprosess.serve(data, "--tilgang-krev", "ja");
    }

    @AfterAll
    static void stopp() {
        server.close();
        assertThat(server.logg()).doesNotContain(KONTAKTNAVN, "post@eksempel.no", "87654321");
    }

    private static Rrhprosess.Resultat tilgang(Path mappe, String... argumenter) {
        List<String> alle = new ArrayList<>(List.of("tilgang"));
        alle.addAll(Arrays.asList(argumenter));
        alle.addAll(List.of("--data", mappe.toString()));
        return Rrhprosess.her(alle.toArray(String[]::new));
    }

    private static long gi(Path mappe, String orgnr, String hjemmel, String... resten) throws IOException {
        List<String> alle = new ArrayList<>(List.of(
                "gi",
                "--json",
                "--orgnr",
                orgnr,
                "--hjemmel",
                hjemmel,
                "--navn",
                KONTAKTNAVN,
                "--epost",
                "post@eksempel.no",
                "--telefon",
                "87654321",
                "--besluttet-av",
                "sak 1/26"));
        alle.addAll(Arrays.asList(resten));
        Rrhprosess.Resultat resultat = tilgang(mappe, alle.toArray(String[]::new));
        assertThat(resultat.kode()).as(resultat.feil()).isZero();
        return JSON.readTree(resultat.ut()).get(0).get("avtale").asLong();
    }

    private static Raa.Svar slaaOpp(String orgnr, String scope) {
        return Raa.send(
                server.adresse(),
                "GET",
                VIRKSOMHET,
                "Authorization: Bearer " + Felles.token(data, "--scope", scope, "--consumer", orgnr));
    }

    @Test
    void aScopeCountsFromWhenAnAgreementIsGivenUntilItIsRevoked() throws Exception {
        String orgnr = "310000019";
        String token = Felles.token(data, "--scope", Felles.RAPPORTERINGSPLIKTIG, "--consumer", orgnr);
        String auth = "Authorization: Bearer " + token;
        Raa.Svar uten = Raa.send(server.adresse(), "GET", VIRKSOMHET, auth);
        assertThat(uten.status()).isEqualTo(403);
        assertThat(uten.json().get("message").asText())
                .contains("avtale", "opendata.rrh@brreg.no", "organisasjonsnummer", "hjemmelen", "kontaktperson");
        assertThat(uten.header("WWW-Authenticate")).hasValue("Bearer error=\"insufficient_scope\"");

        long avtale = gi(data, orgnr, "hvitvaskingsloven-4-1-a");
        Vent.til(
                "the agreement counts",
                VIRKER_INNEN,
                () -> Raa.send(server.adresse(), "GET", VIRKSOMHET, auth).status() == 200);

        try (Socket stroem = aapneStroem(auth)) {
            long start = System.nanoTime();
            Rrhprosess.Resultat trukket = tilgang(data, "trekk", Long.toString(avtale), "--besluttet-av", "sak 2/26");
            long gitt = System.nanoTime();
            assertThat(trukket.kode()).as(trukket.feil()).isZero();
            stroem.setSoTimeout((int) VIRKER_INNEN.toMillis());
            assertThat(new String(stroem.getInputStream().readAllBytes(), UTF_8))
                    .endsWith("0\r\n\r\n");
            assertThat(Duration.ofNanos(System.nanoTime() - gitt)).isLessThan(VIRKER_INNEN);
            assertThat(start).isLessThan(gitt);
        }
        assertThat(Raa.send(server.adresse(), "GET", VIRKSOMHET, auth).status()).isEqualTo(403);

        JsonNode historikk = JSON.readTree(
                tilgang(data, "vis", Long.toString(avtale), "--json").ut());
        assertThat(historikk.findValuesAsText("endring")).containsExactly("gitt", "trukket");
        assertThat(historikk.findValuesAsText("besluttetAv")).containsExactly("sak 1/26", "sak 2/26");
        assertThat(historikk.get(0).get("kontaktperson").get("navn").asText()).isEqualTo(KONTAKTNAVN);
        assertThat(tilgang(data, "vis", Long.toString(avtale)).ut())
                .contains("hjemmel: hvitvaskingsloven-4-1-a", "trukket: true", "UTFØRT AV");
    }

    private static Socket aapneStroem(String auth) throws IOException {
        Socket socket = new Socket(server.adresse().getHost(), server.adresse().getPort());
        socket.setSoTimeout(20_000);
        socket.getOutputStream()
                .write(("GET " + STROEM + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAccept: text/event-stream\r\n"
                                + auth + "\r\n\r\n")
                        .getBytes(UTF_8));
        StringBuilder lest = new StringBuilder();
        while (lest.indexOf("data:") < 0) {
            lest.append((char) socket.getInputStream().read());
        }
        assertThat(lest).startsWith("HTTP/1.1 200");
        return socket;
    }

    @Test
    void anotherConsumersAgreementOrAnotherScopeGivesNothing() throws IOException {
        gi(data, "314208641", "forskrift-3-11-1-c");
        Vent.til(
                "the agreement counts",
                VIRKER_INNEN,
                () -> slaaOpp("314208641", Felles.OFFENTLIG).status() == 200);
        assertThat(slaaOpp("314208641", Felles.RAPPORTERINGSPLIKTIG).status()).isEqualTo(403);
        assertThat(slaaOpp("313513408", Felles.OFFENTLIG).status()).isEqualTo(403);

        JsonNode liste = JSON.readTree(
                tilgang(data, "liste", "--orgnr", "314208641", "--json").ut());
        assertThat(liste).hasSize(1);
        long nummer = liste.get(0).get("avtale").asLong();
        assertThat(tilgang(data, "endre", Long.toString(nummer), "--til", "2020-01-01", "--besluttet-av", "sak 3")
                        .feil())
                .contains("kan ikke slutte å gjelde før den begynner");
        assertThat(tilgang(
                                data,
                                "endre",
                                Long.toString(nummer),
                                "--fra",
                                "2020-01-01",
                                "--til",
                                "2020-12-31",
                                "--besluttet-av",
                                "sak 3")
                        .kode())
                .isZero();
        Vent.til(
                "it has ended",
                VIRKER_INNEN,
                () -> slaaOpp("314208641", Felles.OFFENTLIG).status() == 403);
        assertThat(tilgang(data, "liste").ut()).contains("314208641", "2020-12-31");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gi --orgnr 310000019 | 2 | mangler",
                "gi --orgnr 123 --hjemmel forskrift-3-11-1-a --navn N --epost a@b --telefon 12345678 --besluttet-av s | 2 | ni sifre",
                "gi --orgnr 310000019 --hjemmel tull --navn N --epost a@b --telefon 12345678 --besluttet-av s | 2 | ukjent hjemmel",
                "gi --orgnr 310000019 --hjemmel forskrift-3-11-1-a --navn N --epost a@b --telefon tlf --besluttet-av s | 2 | telefonnummer",
                "gi --orgnr 310000019 --hjemmel forskrift-3-11-1-a --navn N --epost a@b --telefon 12345678 --besluttet-av s --ip 300.1.1.1 | 2 | --ip",
                "gi --orgnr 310000019 --hjemmel forskrift-3-11-1-a --navn N --epost a@b --telefon 12345678 --besluttet-av s --fra i-dag | 2 | dato",
                "trekk 999 --besluttet-av s | 1 | ingen avtale 999",
                "vis x | 2 | helt tall",
            })
    void whatIsWrongIsSaidInOneLine(String kommando, int kode, String ord) {
        Rrhprosess.Resultat resultat = Rrhprosess.her(("tilgang " + kommando + " --data " + data).split(" "));
        assertThat(resultat.kode()).as(resultat.feil()).isEqualTo(kode);
        assertThat(resultat.feil().strip().lines()).hasSize(1);
        assertThat(resultat.feil()).startsWith("rrh: ").contains(ord);
    }

    /** Two consumers at two of the machine's addresses: each is let in from its own, and from no other's. */
    @Test
    void inTestTheAddressesOfTheAgreementsAreTheIpFilter() throws Exception {
        Path mappe = Felles.mappe();
        try (FalskMaskinporten maskinporten = new FalskMaskinporten(false);
                Rrhprosess test = Rrhprosess.serve(
                        mappe,
                        "--miljoe",
                        "test",
                        "--adresse",
                        "127.0.0.1",
                        "--tilgang-krev",
                        "ja",
                        "--maskinporten-utsteder",
                        maskinporten.utsteder().toString())) {
            String foerste = "Authorization: Bearer " + maskinporten.token(Felles.OFFENTLIG, "314208641");
            String andre = "Authorization: Bearer " + maskinporten.token(Felles.OFFENTLIG, "310000019");
            assertThat(fra("127.0.0.2", test.adresse(), foerste)).isEqualTo(403);

            gi(mappe, "314208641", "forskrift-3-11-1-a", "--ip", "127.0.0.2", "--miljoe", "test");
            gi(mappe, "310000019", "forskrift-3-11-1-b", "--ip", "127.0.0.3,192.0.2.0/24", "--miljoe", "test");
            // nothing has been imported: who is let in is told that the virksomhet is unknown
            Vent.til("the first is let in", VIRKER_INNEN, () -> fra("127.0.0.2", test.adresse(), foerste) == 404);
            Vent.til("the second is let in", VIRKER_INNEN, () -> fra("127.0.0.3", test.adresse(), andre) == 404);
            assertThat(fra("127.0.0.3", test.adresse(), foerste)).isEqualTo(403);
            assertThat(fra("127.0.0.2", test.adresse(), andre)).isEqualTo(403);
            // and on the way through Jersey, since a look-up goes past it
            assertThat(Raa.fra("127.0.0.2", test.adresse(), "GET", TOTALBESTAND, foerste)
                            .status())
                    .isNotEqualTo(403);
            assertThat(Raa.fra("127.0.0.3", test.adresse(), "GET", TOTALBESTAND, foerste)
                            .json()
                            .get("message")
                            .asText())
                    .contains("filtrerer på IP-adresse");
            Raa.Svar utenfor = Raa.fra("127.0.0.1", test.adresse(), "GET", VIRKSOMHET, foerste);
            assertThat(utenfor.status()).isEqualTo(403);
            assertThat(utenfor.json().get("message").asText()).contains("filtrerer på IP-adresse");
        }
        Rrhprosess.Resultat utenAdresse = tilgang(
                mappe,
                "gi --miljoe test --orgnr 313513408 --hjemmel forskrift-3-11-1-a --navn N --epost a@b --telefon 12345678 --besluttet-av s"
                        .split(" "));
        assertThat(utenAdresse.kode()).isEqualTo(2);
        assertThat(utenAdresse.feil()).contains("IP-adressene");
    }

    private static int fra(String adresse, URI server, String auth) {
        return Raa.fra(adresse, server, "GET", VIRKSOMHET, auth).status();
    }
}
