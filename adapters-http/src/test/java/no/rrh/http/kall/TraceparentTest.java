package no.rrh.http.kall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** By the W3C's Trace Context, section 3.2. */
class TraceparentTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String STEG = "00f067aa0ba902b7";

    private static Optional<Traceparent> av(String hode) {
        return Traceparent.av(HttpFields.build().add("traceparent", hode));
    }

    @Test
    void goesOnInTheSameTraceByAStepOfItsOwn() {
        String videre = av("00-" + TRACE + "-" + STEG + "-01").orElseThrow().videre();

        assertThat(av(videre)).contains(new Traceparent(TRACE, "01"));
        assertThat(videre).doesNotContain(STEG);
    }

    @Test
    void sendsOnNothingOfALaterVersionButWhetherTheTraceIsRecorded() {
        assertThat(av("cc-" + TRACE + "-" + STEG + "-ff").orElseThrow().videre())
                .matches("00-" + TRACE + "-[0-9a-f]{16}-01");
        assertThat(av("cc-" + TRACE + "-" + STEG + "-01-more")).contains(new Traceparent(TRACE, "01"));
        assertThat(av("00-" + TRACE + "-" + STEG + "-00").orElseThrow().videre())
                .endsWith("-00");
    }

    @Test
    void isNoneWhereThereAreTwo() {
        String en = "00-" + TRACE + "-" + STEG + "-01";

        assertThat(Traceparent.av(HttpFields.build().add("traceparent", en).add("traceparent", en)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ff-" + TRACE + "-" + STEG + "-01",
                "00-00000000000000000000000000000000-" + STEG + "-01",
                "00-" + TRACE + "-0000000000000000-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-" + STEG + "-01",
                "00-" + TRACE + "-" + STEG,
                "00-" + TRACE + "-" + STEG + "-01-more",
                "cc-" + TRACE + "-" + STEG + "-01more",
                "00-05910298382000000000000000000000-" + STEG + "-01"
            })
    void isNoneWhereItIsMalformedOrHoldsAFoedselsnummer(String hode) {
        assertThat(av(hode)).isEmpty();
    }
}
