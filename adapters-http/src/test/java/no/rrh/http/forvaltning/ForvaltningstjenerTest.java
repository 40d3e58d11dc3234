package no.rrh.http.forvaltning;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import no.rrh.application.port.in.Registerstatus;
import no.rrh.application.port.in.Totalbestandstatus;
import no.rrh.application.port.out.Replikastatus;
import no.rrh.application.port.out.Totalbestandfil;
import no.rrh.application.port.out.Totalbestandformat;
import no.rrh.http.sikkerhet.Noekkelstatus;
import no.rrh.http.tjener.Tilstand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the management port tells, and to whom, on real sockets. */
class ForvaltningstjenerTest {
    private static final Instant NAA = Instant.parse("2026-11-24T09:13:45.120Z");
    private static final Clock KLOKKE = Clock.fixed(NAA, ZoneOffset.UTC);
    private static final Driftsstatus STARTER = new Driftsstatus(
            Tilstand.STARTER,
            "test",
            "1.2.3",
            NAA.minusSeconds(60),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            0);
    private static final Driftsstatus KLAR = new Driftsstatus(
            Tilstand.KLAR,
            "test",
            "1.2.3",
            NAA.minusSeconds(60),
            Optional.of(URI.create("http://127.0.0.1:8080")),
            Optional.of(new Registerstatus(
                    Optional.of(17L),
                    List.of(
                            new Replikastatus("db2:5432/rrh", true, Optional.of(Duration.ofMillis(125))),
                            new Replikastatus("db3:5432/rrh", false, Optional.empty())))),
            Optional.of(new Noekkelstatus(2, Optional.of(NAA.minusSeconds(5)))),
            Optional.of(new Totalbestandstatus(
                    Optional.of(new Totalbestandfil(
                            Totalbestandformat.JSON,
                            Path.of("/hemmelig/mappe/fil.zip"),
                            1234,
                            16,
                            NAA.minusSeconds(9),
                            "ab".repeat(32),
                            Optional.of(new Totalbestandfil(
                                    Totalbestandformat.BODS,
                                    Path.of("/hemmelig/mappe/bods.zip"),
                                    99,
                                    16,
                                    NAA.minusSeconds(9),
                                    "cd".repeat(32),
                                    Optional.empty())))),
                    Optional.of(new Totalbestandstatus.Feiling(NAA.minusSeconds(3), "disken er full")),
                    Optional.of(NAA.minusSeconds(1)),
                    Optional.of(NAA.plusSeconds(10)))),
            7);

    private final AtomicReference<Supplier<Driftsstatus>> status = new AtomicReference<>(() -> KLAR);
    private Forvaltningstjener tjener;

    @BeforeEach
    void bind() throws IOException {
        tjener = Forvaltningstjener.bind(0, new Driftshelse(() -> status.get().get(), KLOKKE).stier(), KLOKKE);
    }

    @AfterEach
    void lukk() {
        tjener.close();
    }

    private String send(String metode, String maal, String... headere) {
        return raa(
                metode + " " + maal + " HTTP/1.1\r\nConnection: close\r\n" + String.join("\r\n", headere) + "\r\n\r\n");
    }

    private String hent(String sti) {
        return send("GET", sti, "Host: 127.0.0.1:" + tjener.adresse().getPort());
    }

