package no.rrh.domain.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import no.rrh.domain.fuzz.Mutasjon.Slag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsontreTest {
    private static final String DOKUMENT =
            "{\"a\":[1,{\"b\":\"x\\u00e5\\\"}\",\"c\":-1.5e3}],\"d\":{},\"e\":[],\"b\":null,\"f\":[true,false]}";

    @Test
    void aDocumentComesOutAsItStands() {
        assertThat(Jsontre.les(DOKUMENT).orElseThrow()).hasToString(DOKUMENT);
        assertThat(Jsontre.les(" [ 1 ,\n\"\" ]\t").orElseThrow()).hasToString("[1,\"\"]");
        assertThat(Jsontre.les(DOKUMENT).orElseThrow().alle("b")).hasToString("[null, \"x\\u00e5\\\"}\"]");
        assertThat(Jsontre.les(DOKUMENT).orElseThrow().felt("b")).hasToString("[null]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[",
                "]",
                "[1",
                "[1 2]",
                "[1,]",
                "[,1]",
                "{1:2}",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\" 1}",
                "01",
                "1.",
                "nul",
                "'a'",
                "\"\\x\"",
                "\"\n\"",
                "\"a",
                "[] []",
                "\f1",
                "1\u00a0"
            })
    void whatIsNoJsonIsNoTree(String tekst) {
        assertThat(Jsontre.les(tekst)).isEmpty();
    }

    @Property
    void whatIsDoneToItLeavesItJsonAndIsTheSameEachTime(@ForAll("mutasjoner") List<Mutasjon> mutasjoner) {
        String mutert = Jsontre.mutert("[" + DOKUMENT + "]", mutasjoner);
        assertThat(Jsontre.mutert("[" + DOKUMENT + "]", mutasjoner)).isEqualTo(mutert);
        // the outermost value may itself be gone, or there twice
        assertThat(Jsontre.les("[" + mutert + "]")).isPresent();
    }

    @Provide
    Arbitrary<List<Mutasjon>> mutasjoner() {
        return Mutasjon.liste(6, Slag.values());
    }
}
