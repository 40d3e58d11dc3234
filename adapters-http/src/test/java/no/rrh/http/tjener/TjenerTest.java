package no.rrh.http.tjener;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import no.rrh.application.port.in.HentTotalbestand;
import no.rrh.application.port.in.HentVirksomhet;
import no.rrh.application.port.in.TotalbestandMangler;
import no.rrh.application.port.out.MinneInnsynslogg;
import no.rrh.application.port.out.RegisteretSvarerIkke;
import no.rrh.application.port.out.Totalbestandfil;
import no.rrh.application.port.out.Totalbestandformat;
import no.rrh.domain.Eksempler;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the server does when what is behind it fails or is not there, on real sockets. */
class TjenerTest {
    private static final Konsument KONSUMENT = new Konsument(
            new Organisasjonsnummer("314208641"), Optional.empty(), "klient", Set.of(Scope.OFFENTLIG), Instant.MAX);
    private static final Clock KLOKKE = Clock.fixed(Instant.parse("2026-11-24T09:13:45.120Z"), ZoneOffset.UTC);
    private static final String OPPSLAG = "/api/virksomheter/313513408";
    private static final String FIL = "/api/virksomheter/json";

    @TempDir
    Path mappe;

    private final HttpClient klient = HttpClient.newHttpClient();

    private Tjener tjener;
    private int port;

    @BeforeEach
    void bind() throws IOException {
        tjener = Tjener.bind(
                Testinnstillinger.av(Duration.ofSeconds(10), Tjenergrenser.STANDARD),
                KLOKKE,
                new SimpleMeterRegistry());
        port = tjener.port();
    }

    @AfterEach
    void lukk() {
        tjener.close();
    }

    private void aapne(HentVirksomhet hentVirksomhet, HentTotalbestand hentTotalbestand) {
        tjener.aapne(
                headere -> headere.isEmpty() ? Ukjent.UTEN_TOKEN : KONSUMENT,
                () -> true,
                new MinneInnsynslogg(),
                List.of(
                        new VirksomhetRessurs(hentVirksomhet, new V1Representasjon(), Testbods.representasjon()),
                        new TotalbestandRessurs(hentTotalbestand, new Nedlastinger(10))));
    }

