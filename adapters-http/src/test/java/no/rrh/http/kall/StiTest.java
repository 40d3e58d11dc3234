package no.rrh.http.kall;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import no.rrh.domain.Vilkaarlig;
import no.rrh.domain.rettighetshaver.Foedselsnummer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StiTest {
    @Provide
    Arbitrary<Foedselsnummer> numre() {
        return Vilkaarlig.foedselsnumre();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/api/virksomheter/313513408", "/api/virksomheter/%C3%A6", "/a/b.c", "/a/...", "/a%20b"})
    void anOrdinaryPathCanBeRead(String sti) {
        assertThat(Sti.kanLeses(sti, null)).isTrue();
        assertThat(Sti.kanLeses(sti, "a=b%20c&d")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "*",
                "//",
                "/a//b",
                "/a;b",
                "/a\\b",
                "/.",
                "/..",
                "/a/../b",
                "/a/./b",
                "/%2e",
                "/%2E%2e/a",
                "/a/%2e.",
                "/a%2Fb",
                "/a%2fb",
                "/a%5Cb",
                "/a%3bb",
                "/a%00",
                "/a%0d",
                "/a%7F",
                "/a%25",
                "/a%2531",
                "/a%",
                "/a%4",
                "/a%zz"
            })
    void aPathThatHidesSomethingCannot(String sti) {
        assertThat(Sti.kanLeses(sti, null)).isFalse();
    }

    @Test
    void aQueryWithHalfAnEncodingCannotBeRead() {
        assertThat(Sti.kanLeses("/a", "b=%")).isFalse();
        assertThat(Sti.kanLeses("/a", "b=%zz")).isFalse();
        assertThat(Sti.kanLeses("/a", "\"")).isFalse();
        assertThat(Sti.kanLeses("/a", "b=<c")).isFalse();
        assertThat(Sti.kanLeses("/a", "b=c>")).isFalse();
        assertThat(Sti.kanLeses("/a", "b=\u0085")).isFalse();
        assertThat(Sti.kanLeses("/a", "b=\u00a0")).isFalse();
        assertThat(Sti.kanLeses("/a", "b=%22%3C%3E|[]{}^`å")).isTrue();
        assertThat(Sti.kanLeses(null, null)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/virksomheter/974760, /api/virksomheter/974760",
        "/api/virksomheter/974760673, /api/virksomheter/974760673",
        "/api/virksomheter/05910298382, /api/virksomheter/***********",
        "/api/virksomheter/059102%2098382, /api/virksomheter/****** *****",
        "/api/virksomheter/a05910298382b, /api/virksomheter/a***********b",
        "/a%zz05910298382, /a%zz***********",
        "/api/05910/298382, /api/*****/******",
        "/badMessage, ''",
    })
    void thePathInAnAnswerIsTheCallersWithoutAnyFoedselsnummer(String sti, String forventet) {
        assertThat(Sti.forSvar(sti)).isEqualTo(forventet);
    }

    @Property(tries = 200)
    void noLayerOfEncodingCarriesANumberIntoAnAnswerOrALog(
            @ForAll("numre") Foedselsnummer nummer, @ForAll @IntRange(max = 3) int lag) {
        String kodet = nummer.verdi();
        for (int i = 0; i < lag; i++) {
            kodet = i == 0 ? heksa(kodet) : URLEncoder.encode(kodet, StandardCharsets.UTF_8);
        }
        assertThat(Sti.forSvar("/api/virksomheter/" + kodet)).doesNotContain(nummer.verdi());
        assertThat(Sti.forLogg("/api/" + kodet + "/x")).isEqualTo("/api/-/-");
    }

    private static String heksa(String tekst) {
        StringBuilder kodet = new StringBuilder();
        tekst.chars().forEach(tegn -> kodet.append('%').append(Integer.toHexString(tegn)));
        return kodet.toString();
    }

    @Test
    void thePathInTheLogHoldsOurOwnWordsAndShortNumbersAlone() {
        assertThat(Sti.forLogg("/api/virksomheter/974760673")).isEqualTo("/api/virksomheter/974760673");
        assertThat(Sti.forLogg("/api/virksomheter/json")).isEqualTo("/api/virksomheter/json");
        for (String sti : List.of(
                "virksomheter/974760673", "virksomheter/totalbestand", "endringslogg", "sekvensnummer", "kodelister")) {
            assertThat(Sti.forLogg("/api/oppslag/v1/" + sti)).isEqualTo("/api/oppslag/v1/" + sti);
        }
        for (String sti : List.of(
                "swagger-ui/swagger-ui-bundle.js",
                "swagger-ui/swagger-ui.css",
                "swagger-ui/oppstart.js",
                "swagger-ui/tillegg.css",
                "openapi/openapi.yaml",
                "v1/docs/",
                "v1/docs/CHANGELOG.html",
                "v1/docs/feltbeskrivelser.html",
                "v1/docs/TESTDATA.html",
                "v1/docs/maskinporten.html",
                "v1/docs/stil.css",
                "v1/docs/ikon.svg")) {
            assertThat(Sti.forLogg("/api/oppslag/" + sti)).isEqualTo("/api/oppslag/" + sti);
        }
        assertThat(Sti.forLogg("/maskinporten/lokalt-token")).isEqualTo("/maskinporten/lokalt-token");
        assertThat(Sti.forLogg("/innsyn/tegning.js")).isEqualTo("/innsyn/tegning.js");
        assertThat(Sti.forLogg("/api/virksomheter/NORDMANN")).isEqualTo("/api/virksomheter/-");
        assertThat(Sti.forLogg("/a/b/c/d/e/f/g/h/i/j")).isEqualTo("/-/-/-/-/-/-/-");
        assertThat(Sti.forLogg("/api/05910/298382")).isEqualTo("/api/-/-");
        assertThat(Sti.forLogg("/badMessage")).isEmpty();
        assertThat(Sti.forLogg(null)).isEmpty();
    }

    @Test
    void aLongPathIsCutInAnAnswer() {
        assertThat(Sti.forSvar("/" + "a".repeat(5000))).hasSize(201).endsWith("…");
    }
}
