package no.rrh.http.tjener;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.statistics.Statistics;
import no.rrh.application.port.out.MinneInnsynslogg;
import no.rrh.application.port.out.MinneRegister;
import no.rrh.application.service.Adgangskontroll;
import no.rrh.application.service.Historikkoppslag;
import no.rrh.application.service.Virksomhetsoppslag;
import no.rrh.domain.Eksempler;
import no.rrh.domain.registrering.Registerfoering;
import no.rrh.domain.registrering.RegistreringspliktigVirksomhet;
import no.rrh.domain.tilgang.Avtaler;
import no.rrh.domain.tilgang.Kaller;
import no.rrh.domain.tilgang.Konsument;
import no.rrh.domain.tilgang.Scope;
import no.rrh.domain.tilgang.Ukjent;
import no.rrh.http.kvote.Kvote;
import no.rrh.http.kvote.Kvotekontroll;
import no.rrh.http.kvote.Kvoteslag;
import no.rrh.http.representasjon.V1Representasjon;
import no.rrh.http.representasjon.bods.Testbods;
import no.rrh.http.virksomhet.HistorikkRessurs;
import no.rrh.http.virksomhet.VirksomhetRessurs;

/** The same calls over real sockets to two servers, of which one answers look-ups in front of Jersey. The token is a scope. */
class HurtigveiTest {
    private static final Clock KLOKKE = Clock.fixed(Instant.parse("2026-11-25T10:00:00Z"), ZoneOffset.UTC);
    private static final int KVOTE = 40;
    private static final String FRA_A = "/api/virksomheter/";
    private static final String FRA_B = "/api/oppslag/v1/virksomheter/";

    /** What the quotas go by, in nanoseconds; a call every ten seconds uses them up now and then. */
    private static final AtomicLong TID = new AtomicLong();

    private static final Server HURTIG = new Server(true);
    private static final Server JERSEY = new Server(false);

    @BeforeContainer
    static void aapne() throws IOException {
        HURTIG.aapne();
        JERSEY.aapne();
    }

    @AfterContainer
    static void lukk() {
        HURTIG.tjener.close();
        JERSEY.tjener.close();
    }

    @Property(tries = 500)
    void bothWaysAnswerAlikeAndAreLoggedAlike(
            @ForAll("metoder") String metode, @ForAll("stier") String sti, @ForAll("headere") List<String> headere)
            throws IOException {
        TID.addAndGet(Duration.ofSeconds(10).toNanos());

        String svar = likeSvar(kall(metode, sti, headere));

        Statistics.label("status").collect(svar.substring(9, 12));
    }

    /** What the property may meet or not meet by chance: each status that a look-up can be answered with. */
    @Example
    void bothWaysReachEachStatus() throws IOException {
        String funnet = FRA_A + Eksempler.ORGANISASJONSNUMMER.verdi();
        String token = "Authorization: OFFENTLIG";
        TID.addAndGet(Duration.ofHours(2).toNanos());

        assertThat(likeSvar(kall("GET", funnet, List.of(token)))).startsWith("HTTP/1.1 200");
        assertThat(likeSvar(kall("GET", funnet, List.of(token, "If-None-Match: *"))))
                .startsWith("HTTP/1.1 304");
        assertThat(likeSvar(kall("GET", FRA_A + "314208642", List.of(token)))).startsWith("HTTP/1.1 400");
        assertThat(likeSvar(kall("GET", funnet, List.of()))).startsWith("HTTP/1.1 403");
        assertThat(likeSvar(kall("GET", FRA_B + Eksempler.ORGANISASJONSNUMMER.verdi(), List.of())))
                .startsWith("HTTP/1.1 401");
        assertThat(likeSvar(kall("GET", funnet, List.of("Authorization: MEDIA"))))
                .startsWith("HTTP/1.1 403");
        assertThat(likeSvar(kall("GET", FRA_A + Eksempler.organisasjonsnummer(7).verdi(), List.of(token))))
                .startsWith("HTTP/1.1 404");
        assertThat(likeSvar(kall("GET", funnet, List.of(token, "Accept: text/html"))))
                .startsWith("HTTP/1.1 406");
        assertThat(likeSvar(kall("GET", funnet, List.of(token, "If-Match: \"annen\""))))
                .startsWith("HTTP/1.1 412");
        for (int brukt = 0; brukt < KVOTE; brukt++) {
            likeSvar(kall("GET", funnet, List.of(token)));
        }
        assertThat(likeSvar(kall("GET", funnet, List.of(token)))).startsWith("HTTP/1.1 429");
    }

    private static String kall(String metode, String sti, List<String> headere) {
        return metode + " " + sti + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nX-Request-Id: sporing-0001\r\n"
                + headere.stream().map(header -> header + "\r\n").collect(Collectors.joining())
                + "\r\n";
    }

    private static String likeSvar(String kall) throws IOException {
        String svar = HURTIG.svar(kall);
        assertThat(svar).isEqualTo(JERSEY.svar(kall));
        assertThat(HURTIG.logg.foeringer()).isEqualTo(JERSEY.logg.foeringer());
        return svar;
    }

    @Provide
    Arbitrary<String> metoder() {
        return Arbitraries.frequencyOf(
                Tuple.of(8, Arbitraries.just("GET")), Tuple.of(1, Arbitraries.of("HEAD", "POST", "OPTIONS", "get")));
    }

