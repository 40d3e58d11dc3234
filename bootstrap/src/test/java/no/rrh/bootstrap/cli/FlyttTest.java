package no.rrh.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FlyttTest {
    @Test
    void theStartThatIsToldOfReachesTheDatabaseAsTheMoveDid() {
        assertThat(Flytt.start("jdbc:postgresql://vert/rrh?sslmode=verify-full&sslrootcert=/etc/rrh/ca.crt"))
                .isEqualTo("med --db 'jdbc:postgresql://vert/rrh?sslmode=verify-full&sslrootcert=/etc/rrh/ca.crt'");
        assertThat(Flytt.start("/var/rrh")).isEqualTo("med --data /var/rrh og uten --db");
    }
}
