package no.rrh.http.tjener;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.statistics.Statistics;
import no.rrh.application.port.out.MinneInnsynslogg;
import no.rrh.application.port.out.Totalbestandfil;
import no.rrh.domain.Eksempler;
import no.rrh.domain.innsyn.Innsynsnivaa;
import no.rrh.domain.innsyn.Innsynspolicy;
import no.rrh.domain.tilgang.IngenTilgang;
import no.rrh.domain.tilgang.Konsument;
import no.rrh.domain.tilgang.Scope;
import no.rrh.domain.tilgang.Ukjent;
import no.rrh.domain.virksomhet.Organisasjonsnummer;
import no.rrh.http.ipfilter.Ipfilter;
import no.rrh.http.representasjon.V1Representasjon;
import no.rrh.http.totalbestand.Nedlastinger;
import no.rrh.http.totalbestand.TotalbestandRessurs;
import no.rrh.http.virksomhet.VirksomhetRessurs;

/** Whatever bytes are sent, on real sockets: no answer is a 500, and no refusal has another body than that of the contract. */
class VilkaarligeKallTest {
    private static final Clock KLOKKE = Clock.fixed(Instant.parse("2026-11-24T09:13:45.120Z"), ZoneOffset.UTC);
    private static final Konsument KONSUMENT = new Konsument(
            new Organisasjonsnummer("314208641"), Optional.empty(), "klient", Set.of(Scope.OFFENTLIG), Instant.MAX);
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3}) .*");
    private static final Pattern LENGDE = Pattern.compile("(?im)^content-length: (\\d+)$");
    private static final List<String> FELT = List.of("timestamp", "status", "error", "message", "path", "trace");

    private static Path fil;
    private static Tjener tjener;

    @BeforeContainer
    static void aapne() throws IOException {
        fil = Files.write(Files.createTempFile("rrh-", ".zip"), new byte[1000]);
        tjener = Tjener.bind(
                new Tjenerinnstillinger(
                        "127.0.0.1", 0, Duration.ofSeconds(10), Tjenergrenser.STANDARD, Ipfilter.aapent()),
                KLOKKE);
        tjener.aapne(
                headere -> headere.isEmpty() ? Ukjent.UTEN_TOKEN : KONSUMENT,
                () -> true,
                new MinneInnsynslogg(),
                List.of(
                        new VirksomhetRessurs(
                                (kaller, forespoersel) -> {
                                    krev(kaller.kaller() instanceof Konsument);
                                    forespoersel.lest();
                                    return Innsynspolicy.gjeldende(Eksempler.virksomhetMedAlt(), Innsynsnivaa.ALT)
                                            .orElseThrow();
                                },
                                new V1Representasjon()),
                        new TotalbestandRessurs(
                                (kaller, forespoersel) -> {
                                    krev(kaller.kaller() instanceof Konsument);
                                    forespoersel.lest();
                                    return new Totalbestandfil(fil, 1000, 1, KLOKKE.instant(), "00".repeat(32));
                                },
                                new Nedlastinger(10))));
    }

    private static void krev(boolean tilgang) {
        if (!tilgang) {
            throw new IngenTilgang(IngenTilgang.Aarsak.INGEN_TOKEN);
        }
    }

    @AfterContainer
    static void lukk() throws IOException {
        tjener.close();
        Files.delete(fil);
    }

    /** Often what means something, sometimes any byte that HTTP lets through, seldom one that it does not. */
    private static Arbitrary<String> tegn(String ofte, int lengst) {
        Arbitrary<Character> lovlig = Arbitraries.chars().range(' ', '~').range('\u0080', '\u00ff');
        Arbitrary<Character> ethvert =
                Arbitraries.chars().range('\0', '\u00ff').filter(tegn -> tegn != '\r' && tegn != '\n');
        return Arbitraries.frequencyOf(
                        Tuple.of(40, Arbitraries.of(alle(ofte))), Tuple.of(20, lovlig), Tuple.of(1, ethvert))
                .list()
                .ofMaxSize(lengst)
                .map(tegn -> tegn.stream()
                        .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                        .toString());
    }

    private static List<Character> alle(String tegn) {
        return tegn.chars().mapToObj(t -> (char) t).toList();
    }

    @Provide
    Arbitrary<String> maal() {
        Arbitrary<String> gode =
                Arbitraries.of("/api/virksomheter/json", "/api/virksomheter/313513408", "/helse/klar", "/tull");
        Arbitrary<String> foran = Arbitraries.of("", "/", "/api/virksomheter/", "http://x/");
        Arbitrary<String> slutt = tegn("/%.;:\\?#&=+*@0123456789abcdefF\u00c3\u00a6", 24);
        return Arbitraries.oneOf(
                gode,
                gode,
                Combinators.combine(gode, slutt).as(String::concat),
                Combinators.combine(foran, slutt).as(String::concat));
    }

    @Provide
    Arbitrary<List<String>> headere() {
        Arbitrary<String> navn = Arbitraries.frequencyOf(
                Tuple.of(
                        20,
                        Arbitraries.of(
                                "Accept",
                                "Accept-Language",
                                "Range",
                                "If-Range",
                                "If-Match",
                                "If-None-Match",
                                "If-Modified-Since",
                                "If-Unmodified-Since",
                                "Content-Type",
                                "Connection",
                                "traceparent",
                                "X-Request-Id",
                                "Cookie",
                                "Accept-Encoding")),
                Tuple.of(1, Arbitraries.of("Authorization", "Host", "Content-Length", "Transfer-Encoding", "Expect")),
                Tuple.of(1, tegn("XYZ-", 8)));
        Arbitrary<String> verdi = Arbitraries.frequencyOf(
                Tuple.of(2, tegn("\",;=*/-\\ \tqW0123456789", 40)),
                Tuple.of(
                        1,
                        Arbitraries.of(
                                "*/*",
                                "*",
                                "application/json",
                                "bytes=0-0",
                                "bytes=-5",
                                "\"a\"",
                                "Bearer x",
                                "x",
                                "chunked",
                                "close",
                                "Mon, 01 Jan 2024 00:00:00 GMT")));
        return Combinators.combine(navn, verdi)
                .as((n, v) -> n + ": " + v)
                .list()
                .ofMaxSize(6);
    }

    @Property(tries = 700)
    void everyTargetAndEveryHeaderIsAnswered(
            @ForAll("maal") String maal, @ForAll("headere") List<String> headere, @ForAll boolean medToken)
            throws IOException {
        StringBuilder kall = new StringBuilder("GET " + maal + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n");
        kall.append(medToken ? "Authorization: Bearer x\r\n" : "");
        headere.forEach(header -> kall.append(header).append("\r\n"));

        List<Integer> statuser = svar(kall.append("\r\n").toString());

        assertThat(statuser).isNotEmpty();
        Statistics.collect(statuser.get(0));
        // the bytes must not all fall at the first fence
        Statistics.coverage(dekning ->
                List.of(200, 400, 403).forEach(status -> dekning.check(status).count(antall -> antall > 0)));
    }

    @Property(tries = 300)
    void anyBytesAtAllAreAnsweredOrLeftAlone(@ForAll("rot") String bytes) throws IOException {
        svar(bytes);
        assertThat(svar("GET /helse/klar HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .containsExactly(200);
    }

    @Provide
    Arbitrary<String> rot() {
        Arbitrary<String> del = Arbitraries.frequencyOf(
                Tuple.of(1, tegn(" /:", 20)),
                Tuple.of(
                        3,
                        Arbitraries.of(
                                "GET ",
                                "POST ",
                                "/api/virksomheter/json",
                                "/api/virksomheter/313513408",
                                " HTTP/1.1",
                                " HTTP/1.0",
                                "\r\n",
                                "\r\n\r\n",
                                "\n",
                                "\r",
                                "Host: x\r\n",
                                "Content-Length: 5\r\n",
                                "Transfer-Encoding: chunked\r\n",
                                "Authorization: Bearer x\r\n",
                                "5\r\nhallo\r\n",
                                "0\r\n\r\n",
                                " HTTP/1.1\r\nHost: x\r\n\r\n")));
        return del.list().ofMaxSize(14).map(deler -> String.join("", deler));
    }

    /** Sends, says that no more will come, and returns the statuses of all that is answered, each of them looked at. */
    private static List<Integer> svar(String kall) throws IOException {
        String rest = ordveksling(kall);
        List<Integer> statuser = new ArrayList<>();
        while (!rest.isEmpty()) {
            int slutt = rest.indexOf("\r\n\r\n");
            String hode = rest.substring(0, slutt).replace("\r\n", "\n");
            Matcher linje = STATUS.matcher(hode.lines().findFirst().orElseThrow());
            assertThat(linje.matches()).as(hode).isTrue();
            int status = Integer.parseInt(linje.group(1));
            assertThat(status).as(rest).isNotEqualTo(500).isLessThan(501);
            Matcher lengde = LENGDE.matcher(hode);
            assertThat(status < 200 || lengde.find()).as(hode).isTrue();
            int antall = status < 200 || status == 304 ? 0 : Integer.parseInt(lengde.group(1));
            String kropp = rest.substring(slutt + 4, slutt + 4 + antall);
            if (status >= 400) {
                assertThat(hode.toLowerCase(Locale.ROOT)).contains("content-type: application/json;charset=utf-8");
                erFeilkropp(kropp, status);
            }
            statuser.add(status);
            rest = rest.substring(slutt + 4 + antall);
        }
        return statuser;
    }

    private static void erFeilkropp(String kropp, int status) throws IOException {
        List<String> felt = new ArrayList<>();
        try (JsonParser json = new JsonFactory().createParser(kropp.getBytes(ISO_8859_1))) {
            for (JsonToken neste = json.nextToken(); neste != null; neste = json.nextToken()) {
                if (neste == JsonToken.FIELD_NAME) {
                    felt.add(json.currentName());
                } else if (neste == JsonToken.VALUE_NUMBER_INT) {
                    assertThat(json.getIntValue()).isEqualTo(status);
                }
            }
        }
        assertThat(felt).isEqualTo(FELT);
        assertThat(new String(kropp.getBytes(ISO_8859_1), UTF_8)).doesNotContain("<", "\"message\":\"\"");
    }

    private static String ordveksling(String kall) throws IOException {
        ByteArrayOutputStream mottatt = new ByteArrayOutputStream();
        try (Socket socket = new Socket("127.0.0.1", tjener.port())) {
            socket.setSoTimeout(20_000);
            byte[] del = new byte[8192];
            try {
                socket.getOutputStream().write(kall.getBytes(ISO_8859_1));
                socket.shutdownOutput();
            } catch (SocketException e) {
                // it has answered and closed already
            }
            try {
                for (int n = socket.getInputStream().read(del);
                        n >= 0;
                        n = socket.getInputStream().read(del)) {
                    mottatt.write(del, 0, n);
                }
            } catch (SocketException e) {
                // it closes on what it has not read
            }
        }
        return mottatt.toString(ISO_8859_1);
    }
}
