package no.rrh.bootstrap.system;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A browser that looks at pages: a Chromium that is installed already, at {@code RRH_CHROMIUM} or where Debian puts it; without
 * one the tests are skipped.
 */
final class Chromium implements AutoCloseable {
    private final Playwright playwright;
    private final Browser nettleser;

    private Chromium(Playwright playwright, Browser nettleser) {
        this.playwright = playwright;
        this.nettleser = nettleser;
    }

    static Chromium start() {
        Optional<Path> chromium = Stream.ofNullable(System.getenv("RRH_CHROMIUM"))
                .map(Path::of)
                .findFirst()
                .or(() -> Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser")
                        .map(Path::of)
                        .filter(Files::isExecutable)
                        .findFirst());
        assumeTrue(
                chromium.isPresent(),
                "no Chromium: install it, or say where it is in RRH_CHROMIUM, to have the pages seen");
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Chromium(
                playwright,
                playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(chromium.get())
                                .setArgs(List.of(
                                        "--headless",
                                        "--no-sandbox",
                                        "--disable-gpu",
                                        "--disable-quic",
                                        "--disable-background-networking",
                                        "--disable-component-update",
                                        "--disable-sync"))));
    }

    Browser nettleser() {
        return nettleser;
    }

    @Override
    public void close() {
        playwright.close();
    }
}
