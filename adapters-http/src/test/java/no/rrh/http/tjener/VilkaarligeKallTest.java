package no.rrh.http.tjener;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.statistics.Statistics;
import no.rrh.application.port.out.MinneInnsynslogg;
import no.rrh.application.port.out.Totalbestandfil;
import no.rrh.domain.Eksempler;
import no.rrh.domain.fuzz.Fuzz;
import no.rrh.domain.fuzz.Mutasjon;
import no.rrh.domain.innsyn.Innsynsnivaa;
import no.rrh.domain.innsyn.Innsynspolicy;
import no.rrh.domain.tilgang.IngenTilgang;
import no.rrh.domain.tilgang.Konsument;
import no.rrh.domain.tilgang.Scope;
import no.rrh.domain.tilgang.Ukjent;
import no.rrh.domain.virksomhet.Organisasjonsnummer;
import no.rrh.http.representasjon.V1Representasjon;
import no.rrh.http.representasjon.bods.Testbods;
import no.rrh.http.totalbestand.Nedlastinger;
import no.rrh.http.totalbestand.TotalbestandRessurs;
import no.rrh.http.virksomhet.VirksomhetRessurs;

/**
 * Whatever bytes are sent, on real sockets: no answer is a 500, no refusal has another body than that of the contract, and other
 * connections notice nothing.
 */
class VilkaarligeKallTest {
    private static final String GODT_KALL =
            "GET /api/virksomheter/313513408?a=b%20c HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                    + "Authorization: Bearer x\r\nAccept: application/json;q=0.9, */*;q=0.1\r\nAccept-Language: nn, en;q=0.5\r\n"
                    + "If-None-Match: \"a\", W/\"b\"\r\nIf-Modified-Since: Mon, 01 Jan 2024 00:00:00 GMT\r\nRange: bytes=0-5, -5\r\n"
                    + "traceparent: 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01\r\n\r\n";

    private static final Fuzz<String> FUZZ = Fuzz.mot(
            "paths and headers",
            Fuzz.filer(VilkaarligeKallTest.class, "kall").stream()
                    .map(tilfelle -> new String(tilfelle.innhold(), ISO_8859_1))
                    .toList());
    private static final Fuzz<String> FUZZ_BYTES = Fuzz.mot("bytes of HTTP", List.of());

    private static final Clock KLOKKE = Clock.fixed(Instant.parse("2026-11-24T09:13:45.120Z"), ZoneOffset.UTC);
    private static final Konsument KONSUMENT = new Konsument(
            new Organisasjonsnummer("314208641"), Optional.empty(), "klient", Set.of(Scope.OFFENTLIG), Instant.MAX);

    private static Path fil;
    private static Tjener tjener;

    @BeforeContainer
    static void aapne() throws IOException {
        fil = Files.write(Files.createTempFile("rrh-", ".zip"), new byte[1000]);
        tjener = Tjener.bind(
                Testinnstillinger.av(Duration.ofSeconds(10), Tjenergrenser.STANDARD),
                KLOKKE,
                new SimpleMeterRegistry());
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
                                new V1Representasjon(),
                                Testbods.representasjon()),
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
        FUZZ.fortell();
        FUZZ_BYTES.fortell();
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

    /** Put together of what means something, or a good one mutated. */
    @Provide
    Arbitrary<String> kall() {
        Arbitrary<String> satt = Combinators.combine(maal(), headere(), Arbitraries.of(true, false))
                .as((maal, headere, medToken) -> "GET " + maal + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                        + (medToken ? "Authorization: Bearer x\r\n" : "")
                        + headere.stream().map(header -> header + "\r\n").collect(Collectors.joining()) + "\r\n");
        Arbitrary<String> mutert = Mutasjon.liste(4)
                .map(mutasjoner ->
                        new String(Mutasjon.bytes(GODT_KALL.getBytes(ISO_8859_1), mutasjoner), ISO_8859_1) + "\r\n\r\n")
                // nothing is asked then
                .filter(kall -> !kall.isBlank());
        return FUZZ.foerst(Arbitraries.frequencyOf(Tuple.of(3, satt), Tuple.of(1, mutert)));
    }

    @Property(edgeCases = EdgeCasesMode.FIRST)
    @Tag(Fuzz.MERKE)
    void everyTargetAndEveryHeaderIsAnswered(@ForAll("kall") String kall) throws IOException {
        List<Integer> statuser = svar(kall);

        assertThat(statuser).isNotEmpty();
        FUZZ.noter(statuser.get(0));
        Statistics.collect(statuser.get(0));
        // the bytes must not all fall at the first fence
        Statistics.coverage(dekning ->
                List.of(200, 400, 403).forEach(status -> dekning.check(status).count(antall -> antall > 0)));
    }

    /** Found by the property above: Jersey breaks on those above ASCII too. */
    @Example
    void noBlankAndNoControlCharacterIsAFault() throws IOException {
        for (int tegn = 0x80; tegn <= Character.MAX_VALUE; tegn++) {
            if (Character.isSpaceChar(tegn) || Character.isISOControl(tegn)) {
                String raatt = new String(Character.toString(tegn).getBytes(UTF_8), ISO_8859_1);
                for (String maal : List.of("/api/virksomheter/json?a=", "/api/virksomheter/json/", "/tull/")) {
                    svar("GET " + maal + raatt
                            + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer x\r\n\r\n");
                }
            }
        }
    }

    @Property
    @Tag(Fuzz.MERKE)
    void anyBytesAtAllAreAnsweredOrLeftAlone(@ForAll("rot") String bytes) throws IOException {
        try (Socket nabo = new Socket("127.0.0.1", tjener.port())) {
            FUZZ_BYTES.noter(
                    svar(bytes).stream().findFirst().map(Object::toString).orElse("no answer"));
            nabo.getOutputStream()
                    .write("GET /helse/klar HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".getBytes(ISO_8859_1));
            String svar = new String(nabo.getInputStream().readAllBytes(), ISO_8859_1);
            assertThat(Raasvar.foerste(svar, false).status()).isEqualTo(200);
        }
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
        String rest = Raasvar.veksle(tjener.port(), true, List.of(kall));
        List<Integer> statuser = new ArrayList<>();
        while (!rest.isEmpty()) {
            Raasvar svar = Raasvar.foerste(rest, false);
            assertThat(svar.status()).as(rest).isNotEqualTo(500).isLessThan(501);
            if (svar.status() >= 400) {
                svar.feil();
            }
            statuser.add(svar.status());
            rest = svar.rest();
        }
        return statuser;
    }
}
