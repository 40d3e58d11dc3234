package no.rrh.persistence.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.UnaryOperator;
import no.rrh.domain.Eksempler;
import no.rrh.domain.registrering.Registerfoering;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that is not as it was left is told from a whole one, and nothing else is taken for it. */
class RegisterseglTest {
    private static final Clock KLOKKE = Clock.systemUTC();

    @TempDir
    private Path mappe;

    private Path fil() {
        return mappe.resolve("rrh.mv.db");
    }

    private Path segl() {
        return mappe.resolve("rrh.segl");
    }

    private void skriv(int fra, int antall) {
        try (H2Register h2 = H2Register.aapne(mappe, KLOKKE)) {
            skriv(h2, fra, antall);
        }
    }

    private static void skriv(H2Register h2, int fra, int antall) {
        for (int i = fra; i < fra + antall; i++) {
            int nummer = i;
            h2.virksomhetsregister().skriv(skriving -> {
                skriving.lagre(Registerfoering.innles(
                        skriving.hent(Eksempler.organisasjonsnummer(nummer)),
                        Eksempler.meldt(Eksempler.organisasjonsnummer(nummer), Eksempler.REGISTRERT),
                        UUID::randomUUID));
                return null;
            });
        }
    }

    private long siste() {
        try (H2Register h2 = H2Register.aapne(mappe, KLOKKE)) {
            return h2.endringslogg().siste();
        }
    }

    private void assertAvvistOgUroert(byte[] skadet) throws IOException {
        Files.write(fil(), skadet);
        assertThat(catchThrowable(() -> H2Register.aapne(mappe, KLOKKE)))
                .as("a file of %d bytes", skadet.length)
                .isInstanceOf(RegisteretErOedelagt.class)
                .hasMessageContainingAll(
                        "ødelagt", "ikke endret", "sikkerhetskopi", "ikke som da den ble lukket", "rrh.segl");
        assertThat(Arrays.equals(Files.readAllBytes(fil()), skadet))
                .as("untouched")
                .isTrue();
    }

    @Test
    void aByteThatWasChangedWhileTheRegisterWasClosedIsFoundWhereverItIs() throws IOException {
        skriv(0, 20);
        byte[] hel = Files.readAllBytes(fil());
        Random tilfeldig = new Random(1);
        for (int i = 0; i < 40; i++) {
            byte[] skadet = hel.clone();
            skadet[tilfeldig.nextInt(hel.length)] ^= (byte) (1 + tilfeldig.nextInt(255));
            assertAvvistOgUroert(skadet);
        }
        Files.write(fil(), hel);
        assertThat(siste()).isEqualTo(20);
    }

    @Test
    void aFileThatIsLongerOrShorterThanWhenItWasClosedIsFound() throws IOException {
        skriv(0, 20);
        byte[] hel = Files.readAllBytes(fil());
        List<UnaryOperator<byte[]>> skader = List.of(
                byter -> Arrays.copyOf(byter, byter.length - 1),
                byter -> Arrays.copyOf(byter, byter.length - 4_096),
                byter -> Arrays.copyOf(byter, byter.length / 2),
                byter -> Arrays.copyOf(byter, byter.length + 4_096),
                byter -> new byte[0]);
        for (UnaryOperator<byte[]> skade : skader) {
            assertAvvistOgUroert(skade.apply(hel));
        }
    }

    /** As after a kill: what H2 opens is then an older state, in which the numbers would be used again. */
    @Test
    void aFileThatHasLostItsEndWhileNobodyClosedItIsFound() throws IOException {
        try (H2Register h2 = H2Register.aapne(mappe, KLOKKE)) {
            skriv(h2, 0, 10);
            byte[] ti = Files.readAllBytes(fil());
            skriv(h2, 10, 10);
            Path annen = Files.createDirectory(mappe.resolve("drept"));
            for (String navn : List.of("rrh.mv.db", "rrh.segl", "soekenoekkel")) {
                Files.copy(mappe.resolve(navn), annen.resolve(navn));
            }
            try (H2Register hel = H2Register.aapne(kopi(annen), KLOKKE)) {
                assertThat(hel.endringslogg().siste()).isEqualTo(20);
            }
            Files.write(annen.resolve("rrh.mv.db"), ti);
            assertThatThrownBy(() -> H2Register.aapne(annen, KLOKKE))
                    .isInstanceOf(RegisteretErOedelagt.class)
                    .hasMessageContainingAll("slutter ved endring 10", "har hatt 20");
            assertThat(Files.readAllBytes(annen.resolve("rrh.mv.db"))).isEqualTo(ti);
        }
    }

    private Path kopi(Path fra) throws IOException {
        Path til = Files.createDirectory(mappe.resolve("kopi"));
        for (String navn : List.of("rrh.mv.db", "rrh.segl", "soekenoekkel")) {
            Files.copy(fra.resolve(navn), til.resolve(navn));
        }
        return til;
    }

    @Test
    void anOlderFileIsTakenWithTheSealOfItsTimeOrWithNone() throws IOException {
        skriv(0, 5);
        Path gammel = Files.copy(fil(), mappe.resolve("gammel"));
        Path gammeltSegl = Files.copy(segl(), mappe.resolve("gammelt"));
        skriv(5, 5);

        assertAvvistOgUroert(Files.readAllBytes(gammel));
        Files.copy(gammeltSegl, segl(), StandardCopyOption.REPLACE_EXISTING);
        assertThat(siste()).isEqualTo(5);

        skriv(5, 5);
        Files.copy(gammel, fil(), StandardCopyOption.REPLACE_EXISTING);
        Files.delete(segl());
        assertThat(siste()).isEqualTo(5);
    }

    @Test
    void aSealThatCannotBeReadIsNoneAndIsMadeAnew() throws IOException {
        skriv(0, 5);
        String segl = Files.readString(segl());
        for (String annet : List.of("", "rrh-segl 2\n", segl.replaceFirst("siste=0", "siste=1"), segl + segl)) {
            Files.writeString(segl(), annet);
            assertThat(siste()).isEqualTo(5);
        }
        Files.writeString(segl(), "");
        skriv(5, 1);
        assertThat(Files.readString(segl())).startsWith("rrh-segl 1 siste=0000000000000000006 ");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(segl())))
                .isEqualTo("rw-------");
    }

    @Test
    void theRegisterIsSealedWithTheLastWhoClosesItAndNotBefore() throws IOException {
        H2Register foerste = H2Register.aapne(mappe, KLOKKE);
        skriv(foerste, 0, 1);
        H2Register andre = H2Register.aapne(mappe, KLOKKE);
        foerste.close();
        assertThat(Files.readString(segl())).contains("byte=0000000000000000000");
        skriv(andre, 1, 1);
        andre.close();
        assertThat(Files.readString(segl())).doesNotContain("byte=0000000000000000000");
        assertThat(siste()).isEqualTo(2);
    }

    @Test
    void aRegisterThatIsMadeAnewIsNotHeldToTheSealOfTheOneThatIsGone() throws IOException {
        skriv(0, 5);
        Files.delete(fil());
        assertThat(siste()).isZero();
        skriv(0, 1);
        assertThat(siste()).isEqualTo(1);
    }
}
