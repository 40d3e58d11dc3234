package no.rrh.http.innsynsside;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.rrh.domain.tilgang.Scope;
import no.rrh.http.dokumentasjon.Dokument;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.glassfish.jersey.jetty.JettyHttpContainer;
import org.glassfish.jersey.server.ContainerFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page and its files, and what they must have in common. */
@Timeout(60)
class InnsynssideRessursTest {
    private static final Pattern LASTES = Pattern.compile("(?:src=\"|href=\"|from ')(?:/innsyn/|\\./)([\\w.]+)[\"']");

    private static final HttpClient KLIENT = HttpClient.newHttpClient();
    private static final Server SERVER = new Server();
    private static URI adresse;

    @BeforeAll
    static void start() throws Exception {
        ServerConnector port = new ServerConnector(SERVER);
        port.setHost("127.0.0.1");
        SERVER.addConnector(port);
        SERVER.setHandler(ContainerFactory.createContainer(
                JettyHttpContainer.class, new ResourceConfig().register(new InnsynssideRessurs(true))));
        SERVER.start();
        adresse = URI.create("http://127.0.0.1:" + port.getLocalPort() + "/innsyn");
    }

    @AfterAll
    static void stopp() throws Exception {
        SERVER.stop();
    }

    private static HttpResponse<String> hent(String fil) throws Exception {
        return KLIENT.send(
                HttpRequest.newBuilder(URI.create(adresse + fil)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String fil(String navn) {
        return new String(Dokument.les("/no/rrh/http/innsynsside/" + navn), StandardCharsets.UTF_8);
    }

    @Test
    void thePageRunsTheScriptsOfThisServerAndNoText() throws Exception {
        HttpResponse<String> side = hent("");

        assertThat(side.statusCode()).isEqualTo(200);
        assertThat(side.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self'", "connect-src 'self'", "trusted-types 'none'")
                .doesNotContain("unsafe", "http:", "https:", "*", "data:");
        assertThat(side.headers().map())
                .containsEntry("X-Frame-Options", List.of("DENY"))
                .containsEntry("Referrer-Policy", List.of("no-referrer"))
                .containsEntry("X-Content-Type-Options", List.of("nosniff"))
                .containsEntry("Cache-Control", List.of("no-cache"))
                .doesNotContainKey("Set-Cookie");
        assertThat(side.body()).contains("data-lokal=\"ja\"").doesNotContain("style=", "onclick", "<script>", "<style");
    }

    /** From the page along everything that it loads, and that loads. */
    @Test
    void everythingThatIsLoadedIsServedAndEverythingThatIsServedIsLoaded() throws Exception {
        Set<String> sett = new LinkedHashSet<>();
        Deque<String> igjen = new ArrayDeque<>(List.of(""));
        while (!igjen.isEmpty()) {
            HttpResponse<String> svar = hent(igjen.pop());
            assertThat(svar.statusCode()).as(svar.uri().toString()).isEqualTo(200);
            if (svar.uri().toString().endsWith("min.js")) {
                continue;
            }
            LASTES.matcher(svar.body())
                    .results()
                    .map(treff -> treff.group(1))
                    .filter(sett::add)
                    .forEach(navn -> igjen.push("/" + navn));
        }
        assertThat(sett)
                .containsExactlyInAnyOrder(
                        "innsyn.css",
                        "dagre.min.js",
                        "side.js",
                        "api.js",
                        "foelg.js",
                        "modell.js",
                        "ord.js",
                        "oppsett.js",
                        "linjer.js",
                        "tegning.js",
                        "tekst.js",
                        "bygg.js",
                        "spraak.js",
                        "ordbok.js",
                        "nedlasting.js");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/side.html", "/finnes-ikke.js", "/dagre.js"})
    void nothingElseIs(String fil) throws Exception {
        assertThat(hent(fil).statusCode()).isEqualTo(404);
    }

    /** A text that is lacking would be an error in the middle of a page. */
    @Test
    void everyTextIsThereInAllThreeLanguages() {
        Set<String> brukt = new TreeSet<>();
        Pattern.compile("data-t=\"(\\w+)\"")
                .matcher(fil("side.html"))
                .results()
                .forEach(treff -> brukt.add(treff.group(1)));
        for (String modul : List.of("side", "ord", "oppsett", "linjer", "tegning", "tekst")) {
            Pattern.compile("\\bt\\((?:[\\w.]+(?: > \\d)? \\? )?'(\\w+)'(?: : '(\\w+)')?")
                    .matcher(fil(modul + ".js"))
                    .results()
                    .forEach(treff -> {
                        brukt.add(treff.group(1));
                        if (treff.group(2) != null) {
                            brukt.add(treff.group(2));
                        }
                    });
        }
        brukt.addAll(Set.of("gjeldende", "sist", "tidligere"));
        for (Scope scope : Scope.values()) {
            brukt.add("'scope." + scope.kortnavn() + "'");
        }
        assertThat(brukt).hasSizeGreaterThan(80);
        String[] ordboeker = fil("ordbok.js").split("\n  (?:nb|nn|en): \\{\n");
        assertThat(ordboeker).hasSize(4);
        for (int i = 1; i < ordboeker.length; i++) {
            Set<String> her = Pattern.compile("^    ('[\\w.]+'|\\w+): '", Pattern.MULTILINE)
                    .matcher(ordboeker[i])
                    .results()
                    .map(treff -> treff.group(1))
                    .collect(Collectors.toSet());
            assertThat(her).containsAll(brukt);
        }
    }

    @Test
    void thePageOffersTheScopesOfTheRegister() {
        for (Scope scope : Scope.values()) {
            assertThat(fil("api.js")).contains("'" + scope.kortnavn() + "',");
        }
    }

    /** What the browser would keep, or send elsewhere, or read as HTML. */
    @Test
    void noScriptUsesWhatThePageMustNot() {
        for (String modul : List.of(
                "side",
                "api",
                "foelg",
                "modell",
                "ord",
                "oppsett",
                "linjer",
                "tegning",
                "tekst",
                "bygg",
                "spraak",
                "nedlasting")) {
            assertThat(fil(modul + ".js").replace("'http://www.w3.org/2000/svg'", ""))
                    .as(modul)
                    .doesNotContain(
                            "localStorage",
                            "sessionStorage",
                            "indexedDB",
                            "document.cookie",
                            "innerHTML",
                            "outerHTML",
                            "insertAdjacent",
                            "eval(",
                            "new Function",
                            "sendBeacon",
                            "pushState",
                            "http://",
                            "https://");
        }
    }
}
