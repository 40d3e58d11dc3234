package no.rrh.bootstrap.system;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static no.rrh.bootstrap.system.Ugyldig.FIL;
import static no.rrh.bootstrap.system.Ugyldig.VERT;
import static no.rrh.bootstrap.system.Ugyldig.VIRKSOMHET;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.rrh.bootstrap.system.Ugyldig.Etter;
import no.rrh.bootstrap.system.Ugyldig.Utfall;
import org.eclipse.jetty.http.HttpStatus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Bad requests, byte for byte against the fat JAR: each gets its documented answer, the connection is in step or closed, and
 * the next caller is served as if nothing had been. What is no HTTP at all is tried on the server alone, in its own module.
 */
class UgyldigeKallIT {
    private static final URI SERVER = Felles.server().adresse();
    private static final String FOEDSELSNUMMER = "05910298382";

    /** What follows on the same connection. Its answer is known by its trace, and is the last. */
    private static final String NESTE =
            "GET /neste HTTP/1.1\r\n" + VERT + "X-Request-Id: det-neste-kallet\r\nConnection: close\r\n\r\n";

    private static String godtSvar;
    private static long feilFoer;

    @BeforeAll
    static void theFileIsThere() {
        Vent.til(
                "a totalbestand is served",
                Duration.ofSeconds(20),
                () -> Raa.send(SERVER, "GET", FIL, Ugyldig.bearer()).status() == 200);
        godtSvar = Raa.send(SERVER, "GET", VIRKSOMHET, Ugyldig.bearer()).tekst();
        feilFoer = feilILoggen();
    }

    @AfterAll
    static void nothingFailedInside() {
        assertThat(feilILoggen()).isEqualTo(feilFoer);
    }

    private static long feilILoggen() {
        return Felles.server()
                .logg()
                .lines()
                .filter(linje -> linje.contains(" ERROR ") || linje.startsWith("\tat ") || linje.contains("status=500"))
                .count();
    }

    static Stream<Ugyldig> rader() {
        return Stream.of(
                        UgyldigInnhold.metoder(),
                        UgyldigInnhold.numre(),
                        UgyldigInnhold.urier(),
                        UgyldigInnhold.aksepter(),
                        UgyldigInnhold.omraader(),
                        UgyldigInnhold.vilkaar(),
                        UgyldigInnhold.tokener(),
                        UgyldigInnhold.uvedkommende())
                .flatMap(rader -> rader);
    }

    @ParameterizedTest
    @MethodSource("rader")
    void aBadRequestGetsItsAnswerAndCostsNobodyElseTheirs(Ugyldig rad) {
        List<Raa.Svar> svar = Raa.alle(SERVER, rad.sendt() + NESTE);

        assertThat(svar).as(rad.navn()).hasSize(rad.etter() == Etter.I_TAKT ? 2 : 1);
        harUtfall(svar.get(0), rad.utfall());
        if (rad.etter() == Etter.I_TAKT) {
            harUtfall(svar.get(1), Utfall.STI);
            assertThat(svar.get(1).json().get("trace").asText()).isEqualTo("det-neste-kallet");
        } else if (rad.utfall().status >= 400) {
            assertThat(svar.get(0).header("Connection")).hasValue("close");
        }
        assertThat(Raa.send(SERVER, "GET", VIRKSOMHET, Ugyldig.bearer()).tekst())
                .isEqualTo(godtSvar);
    }

    private static void harUtfall(Raa.Svar svar, Utfall utfall) {
        assertThat(svar.status()).as(svar.tekst()).isEqualTo(utfall.status);
        if (utfall.status < 400) {
            return;
        }
        AvvisningIT.erFeil(svar, utfall.status, HttpStatus.getMessage(utfall.status));
        assertThat(svar.json().get("message").asText()).contains(utfall.melding);
        assertThat(svar.json().get("path").asText()).doesNotContain("?", FOEDSELSNUMMER);
        assertThat(svar.tekst()).doesNotContain("<", ">", "eyJ", "Jetty", "jersey");
        assertThat(svar.header("Cache-Control")).hasValue("no-store");
        assertThat(svar.header("Allow").isPresent()).isEqualTo(utfall == Utfall.METODE);
        assertThat(svar.header("WWW-Authenticate")).isEqualTo(utfordring(utfall));
        assertThat(svar.header("Content-Range").isPresent()).isEqualTo(utfall == Utfall.OMRAADE);
    }

    private static Optional<String> utfordring(Utfall utfall) {
        return Optional.ofNullable(
                switch (utfall) {
                    case UTEN_TOKEN -> "Bearer";
                    case TOKEN -> "Bearer error=\"invalid_token\"";
                    case SCOPE -> "Bearer error=\"insufficient_scope\"";
                    default -> null;
                });
    }

    /** A fault, where it is put, and the refusal that it has: in the order of the contract. */
    private record Feil(Utfall utfall, String metode, String foerStien, String sti, List<String> headere) {}

    private static final Feil INGEN = new Feil(Utfall.GODT, null, "", null, List.of());