    private HttpRequest.Builder kall(String sti) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + sti))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer x");
    }

    private HttpResponse<String> hent(String sti) {
        try {
            return klient.send(kall(sti).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static HentTotalbestand ingenFil() {
        return (kaller, finnes) -> {
            throw new TotalbestandMangler(Totalbestandformat.JSON);
        };
    }

    private static HentVirksomhet virksomhet() {
        return (kaller, forespoersel) -> Innsynspolicy.gjeldende(Eksempler.virksomhetMedAlt(), Innsynsnivaa.ALT)
                .orElseThrow();
    }

    @Test
    void beforeItIsOpenedItSaysThatItStartsAndLives() {
        for (String sti : List.of(OPPSLAG, FIL, "/ukjent", "/api//x", "/helse/klar")) {
            HttpResponse<String> svar = hent(sti);
            assertThat(svar.statusCode()).as(sti).isEqualTo(503);
            assertThat(svar.headers().firstValue("Retry-After")).isPresent();
            assertThat(svar.body()).contains("\"message\":\"Tjenesten starter.");
        }
        assertThat(hent("/helse/live").statusCode()).isEqualTo(200);
    }

    @Test
    void aRegisterThatDoesNotAnswerIs500WithoutATraceOfWhy() {
        aapne(
                (kaller, forespoersel) -> {
                    throw new RegisteretSvarerIkke(new IOException("jdbc:h2:hemmelig 05910298382"));
                },
                ingenFil());

        HttpResponse<String> svar = hent(OPPSLAG);

        assertThat(svar.statusCode()).isEqualTo(500);
        assertThat(svar.body())
                .startsWith(
                        "{\"timestamp\":\"2026-11-24T09:13:45.120Z\",\"status\":500,\"error\":\"Internal Server Error\"")
                .doesNotContain("hemmelig", "Exception", "05910298382", "no.rrh");
    }

    @Test
    void anErrorOfAnyKindIs500() {
        aapne(
                (kaller, forespoersel) -> {
                    throw new StackOverflowError();
                },
                ingenFil());

        assertThat(hent(OPPSLAG).statusCode()).isEqualTo(500);
        assertThat(hent(OPPSLAG).body()).contains("\"trace\":");
    }

    @Test
    void withoutAFileYetTheFileIs503AndLookUpsAreAnswered() {
        aapne(virksomhet(), ingenFil());

        assertThat(hent(FIL).statusCode()).isEqualTo(503);
        assertThat(hent(FIL).headers().firstValue("Retry-After")).isPresent();
        assertThat(hent(OPPSLAG).statusCode()).isEqualTo(200);
        assertThat(hent("/helse/klar").statusCode()).isEqualTo(200);
    }

    @Test
    void withoutKeysToVerifyWithItIs503() {
        aapne(
                (kaller, forespoersel) -> {
                    throw new IngenTilgang(IngenTilgang.Aarsak.NOEKLER_MANGLER);
                },
                ingenFil());

        assertThat(hent(OPPSLAG).statusCode()).isEqualTo(503);
        assertThat(hent(OPPSLAG).headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void whenTheRegisterIsGoneItIsNotReady() {
        tjener.aapne(headere -> KONSUMENT, () -> false, new MinneInnsynslogg(), List.of());

        assertThat(hent("/helse/klar").statusCode()).isEqualTo(503);
        assertThat(hent("/helse/klar").body()).contains("ikke klar").doesNotContain("egisteret");
        assertThat(hent("/helse/live").statusCode()).isEqualTo(200);
    }

    @Test
    void aFileThatVanishedIsNoHalfAnswer() {
        aapne(
                virksomhet(),
                (kaller, finnes) ->
                        new Totalbestandfil(mappe.resolve("borte.zip"), 1000, 1, KLOKKE.instant(), "00".repeat(32)));

        Optional<HttpResponse<String>> svar = Optional.empty();
        try {
            svar = Optional.of(klient.send(kall(FIL).build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            // a broken connection is an answer that nobody takes for a whole one
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        svar.ifPresent(s -> assertThat(s.statusCode()).isEqualTo(500));
    }

    @Test
    void aFileThatIsShorterThanPromisedBreaksTheConnection() throws Exception {
        Path kort = Files.write(mappe.resolve("kort.zip"), new byte[500_000]);
        aapne(
                virksomhet(),
                (kaller, finnes) -> new Totalbestandfil(kort, 1_000_000, 1, KLOKKE.instant(), "00".repeat(32)));

        CompletableFuture<HttpResponse<String>> svar =
                klient.sendAsync(kall(FIL).build(), HttpResponse.BodyHandlers.ofString());

        assertThat(svar.handle((s, feil) -> feil != null || s.statusCode() == 500)
                        .get(20, TimeUnit.SECONDS))
                .isTrue();
    }

    @Test
    void aStopLetsTheRequestInFlightFinishAndTurnsTheNextAway() throws Exception {
        CountDownLatch inne = new CountDownLatch(1);
        CountDownLatch videre = new CountDownLatch(1);
        aapne(
                (kaller, forespoersel) -> {
                    inne.countDown();
                    try {
                        videre.await();
                    } catch (InterruptedException e) {
                        throw new AssertionError(e);
                    }
                    return virksomhet().hent(kaller, forespoersel);
                },
                ingenFil());
        CompletableFuture<HttpResponse<String>> iGang =
                klient.sendAsync(kall(OPPSLAG).build(), HttpResponse.BodyHandlers.ofString());
        inne.await();

        CompletableFuture<Void> stopp = CompletableFuture.runAsync(tjener::close);
        HttpResponse<String> avvist = hent(FIL);
        while (avvist.statusCode() != 503 || !avvist.body().contains("stoppe")) {
            avvist = hent(FIL);
        }
        assertThat(avvist.headers().firstValue("Retry-After")).isPresent();
        assertThat(avvist.headers().firstValue("Connection")).hasValue("close");
        assertThat(tjener.tilstand()).isEqualTo(Tilstand.STOPPER);
        // the one before may have been answered a moment before it is counted out
        while (tjener.kallIGang() != 1) {
            Thread.onSpinWait();
        }
        assertThat(hent("/helse/klar").statusCode()).isEqualTo(503);
        assertThat(hent("/helse/live").statusCode()).isEqualTo(200);
        assertThat(stopp).isNotDone();
        videre.countDown();

        assertThat(iGang.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        stopp.get(20, TimeUnit.SECONDS);
    }
}
