package no.rrh.domain.virksomhet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OrganisasjonsnummerTest {
    @Test
    void letsTheExampleOfTheModelIn() {
        assertThat(new Organisasjonsnummer("314208641").tall()).isEqualTo(314208641);
    }
}
