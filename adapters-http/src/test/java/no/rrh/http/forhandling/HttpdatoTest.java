package no.rrh.http.forhandling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpdatoTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Sun, 06 Nov 1994 08:49:37 GMT|1994-11-06T08:49:37Z",
                "Sunday, 06-Nov-94 08:49:37 GMT|1994-11-06T08:49:37Z",
                "Sun Nov  6 08:49:37 1994|1994-11-06T08:49:37Z",
                "Wed Nov 16 08:49:37 1994|1994-11-16T08:49:37Z",
                "Tuesday, 24-Nov-26 09:13:45 GMT|2026-11-24T09:13:45Z",
            })
    void theThreeFormsAreRead(String verdi, Instant tid) {
        assertThat(Httpdato.les(verdi)).hasValue(tid);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tull",
                "Sun, 06 Nov 1994 08:49:37",
                "Sun, 06 Nov 1994 08:49:37 UTC",
                "Sun, 06 Nov 1994 08:49:37 +0000",
                "Mon, 06 Nov 1994 08:49:37 GMT",
                "Sun, 6 Nov 1994 08:49:37 GMT",
                "Sun, 06 nov 1994 08:49:37 GMT",
                "Sun, 30 Feb 1994 08:49:37 GMT",
                "Sun, 06 Nov 1994 24:00:00 GMT",
                "Sun, 06 Nov 94 08:49:37 GMT",
                "Sun, 06 Nov 1994 08:49:37 GMT x",
                "1994-11-06T08:49:37Z",
            })
    void anythingElseIsNoTime(String verdi) {
        assertThat(Httpdato.les(verdi)).isEmpty();
    }

    @Test
    void itIsWrittenInWholeSeconds() {
        assertThat(Httpdato.skriv(Instant.parse("2026-11-04T09:13:45.987Z")))
                .isEqualTo("Wed, 04 Nov 2026 09:13:45 GMT");
    }
}
