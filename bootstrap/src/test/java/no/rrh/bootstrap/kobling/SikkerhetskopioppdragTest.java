package no.rrh.bootstrap.kobling;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import no.rrh.application.port.in.Framdrift;
import no.rrh.bootstrap.config.Innstilling;
import no.rrh.bootstrap.config.Innstillinger;
import no.rrh.bootstrap.kanal.Utfoering;
import no.rrh.bootstrap.utfall.Kommandofeil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A back-up without something that belongs in it is none. */
class SikkerhetskopioppdragTest {
    @TempDir
    private Path data;

    private Rrh aapne() {
        return Rrh.aapne(
                Innstillinger.les(Map.of(Innstilling.DATA, data.toString(), Innstilling.INNSYNSLOGG, "av"), Map.of()));
    }

    private static void taKopi(Rrh rrh) throws IOException {
        Kommandofoering logg =
                new Kommandofoering(foering -> CompletableFuture.completedFuture(null), Clock.systemUTC());
        new Sikkerhetskopioppdrag(rrh, logg)
                .alt()
                .get(Sikkerhetskopioppdrag.SIKKERHETSKOPI)
                .utfoer(new TilMinnet());
    }

    @Test
    void oneWithoutTheMarkOfTheFolderIsRefused() throws IOException {
        try (Rrh rrh = aapne()) {
            taKopi(rrh);
            Files.delete(data.resolve(Mappeopphav.FIL));
            assertThatThrownBy(() -> taKopi(rrh))
                    .isInstanceOf(Kommandofeil.class)
                    .hasMessageContaining(Mappeopphav.FIL + " mangler");
        }
    }

    @Test
    void aRegisterThatDoesNotAnswerIsSaidSo() {
        Rrh rrh = aapne();
        rrh.close();
        assertThatThrownBy(() -> taKopi(rrh))
                .isInstanceOf(Kommandofeil.class)
                .hasMessageContaining("registeret svarer ikke");
    }

    private static final class TilMinnet implements Utfoering {
        private final ByteArrayOutputStream ut = new ByteArrayOutputStream();

        @Override
        public Map<String, String> valg() {
            return Map.of();
        }

        @Override
        public InputStream inn() {
            return InputStream.nullInputStream();
        }

        @Override
        public OutputStream ut() {
            return ut;
        }

        @Override
        public void melding(String linje) {
            // nobody listens
        }

        @Override
        public Framdrift framdrift() {
            return Framdrift.INGEN;
        }
    }
}
