package no.rrh.persistence.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import no.rrh.domain.Eksempler;
import no.rrh.domain.registrering.Registerfoering;
import no.rrh.domain.registrering.RegistreringspliktigVirksomhet;
import no.rrh.persistence.Barneprosess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder has one process at a time, from before there is a register in it until it is closed. */
class RegisterlaasTest {
    private static final Clock KLOKKE = Clock.systemUTC();
    private static final int RUNDER = Integer.getInteger("foerstestart.runder", 12);

    @TempDir
    private Path mappe;

    @Test
    void aFolderInWhichAnotherProcessIsAboutToMakeARegisterIsRefusedAndNothingIsMadeInIt() throws IOException {
        try (Barneprosess annen = Barneprosess.start(Laasholder.class, mappe)) {
            assertThat(annen.linje()).contains("held");
            assertThatThrownBy(() -> H2Register.aapne(mappe, KLOKKE)).isInstanceOf(RegisteretErIBruk.class);
            try (Stream<Path> filer = Files.list(mappe)) {
                assertThat(filer.map(fil -> fil.getFileName().toString())).containsExactly(".laas");
            }
        }
        H2Register.aapne(mappe, KLOKKE).close();
    }

    /** As when something in this process copies the file: POSIX then drops the lock that H2 has on it. */
    @Test
    void theFolderIsHeldAlsoWhenTheLockOnTheFileItselfIsLost() throws IOException {
        try (H2Register h2 = H2Register.aapne(mappe, KLOKKE)) {
            innles(h2, 1);
            FileChannel.open(mappe.resolve("rrh.mv.db"), StandardOpenOption.READ)
                    .close();
            try (Barneprosess annen = Barneprosess.start(Inntrenger.class, mappe)) {
                assertThat(annen.linje()).contains(Inntrenger.AVVIST);
            }
            innles(h2, 2);
        }
        try (H2Register h2 = H2Register.aapne(mappe, KLOKKE)) {
            assertThat(h2.endringslogg().siste()).isEqualTo(2);
        }
    }

    @Test
    void withinAProcessTheFolderIsLetGoWithTheLastWhoHasIt() throws IOException {
        H2Register foerste = H2Register.aapne(mappe, KLOKKE);
        H2Register andre = H2Register.aapne(mappe, KLOKKE);
        foerste.close();
        foerste.close();
        try (Barneprosess annen = Barneprosess.start(Laasholder.class, mappe)) {
            assertThat(annen.linje()).contains("refused");
        }
        andre.close();
        try (Barneprosess annen = Barneprosess.start(Laasholder.class, mappe)) {
            assertThat(annen.linje()).contains("held");
        }
    }

    @Test
    void aFolderIsLetGoWhenItsRegisterCannotBeOpened() throws IOException {
        Files.writeString(mappe.resolve("rrh.mv.db"), "not a register");
        assertThatThrownBy(() -> H2Register.aapne(mappe, KLOKKE)).isInstanceOf(RegisteretErOedelagt.class);
        try (Barneprosess annen = Barneprosess.start(Laasholder.class, mappe)) {
            assertThat(annen.linje()).contains("held");
        }
    }

    @Test
    void threadsThatOpenAnEmptyFolderAtOnceGetOneRegister() throws Exception {
        int antall = 6;
        CountDownLatch start = new CountDownLatch(1);
        List<CompletableFuture<H2Register>> aapnet = new ArrayList<>();
        for (int i = 0; i < antall; i++) {
            CompletableFuture<H2Register> en = new CompletableFuture<>();
            aapnet.add(en);
            new Thread(() -> {
                        try {
                            start.await();
                            en.complete(H2Register.aapne(mappe, KLOKKE));
                        } catch (Throwable t) {
                            en.completeExceptionally(t);
                        }
                    })
                    .start();
        }
        start.countDown();
        for (int i = 0; i < antall; i++) {
            innles(aapnet.get(i).get(30, TimeUnit.SECONDS), i);
        }
        for (CompletableFuture<H2Register> en : aapnet) {
            assertThat(en.join().endringslogg().siste()).isEqualTo(antall);
        }
        aapnet.forEach(en -> en.join().close());
        assertEttRegister(mappe, antall);
    }

