package no.rrh.bootstrap.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages as a browser shows them. What was seen lies in {@code target/skjermbilder}. */
class NettleserIT {
    private static final String DOCS = "/api/oppslag/v1/docs/";
    private static final Path BILDER = Path.of("target", "skjermbilder");

    private static Chromium chromium;

    private final URI server = Felles.server().adresse();
    private final List<String> klager = new ArrayList<>();
    private final Set<String> verter = new TreeSet<>();
    private Page side;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stopp() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void aapne() {
        side = chromium.nettleser().newPage(new Browser.NewPageOptions().setViewportSize(1280, 900));
        side.onConsoleMessage(linje -> {
            if (Set.of("error", "warning").contains(linje.type())) {
                klager.add(linje.text());
            }
        });
        side.onPageError(klager::add);
        side.onRequest(kall -> verter.add(Optional.ofNullable(
                        URI.create(kall.url().split("#")[0].startsWith("data:") ? server.toString() : kall.url())
                                .getAuthority())
                .orElse("?")));
    }

    @AfterEach
    void lukk() {
        side.close();
    }

    private void gaaTil(String sti) {
        Response svar = side.navigate(server.resolve(sti).toString());
        assertThat(svar.status()).isEqualTo(200);
    }

    private void bilde(String navn) {
        side.screenshot(new Page.ScreenshotOptions().setPath(BILDER.resolve(navn + ".png")));
    }

    private void ingenKlager() {
        assertThat(klager).isEmpty();
        assertThat(verter).containsExactly(server.getAuthority());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api/oppslag/v1/docs/",
                "/api/oppslag/v1/docs/CHANGELOG.html",
                "/api/oppslag/v1/docs/feltbeskrivelser.html",
                "/api/oppslag/v1/docs/TESTDATA.html",
                "/api/oppslag/v1/docs/maskinporten.html"
            })
    void aPageShowsWithoutComplaintAndEveryLinkOfItLeadsSomewhere(String sti) {
        gaaTil(sti);
        assertThat(side.locator("h1").count()).isEqualTo(1);
        bilde(sti.equals("/") ? "forside" : sti.replaceAll(".*/docs/", "docs-").replace(".html", ""));

        Set<String> lenker = new TreeSet<>();
        for (Locator lenke : side.locator("a").all()) {
            lenker.add((String) lenke.evaluate("a => a.href"));
        }
        assertThat(lenker).isNotEmpty();
        for (String lenke : lenker) {
            if (lenke.startsWith("mailto:")) {
                continue;
            }
            URI maal = URI.create(lenke);
            assertThat(maal.getAuthority()).isEqualTo(server.getAuthority());
            assertThat(Raa.send(server, "GET", maal.getPath()).status())
                    .as(lenke)
                    .isEqualTo(200);
            if (maal.getFragment() != null && maal.getPath().equals(sti)) {
                assertThat(side.locator("[id='" + maal.getFragment() + "']").count())
                        .as(lenke)
                        .isEqualTo(1);
            }
        }
        ingenKlager();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                DOCS,
                DOCS + "CHANGELOG.html",
                DOCS + "feltbeskrivelser.html",
                DOCS + "TESTDATA.html",
                DOCS + "maskinporten.html"
            })
    void whoPrefersDarkAndHasANarrowScreenIsSeenTo(String sti) {
        side.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        side.setViewportSize(390, 800);
        gaaTil(sti);
        bilde("smal-moerk-" + sti.replaceAll(".*/|[.]html", ""));

        assertThat((Boolean) side.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth"))
                .isTrue();
        ingenKlager();
    }

    @Test
    void inLokalTryItOutAnswersOnTheFirstClick() {
        gaaTil("/api/oppslag");
        side.waitForSelector("body[data-klar=ja]");
        Locator oppslag =
                side.locator(".opblock", new Page.LocatorOptions().setHasText("/api/oppslag/v1/virksomheter/{"));
        bilde("swagger");
        oppslag.locator(".opblock-summary-control").first().click();
        oppslag.locator("button.try-out__btn").click();
        oppslag.locator("input[placeholder^=organisasjonsnummer]").fill("313513408");
        oppslag.locator("button.execute").click();
        Locator status =
                oppslag.locator(".live-responses-table .response-col_status").last();
        status.waitFor();
        side.screenshot(new Page.ScreenshotOptions()
                .setPath(BILDER.resolve("swagger-svar.png"))
                .setFullPage(true));

        assertThat(status.textContent()).contains("200");
        assertThat(oppslag.locator(".live-responses-table").textContent()).contains("313513408", "PARASOLL");
        ingenKlager();
    }
}