    private String raa(String tekst) {
        try (Socket socket =
                new Socket(tjener.adresse().getHost(), tjener.adresse().getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(tekst.getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String kropp(String svar) {
        return svar.substring(svar.indexOf("\r\n\r\n") + 4);
    }

    @Test
    void readinessTellsHowItStands() {
        String svar = hent("/helse/klar");

        assertThat(svar)
                .startsWith("HTTP/1.1 200")
                .contains("Cache-Control: no-store", "X-Content-Type-Options: nosniff")
                .doesNotContain("Access-Control", "Jetty");
        assertThat(kropp(svar)).isEqualTo("""
                {"status":"klar","tilstand":"klar","miljoe":"test","versjon":"1.2.3","startet":"2026-11-24T09:12:45.120Z",\
                "adresse":"http://127.0.0.1:8080","register":{"svarer":true,"sisteSekvensnummer":17,"replikaer":[\
                {"navn":"db2:5432/rrh","iBruk":true,"etterslepISekunder":0.125},\
                {"navn":"db3:5432/rrh","iBruk":false,"etterslepISekunder":null}]},\
                "noekler":{"antall":2,"hentet":"2026-11-24T09:13:40.120Z","alderISekunder":5},\
                "totalbestand":{"siste":{"fil":"fil.zip","sekvensnummer":16,"laget":"2026-11-24T09:13:36.120Z",\
                "stoerrelse":1234,"sha256":"%s",\
                "bods":{"fil":"bods.zip","stoerrelse":99,"sha256":"%s"}},\
                "sisteFeil":{"tidspunkt":"2026-11-24T09:13:42.120Z","aarsak":"disken er full"},\
                "paagaarSiden":"2026-11-24T09:13:44.120Z","neste":"2026-11-24T09:13:55.120Z"},"kallIGang":7}""".formatted("ab".repeat(32), "cd".repeat(32)));
    }

    @Test
    void whileItStartsTheSameFieldsAreThereAndTheStatusIs503() {
        status.set(() -> STARTER);

        String svar = hent("/helse/klar");

        assertThat(svar).startsWith("HTTP/1.1 503");
        assertThat(kropp(svar)).isEqualTo("""
                {"status":"ikke klar","tilstand":"starter","miljoe":"test","versjon":"1.2.3",\
                "startet":"2026-11-24T09:12:45.120Z","adresse":null,"register":{"svarer":false,"sisteSekvensnummer":null,"replikaer":[]},\
                "noekler":{"antall":0,"hentet":null,"alderISekunder":null},\
                "totalbestand":{"siste":null,"sisteFeil":null,"paagaarSiden":null,"neste":null},"kallIGang":0}""");
        assertThat(hent("/helse/live")).startsWith("HTTP/1.1 200");
    }

    @Test
    void aRegisterThatDoesNotAnswerOrAServerThatStopsIsNotReady() {
        status.set(() -> med(Tilstand.KLAR, new Registerstatus(Optional.empty())));
        assertThat(hent("/helse/klar")).startsWith("HTTP/1.1 503").contains("\"svarer\":false");

        status.set(() -> med(Tilstand.STOPPER, new Registerstatus(Optional.of(1L))));
        assertThat(hent("/helse/klar")).startsWith("HTTP/1.1 503").contains("\"tilstand\":\"stopper\"");
    }

    private static Driftsstatus med(Tilstand tilstand, Registerstatus register) {
        return new Driftsstatus(
                tilstand,
                "test",
                "1",
                NAA,
                Optional.empty(),
                Optional.of(register),
                Optional.empty(),
                Optional.empty(),
                0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"localhost", "LOCALHOST:8081", "127.0.0.1", "127.0.0.1:9000", "127.8.8.8:1", "[::1]", "[::1]:80"
            })
    void aLoopbackHostIsAnswered(String vert) {
        assertThat(send("GET", "/helse/klar", "Host: " + vert)).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.org",
                "example.org:8081",
                "localhost.example.org",
                "127.0.0.1.example.org",
                "localhost:8081.example.org",
                "10.0.0.1",
                "0.0.0.0",
                "[::]",
                "[::ffff:127.0.0.1]",
                "localhost.",
                "",
            })
    void anotherHostIsRefusedSinceABrowserMayHaveBeenLedHere(String vert) {
        for (String sti : new String[] {"/helse/klar", "/helse/live", "/ukjent"}) {
            assertThat(send("GET", sti, "Host: " + vert))
                    .matches(svar -> svar.startsWith("HTTP/1.1 403") || svar.startsWith("HTTP/1.1 400"), "refused")
                    .doesNotContain("sekvensnummer", "\"live\"");
        }
    }

    @Test
    void aTargetThatNamesAnotherHostAndACallWithoutHostAreRefused() {
        assertThat(raa("GET /helse/klar HTTP/1.0\r\n\r\n")).startsWith("HTTP/1.1 403");
        assertThat(send("GET", "http://example.org/helse/klar", "Host: example.org"))
                .startsWith("HTTP/1.1 403");
        assertThat(send("GET", "http://example.org/helse/klar", "Host: localhost"))
                .doesNotContain("sekvensnummer");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /, 404, Not Found",
        "GET, /helse, 404, Not Found",
        "GET, /helse/klar/, 404, Not Found",
        "GET, /api/virksomheter/313513408, 404, Not Found",
        "POST, /ukjent, 404, Not Found",
        "POST, /helse/klar, 405, Method Not Allowed",
        "OPTIONS, /helse/klar, 405, Method Not Allowed",
        "GET, /helse/%2e%2e/klar, 400, Bad Request",
    })
    void itsErrorsHaveTheBodyThatAllHave(String metode, String sti, int status, String error) {
        String svar = send(metode, sti, "Host: localhost", "Content-Length: 0");

        assertThat(svar).startsWith("HTTP/1.1 " + status).contains("Content-Type: application/json");
        assertThat(kropp(svar))
                .startsWith(
                        "{\"timestamp\":\"2026-11-24T09:13:45.120Z\",\"status\":" + status + ",\"error\":\"" + error)
                .contains("\"message\":", "\"trace\":");
    }

    @Test
    void whatIsUnexpectedIs500WithoutAWordOfWhy() {
        status.set(() -> {
            throw new IllegalStateException("hemmelig");
        });

        assertThat(hent("/helse/klar")).startsWith("HTTP/1.1 500").doesNotContain("hemmelig", "Exception");
        assertThat(hent("/helse/live")).startsWith("HTTP/1.1 200");
    }

    @Test
    void headHasNoBody() {
        String svar = send("HEAD", "/helse/klar", "Host: localhost");

        assertThat(svar).startsWith("HTTP/1.1 200");
        assertThat(kropp(svar)).isEmpty();
    }

    @Test
    void aPortThatIsTakenIsSaid() {
        int opptatt = tjener.adresse().getPort();

        assertThatThrownBy(() -> Forvaltningstjener.bind(opptatt, new Driftshelse(() -> KLAR, KLOKKE).stier(), KLOKKE))
                .isInstanceOf(IOException.class);
    }

    @Test
    void itIsBoundToLoopback() throws IOException {
        assertThat(InetAddress.getByName(tjener.adresse().getHost().replaceAll("[\\[\\]]", ""))
                        .isLoopbackAddress())
                .isTrue();
    }
}
