package no.rrh.persistence.register;

import static no.rrh.persistence.Testpostgres.MILJOE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import no.rrh.domain.Eksempler;
import no.rrh.domain.rettighetshaver.FolkeregistrertPerson;
import no.rrh.domain.virksomhet.Organisasjonsnummer;
import no.rrh.persistence.Barneprosess;
import no.rrh.persistence.Testpostgres;
import no.rrh.persistence.register.Flyttelytter.Trinn;
import no.rrh.persistence.register.Registersted.Database;
import no.rrh.persistence.register.Registersted.Mappe;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is moved is the same register, whatever stopped the move, and half of one is none. */
class RegisterflyttingTest {
    private static final long FROE = Long.getLong("flytting.froe", System.nanoTime());
    private static final int VIRKSOMHETER = 700;

    /** Of 512 bytes: room for a new register, and not for all of this one. */
    private static final int FULL_BLOKKER = 1_000;

    private static final Clock KLOKKE = Clock.systemUTC();
    private static final Flyttelytter INGEN = new Stopper(Trinn.PERSONINDEKS, Long.MAX_VALUE);

    @TempDir
    private Path rot;

    /** Made once, and copied by whoever needs one. */
    @TempDir
    private static Path mal;

    private final Map<String, Object> innhold = new TreeMap<>();
    private Kontrollsum sum;

    private Mappe h2() throws IOException {
        if (Files.notExists(mal.resolve("register"))) {
            System.out.println("flytting.froe=" + FROE);
            try (Registerlager lager = aapne(new Mappe(mal.resolve("register")))) {
                Flytteregister.fyll(lager, FROE, VIRKSOMHETER);
            }
        }
        Mappe sted = new Mappe(rot.resolve("kilde"));
        Files.createDirectory(sted.mappe());
        for (String fil : List.of("rrh.mv.db", "soekenoekkel")) {
            Files.copy(mal.resolve("register").resolve(fil), sted.mappe().resolve(fil));
        }
        try (Registerlager lager = aapne(sted)) {
            innhold.putAll(Flytteregister.innhold(lager, VIRKSOMHETER));
            sum = lager.kontrollsummering().beregn(lest -> {});
        }
        return sted;
    }

    private static Registerlager aapne(Registersted sted) {
        return sted instanceof Mappe mappe
                ? H2Register.aapne(mappe.mappe(), KLOKKE)
                : Postgresregister.aapne(((Database) sted).adresse(), MILJOE, KLOKKE);
    }

    private static Database postgres() {
        return new Database(Testpostgres.tom());
    }

    private static Kontrollsum flytt(Registersted fra, Registersted til, boolean paaNytt, Flyttelytter lytter) {
        try (Registerflytting flytting = Registerflytting.aapne(fra, () -> til, MILJOE)) {
            return flytting.flytt(paaNytt, lytter);
        }
    }

    private void assertFlyttet(Registersted til) {
        try (Registerlager lager = aapne(til)) {
            assertThat(lager.kontrollsummering().beregn(lest -> {})).isEqualTo(sum);
            assertThat(Flytteregister.innhold(lager, VIRKSOMHETER)).isEqualTo(innhold);
        }
    }

    @Test
    void isTheSameRegisterInPostgresAndBackAndInBothOnceMore() throws IOException {
        Mappe her = h2();
        Database der = postgres();
        Database derOgsaa = postgres();
        Mappe hjemme = new Mappe(rot.resolve("ny"));

        assertThat(flytt(her, der, false, INGEN)).isEqualTo(sum);
        assertFlyttet(der);
        assertThat(flytt(der, derOgsaa, false, INGEN)).isEqualTo(sum);
        assertThat(flytt(derOgsaa, hjemme, false, INGEN)).isEqualTo(sum);
        assertFlyttet(hjemme);
        assertFlyttet(her);
        try (Registerlager lager = aapne(hjemme)) {
            assertThat(Flytteregister.skrivEn(lager, 99)).isEqualTo(sum.sekvensnummer() + 1);
        }
        try (Registerlager lager = aapne(derOgsaa)) {
            assertThat(Flytteregister.skrivEn(lager, 99)).isEqualTo(sum.sekvensnummer() + 1);
        }
    }

