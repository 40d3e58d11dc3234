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
import no.rrh.domain.tilgang.Avtaler;
import no.rrh.domain.tilgang.Operasjon;
import no.rrh.domain.tilgang.Scope;
import no.rrh.domain.tilgang.Tilgang;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What each scope sees of one virksomhet that has every field, word for word, when it is looked up with its history. To renew the files after a
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
        Stream<Arguments> perScope = Stream.of(Scope.values())
                .map(scope ->
                        Arguments.of(scope.navn().substring("brreg:reelle/".length()), medAlt, scope, Spraak.BOKMAAL));
        Stream<Arguments> andre = Stream.of(
                Arguments.of("offentlig-nynorsk", medAlt, Scope.OFFENTLIG, Spraak.NYNORSK),
                Arguments.of("offentlig-engelsk", medAlt, Scope.OFFENTLIG, Spraak.ENGELSK),
                Arguments.of("slettet", SLETTET, Scope.OFFENTLIG, Spraak.BOKMAAL));
        return Stream.concat(perScope, andre);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("filer")
    void theRepresentationIsThatOfTheGoldenFile(
            String navn, RegistreringspliktigVirksomhet virksomhet, Scope scope, Spraak spraak) throws IOException {
        Innsynsnivaa nivaa = Tilgang.krev(Konsumenter.med(scope), Operasjon.OPPSLAG_B, Avtaler.UTEN)
                .nivaa();
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
