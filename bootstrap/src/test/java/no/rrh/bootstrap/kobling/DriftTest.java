package no.rrh.bootstrap.kobling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import no.rrh.bootstrap.config.Innstilling;
import no.rrh.bootstrap.config.Innstillinger;
import org.junit.jupiter.api.Test;

class DriftTest {
    private static final String DATABASE = "jdbc:postgresql://vert/rrh";

    @Test
    void instancesThatWouldServeFilesOfTheirOwnAreWarnedOf() {
        try (Linjer linjer = new Linjer(Drift.class)) {
            Drift.advarOmEgneFiler(Innstillinger.les(Map.of(), Map.of()));
            Drift.advarOmEgneFiler(Innstillinger.les(
                    Map.of(Innstilling.DB_URL, DATABASE, Innstilling.TOTALBESTAND_MAPPE, "/srv/felles"), Map.of()));
            assertThat(linjer.tekst()).isEmpty();
            Drift.advarOmEgneFiler(Innstillinger.les(Map.of(Innstilling.DB_URL, DATABASE), Map.of()));
            assertThat(linjer.tekst())
                    .containsExactly(
                            "WARN With the register in a database, instances must share the folder of the files:"
                                    + " totalbestand.mappe is not set");
        }
    }
}
