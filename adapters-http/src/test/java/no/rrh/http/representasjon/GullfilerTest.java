package no.rrh.http.representasjon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import no.rrh.domain.Eksempler;
import no.rrh.domain.innsyn.Innsynsnivaa;
import no.rrh.domain.innsyn.Innsynspolicy;
import no.rrh.domain.registrering.RegistreringspliktigVirksomhet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What each level of access sees of one virksomhet that has every field, word for word. To renew the files after a
 * deliberate change, and then to read the difference before it is committed:
 *
 * <pre>mvn -pl adapters-http -am test -Dtest=GullfilerTest -Dsurefire.failIfNoSpecifiedTests=false -Dgull.forny=true</pre>
 *
 * <p>That run always fails, so that it cannot be mistaken for a test.
 */
class GullfilerTest {
    private static final Path MAPPE = Path.of("src", "test", "resources", "golden");
    private static final boolean FORNY = Boolean.getBoolean("gull.forny");
    private static final RegistreringspliktigVirksomhet SLETTET = Eksempler.slettet(
            Eksempler.ORGANISASJONSNUMMER, Eksempler.REGISTRERT, Instant.parse("2026-01-02T03:04:05.006Z"));

    static Stream<Arguments> filer() {
        RegistreringspliktigVirksomhet medAlt = Eksempler.virksomhetMedAlt();
        return Stream.of(
                Arguments.of("alt", medAlt, Innsynsnivaa.ALT, Spraak.BOKMAAL),
                Arguments.of("alt-nynorsk", medAlt, Innsynsnivaa.ALT, Spraak.NYNORSK),
                Arguments.of("alt-engelsk", medAlt, Innsynsnivaa.ALT, Spraak.ENGELSK),
                Arguments.of("personer-i-full", medAlt, Innsynsnivaa.PERSONER_I_FULL, Spraak.BOKMAAL),
                Arguments.of("skjermet", medAlt, Innsynsnivaa.SKJERMET, Spraak.BOKMAAL),
                Arguments.of(
                        "skjermet-uten-foedselsnummer",
                        medAlt,
                        Innsynsnivaa.SKJERMET_UTEN_FOEDSELSNUMMER,
                        Spraak.BOKMAAL),
                Arguments.of("slettet", SLETTET, Innsynsnivaa.ALT, Spraak.BOKMAAL));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("filer")
    void theRepresentationIsThatOfTheGoldenFile(
            String navn, RegistreringspliktigVirksomhet virksomhet, Innsynsnivaa nivaa, Spraak spraak)
            throws IOException {
        byte[] skrevet = new V1Representasjon().virksomhet(Innsynspolicy.medHistorikk(virksomhet, nivaa), spraak);
        Path fil = MAPPE.resolve(navn + ".json");
        if (FORNY) {
            Files.writeString(fil, Json.lesbar(skrevet));
            fail(fil + " is renewed: read the difference, then run again without gull.forny");
        }
        assertThat(Json.lesbar(skrevet)).isEqualTo(Files.readString(fil));
        assertThat(new String(skrevet, StandardCharsets.UTF_8)).isEqualTo(Json.minifisert(Files.readAllBytes(fil)));
    }
}
