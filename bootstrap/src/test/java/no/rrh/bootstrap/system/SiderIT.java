package no.rrh.bootstrap.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.rrh.domain.tilgang.Scope;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The documentation, and the programs in it, run as they stand on the page. */
class SiderIT {
    private static final URI SERVER = Felles.server().adresse();
    private static final String VEILEDNING = "/api/oppslag/v1/docs/maskinporten.html";
    private static final String LOKALT_TOKEN = "/maskinporten/lokalt-token";

    private static final Pattern LENKE = Pattern.compile("(?:href|src)=\"([^\"#]+)[\"#]");

    private static Path mappe;

    @BeforeAll
    static void opprettKlient() {
        mappe = Felles.mappe();
        Rrhprosess.Resultat klient = Rrhprosess.kjoer(
                "klient",
                "opprett",
                "--id",
                "demo",
                "--scope",
                Felles.OFFENTLIG,
                "--orgnr",
                "310000019",
                "--ut",
                mappe.toString(),
                "--data",
                Felles.data().toString());
        assertThat(klient.kode()).as(klient.feil()).isZero();
    }

    private static String program(String id) {
        String side = Raa.send(SERVER, "GET", VEILEDNING).tekst();
        Matcher treff = Pattern.compile("<code id=\"" + id + "\">(.*?)</code>", Pattern.DOTALL)
                .matcher(side);
        assertThat(treff.find()).as(id).isTrue();
        return treff.group(1).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    @ParameterizedTest
    @CsvSource({"curl, oppslag.sh, bash", "python, oppslag.py, python3", "java, Oppslag.java, java"})
    void eachProgramOfTheGuideLooksUpAsItStands(String id, String filnavn, String tolk) throws Exception {
        String kjoeres = tolk.equals("java")
                ? Path.of(System.getProperty("java.home"), "bin", "java").toString()
                : tolk;
        for (String trengs : tolk.equals("java") ? List.of(kjoeres) : List.of(tolk, "openssl", "curl")) {
            assumeTrue(finnes(trengs), trengs + " is not here, so the program was not run");
        }
        Files.writeString(mappe.resolve(filnavn), program(id));
        ProcessBuilder bygger = new ProcessBuilder(kjoeres, filnavn).directory(mappe.toFile());
        bygger.environment().putAll(Map.of("RRH", SERVER.toString()));
        Path ut = mappe.resolve(id + ".ut");
        Path feil = mappe.resolve(id + ".feil");
        Process prosess =
                bygger.redirectOutput(ut.toFile()).redirectError(feil.toFile()).start();

        assertThat(prosess.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(prosess.exitValue()).as(Files.readString(feil)).isZero();
        assertThat(Files.readString(ut, StandardCharsets.UTF_8))
                .contains("\"organisasjonsnummer\":\"313513408\"", "PARASOLL");
    }

    private static boolean finnes(String program) {
        try {
            Process prosess = new ProcessBuilder(program, "-version")
                    .redirectErrorStream(true)
                    .start();
            prosess.getInputStream().transferTo(OutputStream.nullOutputStream());
            prosess.waitFor();
            return true;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api/oppslag",
                "/api/oppslag/v1/docs/",
                VEILEDNING,
                "/api/oppslag/swagger-ui/oppstart.js",
                "/innsyn",
                "/innsyn/side.js"
            })
    void thePagesRunNoScriptOfOthersAreNotFramedAndAreKnownAgain(String sti) {
        Raa.Svar svar = Raa.send(SERVER, "GET", sti);

        assertThat(svar.status()).isEqualTo(200);
        assertThat(svar.header("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "http:", "https:", "*");
        assertThat(svar.header("X-Content-Type-Options")).contains("nosniff");
        assertThat(svar.header("Referrer-Policy")).contains("no-referrer");
        String etag = svar.header("ETag").orElseThrow();
        assertThat(Raa.send(SERVER, "GET", sti, "If-None-Match: " + etag).status())
                .isEqualTo(304);
        Raa.Svar hode = Raa.send(SERVER, "HEAD", sti);
        assertThat(hode.status()).isEqualTo(200);
        assertThat(hode.kropp()).isEmpty();
        assertThat(hode.header("Content-Length")).isEqualTo(svar.header("Content-Length"));
    }

    /** From the front page along every link and everything that a page loads. */
    @Test
    void everyPageThatCanBeComeToIsShutInAndSetsNoCookie() {
        Set<String> sett = new LinkedHashSet<>(List.of("/", "/api/oppslag"));
        Deque<String> igjen = new ArrayDeque<>(sett);
        int sider = 0;
        while (!igjen.isEmpty()) {
            String sti = igjen.pop();
            Raa.Svar svar = Raa.send(SERVER, "GET", sti);
            assertThat(svar.header("Set-Cookie")).as(sti).isEmpty();
            if (!svar.header("Content-Type").orElse("").startsWith("text/html")) {
                continue;
            }
            sider++;
            assertThat(svar.header("Content-Security-Policy").orElseThrow())
                    .as(sti)
                    .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'none'")
                    .doesNotContain("unsafe", "http:", "https:", "*");
            assertThat(svar.header("X-Content-Type-Options")).as(sti).hasValue("nosniff");
            assertThat(svar.header("Referrer-Policy")).as(sti).hasValue("no-referrer");
            assertThat(svar.header("X-Frame-Options")).as(sti).hasValue("DENY");
            assertThat(svar.header("Cross-Origin-Opener-Policy")).as(sti).hasValue("same-origin");
            assertThat(svar.header("Cross-Origin-Resource-Policy")).as(sti).hasValue("same-origin");
            assertThat(svar.header("Permissions-Policy").orElseThrow())
                    .as(sti)
                    .contains("camera=()", "geolocation=()", "microphone=()");
            LENKE.matcher(svar.tekst())
                    .results()
                    .map(treff -> SERVER.resolve(sti).resolve(treff.group(1)))
                    .filter(lenke -> SERVER.getAuthority().equals(lenke.getAuthority()))
                    .map(URI::getPath)
                    .filter(sett::add)
                    .forEach(igjen::push);
        }
        assertThat(sider).as(sett.toString()).isGreaterThanOrEqualTo(6);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/oppslag/, 404",
        "GET, /api/oppslag/v1/docs/finnes-ikke.html, 404",
        "GET, /api/oppslag/v1/docs/stil.css/, 404",
        "GET, /api/oppslag/swagger-ui/index.html, 404",
        "GET, /innsyn/, 404",
        "GET, /innsyn/side.html, 404",
        "POST, /innsyn, 405",
        "POST, /, 405",
        "POST, /api/oppslag, 405",
        "DELETE, /api/oppslag/v1/docs/TESTDATA.html, 405",
    })
    void whatIsNotThereIsRefusedAsElsewhere(String metode, String sti, int status) {
        Raa.Svar svar = Raa.send(SERVER, metode, sti);

        assertThat(svar.status()).isEqualTo(status);
        assertThat(svar.json().get("status").asInt()).isEqualTo(status);
    }

    @Test
    void thePageOfTheServerGetsATokenThatTheApiLetsIn() {
        String token = Raa.send(
                        SERVER,
                        "POST",
                        LOKALT_TOKEN,
                        "Origin: " + SERVER,
                        "Sec-Fetch-Site: same-origin",
                        "Content-Length: 0")
                .json()
                .get("access_token")
                .asText();

        assertThat(Raa.send(SERVER, "GET", "/api/virksomheter/313513408", "Authorization: Bearer " + token)
                        .status())
                .isEqualTo(200);
    }

    private static Raa.Svar lokaltToken(String spoerring) {
        return Raa.send(
                SERVER,
                "POST",
                LOKALT_TOKEN + spoerring,
                "Origin: " + SERVER,
                "Sec-Fetch-Site: same-origin",
                "Content-Length: 0");
    }

    @ParameterizedTest
    @EnumSource
    void aPageGetsATokenOfTheScopeItAsksForAndOfNoOther(Scope scope) throws Exception {
        String token =
                lokaltToken("?scope=" + scope.navn()).json().get("access_token").asText();
        String krav = new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);

        assertThat(new ObjectMapper().readTree(krav).get("scope").asText()).isEqualTo(scope.navn());
    }

    @ParameterizedTest
    @ValueSource(strings = {"?scope=", "?scope=brreg:reelle/alt", "?scope=brreg:reelle/media&scope=brreg:reelle/media"})
    void aScopeThatIsNoneOfTheRegistersIs400(String spoerring) {
        Raa.Svar svar = lokaltToken(spoerring);

        assertThat(svar.status()).isEqualTo(400);
        assertThat(svar.json().get("message").asText()).contains("scope").doesNotContain("alt");
    }

    static List<List<String>> andreSider() {
        String egen = "Origin: " + SERVER;
        String samme = "Sec-Fetch-Site: same-origin";
        List<List<String>> andre = new ArrayList<>(List.of(
                List.of(),
                List.of(egen),
                List.of(samme),
                List.of(egen, "Sec-Fetch-Site: cross-site"),
                List.of(egen, "Sec-Fetch-Site: same-site"),
                List.of("Origin: http://ond.example", samme),
                List.of("Origin: null", samme)));
        return andre;
    }

    @ParameterizedTest
    @MethodSource("andreSider")
    void noOtherPageGetsOne(List<String> headere) {
        List<String> alle = new ArrayList<>(headere);
        alle.add("Content-Length: 0");
        Raa.Svar svar = Raa.send(SERVER, "POST", LOKALT_TOKEN, alle.toArray(String[]::new));

        assertThat(svar.status()).isEqualTo(403);
        assertThat(svar.tekst()).doesNotContain("access_token");
    }

    @Test
    void aNameThatSomebodyElseHasLetLeadHereGetsNone() {
        int port = SERVER.getPort();
        Raa.Svar svar = Raa.send(
                SERVER,
                "POST " + LOKALT_TOKEN + " HTTP/1.1\r\nHost: ond.example:" + port + "\r\nOrigin: http://ond.example:"
                        + port + "\r\nSec-Fetch-Site: same-origin\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");

        assertThat(svar.status()).isEqualTo(403);
    }
}
