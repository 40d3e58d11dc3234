package no.rrh.persistence.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import no.rrh.domain.Eksempler;
import no.rrh.domain.feil.Registerkonflikt;
import no.rrh.domain.registrering.NummerertEndring;
import no.rrh.domain.registrering.Registerfoering;
import no.rrh.domain.virksomhet.Organisasjonsnummer;
import no.rrh.persistence.register.H2Kopiering.Filkopi;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A copy of the file of a register that is used meanwhile. */
class H2KopieringTest {
    private static final Clock KLOKKE = Clock.systemUTC();
    private static final int SKRIVERE = 4;
    private static final int KOPIER = 5;

    @TempDir
    private Path rot;

    private Path mappe;
    private H2Register h2;
    private H2Kopiering kopiering;
    private final AtomicInteger neste = new AtomicInteger();
    private final Set<UUID> bekreftet = ConcurrentHashMap.newKeySet();

    @BeforeEach
    void aapne() {
        mappe = rot.resolve("register");
        h2 = H2Register.aapne(mappe, KLOKKE);
        kopiering = h2.kopiering().orElseThrow();
    }

    @AfterEach
    void lukk() {
        h2.close();
    }

    private Kontrollsum sum() {
        return h2.kontrollsummering().beregn(lest -> {});
    }

    private void skriv(int antall) {
        List<UUID> ider = new ArrayList<>();
        h2.virksomhetsregister().skriv(skriving -> {
            for (int i = 0; i < antall; i++) {
                UUID id = UUID.randomUUID();
                Organisasjonsnummer nummer = Eksempler.organisasjonsnummer(neste.incrementAndGet());
                skriving.lagre(Registerfoering.registrer(
                        skriving.hent(nummer), nummer, Eksempler.registrering(id, Eksempler.REGISTRERT, true)));
                ider.add(id);
            }
            return null;
        });
        bekreftet.addAll(ider);
    }

    private List<Path> iMappen() throws IOException {
        try (Stream<Path> innhold = Files.list(mappe)) {
            return innhold.sorted().toList();
        }
    }

    @Test
    void theCopyHoldsWhatTheRegisterHoldsAndIsTheOwnersAlone() throws IOException {
        skriv(300);
        List<Path> foer = iMappen();
        try (Filkopi kopi = kopiering.ta(skrevet -> {})) {
            assertThat(kopi.kontrollsum()).isEqualTo(sum());
            assertThat(kopi.kontrollsum().sekvensnummer()).isEqualTo(300);
            assertThat(Files.size(kopi.fil())).isGreaterThan(100_000);
            assertThat(rettigheter(kopi.fil())).isEqualTo("rw-------");
            assertThat(rettigheter(kopi.fil().getParent())).isEqualTo("rwx------");
        }
        assertThat(iMappen()).isEqualTo(foer);
    }

