package no.rrh.bootstrap.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The innsyn page by the rules of axe-core (WCAG 2.1 A and AA, and its best practices), in light and dark. */
class InnsynssideForAlleIT {
    private static final String AXE = les("/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js");

    private static final URI SERVER = Felles.server().adresse();

    private static Chromium chromium;

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

    private static String les(String navn) {
        try (InputStream fil = InnsynssideForAlleIT.class.getResourceAsStream(navn)) {
            return new String(fil.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static void ingenAlvorligeFunn(Innsynsbesoek besoek, String hvor) {
        besoek.side().evaluate(AXE);
        Map<String, Object> funn = (Map<String, Object>) besoek.side().evaluate("""
                async () => {
                  const { violations, passes } = await axe.run(document);
                  return {
                    bestaatt: passes.length,
                    brudd: violations
                      .filter((v) => ['serious', 'critical'].includes(v.impact))
                      .map((v) => `${v.id}: ${v.help}: ${v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160)).join(' | ')}`),
                    mindre: violations.map((v) => `${v.id} (${v.impact})`),
                  };
                }
                """);
        assertThat((int) funn.get("bestaatt")).as(hvor).isGreaterThan(15);
        assertThat((List<String>) funn.get("brudd")).as(hvor).isEmpty();
        assertThat((List<String>) funn.get("mindre")).as(hvor).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void nobodyIsKeptOut(ColorScheme farger) {
        try (Innsynsbesoek besoek = Innsynsbesoek.medScript(chromium.nettleser(), SERVER, farger)) {
            besoek.gaaTil("/innsyn");
            ingenAlvorligeFunn(besoek, "at first");
            for (String orgnr : List.of("314208641", "313611760", "319000313", "310219622")) {
                besoek.se(orgnr);
                besoek.bilde("axe-" + orgnr + "-" + farger.name().toLowerCase(Locale.ROOT));
                ingenAlvorligeFunn(besoek, orgnr);
            }
            besoek.felt(".tidslinje button").last().click();
            besoek.somScope("media").se("313611760");
            besoek.felt(".node.skjermet").first().waitFor();
            ingenAlvorligeFunn(besoek, "shielded");
            besoek.somScope("offentlig");
            besoek.felt("#nummer").fill("05910298382");
            besoek.felt("#soek button").click();
            besoek.felt(".treff li").first().waitFor();
            ingenAlvorligeFunn(besoek, "search");
            besoek.slaaOpp("974760673");
            besoek.felt("#feil p").first().waitFor();
            ingenAlvorligeFunn(besoek, "refused");
        }
    }
}
