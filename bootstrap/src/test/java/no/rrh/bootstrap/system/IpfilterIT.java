package no.rrh.bootstrap.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The IP filter of the fat JAR, on raw sockets. The loopback addresses of the machine are different clients and proxies.
 * Whoever is let in has no token, and is asked for one.
 */
class IpfilterIT {
    private static final String SLUPPET_INN = "127.0.0.2";
    private static final String PROXY = "127.0.0.3";
    private static final String UTENFOR = "127.0.0.1";
    private static final String VIRKSOMHET = "/api/virksomheter/313513408";

    private static Rrhprosess fire;
    private static Rrhprosess begge;

    @BeforeAll
    static void start() {
        fire = server("127.0.0.1", "127.0.0.2,203.0.113.0/24", PROXY + "/32", "X-Forwarded-For");
        begge = server("::", "127.0.0.2,2001:db8::/32", "::1", "Forwarded");
    }

    private static Rrhprosess server(String adresse, String tillat, String proxyer, String header) {
        return Rrhprosess.serve(
                Felles.mappe(),
                "--miljoe",
                "test",
                "--logg-format",
                "tekst",
                "--adresse",
                adresse,
                "--maskinporten-utsteder",
                "http://127.0.0.1:1/",
                "--ipfilter-tillat",
                tillat,
                "--ipfilter-proxyer",
                proxyer,
                "--ipfilter-header",
                header);
    }

    @AfterAll
    static void stopp() {
        Stream.of(fire, begge).filter(server -> server != null).forEach(Rrhprosess::close);
    }

    private static void slippesInn(Raa.Svar svar) {
        assertThat(svar.status()).as(svar.tekst()).isEqualTo(403);
        assertThat(svar.header("WWW-Authenticate")).hasValue("Bearer");
    }

    private static void avvises(Raa.Svar svar, String ord) {
        assertThat(svar.status()).as(svar.tekst()).isEqualTo(403);
        assertThat(svar.header("WWW-Authenticate")).isEmpty();
        assertThat(svar.header("Content-Type")).hasValue("application/json;charset=UTF-8");
        List<String> felt = new ArrayList<>();
        svar.json().fieldNames().forEachRemaining(felt::add);
        assertThat(felt).containsExactly("timestamp", "status", "error", "message", "path", "trace");
        assertThat(svar.json().get("error").asText()).isEqualTo("Forbidden");
        assertThat(svar.json().get("message").asText()).contains("IP-adresse", "opendata.rrh@brreg.no", ord);
    }

    private static void avvises(Raa.Svar svar) {
        avvises(svar, "er ikke sluppet inn");
    }

    private static void avvisesUtenAdresse(Raa.Svar svar) {
        avvises(svar, "går ikke fram");
    }

    private static Raa.Svar hent(String fra, String... headere) {
        return Raa.fra(fra, fire.adresse(), "GET", VIRKSOMHET, headere);
    }

    @Test
    void whoCallsFromAnAddressInTheListIsLetInAndNobodyElse() {
        slippesInn(hent(SLUPPET_INN));
        avvises(hent(UTENFOR));
        avvises(hent("127.0.0.4"));
        avvises(hent(UTENFOR, "Authorization: Bearer abc"));
    }