    private static String rettigheter(Path sti) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(sti));
    }

    @Test
    void aCopyTakenWhileFourWriteHoldsAllThatHadBeenWrittenAndIsWhole() throws IOException {
        skriv(2_000);
        AtomicBoolean slutt = new AtomicBoolean();
        List<CompletableFuture<Void>> skrivere = IntStream.range(0, SKRIVERE)
                .mapToObj(i -> CompletableFuture.runAsync(() -> {
                    while (!slutt.get()) {
                        skriv(1 + i);
                    }
                }))
                .toList();
        try {
            long forrige = 0;
            for (int i = 0; i < KOPIER; i++) {
                Set<UUID> foer = new HashSet<>(bekreftet);
                try (Filkopi kopi = kopiering.ta(skrevet -> {})) {
                    assertThat(kopi.kontrollsum().sekvensnummer()).isGreaterThan(forrige);
                    forrige = kopi.kontrollsum().sekvensnummer();
                    assertHel(kopi, foer);
                }
            }
        } finally {
            slutt.set(true);
            skrivere.forEach(CompletableFuture::join);
        }
        assertThat(h2.endringslogg().siste()).isEqualTo(bekreftet.size());
    }

    private void assertHel(Filkopi kopi, Set<UUID> foer) throws IOException {
        Path annen = Files.createDirectories(rot.resolve(UUID.randomUUID().toString()));
        Files.copy(kopi.fil(), annen.resolve("rrh.mv.db"));
        assertThat(H2Kopiering.kontrollsum(annen, lest -> {})).isEqualTo(kopi.kontrollsum());
        try (H2Register kopiert = H2Register.aapne(annen, KLOKKE)) {
            List<NummerertEndring> endringer = kopiert.endringslogg().etter(0, Integer.MAX_VALUE);
            assertThat(endringer)
                    .extracting(NummerertEndring::sekvensnummer)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, kopi.kontrollsum().sekvensnummer())
                                    .boxed()
                                    .toList());
            Set<UUID> iLoggen = new HashSet<>();
            endringer.forEach(endring -> iLoggen.add(endring.endring().registreringsid()));
            assertThat(iLoggen.containsAll(foer)).isTrue();
            Set<UUID> iRegisteret = new HashSet<>();
            kopiert.virksomhetsregister().lesBestand(bestand -> {
                bestand.forHver(
                        virksomhet -> virksomhet.registreringer().forEach(en -> iRegisteret.add(en.registreringsid())));
                return null;
            });
            assertThat(iRegisteret.equals(iLoggen)).isTrue();
        }
    }

    @Test
    void whatIsCopiedIsNotMovedOrOverwrittenMeanwhile() throws IOException {
        for (int i = 0; i < 20; i++) {
            skriv(300);
        }
        Kontrollsum foer = sum();
        AtomicBoolean gjort = new AtomicBoolean();
        try (Filkopi kopi = kopiering.ta(skrevet -> {
            if (gjort.compareAndSet(false, true)) {
                assertThat(skrevet).isLessThan(kopiering.stoerrelse());
                komprimer();
                skriv(2_000);
                komprimer();
            }
        })) {
            assertThat(gjort).isTrue();
            assertThat(kopi.kontrollsum()).isEqualTo(foer);
        }
        assertThat(h2.endringslogg().siste()).isEqualTo(8_000);
        assertThat(medLageret(MVStore::isSpaceReused)).isTrue();
    }

    /** As H2 does by itself when it has time, and without waiting for what is dead to grow old. */
    private void komprimer() {
        medLageret(lager -> {
            lager.compactFile(500);
            return null;
        });
    }

    private <T> T medLageret(Function<MVStore, T> arbeid) {
        try (Connection tilkobling =
                DriverManager.getConnection("jdbc:h2:uavbrutt:" + mappe.resolve("rrh") + ";IFEXISTS=TRUE", "rrh", "")) {
            SessionLocal sesjon =
                    (SessionLocal) tilkobling.unwrap(JdbcConnection.class).getSession();
            return arbeid.apply(sesjon.getDatabase().getStore().getMvStore());
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whoeverIsToldOfProgressMayEndItAtAnyTimeAndNothingIsLeft() throws IOException {
        skriv(5_000);
        List<Path> foer = iMappen();
        AtomicInteger fortalt = new AtomicInteger();
        kopiering.ta(skrevet -> fortalt.incrementAndGet()).close();
        assertThat(fortalt).hasValueGreaterThan(5);
        for (int til = 1; til <= fortalt.get(); til += fortalt.get() / 4) {
            AtomicInteger igjen = new AtomicInteger(til);
            assertThatThrownBy(() -> kopiering.ta(skrevet -> {
                        if (igjen.decrementAndGet() == 0) {
                            throw new CancellationException("enough");
                        }
                    }))
                    .isInstanceOf(CancellationException.class);
            assertThat(iMappen()).isEqualTo(foer);
        }
        kopiering.ta(skrevet -> {}).close();
        assertThat(iMappen()).isEqualTo(foer);
    }

    @Test
    void oneAtATimeCopies() throws IOException {
        skriv(5_000);
        AtomicBoolean avvist = new AtomicBoolean();
        kopiering
                .ta(skrevet -> {
                    if (avvist.compareAndSet(false, true)) {
                        assertThatThrownBy(() -> CompletableFuture.supplyAsync(() -> kopiering.ta(annet -> {}))
                                        .join())
                                .hasCauseInstanceOf(Registerkonflikt.class)
                                .hasMessageContaining("en annen sikkerhetskopi er i gang");
                    }
                })
                .close();
        assertThat(avvist).isTrue();
    }

    @Test
    void whatAKilledProcessLeftIsRemovedWhenTheRegisterIsOpened() throws IOException {
        h2.close();
        List<Path> foer = iMappen();
        Path levning = Files.createDirectories(mappe.resolve("kopi-" + UUID.randomUUID()));
        Files.writeString(levning.resolve("rrh.mv.db"), "half a copy");
        h2 = H2Register.aapne(mappe, KLOKKE);
        assertThat(iMappen()).isEqualTo(foer);
    }

    @Test
    void aFileThatIsNoRegisterHasNoContent() throws IOException {
        Path annen = Files.createDirectories(rot.resolve("annen"));
        Files.writeString(annen.resolve("rrh.mv.db"), "not a register");
        assertThatThrownBy(() -> H2Kopiering.kontrollsum(annen, lest -> {})).isInstanceOf(RegisteretErOedelagt.class);
    }
}
