package no.rrh.persistence.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import java.util.stream.IntStream;
import no.rrh.application.port.out.RegisteretSvarerIkke;
import no.rrh.domain.Eksempler;
import no.rrh.domain.registrering.Registerfoering;
import no.rrh.domain.registrering.RegistreringspliktigVirksomhet;
import no.rrh.persistence.Barneprosess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A write that the disk has no room for closes H2's file. The register opens it again by itself. */
class FullDiskTest {
    private static final int BLOKKER = 2_048;

    @TempDir
    private Path mappe;

    @Test
    void whatThereIsNoRoomForIsRefusedAndLookUpsAndSmallerWritesGoOn() throws IOException {
        try (Barneprosess prosess = Barneprosess.startMedFilgrense(BLOKKER, Skriver.class, mappe)) {
            assertThat(prosess.linjer())
                    .containsExactly(
                            "small: written",
                            "large: refused",
                            "look-up: found",
                            "large: refused",
                            "look-up: found",
                            "small: written",
                            "changes: 2");
        }
        try (H2Register h2 = H2Register.aapne(mappe, Clock.systemUTC())) {
            assertThat(h2.endringslogg().siste()).isEqualTo(2);
        }
    }

    /** A process with a limit to how large a file may be. */
    static final class Skriver {
        private static final int STOR = 6_000;

        private final H2Register h2;

        private Skriver(H2Register h2) {
            this.h2 = h2;
        }

        public static void main(String[] argumenter) {
            try (H2Register h2 = H2Register.aapne(Path.of(argumenter[0]), Clock.systemUTC())) {
                Skriver skriver = new Skriver(h2);
                skriver.skriv("small", 0, 1);
                skriver.skriv("large", 1, STOR);
                skriver.slaaOpp();
                skriver.skriv("large", 1, STOR);
                skriver.slaaOpp();
                skriver.skriv("small", 1, 1);
                System.out.println("changes: " + h2.endringslogg().siste());
            }
        }

        private void skriv(String hva, int fra, int antall) {
            try {
                h2.virksomhetsregister().skriv(skriving -> {
                    IntStream.range(fra, fra + antall).forEach(i -> {
                        RegistreringspliktigVirksomhet post =
                                Eksempler.meldt(Eksempler.organisasjonsnummer(i), Eksempler.REGISTRERT);
                        skriving.lagre(Registerfoering.innles(
                                skriving.hent(post.organisasjonsnummer()), post, UUID::randomUUID));
                    });
                    return null;
                });
                System.out.println(hva + ": written");
            } catch (RegisteretSvarerIkke e) {
                System.out.println(hva + ": refused");
            }
        }

        /** The first to ask may still meet a connection to the closed file. */
        private void slaaOpp() {
            boolean funnet = false;
            for (int forsoek = 0; forsoek < 20 && !funnet; forsoek++) {
                try {
                    funnet = h2.virksomhetsregister()
                            .hentGjeldende(Eksempler.organisasjonsnummer(0))
                            .isPresent();
                } catch (RegisteretSvarerIkke e) {
                    // once more
                }
            }
            System.out.println("look-up: " + (funnet ? "found" : "refused"));
        }
    }
}
