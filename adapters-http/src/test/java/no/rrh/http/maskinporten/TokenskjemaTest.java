package no.rrh.http.maskinporten;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import java.util.Optional;
import no.rrh.http.maskinporten.Tokenfeil.Grunn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenskjemaTest {
    private static final Optional<String> SKJEMA = Optional.of("application/x-www-form-urlencoded");

    private static Map<String, String> les(String kropp) throws Tokenfeil {
        return Tokenskjema.les(SKJEMA, kropp.getBytes(UTF_8)).parametere();
    }

    private static Grunn avslag(Optional<String> type, byte[] kropp) {
        return assertThatExceptionOfType(Tokenfeil.class)
                .isThrownBy(() -> Tokenskjema.les(type, kropp))
                .actual()
                .grunn();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "urn%3Aietf%3aparams|urn:ietf:params",
                "urn:ietf:params|urn:ietf:params",
                "a=b/c?d;e|a=b/c?d;e",
                "a+b%2Bc|a b+c",
                "%C3%A6ø|æø",
            })
    void takesReservedCharactersEncodedOrAsTheyStand(String sendt, String lest) throws Exception {
        assertThat(les("x=" + sendt)).containsExactly(Map.entry("x", lest));
    }

    @Test
    void countsAParameterWithoutAValueAsLeftOut() throws Exception {
        assertThat(les("")).isEmpty();
        assertThat(les("&a=&b&&%63=1&=&a=")).containsExactly(Map.entry("c", "1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=1&a=1", "a=1&b=2&a=3", "a=1&%61=1"})
    void refusesAParameterThatStandsTwice(String kropp) {
        assertThat(avslag(SKJEMA, kropp.getBytes(UTF_8))).isEqualTo(Grunn.GJENTATT_PARAMETER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=%", "a=%4", "a=%zz", "%=1", "a=%FF", "a=%C3", "a=1&b=%C0%80"})
    void refusesACodingThatIsNotWhole(String kropp) {
        assertThat(avslag(SKJEMA, kropp.getBytes(UTF_8))).isEqualTo(Grunn.IKKE_SKJEMA);
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        assertThat(avslag(SKJEMA, new byte[] {'a', '=', (byte) 0xFF})).isEqualTo(Grunn.IKKE_SKJEMA);
    }

    @Test
    void readsUpTo16KiB() throws Exception {
        assertThat(les("a=" + "x".repeat(16 * 1024 - 2))).hasSize(1);
        assertThat(avslag(SKJEMA, new byte[16 * 1024 + 1])).isEqualTo(Grunn.FOR_STOR);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/x-www-form-urlencoded;charset=UTF-8",
                "Application/X-WWW-Form-UrlEncoded ; charset=utf-8",
            })
    void takesAFormByItsType(String type) throws Exception {
        assertThat(Tokenskjema.les(Optional.of(type), "a=1".getBytes(UTF_8)).verdi("a"))
                .contains("1");
        assertThat(Tokenskjema.les(Optional.empty(), "a=1".getBytes(UTF_8)).verdi("a"))
                .contains("1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json", "multipart/form-data", "text/plain", "", "application/x-www-form-urlencodedx"
            })
    void refusesAnotherType(String type) {
        assertThat(avslag(Optional.of(type), "a=1".getBytes(UTF_8))).isEqualTo(Grunn.IKKE_SKJEMA);
    }
}