    static List<String> daarligeKall() {
        String vert = "Host: x\r\nConnection: close\r\n";
        String slutt = " HTTP/1.1\r\n" + vert + "\r\n";
        return List.of(
                "tull\r\n\r\n",
                "GET" + slutt,
                "GET  HTTP/1.1\r\n" + vert + "\r\n",
                "GET /a b" + slutt,
                "GET " + VIRKSOMHET + " HTTP/9.9\r\n" + vert + "\r\n",
                "GET " + VIRKSOMHET + " HTTP/1.1\r\nConnection: close\r\n\r\n",
                "GET " + VIRKSOMHET + " HTTP/1.1\r\n" + vert + "Host: y\r\n\r\n",
                "GET " + VIRKSOMHET + " HTTP/1.1\r\n" + vert + "Content-Length: 1\r\nContent-Length: 2\r\n\r\n",
                "GET " + VIRKSOMHET + " HTTP/1.1\r\n" + vert + "X: " + "x".repeat(20_000) + "\r\n\r\n",
                "GET " + VIRKSOMHET + " HTTP/1.1\r\n" + vert + "X y: z\r\n\r\n",
                "GET /api/virksomheter/" + "1".repeat(4000) + slutt,
                "GET /api/virksomheter/" + "1".repeat(20_000) + slutt,
                "GET /api//virksomheter" + slutt,
                "GET /api/%2F" + slutt,
                "GET /api/../x" + slutt,
                "GET /api/a;b=c" + slutt,
                "GET /api/%zz" + slutt,
                "GET /api/%00" + slutt,
                "GET /ukjent" + slutt,
                "GET *" + slutt,
                "OPTIONS *" + slutt,
                "TRACE " + VIRKSOMHET + slutt,
                "POST " + VIRKSOMHET + " HTTP/1.1\r\n" + vert + "Content-Length: 0\r\n\r\n",
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
    }

    @ParameterizedTest
    @MethodSource("daarligeKall")
    void whoIsNotLetInIsToldSoWhateverElseIsWrong(String kall) {
        avvises(Raa.fra(UTENFOR, fire.adresse(), kall));
        Raa.Svar innenfra = Raa.fra(SLUPPET_INN, fire.adresse(), kall);
        assertThat(innenfra.status()).isBetween(400, 499);
        assertThat(innenfra.tekst()).doesNotContain("IP-adresse");
    }

    @Test
    void toHeadTheRefusalHasNoBody() {
        Raa.Svar svar = Raa.fra(UTENFOR, fire.adresse(), "HEAD", VIRKSOMHET);

        assertThat(svar.status()).isEqualTo(403);
        assertThat(svar.header("WWW-Authenticate")).isEmpty();
        assertThat(svar.kropp()).isEmpty();
    }

    @Test
    void healthIsOpenToAllSinceWhoWatchesIsNobodysCustomer() {
        for (String sti : List.of("/helse/live", "/helse/klar")) {
            assertThat(Raa.fra(UTENFOR, fire.adresse(), "GET", sti).status()).isEqualTo(200);
        }
        avvises(Raa.fra(UTENFOR, fire.adresse(), "GET", "/helse/"));
    }

    @Test
    void nobodyTalksThemselvesInWithAHeader() {
        for (String adresse : List.of(SLUPPET_INN, "203.0.113.5", PROXY, "127.0.0.2, 127.0.0.3")) {
            avvises(hent(UTENFOR, "X-Forwarded-For: " + adresse));
            avvises(hent(UTENFOR, "X-Forwarded-For: " + adresse, "X-Forwarded-For: " + adresse));
        }
        avvises(hent(
                UTENFOR,
                "Forwarded: for=127.0.0.2",
                "X-Real-IP: 127.0.0.2",
                "X-Client-IP: 127.0.0.2",
                "True-Client-IP: 127.0.0.2",
                "X-Forwarded-Host: 127.0.0.2"));
        // nor out
        slippesInn(hent(SLUPPET_INN, "X-Forwarded-For: 198.51.100.1", "Forwarded: for=198.51.100.1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "203.0.113.5 | inn",
                "198.51.100.1 | ut",
                // the client wrote what stands to the left, the proxy what stands last
                "203.0.113.5, 198.51.100.1 | ut",
                "198.51.100.1, 203.0.113.5 | inn",
                "203.0.113.5, 198.51.100.1, 127.0.0.3 | ut",
                "tull, 203.0.113.5:4711, 127.0.0.3 | inn",
                "127.0.0.3 | ut",
                "unknown | uten",
                "203.0.113.5, unknown | uten",
                "203.0.113.5, | uten",
                "for=203.0.113.5 | uten",
                "203.0.113.05 | uten",
                "::ffff:203.0.113.5 | inn",
            })
    void behindAProxyTheLastAddressThatIsNotAProxysCounts(String verdi, String utfall) {
        Raa.Svar svar = hent(PROXY, "Forwarded: for=203.0.113.5", "X-Forwarded-For: " + verdi);
        switch (utfall) {
            case "inn" -> slippesInn(svar);
            case "ut" -> avvises(svar);
            default -> avvisesUtenAdresse(svar);
        }
    }

    @Test
    void whatTheClientWroteInAFieldOfItsOwnStandsBeforeTheProxys() {
        avvises(hent(PROXY, "X-Forwarded-For: 203.0.113.5", "X-Forwarded-For: 198.51.100.1"));
        slippesInn(hent(PROXY, "X-Forwarded-For: 198.51.100.1", "x-forwarded-for: 203.0.113.5"));
    }

    @Test
    void aProxyThatDoesNotTellIsNotLetInForItsClient() {
        avvisesUtenAdresse(hent(PROXY));
        avvisesUtenAdresse(hent(PROXY, "Forwarded: for=203.0.113.5"));
        avvisesUtenAdresse(Raa.fra(PROXY, fire.adresse(), "tull\r\n\r\n"));
    }

    @Test
    void aServerOnBothProtocolsKnowsTheAddressesOfEither() {
        URI fireTilBegge = URI.create("http://127.0.0.1:" + begge.adresse().getPort());
        URI seks = URI.create("http://[::1]:" + begge.adresse().getPort());
        String ipv6 = "Forwarded: for=\"[2001:db8::7]:4711\";proto=https";

        slippesInn(Raa.fra(SLUPPET_INN, fireTilBegge, "GET", VIRKSOMHET));
        avvises(Raa.fra(UTENFOR, fireTilBegge, "GET", VIRKSOMHET));
        avvises(Raa.fra(UTENFOR, fireTilBegge, "GET", VIRKSOMHET, ipv6));
        slippesInn(Raa.fra("::1", seks, "GET", VIRKSOMHET, ipv6));
        slippesInn(Raa.fra("::1", seks, "GET", VIRKSOMHET, "Forwarded: for=\"[::ffff:127.0.0.2]\""));
        avvises(Raa.fra("::1", seks, "GET", VIRKSOMHET, "Forwarded: for=\"[2001:db9::7]\""));
        avvises(Raa.fra("::1", seks, "GET", VIRKSOMHET, ipv6 + ", for=198.51.100.1"));
        avvisesUtenAdresse(Raa.fra("::1", seks, "GET", VIRKSOMHET, ipv6 + ", for=_skjult"));
        avvisesUtenAdresse(Raa.fra("::1", seks, "GET", VIRKSOMHET, "X-Forwarded-For: 2001:db8::7"));
        // a quotation that the client leaves for the proxy to close
        avvisesUtenAdresse(
                Raa.fra("::1", seks, "GET", VIRKSOMHET, ipv6 + ";x=\"", "Forwarded: for=198.51.100.1;host=\"a\""));
    }

    @Test
    void theLogTellsThatTheFilterRefusedAndNotWhom() {
        hent(UTENFOR, "X-Request-Id: utenfor-listen");
        hent(PROXY, "X-Request-Id: uten-adresse", "X-Forwarded-For: unknown, 198.51.100.77x");
        hent(SLUPPET_INN, "X-Request-Id: sluppet-inn");

        assertThat(linje("utenfor-listen"))
                .contains("status=403", "avvist=ipfilter")
                .doesNotContain("uten-adresse");
        assertThat(linje("uten-adresse")).contains("status=403", "avvist=ipfilter-uten-adresse");
        assertThat(linje("sluppet-inn")).contains("status=403").doesNotContain("avvist");
        assertThat(fire.logg()).doesNotContain("127.0.0.2", "127.0.0.3", "198.51.100.77");
    }

    private static String linje(String sporing) {
        Vent.til(
                "its line is written",
                Duration.ofSeconds(10),
                () -> !linjer(sporing).isEmpty());
        assertThat(linjer(sporing)).hasSize(1);
        return linjer(sporing).get(0);
    }

    private static List<String> linjer(String sporing) {
        return fire.logg()
                .lines()
                .filter(linje -> linje.contains("trace=" + sporing))
                .toList();
    }

    @Test
    void theFilterMayBeSetElsewhereTooAndLetsThroughToTheAnswer() {
        Path data = Felles.mappe();
        try (Rrhprosess server = Rrhprosess.serve(data, "--ipfilter-tillat", "127.0.0.2")) {
            String token = "Authorization: Bearer " + Felles.token(data, "--scope", Felles.OFFENTLIG);

            assertThat(Raa.fra(SLUPPET_INN, server.adresse(), "GET", VIRKSOMHET, token)
                            .status())
                    .isEqualTo(200);
            avvises(Raa.fra(UTENFOR, server.adresse(), "GET", VIRKSOMHET, token));
        }
    }
}