    /**
     * The second begins when the first is about to give its register the name, as that is when it could be replaced: the
     * first tells in each round how long that took.
     */
    @Test
    void ofTwoFirstStartsAtOnceOneGetsTheFolderAndTheOtherIsToldThatItIsInUse() throws IOException {
        long froe = Long.getLong("foerstestart.froe", System.nanoTime());
        System.out.println("foerstestart.froe=" + froe);
        Random tilfeldig = new Random(froe);
        long navngitt = Duration.ofMillis(150).toNanos();
        int tapt = 0;
        try (Barneprosess annen = Barneprosess.start(Foerstestarter.class, mappe)) {
            for (int runde = 0; runde < RUNDER; runde++) {
                Path her = mappe.resolve("runde" + runde);
                assertThat(annen.linje()).contains("ready");
                Files.createFile(mappe.resolve("start" + runde));
                LockSupport.parkNanos((long) (navngitt * (1 - 0.3 * tilfeldig.nextDouble())));
                boolean fikk = proev(her);
                String svar = annen.linje().orElseThrow();
                if (fikk) {
                    assertThat(svar).as("round %d", runde).isEqualTo("in use");
                } else {
                    assertThat(svar).as("round %d", runde).startsWith("opened");
                    navngitt = Long.parseLong(svar.substring("opened ".length()));
                    tapt++;
                }
                Files.createFile(mappe.resolve("slutt" + runde));
                assertThat(annen.linje()).contains("closed");
                slipp();
                assertEttRegister(her, 1);
            }
        }
        System.out.println("the first got it in " + tapt + " of " + RUNDER + " rounds");
    }

    private H2Register aapen;

    private boolean proev(Path her) {
        try {
            aapen = H2Register.aapne(her, KLOKKE);
            innles(aapen, 1);
            return true;
        } catch (RegisteretErIBruk e) {
            return false;
        }
    }

    private void slipp() {
        if (aapen != null) {
            aapen.close();
            aapen = null;
        }
    }

    private static void assertEttRegister(Path her, int endringer) throws IOException {
        try (H2Register h2 = H2Register.aapne(her, KLOKKE);
                Stream<Path> filer = Files.list(her)) {
            assertThat(h2.endringslogg().siste()).isEqualTo(endringer);
            assertThat(filer.map(fil -> fil.getFileName().toString()))
                    .contains(".laas", "rrh.mv.db", "soekenoekkel")
                    .isSubsetOf(".laas", "rrh.mv.db", "rrh.segl", "soekenoekkel");
        }
    }

    private static void innles(H2Register h2, int n) {
        RegistreringspliktigVirksomhet post = Eksempler.meldt(Eksempler.organisasjonsnummer(n), Eksempler.REGISTRERT);
        h2.virksomhetsregister().skriv(skriving -> {
            skriving.lagre(
                    Registerfoering.innles(skriving.hent(post.organisasjonsnummer()), post, () -> new UUID(0, n)));
            return null;
        });
    }

    /** A process that holds a folder, and has not begun to make a register in it. */
    static final class Laasholder {
        private Laasholder() {}

        public static void main(String[] argumenter) throws Exception {
            try {
                Registerlaas.ta(Path.of(argumenter[0]));
                System.out.println("held");
                new CountDownLatch(1).await();
            } catch (RegisteretErIBruk e) {
                System.out.println("refused");
            }
        }
    }

    /** A process that makes one register after another, each when it is told to. */
    static final class Foerstestarter {
        private Foerstestarter() {}

        public static void main(String[] argumenter) throws IOException {
            Path mappe = Path.of(argumenter[0]);
            for (int runde = 0; ; runde++) {
                Path her = mappe.resolve("runde" + runde);
                CompletableFuture<Long> navngitt = new CompletableFuture<>();
                System.out.println("ready");
                vent(mappe.resolve("start" + runde));
                long start = System.nanoTime();
                new Thread(() -> {
                            vent(her.resolve("rrh.mv.db"));
                            navngitt.complete(System.nanoTime() - start);
                        })
                        .start();
                try (H2Register h2 = H2Register.aapne(her, KLOKKE)) {
                    innles(h2, 1);
                    System.out.println("opened " + navngitt.join());
                    vent(mappe.resolve("slutt" + runde));
                } catch (RegisteretErIBruk e) {
                    System.out.println("in use");
                    vent(mappe.resolve("slutt" + runde));
                }
                System.out.println("closed");
            }
        }

        private static void vent(Path tegn) {
            while (!Files.exists(tegn)) {
                LockSupport.parkNanos(100_000);
            }
        }
    }
}