    @Test
    void goesOnWhereItWasWhereverItIsStoppedOnTheWayToPostgres() throws IOException {
        stoppetOveralt(h2(), postgres());
    }

    @Test
    void goesOnWhereItWasWhereverItIsStoppedOnTheWayToH2() throws IOException {
        Mappe her = h2();
        Database der = postgres();
        flytt(her, der, false, INGEN);
        stoppetOveralt(der, new Mappe(rot.resolve("ny")));
    }

    /** After each page in turn, and at the beginning of every other step. */
    private void stoppetOveralt(Registersted fra, Registersted til) {
        long ferdig = 0;
        int stopp = 0;
        while (ferdig < sum.rader()) {
            Stopper stopper = new Stopper(Trinn.KOPIERING, 0);
            assertThatThrownBy(() -> flytt(fra, til, false, stopper)).isInstanceOf(CancellationException.class);
            assertThat(stopper.ferdig).as("after %d", ferdig).isGreaterThan(ferdig);
            ferdig = stopper.ferdig;
            stopp++;
            assertUbrukelig(til);
        }
        assertThat(stopp).as("one for each table with rows, and more").isGreaterThanOrEqualTo(10);
        for (Trinn trinn : Trinn.values()) {
            if (trinn != Trinn.KOPIERING) {
                assertThatThrownBy(() -> flytt(fra, til, false, new Stopper(trinn, 0)))
                        .isInstanceOf(CancellationException.class);
                assertUbrukelig(til);
            }
        }
        assertThat(flytt(fra, til, false, INGEN)).isEqualTo(sum);
        assertFlyttet(til);
    }

    private static void assertUbrukelig(Registersted til) {
        assertThatThrownBy(() -> aapne(til).close())
                .isInstanceOf(UferdigFlytting.class)
                .hasMessageContaining(til.navn())
                .hasMessageContaining("flytt");
        assertThatThrownBy(() -> Registerflytting.aapne(til, () -> new Mappe(Path.of("/nowhere")), MILJOE))
                .isInstanceOf(UferdigFlytting.class);
    }

    @Test
    void isGoneOnWithAfterItsProcessWasKilled() throws IOException {
        Mappe her = h2();
        Database der = postgres();
        Mappe hjemme = new Mappe(rot.resolve("ny"));
        drep(her.navn(), "", der);
        assertUbrukelig(der);
        // as when it is killed while it undoes in a copy
        Files.createFile(
                Files.createDirectory(her.mappe().resolve("kopi-av-en-drept")).resolve("rrh.mv.db"));
        assertThat(flytt(her, der, false, INGEN)).isEqualTo(sum);
        assertThat(her.mappe().resolve("kopi-av-en-drept")).doesNotExist();
        assertFlyttet(der);
        drep("", hjemme.navn(), der);
        assertUbrukelig(hjemme);
        Files.createDirectory(hjemme.mappe().resolve("kopi-av-en-drept"));
        assertThat(flytt(der, hjemme, false, INGEN)).isEqualTo(sum);
        assertThat(hjemme.mappe().resolve("kopi-av-en-drept")).doesNotExist();
        assertFlyttet(hjemme);
    }

    private static void drep(String fra, String til, Database database) throws IOException {
        Databaseadresse adresse = database.adresse();
        try (Barneprosess flytter = Barneprosess.start(
                Flytter.class,
                "fra=" + fra,
                "til=" + til,
                adresse.url(),
                adresse.bruker().orElseThrow(),
                "passord=" + adresse.passord().orElse(""))) {
            for (int side = 0; side < 4; side++) {
                assertThat(flytter.linje()).isPresent();
            }
            flytter.drep();
        }
    }

