package no.rrh.bootstrap.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** Somebody with a browser of their own, bare of what others did in it, who visits the innsyn page and notes what it does. */
final class Innsynsbesoek implements AutoCloseable {
    private static final Path BILDER = Path.of("target", "skjermbilder", "innsyn");

    private final URI server;
    private final BrowserContext kontekst;
    private final Page side;
    private final List<String> klager = new CopyOnWriteArrayList<>();
    private final List<Request> kall = new CopyOnWriteArrayList<>();

    private Innsynsbesoek(Browser nettleser, URI server, Browser.NewContextOptions valg) {
        this.server = server;
        this.kontekst = nettleser.newContext(valg);
        this.side = kontekst.newPage();
        side.onConsoleMessage(linje -> {
            if (Set.of("error", "warning").contains(linje.type())) {
                klager.add(linje.text());
            }
        });
        side.onPageError(klager::add);
        side.onRequest(kall::add);
    }

    static Innsynsbesoek av(Browser nettleser, URI server) {
        return new Innsynsbesoek(nettleser, server, valg());
    }

    /** One whose browser lets the test put a script into the page. */
    static Innsynsbesoek medScript(Browser nettleser, URI server, ColorScheme farger) {
        return new Innsynsbesoek(nettleser, server, valg().setBypassCSP(true).setColorScheme(farger));
    }

    private static Browser.NewContextOptions valg() {
        return new Browser.NewContextOptions()
                .setViewportSize(1280, 900)
                .setLocale("nb-NO")
                .setAcceptDownloads(true);
    }

    Page side() {
        return side;
    }

    Locator felt(String velger) {
        return side.locator(velger);
    }

    Innsynsbesoek gaaTil(String sti) {
        // null where only what stands after # is another
        Response svar = side.navigate(server.resolve(sti).toString());
        assertThat(svar == null || svar.status() == 200).isTrue();
        side.waitForSelector("body[data-klar=ja]");
        return this;
    }

    /** Opens the page at a virksomhet. */
    Innsynsbesoek se(String orgnr) {
        return gaaTil("/innsyn#" + orgnr).ventPaa(orgnr);
    }

    /** Until that virksomhet has been drawn. */
    Innsynsbesoek ventPaa(String orgnr) {
        felt(".tegneflate > svg .node.rot[data-node=v" + orgnr + "]").waitFor();
        return this;
    }

    Innsynsbesoek somScope(String scope) {
        felt("#scope").selectOption(scope);
        return this;
    }

    Innsynsbesoek slaaOpp(String nummer) {
        felt("#orgnr").fill(nummer);
        felt("#oppslag button").click();
        return this;
    }

    void bilde(String navn) {
        side.screenshot(new Page.ScreenshotOptions()
                .setPath(BILDER.resolve(navn + ".png"))
                .setFullPage(true));
    }

    List<String> klager() {
        return klager;
    }

    List<String> adresser() {
        return kall.stream().map(Request::url).toList();
    }

    /** Nothing was refused, nothing failed, and nobody else was asked. */
    void ingenKlager() {
        assertThat(klager).isEmpty();
        assertThat(adresser())
                .filteredOn(adresse -> !adresse.startsWith("blob:"))
                .allMatch(adresse -> adresse.startsWith(server + "/"));
        assertThat(kontekst.cookies()).isEmpty();
    }

    @Override
    public void close() {
        kontekst.close();
    }
}
