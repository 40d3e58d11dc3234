package no.rrh.bootstrap.kobling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import no.rrh.application.port.out.DiskenErFull;
import no.rrh.application.port.out.RegisteretSvarerIkke;
import no.rrh.bootstrap.utfall.Kommandofeil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GjenopprettingTest {
    @TempDir
    private Path utkast;

    private RuntimeException uleselig(String aarsak) {
        return Gjenoppretting.uleselig(
                new RegisteretSvarerIkke(new IllegalStateException(new IOException(aarsak))), utkast);
    }

    @Test
    void whyTheRegisterOfABackUpCannotBeReadIsLoggedAndAFullDiskIsNotBlamedOnIt() {
        try (Linjer linjer = new Linjer(Gjenoppretting.class)) {
            assertThat(uleselig("No space left on device")).isInstanceOf(DiskenErFull.class);
            assertThat(linjer.tekst()).isEmpty();
            assertThat(uleselig("Input/output error"))
                    .isInstanceOf(Kommandofeil.class)
                    .hasMessageContainingAll("bruk en annen kopi", "loggen");
            assertThat(linjer.tekst()).containsExactly("ERROR The register of the back-up cannot be read");
        }
    }
}
