package no.rrh.persistence.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import no.rrh.domain.feil.UgyldigVerdi;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An address is printed and logged, so that nothing secret may stand in it. */
class DatabaseadresseTest {
    private static Databaseadresse adresse(String url) {
        return new Databaseadresse(url, Optional.empty(), Optional.of("hemmelig"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://bruker:hemmelig@vert/rrh",
                "jdbc:postgresql://bruker:hemmelig@vert:5432/rrh?sslmode=require",
                "jdbc:postgresql://bruker@vert/rrh",
                "jdbc:postgresql://vert/rrh?password=hemmelig",
                "jdbc:postgresql://vert/rrh?user=rrh&password=hemmelig",
                "jdbc:postgresql://vert/rrh?PassWord=hemmelig",
                "jdbc:postgresql://vert/rrh?sslpassword=hemmelig",
                "jdbc:postgresql://vert/rrh?sslmode=require&sslPassword=hemmelig",
            })
    void oneWithAPasswordIsRefusedWithoutQuotingIt(String url) {
        assertThatThrownBy(() -> adresse(url))
                .isInstanceOf(UgyldigVerdi.class)
                .hasMessageContaining("uten passord")
                .hasMessageNotContaining("hemmelig");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://vert/rrh",
                "jdbc:postgresql://en:5432,to:5433/rrh?targetServerType=primary",
                "jdbc:postgresql://[::1]:5432/rrh?user=rrh@sted&sslmode=verify-full&sslcert=/etc/rrh/klient.crt",
            })
    void oneWithoutIsTaken(String url) {
        assertThat(adresse(url).url()).isEqualTo(url);
        assertThat(adresse(url).toString()).doesNotContain("hemmelig", "?").endsWith("/rrh");
    }
}
