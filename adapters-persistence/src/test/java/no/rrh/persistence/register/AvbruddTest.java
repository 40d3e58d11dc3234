package no.rrh.persistence.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import no.rrh.application.port.out.RegisteretSvarerIkke;
import no.rrh.domain.Eksempler;
import no.rrh.domain.registrering.Registerfoering;
import no.rrh.domain.registrering.RegistreringspliktigVirksomhet;
import no.rrh.domain.virksomhet.Organisasjonsnummer;
import no.rrh.persistence.Barneprosess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Threads that read and write are interrupted at random moments, while another process tries to open the register. Set
 * {@code -Davbrudd.forsoek} for a longer run and {@code -Davbrudd.froe} to have the same random values again.
 */
class AvbruddTest {
    private static final int LESERE = 4;
    private static final int SKRIVERE = 2;
    private static final int VIRKSOMHETER = 3_000;
    private static final int FORSOEK = Integer.getInteger("avbrudd.forsoek", 40);
    private static final long FROE = Long.getLong("avbrudd.froe", System.nanoTime());

    /** Next to nothing is kept in memory, so that readers are at the file. */
    private static final Lagerinnstillinger UTEN_HURTIGLAGER = new Lagerinnstillinger(
            LESERE, SKRIVERE + 2, Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofSeconds(30), 64);

    @TempDir
    private Path mappe;

    private final AtomicBoolean stopp = new AtomicBoolean();
    private final AtomicInteger skrevet = new AtomicInteger();
    private final AtomicInteger lest = new AtomicInteger();
    private final AtomicInteger tatt = new AtomicInteger();
    private final Queue<Throwable> feil = new ConcurrentLinkedQueue<>();

    @Test
    void noInterruptEndsTheDatabaseOrLosesItsLock() throws Exception {
        System.out.println("avbrudd.froe=" + FROE);
        List<String> inntrenger = new ArrayList<>();
        int sendt;
        try (H2Register h2 = H2Register.aapne(mappe, Clock.systemUTC(), UTEN_HURTIGLAGER)) {
            fyll(h2);
            List<Arbeider> traader = start(h2);
            Avbryter avbryter = new Avbryter(traader);
            avbryter.start();
            try (Barneprosess annen = Barneprosess.start(Inntrenger.class, mappe)) {
                while (inntrenger.size() < FORSOEK && feil.isEmpty()) {
                    inntrenger.add(annen.linje().orElseThrow());
                }
            } finally {
                sendt = avbryter.stans();
                stopp.set(true);
                for (Thread traad : traader) {
                    traad.join();
                }
            }
            System.out.println("interrupts " + sendt + ", reads " + lest + ", writes " + skrevet + ", attempts "
                    + inntrenger.size());
            assertThat(feil).isEmpty();
            assertThat(inntrenger).containsOnly(Inntrenger.AVVIST);
            assertThat(tatt).as("interrupts that the threads were told of").hasValue(sendt);
            assertThat(sendt).isGreaterThan(FORSOEK);
            assertHelt(h2);
        }
        try (H2Register h2 = H2Register.aapne(mappe, Clock.systemUTC())) {
            assertHelt(h2);
        }
    }

    private static void fyll(H2Register h2) {
        h2.virksomhetsregister().skriv(skriving -> {
            for (int i = 0; i < VIRKSOMHETER; i++) {
                RegistreringspliktigVirksomhet post =
                        Eksempler.meldt(Eksempler.organisasjonsnummer(i), Eksempler.REGISTRERT);
                skriving.lagre(
                        Registerfoering.innles(skriving.hent(post.organisasjonsnummer()), post, UUID::randomUUID));
            }
            return null;
        });
    }

    private List<Arbeider> start(H2Register h2) {
        List<Arbeider> traader = new ArrayList<>();
        for (int i = 0; i < LESERE; i++) {
            traader.add(new Arbeider(i, tilfeldig -> les(h2, tilfeldig)));
        }
        for (int i = 0; i < SKRIVERE; i++) {
            traader.add(new Arbeider(LESERE + i, tilfeldig -> skriv(h2, tilfeldig)));
        }
        traader.forEach(Thread::start);
        return traader;
    }