    @Test
    void aSourceThatHasChangedSinceIsRefusedUntilOneBeginsAnew() throws IOException {
        Mappe her = h2();
        Database der = postgres();
        assertThatThrownBy(() -> flytt(her, der, false, new Stopper(Trinn.KOPIERING, 1_000)))
                .isInstanceOf(CancellationException.class);
        try (Registerlager lager = aapne(her)) {
            Flytteregister.skrivEn(lager, 77);
            innhold.putAll(Flytteregister.innhold(lager, VIRKSOMHETER));
        }
        assertThatThrownBy(() -> flytt(her, der, false, INGEN))
                .isInstanceOf(Flyttefeil.class)
                .hasMessageContaining(String.valueOf(sum.sekvensnummer()))
                .hasMessageContaining(String.valueOf(sum.sekvensnummer() + 1))
                .hasMessageContaining("--paa-nytt");
        assertUbrukelig(der);
        sum = flytt(her, der, true, INGEN);
        assertFlyttet(der);
    }

    @Test
    void beginningAnewThatIsStoppedIsNoOldMoveToGoOnWith() throws IOException {
        Mappe her = h2();
        Mappe hjemme = new Mappe(rot.resolve("ny"));
        assertThatThrownBy(() -> flytt(her, hjemme, false, new Stopper(Trinn.KONTROLL_AV_MAALET, 0)))
                .isInstanceOf(CancellationException.class);
        Stopper stopper = new Stopper(Trinn.KOPIERING, 0);
        assertThatThrownBy(() -> flytt(her, hjemme, true, stopper)).isInstanceOf(CancellationException.class);
        assertThat(stopper.ferdig).as("from the first row").isLessThan(sum.rader() / 2);
        assertThat(flytt(her, hjemme, false, INGEN)).isEqualTo(sum);
        assertFlyttet(hjemme);
    }

    @Test
    void aSourceThatIsWrittenToMeanwhileIsToldOfAndTheTargetIsNoRegister() throws IOException {
        Mappe her = h2();
        Database der = postgres();
        flytt(her, der, false, INGEN);
        Mappe hjemme = new Mappe(rot.resolve("ny"));
        try (Registerlager lager = aapne(der)) {
            assertThatThrownBy(() -> flytt(der, hjemme, false, new Stopper(Trinn.PERSONINDEKS, Long.MAX_VALUE) {
                        @Override
                        public void begynner(Trinn trinn, long rader) {
                            if (trinn == Trinn.KONTROLL_AV_KILDEN) {
                                Flytteregister.skrivEn(lager, 55);
                            }
                        }
                    }))
                    .isInstanceOf(Flyttefeil.class)
                    .hasMessageContaining("ble endret mens")
                    .hasMessageContaining("--paa-nytt");
            innhold.putAll(Flytteregister.innhold(lager, VIRKSOMHETER));
        }
        assertUbrukelig(hjemme);
        sum = flytt(der, hjemme, true, INGEN);
        assertFlyttet(hjemme);
    }

    /** The index of persons had been made of what was there before. */
    @Test
    void aPersonWhoHasComeInAnothersPlaceSinceIsFoundWhereTheMoveWasBegunAnew() throws IOException {
        Organisasjonsnummer nummer = Eksempler.organisasjonsnummer(VIRKSOMHETER);
        Database der = new Database(Testpostgres.tom());
        Mappe hjemme = new Mappe(rot.resolve("ny"));
        try (Registerlager lager = aapne(der)) {
            Flytteregister.skrivEn(lager, nummer, Eksempler.ALMINNELIG, 1);
            assertThatThrownBy(() -> flytt(der, hjemme, false, new Stopper(Trinn.PERSONINDEKS, Long.MAX_VALUE) {
                        @Override
                        public void begynner(Trinn trinn, long rader) {
                            if (trinn == Trinn.KONTROLL_AV_KILDEN) {
                                Flytteregister.skrivEn(lager, nummer, Eksempler.DOED, 2);
                            }
                        }
                    }))
                    .isInstanceOf(Flyttefeil.class)
                    .hasMessageContaining("ble endret mens");
        }
        flytt(der, hjemme, true, INGEN);
        try (Registerlager her = aapne(der);
                Registerlager ny = aapne(hjemme)) {
            assertThat(virksomheter(her, Eksempler.DOED)).containsExactly(nummer);
            for (FolkeregistrertPerson person : List.of(Eksempler.ALMINNELIG, Eksempler.DOED)) {
                assertThat(virksomheter(ny, person)).isEqualTo(virksomheter(her, person));
                assertThat(virksomheterNoengang(ny, person)).isEqualTo(virksomheterNoengang(her, person));
            }
        }
    }

