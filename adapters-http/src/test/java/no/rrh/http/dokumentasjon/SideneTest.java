package no.rrh.http.dokumentasjon;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jose4j.json.JsonUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages that are made of something else hold all of it. */
class SideneTest {
    private static final String FELT = tekst(Feltbeskrivelser.side());
    private static final String TESTDATA = tekst(Tabellside.testdata());

    private static String tekst(Dokument side) {
        return new String(side.innhold(), StandardCharsets.UTF_8);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> under(Map<String, Object> tabell, String navn) {
        return (Map<String, Object>) tabell.getOrDefault(navn, Map.of());
    }

    private static Map<String, Object> skjemaer() throws Exception {
        String fil = new String(Dokument.les("openapi.json"), StandardCharsets.UTF_8);
        return under(under(JsonUtil.parseJson(fil), "components"), "schemas");
    }

    /** From the heading of the class to that of the next. */
    private static String klasse(String navn) {
        Matcher treff = Pattern.compile("<h2 id=\"" + navn + "\">.*?</section>", Pattern.DOTALL)
                .matcher(FELT);
        assertThat(treff.find()).as(navn).isTrue();
        return treff.group();
    }

    @Test
    void everyFieldOfEveryClassHasARowWithItsTypeItsDescriptionAndItsValues() throws Exception {
        int antall = 0;
        for (String klasse : skjemaer().keySet()) {
            Map<String, Object> skjema = under(skjemaer(), klasse);
            Map<String, Object> felt = under(skjema, "properties");
            for (String navn : felt.keySet()) {
                Matcher rad = Pattern.compile(
                                "<tr><td><code>" + navn + "</code></td><td>(.+?)</td><td>(ja)?</td><td>(.+?)</td></tr>",
                                Pattern.DOTALL)
                        .matcher(klasse(klasse));

                assertThat(rad.find()).as(klasse + "." + navn).isTrue();
                assertThat(rad.group(2) != null)
                        .as(klasse + "." + navn)
                        .isEqualTo(((List<?>) skjema.getOrDefault("required", List.of())).contains(navn));
                for (Object verdi : (List<?>) under(felt, navn).getOrDefault("enum", List.of())) {
                    assertThat(rad.group(3)).contains("<code>" + verdi + "</code>");
                }
                antall++;
            }
        }
        assertThat(antall).isGreaterThan(80);
    }

    @Test
    void aCodeIsToldWithItsNameInBokmaal() {
        assertThat(klasse("Posisjonstype")).contains("<code>posisjonstype.eierskap</code><br>Eierskap</li>");
    }

    @Test
    void fieldsThatExcludeEachOtherAreSaidTo() {
        assertThat(klasse("MellomliggendeVirksomhet"))
                .contains("Nøyaktig ett av disse feltene er med: <code>norskVirksomhet</code>,"
                        + " <code>utenlandskVirksomhet</code>.");
        assertThat(klasse("Posisjon")).doesNotContain("Nøyaktig ett");
    }

    @Test
    void theFieldsAreToldFromTheOutsideIn() {
        assertThat(List.of(
                        "RegistreringspliktigVirksomhet", "Registrering", "ReellRettighetshaver", "Posisjon", "Feil"))
                .isSortedAccordingTo((en, annen) ->
                        FELT.indexOf("<h2 id=\"" + en + "\"") - FELT.indexOf("<h2 id=\"" + annen + "\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/no/rrh/http/testdata.tsv", "/no/rrh/http/testpersoner.tsv"})
    void thePageOfTheTestDataHoldsEveryRowOfItsTables(String tabell) {
        List<String> rader = new String(Dokument.les(tabell), StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .toList();

        assertThat(rader).hasSizeGreaterThan(5).allSatisfy(rad -> {
            String[] felt = rad.split("\t");
            assertThat(TESTDATA)
                    .contains("<td><code>" + felt[0] + "</code></td><td>" + Sidemal.tekst(felt[1]) + "</td>");
        });
    }
}