    private static List<List<Feil>> feilIOrden() {
        String bearer = "Authorization: Bearer ";
        return List.of(
                List.of(
                        INGEN,
                        new Feil(Utfall.HTTP, null, "", null, List.of("Host: y")),
                        new Feil(Utfall.HEADERE, null, "", null, List.of("X: " + "x".repeat(16_384)))),
                List.of(
                        INGEN,
                        new Feil(Utfall.URI, null, "/", null, List.of()),
                        new Feil(Utfall.LANG_URI, null, "/" + "a".repeat(2048), null, List.of())),
                List.of(INGEN, new Feil(Utfall.STI, null, "/tull", null, List.of())),
                List.of(INGEN, new Feil(Utfall.METODE, "POST", "", null, List.of("Content-Length: 0"))),
                List.of(
                        new Feil(Utfall.GODT, null, "", null, List.of(Ugyldig.bearer())),
                        new Feil(Utfall.TOKEN, null, "", null, List.of(bearer + "a.b.c")),
                        new Feil(Utfall.SCOPE, null, "", null, List.of(bearer + Felles.token("brreg:reelle/media")))),
                List.of(INGEN, new Feil(Utfall.FORMAT, null, "", null, List.of("Accept: text/html"))),
                List.of(
                        new Feil(Utfall.GODT, null, "", VIRKSOMHET, List.of()),
                        new Feil(Utfall.SIFRE, null, "", "/api/virksomheter/123", List.of()),
                        new Feil(Utfall.UREGISTRERT, null, "", "/api/virksomheter/974760673", List.of()),
                        new Feil(Utfall.GODT, null, "", FIL, List.of())),
                List.of(INGEN, new Feil(Utfall.VILKAAR, null, "", null, List.of("If-Match: \"x\""))));
    }

    @Test
    void ofSeveralFaultsTheFirstInTheOrderOfTheContractIsTold() {
        List<List<Feil>> samlinger = List.of(List.of());
        for (List<Feil> trinn : feilIOrden()) {
            samlinger = samlinger.stream()
                    .flatMap(foer -> trinn.stream().map(feil -> pluss(foer, feil)))
                    .filter(UgyldigeKallIT::ulovligHttpMedHoeystEnTil)
                    .toList();
        }
        assertThat(samlinger).hasSizeGreaterThan(500);
        for (List<Feil> feil : samlinger) {
            Utfall foerste = feil.stream()
                    .map(Feil::utfall)
                    .filter(utfall -> utfall != Utfall.GODT)
                    .findFirst()
                    .orElse(Utfall.GODT);
            assertThat(foerste(feil).status()).as(feil.toString()).isEqualTo(foerste.status);
        }
    }

    private static List<Feil> pluss(List<Feil> foer, Feil feil) {
        List<Feil> alle = new ArrayList<>(foer);
        alle.add(feil);
        return alle;
    }

    /** What is no HTTP is so whatever else is wrong: one other fault at a time is enough. */
    private static boolean ulovligHttpMedHoeystEnTil(List<Feil> feil) {
        return feil.get(0) == INGEN
                || feil.stream().filter(en -> en.utfall() != Utfall.GODT).count() <= 2;
    }

    private static Raa.Svar foerste(List<Feil> feil) {
        StringBuilder uri = new StringBuilder();
        StringBuilder headere = new StringBuilder();
        String metode = "GET";
        for (Feil en : feil) {
            metode = en.metode() == null ? metode : en.metode();
            uri.append(en.foerStien()).append(en.sti() == null ? "" : en.sti());
            en.headere().forEach(header -> headere.append(header).append("\r\n"));
        }
        return Raa.alle(
                        SERVER,
                        metode + " " + uri + " HTTP/1.1\r\n" + VERT + "Connection: close\r\n" + headere + "\r\n")
                .get(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "G",
                "GET /api/virksomheter",
                "GET /api/virksomheter/313513408 HTTP/1.1\r\n",
                "GET /api/virksomheter/313513408 HTTP/1.1\r\nHost: x\r\nAuthor",
            })
    void aRequestThatIsNeverWholeIsRefusedOrLeftAndHoldsNobodyUp(String begynnelse) throws IOException {
        try (Socket socket = new Socket(SERVER.getHost(), SERVER.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(begynnelse.getBytes(ISO_8859_1));
            assertThat(Raa.send(SERVER, "GET", VIRKSOMHET, Ugyldig.bearer()).tekst())
                    .isEqualTo(godtSvar);
            socket.shutdownOutput();
            // Jetty refuses or leaves it, by where in a line it ends
            assertThat(new String(socket.getInputStream().readAllBytes(), ISO_8859_1))
                    .matches("(?s)|HTTP/1.1 400 .*");
        }
    }

    @Test
    void whatTheCallerWroteComesBackAsText() {
        Raa.Svar svar = Raa.send(SERVER, "GET", "/api/virksomheter/%3Cscript%3E'%22&%E2%80%A8", Ugyldig.bearer());

        assertThat(svar.header("Content-Type")).hasValue("application/json;charset=UTF-8");
        assertThat(svar.tekst()).doesNotContain("<", ">", "&", "'");
        assertThat(svar.json().get("path").asText()).isEqualTo("/api/virksomheter/<script>'\"&\u2028");
    }

    @Test
    void aRequestThatIsNotReadHasAnEmptyPath() {
        for (String sendt : List.of("tull\r\n\r\n", "GET /%zz HTTP/1.1\r\n" + VERT + "\r\n", "\u0016\u0003\r\n\r\n")) {
            assertThat(Raa.alle(SERVER, sendt).get(0).json().get("path").asText())
                    .isEmpty();
        }
    }
}
