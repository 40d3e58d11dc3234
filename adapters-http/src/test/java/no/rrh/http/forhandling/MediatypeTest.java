package no.rrh.http.forhandling;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.jetty.http.HttpFields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediatypeTest {
    private static final String V1 = "application/vnd.brreg.reelle.virksomheter.v1+json";

    private static HttpFields accept(String... verdier) {
        HttpFields.Mutable headere = HttpFields.build();
        for (String verdi : verdier) {
            headere.add("Accept", verdi);
        }
        return headere;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                V1 + "|V1",
                V1 + ";charset=UTF-8|V1",
                V1 + " ; charset=utf-8 ; q=0.1|V1",
                V1 + ", */*|V1",
                "*/*, " + V1 + "|V1",
                V1 + ";q=0.9, application/json|JSON",
                V1 + ";q=0, application/json|JSON",
                V1 + ";q=0, */*|JSON",
                "application/json;q=0.1|JSON",
                "application/*;q=0.1, text/html|JSON",
                "application/json;q=0, application/*|V1",
                "text/html, tull, application/json|JSON",
                "application/json;x=\"a;q=0\"|JSON",
                "application/json;x=\"a,b\"|JSON",
                "text/html;x=\"a\\\",b\", application/json|JSON",
                "application/json; q = 0.5, " + V1 + "; q=0.4|JSON",
                "application/json;q=0.5;q=0|JSON",
                "application/json;;|JSON",
            })
    void oneOfTheTwoIsChosen(String accept, Mediatype type) {
        assertThat(Mediatype.forOppslag(accept(accept))).hasValue(type);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/*",
                "application/vnd.brreg.reelle.virksomheter.v2+json",
                "application/json;q=0",
                "*/*;q=0",
                "application/json;q=0.000, " + V1 + ";q=0",
                "application",
                "*",
                "*/json",
                "application/json;q=2",
                "application/json;q=1.5",
                "application/json;q=x",
                "application/json;q",
                "application/json;q=0;q=1",
                "application/json;x=\"a,b\";q=0",
                "text/html;x=\"a, application/json\"",
                "application/json;x=\"",
                "application/json;x=\"\\\", text/html",
                "application/json;x=\"a\"b",
                "application/json x",
                ";;;",
            })
    void neitherIsAdmitted(String accept) {
        assertThat(Mediatype.forOppslag(accept(accept))).isEmpty();
    }

    @Test
    void severalHeadersCountAsOneList() {
        assertThat(Mediatype.forOppslag(accept("text/html", V1))).hasValue(Mediatype.V1);
        assertThat(Mediatype.forOppslag(accept())).hasValue(Mediatype.JSON);
        assertThat(Mediatype.forOppslag(accept("", " , "))).hasValue(Mediatype.JSON);
    }

    @Test
    void aQuoteAsLongAsTheHeadersMayBeIsRead() {
        assertThat(Mediatype.forOppslag(accept("application/json;x=\"" + "\\\"".repeat(8000) + "\"")))
                .hasValue(Mediatype.JSON);
        assertThat(Mediatype.forOppslag(accept("application/json;x=\"" + "\\\"".repeat(8000))))
                .isEmpty();
    }

    @Test
    void theZipIsGivenToThoseWhoAskForZipBytesOrJson() {
        assertThat(Mediatype.godtarZip(accept())).isTrue();
        assertThat(Mediatype.godtarZip(accept("application/zip"))).isTrue();
        assertThat(Mediatype.godtarZip(accept(V1))).isTrue();
        assertThat(Mediatype.godtarZip(accept("application/zip;q=0, application/octet-stream;q=0")))
                .isFalse();
        assertThat(Mediatype.godtarZip(accept("application/gzip"))).isFalse();
    }
}
