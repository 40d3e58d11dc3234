package no.rrh.http.tjener;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import no.rrh.http.feil.Feil;
import no.rrh.http.maskinporten.LokalMaskinporten;
import no.rrh.http.maskinporten.TokenRessurs;
import no.rrh.http.representasjon.V1Representasjon;
import no.rrh.http.representasjon.bods.Testbods;
import no.rrh.http.tjener.Raakall.Etter;
import no.rrh.http.tjener.Raakall.Ventet;
import no.rrh.http.totalbestand.Nedlastinger;
import no.rrh.http.totalbestand.TotalbestandRessurs;
import no.rrh.http.virksomhet.VirksomhetRessurs;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/**
 * HTTP/1.1 byte for byte, against the server on real sockets: each case of the files in {@code raa/} gets the answers that
 * the RFCs ask for and no other, the connection is in step or closed, and the next caller is served. A request that somebody
 * has smuggled in asks for {@code /smuglet}, and would be answered.
 */
class RaaHttpTest {
    private static final Clock KLOKKE = Clock.fixed(Instant.parse("2026-11-24T09:13:45.120Z"), ZoneOffset.UTC);
    private static final Konsument KONSUMENT = new Konsument(
            new Organisasjonsnummer("314208641"), Optional.empty(), "klient", Set.of(Scope.OFFENTLIG), Instant.MAX);
    private static final List<String> GODT =
            List.of("GET /api/virksomheter/313513408 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

    /** What follows on the connection. Its answer is known by its path, and is the last. */
    private static final String NESTE = "GET /neste HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";

    private static final Ventet NESTE_SVAR = new Ventet(false, false, 404, "/neste");

    /** What the cases call the errors of which a status has several, and how the message of each status begins. */
    private static final Map<String, String> MELDINGER = Map.of(
            "400 http", Feil.ULOVLIG_HTTP.melding(),
            "400 uri", Feil.ULESELIG_URI.melding(),
            "400 koding", Feil.UKJENT_KODING.melding(),
            "404", Feil.UKJENT_STI.melding(),
            "405", "Metoden er ikke tillatt. Tjenesten har ",
            "414", Feil.FOR_LANG_URI.melding(),
            "417", "Expect kan bare være 100-continue",
            "431", Feil.forStoreHeadere(16_384).melding());

    private static final Map<String, Integer> KJOERT = new LinkedHashMap<>();
    private static final ListAppender<ILoggingEvent> LOGG = new ListAppender<>();

    private static Tjener tjener;
    private static String godtSvar;

    @BeforeAll
    static void aapne(@TempDir java.nio.file.Path mappe) throws IOException {
        java.nio.file.Path fil = Files.write(mappe.resolve("fil.zip"), new byte[1000]);
        LokalMaskinporten maskinporten = LokalMaskinporten.aapne(mappe.resolve("maskinporten"), KLOKKE);
        maskinporten.settUtsteder(URI.create("http://127.0.0.1/maskinporten/"));
        tjener = Tjener.bind(
                Testinnstillinger.av(Duration.ofSeconds(10), Tjenergrenser.STANDARD),
                KLOKKE,
                new SimpleMeterRegistry());
        tjener.aapne(
                // without a token the cases are shorter; one that a trailer brought in would be refused
                headere -> headere.isEmpty() ? KONSUMENT : Ukjent.UGYLDIG_TOKEN,
                () -> true,
                new MinneInnsynslogg(),
                List.of(
                        new VirksomhetRessurs(
                                (kaller, forespoersel) -> {
                                    if (!(kaller.kaller() instanceof Konsument)) {
                                        throw new IngenTilgang(IngenTilgang.Aarsak.UGYLDIG_TOKEN);
                                    }
                                    forespoersel.lest();
                                    return Innsynspolicy.gjeldende(Eksempler.virksomhetMedAlt(), Innsynsnivaa.ALT)
                                            .orElseThrow();
                                },
                                new V1Representasjon(),
                                Testbods.representasjon()),
                        new TotalbestandRessurs(
                                (kaller, forespoersel) -> {
                                    forespoersel.lest();
                                    return new Totalbestandfil(fil, 1000, 1, KLOKKE.instant(), "00".repeat(32));
                                },
                                new Nedlastinger(10)),
                        new TokenRessurs(maskinporten.tokenutveksling(Optional.empty())),
                        new Ekko()));
        LOGG.start();
        rot().addAppender(LOGG);
        godtSvar = Raasvar.foerste(Raasvar.veksle(tjener.port(), false, GODT), false)
                .kropp();
    }

    private static Logger rot() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    @AfterAll
    static void lukk() {
        tjener.close();
        rot().detachAppender(LOGG);
        System.out.println("Raw HTTP, look-ups " + (Testinnstillinger.HURTIGVEI ? "past" : "through") + " Jersey: "
                + KJOERT.values().stream().mapToInt(antall -> antall).sum() + " cases: "
                + KJOERT.entrySet().stream()
                        .map(gruppe -> gruppe.getKey() + " " + gruppe.getValue())
                        .collect(Collectors.joining(", ")));
        assertThat(LOGG.list)
                .noneMatch(
                        linje -> linje.getLevel().isGreaterOrEqual(Level.ERROR) || linje.getThrowableProxy() != null);
    }

    /** Answers with what it takes to be the body of the request. */
    @Path("ekko")
    public static final class Ekko {
        @POST
        public byte[] ekko(InputStream kropp) throws IOException {
            return kropp.readAllBytes();
        }
    }

    static Stream<Raakall> alle() {
        return Raakall.alle();
    }

    @ParameterizedTest
    @MethodSource("alle")
    void everyCaseGetsItsAnswersAndNoOther(Raakall kall) throws IOException {
        KJOERT.merge(kall.gruppe(), 1, Integer::sum);
        String rest = Raasvar.veksle(tjener.port(), kall.slutt(), sendt(kall));
        Optional<String> sist = Optional.empty();

        for (Ventet ventet : kall.svar()) {
            if (rest.isEmpty() && ventet.kanskje()) {
                continue;
            }
            assertThat(rest).as("%s: an answer of %s", kall, ventet).isNotEmpty();
            Raasvar svar = Raasvar.foerste(rest, ventet.paaHead());
            erSomVentet(kall, svar, ventet);
            sist = svar.felt("Connection");
            rest = svar.rest();
        }
        if (kall.etter() == Etter.OPEN) {
            Raasvar neste = Raasvar.foerste(rest, false);
            erSomVentet(kall, neste, NESTE_SVAR);
            sist = neste.felt("Connection");
            rest = neste.rest();
        }
        assertThat(rest).as("%s", kall).isEmpty();
        if (kall.etter() != Etter.CUT) {
            assertThat(sist).as("%s", kall).contains("close");
        }
        assertThat(Raasvar.foerste(Raasvar.veksle(tjener.port(), false, GODT), false)
                        .kropp())
                .isEqualTo(godtSvar);
    }

    /** A body that has not come when its request is answered ends the connection, so that answers may be missing. */
    @ParameterizedTest
    @MethodSource("korte")
    void aFewBytesAtATimeGetNoOtherAnswers(Raakall kall) throws IOException {
        String rest = Raasvar.veksle(tjener.port(), kall.slutt(), sendt(kall), 3);
        List<Ventet> lovlige = new ArrayList<>(kall.svar());
        if (kall.etter() == Etter.OPEN) {
            lovlige.add(NESTE_SVAR);
        }

        for (Iterator<Ventet> neste = lovlige.iterator(); !rest.isEmpty(); ) {
            assertThat(neste).as("%s: no answer of %s", kall, rest).hasNext();
            Ventet ventet = neste.next();
            Raasvar svar = Raasvar.foerste(rest, ventet.paaHead());
            erSomVentet(kall, svar, ventet);
            rest = svar.rest();
        }
    }

    static Stream<Raakall> korte() {
        return Raakall.alle()
                .filter(kall -> kall.deler().stream().mapToInt(String::length).sum() < 2000);
    }

    private static List<String> sendt(Raakall kall) {
        if (kall.slutt()) {
            return kall.deler();
        }
        List<String> deler = new ArrayList<>(kall.deler());
        deler.set(deler.size() - 1, deler.get(deler.size() - 1) + NESTE);
        return deler;
    }

    private static void erSomVentet(Raakall kall, Raasvar svar, Ventet ventet) throws IOException {
        String kjennetegn = ventet.kjennetegn();
        assertThat(svar.status()).as("%s", kall).isEqualTo(ventet.status());
        if (kjennetegn.startsWith("\"")) {
            assertThat('"' + svar.kropp() + '"').as("%s", kall).isEqualTo(kjennetegn);
        } else if ("body-broken".equals(kjennetegn)) {
            assertThat(svar.json())
                    .as("%s", kall)
                    .containsEntry("error_description", "The body is not an application/x-www-form-urlencoded form");
        } else if (svar.status() >= 400 && !ventet.paaHead()) {
            Map<String, String> feil = svar.feil();
            boolean sti = kjennetegn.startsWith("/");
            assertThat(feil.get("message"))
                    .as("%s", kall)
                    .startsWith(MELDINGER.get((svar.status() + " " + (sti ? "" : kjennetegn)).trim()));
            assertThat(feil.get("path")).as("%s", kall).matches(funnet -> !sti || funnet.equals(kjennetegn));
        }
    }
}