    @Provide
    Arbitrary<String> stier() {
        String ukjent = Eksempler.organisasjonsnummer(7).verdi();
        Arbitrary<String> nummer = Arbitraries.of(
                Eksempler.ORGANISASJONSNUMMER.verdi(),
                Eksempler.ORGANISASJONSNUMMER.verdi(),
                Eksempler.organisasjonsnummer(1).verdi(),
                ukjent,
                "314208642",
                "31420864",
                "3142086411",
                "31420864x",
                "%33" + Eksempler.ORGANISASJONSNUMMER.verdi().substring(1),
                "");
        Arbitrary<String> slutt = Arbitraries.frequencyOf(
                Tuple.of(12, Arbitraries.just("")),
                Tuple.of(1, Arbitraries.of("?", "?a=b", "/", ";x=1", "?foedselsnummer=%zz")));
        return Combinators.combine(Arbitraries.of(FRA_A, FRA_A, FRA_B), nummer, slutt)
                .as((fra, nr, til) -> fra + nr + til);
    }

    @Provide
    Arbitrary<List<String>> headere() {
        Arbitrary<String> token = Arbitraries.of(
                "Authorization: OFFENTLIG",
                "Authorization: OFFENTLIG",
                "Authorization: RAPPORTERINGSPLIKTIG",
                "Authorization: MEDIA",
                "Authorization: tull",
                "X-Ingen: token");
        Arbitrary<String> andre = Arbitraries.of(
                "Accept: application/json",
                "Accept: */*",
                "Accept: application/vnd.brreg.reelle.virksomheter.v1+json",
                "Accept: application/json;q=0.5, application/vnd.brreg.reelle.virksomheter.v1+json",
                "Accept: text/html",
                "Accept: tull",
                "Accept-Language: nn",
                "Accept-Language: en;q=0.3, nb;q=0.2",
                "If-None-Match: *",
                "If-None-Match: abc",
                "If-Match: \"annen\"",
                "If-Modified-Since: Mon, 01 Jan 2024 00:00:00 GMT",
                "Content-Length: 0",
                "Expect: 100-continue",
                "Expect: noe",
                "Authorization: OFFENTLIG");
        return Combinators.combine(token, andre.list().ofMaxSize(3))
                .as((en, resten) ->
                        Stream.concat(Stream.of(en), resten.stream()).toList());
    }

    private static Kaller kaller(List<String> authorization) {
        if (authorization.isEmpty()) {
            return Ukjent.UTEN_TOKEN;
        }
        return Arrays.stream(Scope.values())
                .filter(scope -> authorization.equals(List.of(scope.name())))
                .<Kaller>map(scope -> new Konsument(
                        Eksempler.organisasjonsnummer(20 + scope.ordinal()),
                        Optional.empty(),
                        "klient",
                        Set.of(scope),
                        Instant.MAX))
                .findFirst()
                .orElse(Ukjent.UGYLDIG_TOKEN);
    }

    /** One of the two, each with a register, a log and quotas of its own. */
    private static final class Server {
        private final boolean hurtigvei;
        private final MinneInnsynslogg logg = new MinneInnsynslogg();
        private Tjener tjener;

        Server(boolean hurtigvei) {
            this.hurtigvei = hurtigvei;
        }

        void aapne() throws IOException {
            MinneRegister register = new MinneRegister(KLOKKE);
            les(register, Eksempler.virksomhetMedAlt());
            les(register, Eksempler.ikkeMeldt(Eksempler.organisasjonsnummer(1), Eksempler.REGISTRERT));
            Adgangskontroll adgang = new Adgangskontroll(Avtaler.UTEN);
            V1Representasjon representasjon = new V1Representasjon();
            tjener = Tjener.bind(
                    Testinnstillinger.av(Duration.ofSeconds(2), Tjenergrenser.STANDARD, hurtigvei),
                    KLOKKE,
                    new SimpleMeterRegistry());
            tjener.aapne(
                    HurtigveiTest::kaller,
                    () -> true,
                    logg,
                    List.of(
                            new VirksomhetRessurs(
                                    new Virksomhetsoppslag(register, adgang),
                                    representasjon,
                                    Testbods.representasjon()),
                            new HistorikkRessurs(
                                    new Historikkoppslag(register, adgang), representasjon, Testbods.representasjon()),
                            new Kvotekontroll(
                                    Map.of(Kvoteslag.OPPSLAG, new Kvote(KVOTE, Duration.ofHours(1))), TID::get)));
        }

        private static void les(MinneRegister register, RegistreringspliktigVirksomhet virksomhet) {
            register.skriv(skriving -> {
                skriving.lagre(Registerfoering.innles(Optional.empty(), virksomhet, () -> new UUID(7, 7)));
                return null;
            });
        }

        /** The status line, the headers in the order of the alphabet, and the body. */
        String svar(String kall) throws IOException {
            try (Socket socket = new Socket("127.0.0.1", tjener.port())) {
                socket.setSoTimeout(20_000);
                socket.getOutputStream().write(kall.getBytes(ISO_8859_1));
                String svar = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
                int slutt = svar.indexOf("\r\n\r\n");
                List<String> hode = svar.substring(0, slutt).lines().toList();
                return hode.get(0)
                        + hode.stream()
                                .skip(1)
                                .filter(linje -> !linje.startsWith("Date:"))
                                .sorted()
                                .collect(Collectors.joining("\n", "\n", "\n"))
                        // one of its own, where the header that names it could not be read
                        + svar.substring(slutt).replaceAll("(?<=\"trace\":\")[0-9a-f-]{36}", "*");
            }
        }
    }
}