    private static List<Organisasjonsnummer> virksomheter(Registerlager lager, FolkeregistrertPerson person) {
        return lager.personindeks().virksomheter(person.foedselsEllerDNummer().orElseThrow(), Optional.empty(), 10);
    }

    private static List<Organisasjonsnummer> virksomheterNoengang(Registerlager lager, FolkeregistrertPerson person) {
        return lager.personhistorikk()
                .virksomheterNoengang(person.foedselsEllerDNummer().orElseThrow());
    }

    @Test
    void aTargetThatDiffersIsNoRegister() throws IOException {
        Mappe her = h2();
        Database der = postgres();
        assertThatThrownBy(() -> flytt(her, der, false, new Stopper(Trinn.PERSONINDEKS, Long.MAX_VALUE) {
                    @Override
                    public void begynner(Trinn trinn, long rader) {
                        if (trinn == Trinn.KONTROLL_AV_KILDEN) {
                            endre(der, "update virksomhet set fra_sekvensnummer = fra_sekvensnummer + 1");
                        }
                    }
                }))
                .isInstanceOf(Flyttefeil.class)
                .hasMessageContaining("virksomhet (")
                .hasMessageContaining("--paa-nytt");
        assertUbrukelig(der);
    }

    private static void endre(Database der, String setning) {
        Jdbi.create(
                        der.adresse().url(),
                        der.adresse().bruker().orElseThrow(),
                        der.adresse().passord().orElse(null))
                .useHandle(handle -> handle.execute(setning));
    }

    @Test
    void aRegisterIsNeverMovedIntoAnother() throws IOException {
        Mappe her = h2();
        Mappe annen = new Mappe(rot.resolve("annen"));
        aapne(annen).close();
        Database brukt = new Database(Testpostgres.medRegister());
        for (boolean paaNytt : new boolean[] {false, true}) {
            for (Registersted til : new Registersted[] {annen, brukt, her}) {
                assertThatThrownBy(() -> flytt(her, til, paaNytt, INGEN))
                        .isInstanceOf(Flyttefeil.class)
                        .hasMessageContaining("fra før");
            }
        }
        aapne(annen).close();
        aapne(brukt).close();
        assertFlyttet(her);
    }

    @Test
    void whatIsNoRegisterIsNotMovedAndNothingIsMade() throws IOException {
        Mappe ingen = new Mappe(rot.resolve("ingen"));
        Mappe til = new Mappe(rot.resolve("til"));
        assertThatThrownBy(() -> Registerflytting.aapne(ingen, () -> til, MILJOE))
                .isInstanceOf(Flyttefeil.class);
        assertThatThrownBy(() -> Registerflytting.aapne(postgres(), () -> til, MILJOE))
                .isInstanceOf(Flyttefeil.class);
        assertThat(rot).isEmptyDirectory();
    }