    /** What an interrupted thread asks for may be refused, nothing else; and it is still interrupted afterwards. */
    private final class Arbeider extends Thread {
        private final AtomicBoolean blirAvbrutt = new AtomicBoolean();
        private final Random tilfeldig;
        private final Consumer<Random> arbeid;

        Arbeider(int nummer, Consumer<Random> arbeid) {
            this.tilfeldig = new Random(FROE + nummer);
            this.arbeid = arbeid;
        }

        @Override
        public void run() {
            while (!stopp.get()) {
                try {
                    arbeid.accept(tilfeldig);
                    erAvbrutt();
                } catch (RegisteretSvarerIkke e) {
                    if (!erAvbrutt()) {
                        feil.add(e);
                    }
                } catch (Throwable t) {
                    feil.add(t);
                }
            }
            erAvbrutt();
        }

        private boolean erAvbrutt() {
            boolean avbrutt = Thread.interrupted();
            if (avbrutt) {
                tatt.incrementAndGet();
                blirAvbrutt.set(false);
            }
            return avbrutt;
        }

        /** Unless it has yet to find out about the last time: so each can be counted. */
        boolean avbryt() {
            boolean naa = blirAvbrutt.compareAndSet(false, true);
            if (naa) {
                interrupt();
            }
            return naa;
        }
    }

    private void les(H2Register h2, Random tilfeldig) {
        Organisasjonsnummer nummer = Eksempler.organisasjonsnummer(tilfeldig.nextInt(VIRKSOMHETER));
        if (tilfeldig.nextInt(50) == 0) {
            h2.virksomhetsregister().lesBestand(bestand -> {
                bestand.forHvertUtsnitt(utsnitt -> utsnitt.forHver(virksomhet -> lest.incrementAndGet()));
                return null;
            });
        } else if (tilfeldig.nextInt(10) == 0) {
            h2.endringslogg().siste();
        }
        assertThat(h2.virksomhetsregister().hentGjeldende(nummer)).isPresent();
        lest.incrementAndGet();
    }

    private void skriv(H2Register h2, Random tilfeldig) {
        Organisasjonsnummer nummer = Eksempler.organisasjonsnummer(tilfeldig.nextInt(VIRKSOMHETER));
        UUID id = UUID.randomUUID();
        h2.virksomhetsregister().skriv(skriving -> {
            skriving.lagre(Registerfoering.registrer(
                    skriving.hent(nummer), nummer, Eksempler.registrering(id, Eksempler.REGISTRERT, true)));
            return null;
        });
        skrevet.incrementAndGet();
    }

    private void assertHelt(H2Register h2) {
        assertThat(h2.endringslogg().siste()).isEqualTo(VIRKSOMHETER + skrevet.get());
        h2.virksomhetsregister().lesBestand(bestand -> {
            AtomicInteger antall = new AtomicInteger();
            bestand.forHvertUtsnitt(utsnitt -> utsnitt.forHver(virksomhet -> antall.incrementAndGet()));
            assertThat(antall).hasValue(VIRKSOMHETER);
            return null;
        });
    }

    /** Interrupts one thread after another. */
    private static final class Avbryter extends Thread {
        private final List<Arbeider> traader;
        private final AtomicBoolean stopp = new AtomicBoolean();
        private final Random tilfeldig = new Random(FROE);
        private int sendt;

        Avbryter(List<Arbeider> traader) {
            this.traader = traader;
        }

        @Override
        public void run() {
            while (!stopp.get()) {
                if (traader.get(tilfeldig.nextInt(traader.size())).avbryt()) {
                    sendt++;
                }
                LockSupport.parkNanos(tilfeldig.nextInt(1_000_000));
            }
        }

        int stans() throws InterruptedException {
            stopp.set(true);
            join();
            return sendt;
        }
    }
}
