package no.rrh.persistence.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.rrh.application.port.out.RegisteretSvarerIkke;
import no.rrh.application.port.out.Virksomhetsregister;
import no.rrh.domain.Eksempler;
import no.rrh.domain.feil.Registerkonflikt;
import no.rrh.domain.feil.UgyldigVerdi;
import no.rrh.domain.registrering.Registerfoering;
import no.rrh.domain.registrering.RegistreringspliktigVirksomhet;
import no.rrh.domain.registrering.Uoverensstemmelse;
import no.rrh.domain.virksomhet.Organisasjonsnummer;
import no.rrh.persistence.Barneprosess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2RegisterTest {
    private static final Clock KLOKKE = Clock.systemUTC();
    private static final Organisasjonsnummer A = Eksempler.organisasjonsnummer(1);

    @TempDir
    private Path mappe;

    @Test
    void theRightOfAKilledProcessToMakeTheTotalbestandIsNotWaitedFor() {
        try (H2Register h2 = H2Register.aapne(mappe, KLOKKE)) {
            assertThat(h2.produksjonsrett(Duration.ofHours(1), System::nanoTime).ta())
                    .isPresent();
        }
        try (H2Register h2 = H2Register.aapne(mappe, KLOKKE)) {
            assertThat(h2.produksjonsrett(Duration.ofHours(1), System::nanoTime).ta())
                    .isPresent();
        }
    }

    @Test
    void whatWasWrittenIsThereWhenItIsOpenedAgain() {
        RegistreringspliktigVirksomhet virksomhet = Eksempler.virksomhetMedAlt();
        try (H2Register h2 = H2Register.aapne(mappe, KLOKKE)) {
            innles(h2, virksomhet);
        }
        try (H2Register h2 = H2Register.aapne(mappe, KLOKKE)) {
            assertThat(h2.virksomhetsregister().hent(virksomhet.organisasjonsnummer()))
                    .contains(virksomhet);
            assertThat(h2.endringslogg().siste()).isEqualTo(5);
        }
    }

    @Test
    void onlyTheOwnerMayReadAndWrite() throws IOException {
        Path ny = mappe.resolve("ny/data");
        try (H2Register h2 = H2Register.aapne(ny, KLOKKE)) {
            innles(h2, Eksempler.virksomhetMedAlt());
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(ny)))
                    .isEqualTo("rwx------");
            try (Stream<Path> filer = Files.list(ny)) {
                assertThat(filer)
                        .hasSize(4)
                        .allSatisfy(fil -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(fil)))
                                .isEqualTo("rw-------"));
            }
        }
    }

    @Test
    void aFolderThatAnotherProcessUsesIsRefusedInWords() throws IOException {
        try (Barneprosess tjener = Barneprosess.start(Registerskriver.class, mappe)) {
            assertThat(tjener.linje()).contains("open");
            assertThatThrownBy(() -> H2Register.aapne(mappe, KLOKKE))
                    .isInstanceOf(RegisteretErIBruk.class)
                    .hasMessageContaining("i bruk av en annen rrh-prosess, trolig tjeneren");
            assertThat(tjener.linje()).isPresent();
        }
    }

    @Test
    void aDamagedFileIsRefusedInWordsAndNotTouched() throws IOException {
        byte[] helt = registerfil();
        Random tilfeldig = new Random(1);
        byte[] stoey = new byte[helt.length];
        tilfeldig.nextBytes(stoey);
        List<UnaryOperator<byte[]>> skader = List.of(
                byter -> new byte[0],
                byter -> "not a register".getBytes(),
                byter -> new byte[byter.length],
                byter -> stoey,
                byter -> Arrays.copyOf(byter, 100),
                byter -> Arrays.copyOf(byter, 4_096),
                byter -> Arrays.copyOf(byter, 8_192),
                byter -> Arrays.copyOf(byter, 10_000),
                byter -> Arrays.copyOf(Arrays.copyOf(byter, 8_192), byter.length));
        for (UnaryOperator<byte[]> skade : skader) {
            byte[] skadet = skade.apply(helt);
            Path her = Files.createTempDirectory(mappe, "skadet");
            Files.write(her.resolve("rrh.mv.db"), skadet);
            assertThat(catchThrowable(() -> H2Register.aapne(her, KLOKKE)))
                    .as("damage %d, file of %d bytes", skader.indexOf(skade), skadet.length)
                    .isInstanceOf(RegisteretErOedelagt.class)
                    .hasMessageContaining("ødelagt");
            assertThat(Files.readAllBytes(her.resolve("rrh.mv.db"))).isEqualTo(skadet);
        }
    }

    @Test
    void theVersionOfTheTablesIsThatOfTheLastMigration() throws IOException {
        try (Stream<Path> migreringer = Files.list(Path.of("src/main/resources/db/migrering"))) {
            assertThat(migreringer.map(fil -> fil.getFileName().toString()).max(Comparator.naturalOrder()))
                    .hasValueSatisfying(siste -> assertThat(siste).startsWith("V" + Skjema.VERSJON + "__"));
        }
    }

    @Test
    void aRegisterOfAnOlderVersionIsBroughtUpToThisOne() throws SQLException {
        H2Register.aapne(mappe, KLOKKE).close();
        sql("drop table endring");
        sql("delete from \"flyway_schema_history\"");
        try (H2Register h2 = H2Register.aapne(mappe, KLOKKE)) {
            innles(h2, Eksempler.virksomhetMedAlt());
            assertThat(h2.endringslogg().siste()).isEqualTo(5);
        }
    }

    @Test
    void aFileOfANewerVersionIsRefusedInWords() throws SQLException {
        H2Register.aapne(mappe, KLOKKE).close();
        sql(
                "insert into \"flyway_schema_history\" select 99, '099', 'fra framtiden', \"type\", 'V099__ny.sql',"
                        + " \"checksum\", \"installed_by\", \"installed_on\", 1, true from \"flyway_schema_history\" where \"version\" = '001'");
        assertThatThrownBy(() -> H2Register.aapne(mappe, KLOKKE))
                .isInstanceOf(NyereSkjema.class)
                .hasMessageContaining("en nyere versjon av rrh");
    }

    @Test
    void aFirstStartThatWasBrokenOffIsTakenUpAgain() throws SQLException, IOException {
        H2Register.aapne(mappe, KLOKKE).close();
        sql("delete from \"flyway_schema_history\"");
        sql("drop table endring");
        Files.move(fil(), mappe.resolve("rrh-ny.mv.db"));
        try (H2Register h2 = H2Register.aapne(mappe, KLOKKE)) {
            innles(h2, Eksempler.virksomhetMedAlt());
            assertThat(h2.endringslogg().siste()).isEqualTo(5);
        }
    }

    @Test
    void aPathThatTheDatabaseCouldNotReadIsRefused() {
        assertThatThrownBy(() -> H2Register.aapne(mappe.resolve("a;b"), KLOKKE)).isInstanceOf(UgyldigVerdi.class);
        try (H2Register h2 = H2Register.aapne(mappe.resolve("mappe med æøå, % og 'tegn'"), KLOKKE)) {
            assertThat(h2.virksomhetsregister().erTomt()).isTrue();
        }
    }

    @Test
    void anInterruptedThreadDoesNotEndTheDatabase() throws Exception {
        Organisasjonsnummer nummer = Eksempler.ORGANISASJONSNUMMER;
        try (H2Register h2 = H2Register.aapne(mappe, KLOKKE)) {
            innles(h2, Eksempler.virksomhetMedAlt());
            CompletableFuture.runAsync(() -> skrivAvbrutt(h2)).get(30, TimeUnit.SECONDS);
            assertThat(h2.endringslogg().siste()).isEqualTo(6);
            innles(h2, Eksempler.meldt(Eksempler.organisasjonsnummer(2), Eksempler.REGISTRERT));
            assertThat(h2.virksomhetsregister().hent(nummer)).isPresent();
        }
        try (H2Register h2 = H2Register.aapne(mappe, KLOKKE)) {
            assertThat(h2.virksomhetsregister().hent(nummer)).isPresent();
        }
    }

    /** The interruption is there when the commit writes to the file. */
    private static void skrivAvbrutt(H2Register h2) {
        Thread skriver = Thread.currentThread();
        h2.virksomhetsregister().skriv(skriving -> {
            skriving.lagre(Registerfoering.klargjoer(
                    skriving.hent(A), A, UUID.fromString("0198c614-dfcc-4e65-bc96-4fdaf2c2c22b"), Instant.EPOCH));
            skriver.interrupt();
            return null;
        });
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void anInterruptedThreadMayCloseTheRegisterAndNothingIsLeftHalfClosed() {
        H2Register foerste = H2Register.aapne(mappe, KLOKKE);
        innles(foerste, Eksempler.virksomhetMedAlt());
        Thread.currentThread().interrupt();
        foerste.close();
        assertThat(Thread.interrupted()).isTrue();
        try (H2Register h2 = H2Register.aapne(mappe, KLOKKE)) {
            assertThat(h2.endringslogg().siste()).isEqualTo(5);
        }
    }

    @Test
    void anInterruptedThreadMayOpenTheRegister() {
        Thread.currentThread().interrupt();
        try (H2Register h2 = H2Register.aapne(mappe, KLOKKE)) {
            assertThat(Thread.interrupted()).isTrue();
            assertThat(h2.virksomhetsregister().erTomt()).isTrue();
        }
    }

    @Test
    void aStoreThatDoesNotAnswerIsToldOfWithinTwoSeconds() throws Exception {
        Lagerinnstillinger faa = new Lagerinnstillinger(
                1, 1, Duration.ofSeconds(1), Duration.ofMillis(900), Duration.ofMillis(300), 8_192);
        try (H2Register h2 = H2Register.aapne(mappe, KLOKKE, faa)) {
            CountDownLatch slipp = new CountDownLatch(1);
            CountDownLatch opptatt = new CountDownLatch(1);
            CompletableFuture<Void> leser =
                    CompletableFuture.runAsync(() -> h2.virksomhetsregister().lesBestand(bestand -> {
                        opptatt.countDown();
                        vent(slipp);
                        return null;
                    }));
            assertThat(opptatt.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(h2.virksomhetsregister().hentGjeldende(A)).isEmpty();
            assertRefusedWithinTwoSeconds(() -> h2.virksomhetsregister().lesBestand(bestand -> null));
            assertRefusedWithinTwoSeconds(() -> h2.virksomhetsregister().skriv(skriving -> null));
            slipp.countDown();
            leser.get(30, TimeUnit.SECONDS);
            h2.virksomhetsregister().skriv(skriving -> null);
        }
    }

    private static void assertRefusedWithinTwoSeconds(Runnable operasjon) {
        Instant start = Instant.now(KLOKKE);
        assertThatThrownBy(operasjon::run).isInstanceOf(RegisteretSvarerIkke.class);
        assertThat(Duration.between(start, Instant.now(KLOKKE))).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void aWriterThatWaitsTooLongIsToldSoAndHoldsNoConnectionMeanwhile() throws Exception {
        Lagerinnstillinger faa = new Lagerinnstillinger(
                1, 2, Duration.ofSeconds(1), Duration.ofMillis(900), Duration.ofMillis(300), 8_192);
        try (H2Register h2 = H2Register.aapne(mappe, KLOKKE, faa)) {
            Virksomhetsregister register = h2.virksomhetsregister();
            register.skriv(skriving -> {
                List<CompletableFuture<Void>> andre = IntStream.range(0, 6)
                        .mapToObj(i ->
                                CompletableFuture.runAsync(() -> assertThatThrownBy(() -> register.skriv(annen -> null))
                                        .isInstanceOf(RegisteretSvarerIkke.class)))
                        .toList();
                CompletableFuture.runAsync(() -> assertThat(register.erTomt()).isTrue())
                        .orTimeout(30, TimeUnit.SECONDS)
                        .join();
                andre.forEach(CompletableFuture::join);
                return null;
            });
        }
    }

    @Test
    void everyOperationOfAClosedRegisterSaysThatItDoesNotAnswer() {
        H2Register h2 = H2Register.aapne(mappe, KLOKKE);
        h2.close();
        Virksomhetsregister register = h2.virksomhetsregister();
        for (Runnable operasjon : List.<Runnable>of(
                () -> register.hent(A),
                () -> register.hentGjeldende(A),
                () -> register.hentVed(A, 1),
                () -> register.lesBestand(bestand -> null),
                () -> register.skriv(skriving -> null),
                register::erTomt,
                () -> h2.endringslogg().siste(),
                () -> h2.endringslogg().etter(0, 1))) {
            assertThatThrownBy(operasjon::run).isInstanceOf(RegisteretSvarerIkke.class);
        }
    }

    @Test
    void aRowThatCannotBeReadSaysThatTheRegisterDoesNotAnswerWithoutQuotingIt() throws SQLException {
        try (H2Register h2 = H2Register.aapne(mappe, KLOKKE)) {
            innles(h2, Eksempler.virksomhetMedAlt());
        }
        sql("update virksomhet set gjeldende = substring(gjeldende from 1 for 300), tidligere = X'09'");
        try (H2Register h2 = H2Register.aapne(mappe, KLOKKE)) {
            Organisasjonsnummer nummer = Eksempler.ORGANISASJONSNUMMER;
            for (Runnable operasjon : List.<Runnable>of(
                    () -> h2.virksomhetsregister().hent(nummer),
                    () -> h2.virksomhetsregister().hentGjeldende(nummer),
                    () -> h2.virksomhetsregister().skriv(skriving -> skriving.hent(nummer)),
                    () -> h2.virksomhetsregister().lesBestand(bestand -> {
                        bestand.forHvertUtsnitt(utsnitt -> utsnitt.forHver(virksomhet -> {}));
                        return null;
                    }))) {
                assertThatThrownBy(operasjon::run).isInstanceOf(RegisteretSvarerIkke.class);
            }
        }
    }

    @Test
    void aRowThatTheDatabaseRefusesIsNotQuoted() throws SQLException {
        try (H2Register h2 = H2Register.aapne(mappe, KLOKKE)) {
            innles(h2, Eksempler.meldt(A, Eksempler.REGISTRERT));
        }
        sql("update sekvens set siste = 0");
        try (H2Register h2 = H2Register.aapne(mappe, KLOKKE)) {
            assertThatThrownBy(
                            () -> innles(h2, Eksempler.meldt(Eksempler.organisasjonsnummer(2), Eksempler.REGISTRERT)))
                    .isInstanceOf(RegisteretSvarerIkke.class)
                    .hasStackTraceContaining("its message is withheld")
                    .satisfies(feil -> assertThat(stakk(feil)).doesNotContain(A.verdi(), "registrert", "insert"));
        }
    }

    @Test
    void whatIsTooLargeToBeKeptIsRefusedAndNothingOfItIsWritten() {
        try (H2Register h2 = H2Register.aapne(mappe, KLOKKE)) {
            innles(h2, Eksempler.meldt(A, Eksempler.REGISTRERT));
            RegistreringspliktigVirksomhet foer =
                    h2.virksomhetsregister().hent(A).orElseThrow();
            String tekst = "å".repeat(5_000_000);
            assertThatThrownBy(() -> h2.virksomhetsregister().skriv(skriving -> {
                        skriving.lagre(Registerfoering.mottaUoverensstemmelse(
                                skriving.hent(A).orElseThrow(),
                                new Uoverensstemmelse(tekst, Eksempler.REGISTRERT, Optional.empty())));
                        return null;
                    }))
                    .isInstanceOf(Registerkonflikt.class)
                    .hasMessageContaining("for store til å lagres");
            assertThat(h2.virksomhetsregister().hent(A)).contains(foer);
            assertThat(h2.endringslogg().siste()).isEqualTo(1);
        }
    }

    /** As two servers on one PostgreSQL would: the writers meet at the counter, not in the queue of one process. */
    @Test
    void numbersFollowTheCommitsAlsoWhenWritersDoNotShareAQueue() {
        try (H2Register en = H2Register.aapne(mappe, KLOKKE);
                H2Register to = H2Register.aapne(mappe, KLOKKE)) {
            List<CompletableFuture<Void>> skrivere = IntStream.range(0, 4)
                    .mapToObj(i -> CompletableFuture.runAsync(() -> skriv(i % 2 == 0 ? en : to, i)))
                    .toList();
            CompletableFuture<Void> alle = CompletableFuture.allOf(skrivere.toArray(CompletableFuture[]::new));
            long lest = 0;
            boolean ferdig;
            do {
                ferdig = alle.isDone();
                for (var endring : en.endringslogg().etter(lest, 100)) {
                    assertThat(endring.sekvensnummer()).isEqualTo(++lest);
                }
            } while (!ferdig);
            alle.join();
            assertThat(to.endringslogg().siste()).isEqualTo(400);
        }
    }

    private static void skriv(H2Register h2, int skriver) {
        for (int i = 0; i < 100; i++) {
            innles(h2, Eksempler.meldt(Eksempler.organisasjonsnummer(skriver * 1_000 + i), Eksempler.REGISTRERT));
        }
    }

    private byte[] registerfil() throws IOException {
        try (H2Register h2 = H2Register.aapne(mappe, KLOKKE)) {
            innles(h2, Eksempler.virksomhetMedAlt());
        }
        return Files.readAllBytes(fil());
    }

    private Path fil() {
        return mappe.resolve("rrh.mv.db");
    }

    /** H2 alone writes to the file when it closes it, and the seal knows nothing of that. */
    private void sql(String sql) throws SQLException {
        mappe.resolve("rrh.segl").toFile().delete();
        try (Connection forbindelse = DriverManager.getConnection("jdbc:h2:file:" + mappe.resolve("rrh"), "rrh", "")) {
            forbindelse.createStatement().execute(sql);
        }
    }

    private static void innles(H2Register h2, RegistreringspliktigVirksomhet post) {
        h2.virksomhetsregister().skriv(skriving -> {
            skriving.lagre(
                    Registerfoering.innles(skriving.hent(post.organisasjonsnummer()), post, () -> new UUID(0, 0)));
            return null;
        });
    }

    private static String stakk(Throwable feil) {
        StringBuilder alle = new StringBuilder();
        for (Throwable t = feil; t != null; t = t.getCause()) {
            alle.append(t).append('\n');
        }
        return alle.toString();
    }

    private static void vent(CountDownLatch hendelse) {
        try {
            hendelse.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