    @Test
    void olderAndNewerRegistersAndThoseOfOtherEnvironmentsAreLeftAsTheyAre() throws IOException {
        Database eldre = new Database(Testpostgres.medRegister());
        endre(eldre, "delete from flyway_schema_history where version = '" + Skjema.VERSJON + "'");
        Database nyere = new Database(Testpostgres.medRegister());
        endre(nyere, "update flyway_schema_history set version = '999' where version = '" + Skjema.VERSJON + "'");
        Database annet = new Database(Testpostgres.medRegister());
        endre(annet, "update felles set miljoe = 'test'");
        Mappe til = new Mappe(rot.resolve("til"));

        assertThatThrownBy(() -> Registerflytting.aapne(eldre, () -> til, MILJOE))
                .isInstanceOf(Flyttefeil.class)
                .hasMessageContaining("start serveren");
        assertThatThrownBy(() -> Registerflytting.aapne(nyere, () -> til, MILJOE))
                .isInstanceOf(NyereSkjema.class);
        assertThatThrownBy(() -> Registerflytting.aapne(annet, () -> til, MILJOE))
                .isInstanceOf(DatabasenKanIkkeBrukes.class)
                .hasMessageContaining("test");
        assertThatThrownBy(() -> Registerflytting.aapne(h2(), () -> nyere, MILJOE))
                .isInstanceOf(NyereSkjema.class);
    }

    @Test
    void twoMovesToOneDatabaseDoNotMeet() throws IOException {
        Mappe her = h2();
        Database der = postgres();
        try (Registerflytting foerste = Registerflytting.aapne(her, () -> der, MILJOE)) {
            assertThatThrownBy(() -> Registerflytting.aapne(her, () -> der, MILJOE))
                    .isInstanceOf(Flyttefeil.class)
                    .hasMessageContaining("i gang");
            assertThat(foerste.flytt(false, INGEN)).isEqualTo(sum);
        }
        assertFlyttet(der);
    }

    @Test
    void aDiskThatFillsUpIsToldOf() throws IOException {
        Mappe her = h2();
        Database der = postgres();
        flytt(her, der, false, INGEN);
        Mappe hjemme = new Mappe(rot.resolve("ny"));
        Databaseadresse adresse = der.adresse();
        try (Barneprosess flytter = Barneprosess.startMedFilgrense(
                FULL_BLOKKER,
                Flytter.class,
                "fra=",
                "til=" + hjemme.navn(),
                adresse.url(),
                adresse.bruker().orElseThrow(),
                "passord=" + adresse.passord().orElse(""))) {
            assertThat(flytter.linjer()).last().asString().contains("disken er full", hjemme.navn());
        }
        assertUbrukelig(hjemme);
        assertThat(flytt(der, hjemme, false, INGEN)).isEqualTo(sum);
        assertFlyttet(hjemme);
    }

    /** Ends the move when it has come to a step, and so many rows of it. */
    private static class Stopper implements Flyttelytter {
        private final Trinn ved;
        private final long rader;
        private Trinn naa = Trinn.KOPIERING;
        private long ferdig;

        Stopper(Trinn ved, long rader) {
            this.ved = ved;
            this.rader = rader;
        }

        @Override
        public void begynner(Trinn trinn, long antall) {
            naa = trinn;
            if (trinn != Trinn.KOPIERING) {
                stopp(0);
            }
        }

        @Override
        public void ferdig(long antall) {
            ferdig = antall;
            stopp(antall);
        }

        private void stopp(long antall) {
            if (naa == ved && antall >= rader) {
                throw new CancellationException("enough");
            }
        }
    }

    /** A process that moves a register, and says so at each page. */
    static final class Flytter {
        private Flytter() {}

        public static void main(String[] argumenter) {
            String fra = argumenter[0].substring("fra=".length());
            String til = argumenter[1].substring("til=".length());
            Database database = new Database(new Databaseadresse(
                    argumenter[2],
                    Optional.of(argumenter[3]),
                    Optional.of(argumenter[4].substring("passord=".length()))));
            try {
                flytt(
                        fra.isEmpty() ? database : new Mappe(Path.of(fra)),
                        til.isEmpty() ? database : new Mappe(Path.of(til)),
                        false,
                        new Flyttelytter() {
                            @Override
                            public void begynner(Trinn trinn, long rader) {
                                System.out.println(trinn);
                            }

                            @Override
                            public void ferdig(long rader) {
                                System.out.println(rader);
                            }
                        });
            } catch (Flyttefeil e) {
                System.out.println(e.getMessage());
            }
        }
    }
}
