package no.rrh.bootstrap.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Look-ups as BODS. */
class BodsIT {
    private static final String BODS = "application/vnd.bods+json";
    private static final String A = "/api/virksomheter/313513408";
    private static final String B = "/api/oppslag/v1/virksomheter/313513408";

    private final URI server = Felles.server().adresse();

    private Raa.Svar hent(String sti, String scope, String... headere) {
        return Raa.send(
                server,
                "GET",
                sti,
                Stream.concat(Stream.of("Authorization: Bearer " + Felles.token(scope)), Stream.of(headere))
                        .toArray(String[]::new));
    }

    private static List<String> felt(JsonNode alle, String navn) {
        return alle.findValuesAsText(navn);
    }

    @ParameterizedTest
    @ValueSource(strings = {A, B})
    void isAnsweredOnBothSurfacesWithAnEtagOfItsOwn(String sti) {
        Raa.Svar svar = hent(sti, Felles.OFFENTLIG, "Accept: " + BODS);

        assertThat(svar.status()).isEqualTo(200);
        assertThat(svar.header("Content-Type").orElseThrow()).isEqualTo(BODS + ";charset=UTF-8");
        assertThat(svar.header("Vary").orElseThrow()).contains("Accept");
        assertThat(felt(svar.json(), "recordType")).contains("entity", "person", "relationship");
        assertThat(svar.header("ETag").orElseThrow())
                .isNotEqualTo(hent(sti, Felles.OFFENTLIG).header("ETag").orElseThrow());
        assertThat(hent(
                                sti,
                                Felles.OFFENTLIG,
                                "Accept: " + BODS,
                                "If-None-Match: " + svar.header("ETag").orElseThrow())
                        .status())
                .isEqualTo(304);
    }

    @Test
    void saysTheSameEachTimeAndToAllWhoSeeTheSame() {
        Raa.Svar svar = hent(A, Felles.OFFENTLIG, "Accept: " + BODS);

        assertThat(hent(A, Felles.OFFENTLIG, "Accept: " + BODS, "Accept-Language: en")
                        .kropp())
                .isEqualTo(svar.kropp());
        assertThat(felt(hent(B, Felles.OFFENTLIG, "Accept: " + BODS).json(), "recordId"))
                .containsAll(felt(svar.json(), "recordId"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/vnd.bods+json, application/json;q=0.9 | bods",
                "application/json, application/vnd.bods+json;q=0.9 | json",
                "application/json, application/vnd.bods+json | json",
                "application/vnd.bods+json, */*;q=0.1 | bods",
                "application/vnd.bods+json, */* | bods",
                "application/* | json",
                "application/vnd.bods+json;q=0, application/json | json"
            })
    void isChosenByThoseWhoNameIt(String aksept, String ventet) {
        assertThat(hent(A, Felles.OFFENTLIG, "Accept: " + aksept)
                        .header("Content-Type")
                        .orElseThrow())
                .contains(ventet.equals("bods") ? BODS : "application/json");
    }

    @Test
    void namesNothingByWhatAnybodyCanCompute() {
        UUID aapent = UUID.nameUUIDFromBytes("bods|313513408|virksomhet".getBytes(UTF_8));

        assertThat(felt(hent(A, Felles.OFFENTLIG, "Accept: " + BODS).json(), "declarationSubject"))
                .doesNotContain(aapent.toString().replace("-", ""));
    }

    @Test
    void refusalsAreTheSame() {
        assertThat(Raa.send(server, "GET", A, "Accept: " + BODS).status()).isEqualTo(403);
        assertThat(hent("/api/virksomheter/999999999", Felles.OFFENTLIG, "Accept: " + BODS)
                        .status())
                .isIn(400, 404);
    }
}
