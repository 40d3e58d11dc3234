package no.rrh.persistence.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;
import java.util.stream.IntStream;
import no.rrh.application.port.out.DiskenErFull;
import no.rrh.application.port.out.RegisteretSvarerIkke;
import no.rrh.domain.Eksempler;
import no.rrh.domain.registrering.Registerfoering;
import no.rrh.domain.registrering.RegistreringspliktigVirksomhet;
import no.rrh.persistence.Barneprosess;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A write that the disk has no room for closes H2's file. The register opens it again by itself. */
class FullDiskTest {
    private static final int BLOKKER = 2_048;

    /** Of 512 bytes: what H2 keeps at the head of its file, and nothing of what is in it. */
    private static final int HODE = 16;

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

    @Test
    void aRegisterThatThereIsNoRoomToOpenIsNotTakenForADamagedOne() throws IOException {
        try (H2Register h2 = H2Register.aapne(mappe, Clock.systemUTC())) {
            new Skriver(h2).skriv("large", 0, 1_000);
        }
        try (Barneprosess prosess = Barneprosess.startMedFilgrense(HODE, Aapner.class, mappe)) {
            assertThat(prosess.linjer()).containsExactly("DiskenErFull");
        }
    }

    @Test
    void aDiskThatDoesNotDoItsWorkIsNotTakenForADamagedRegister() {
        Registerfil fil = new Registerfil(mappe, Lagerinnstillinger.STANDARD);
        assertThat(fil.feil(lesefeil(new IOException("Input/output error")))).isInstanceOf(RegisteretSvarerIkke.class);
        assertThat(fil.feil(lesefeil(new FileSystemException("rrh.mv.db", null, "Too many open files"))))
                .isInstanceOf(RegisteretSvarerIkke.class);
        assertThat(fil.feil(lesefeil(new IOException("No space left on device"))))
                .isInstanceOf(DiskenErFull.class);
        assertThat(fil.feil(lesefeil(new EOFException()))).isInstanceOf(RegisteretErOedelagt.class);
    }

    private static Exception lesefeil(IOException aarsak) {
        return new SQLException(
                "of H2", new MVStoreException(DataUtils.ERROR_READING_FAILED, "Reading failed").initCause(aarsak));
    }

    /** A process with a limit to how large a file may be. */
    static final class Aapner {
        private Aapner() {}

        public static void main(String[] argumenter) {
            try (H2Register h2 = H2Register.aapne(Path.of(argumenter[0]), Clock.systemUTC())) {
                System.out.println("open: " + h2.endringslogg().siste());
            } catch (RuntimeException e) {
                System.out.println(e.getClass().getSimpleName());
            }
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
