package no.rrh.bootstrap.kobling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import no.rrh.bootstrap.config.Innstilling;
import no.rrh.bootstrap.config.Innstillinger;
import no.rrh.bootstrap.config.Innstillingsfeil;
import no.rrh.bootstrap.config.Miljoe;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which environment a data folder belongs to, and who may use it. */
class DatamappeTest {
    @TempDir
    Path midlertidig;

    private Path mappe;

    @BeforeEach
    void velg() {
        mappe = midlertidig.resolve("data");
    }

    private Path opphav() {
        return mappe.resolve("datamappe.properties");
    }

    private static String rettigheter(Path sti) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(sti, LinkOption.NOFOLLOW_LINKS));
    }

    /** Everything of it that can be touched. */
    private Map<String, String> tilstand() throws IOException {
        Map<String, String> tilstand = new TreeMap<>();
        try (Stream<Path> alt = Files.walk(mappe)) {
            for (Path sti : alt.toList()) {
                tilstand.put(
                        mappe.relativize(sti).toString(),
                        rettigheter(sti) + " " + Files.getLastModifiedTime(sti) + " "
                                + (Files.isRegularFile(sti) ? Files.readString(sti, StandardCharsets.ISO_8859_1) : ""));
            }
        }
        return tilstand;
    }

    private void avvisesUroert(Miljoe miljoe, Class<? extends Exception> type, String... ord) throws IOException {
        Map<String, String> foer = tilstand();

        assertThatThrownBy(() -> Datamappe.aapne(mappe, miljoe))
                .isInstanceOf(type)
                .hasMessageContainingAll(ord)
                .hasMessageNotContaining("\n");

        assertThat(tilstand()).isEqualTo(foer);
    }

    private void eldre(String... filer) throws IOException {
        Files.createDirectories(mappe.resolve("register"));
        for (String fil : filer) {
            Files.createDirectories(mappe.resolve(fil).getParent());
            Files.createFile(mappe.resolve(fil));
        }
        Files.setPosixFilePermissions(mappe, PosixFilePermissions.fromString("rwxr-x---"));
    }

    @ParameterizedTest
    @EnumSource(Miljoe.class)
    void aNewFolderBelongsToTheEnvironmentThatMadeItAndToNoOther(Miljoe eier) throws IOException {
        Datamappe.aapne(mappe, eier);

        assertThat(Files.readString(opphav())).contains("\nmiljoe=" + eier.navn() + "\nversjon=1\n");
        assertThat(rettigheter(opphav())).isEqualTo("rw-------");
        assertThat(rettigheter(mappe)).isEqualTo("rwx------");
        assertThat(mappe).isDirectoryContaining(sti -> sti.equals(opphav()));
        try (Stream<Path> innhold = Files.list(mappe)) {
            assertThat(innhold).hasSize(1);
        }
        Datamappe.aapne(mappe, eier).register();
        Datamappe.finn(innstillinger(eier));
        for (Miljoe annet : Miljoe.values()) {
            if (annet != eier) {
                avvisesUroert(
                        annet,
                        Innstillingsfeil.class,
                        "laget i miljøet " + eier.navn(),
                        "kan ikke brukes i " + annet.navn(),
                        mappe.toString(),
                        "--data",
                        "--miljoe");
                assertThatThrownBy(() -> Datamappe.finn(innstillinger(annet))).isInstanceOf(Innstillingsfeil.class);
            }
        }
    }

    @Test
    void anEmptyFolderThatIsThereIsTakenAndClosed() throws IOException {
        Files.createDirectory(
                mappe, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));

        Datamappe.aapne(mappe, Miljoe.TEST);

        assertThat(rettigheter(mappe)).isEqualTo("rwx------");
        assertThat(opphav()).content().contains("miljoe=test");
    }

    @Test
    void aFolderInWhichAKilledProcessLeftAHalfMadeFileIsStillNew() throws IOException {
        Files.createDirectory(mappe);
        Files.writeString(mappe.resolve(".datamappe123.tmp"), "miljoe=te");

        Datamappe.aapne(mappe, Miljoe.PRODUKSJON);

        assertThat(opphav()).content().contains("miljoe=produksjon");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rwx------", "rwxr-xr-x"})
    void aFolderThatIsUsedForSomethingElseIsLeftAloneHoweverClosedItIs(String rettigheter) throws IOException {
        Files.createDirectory(
                mappe, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rettigheter)));
        Files.writeString(mappe.resolve("brev.txt"), "noe");

        avvisesUroert(Miljoe.LOKAL, Innstillingsfeil.class, "datamappen kan ikke brukes");
    }

    @Test
    void aFileIsNoFolder() throws IOException {
        Files.createFile(mappe);

        assertThatThrownBy(() -> Datamappe.aapne(mappe, Miljoe.LOKAL)).isInstanceOf(Innstillingsfeil.class);
    }

    @Test
    void withoutARegisterNothingIsMadeByACommandThatNeedsOne() {
        assertThatThrownBy(() -> Datamappe.finn(innstillinger(Miljoe.LOKAL))).isInstanceOf(Innstillingsfeil.class);
        assertThat(mappe).doesNotExist();
    }

    /** The register is elsewhere then, and what lies in the folder all the same, such as the issuer of lokal, is not. */
    @Test
    void withADatabaseAFolderNeedsNoRegisterUnlessItMustHaveBeenUsed() {
        Innstillinger medDatabase = Innstillinger.les(
                Map.of(Innstilling.DATA, mappe.toString(), Innstilling.DB_URL, "jdbc:postgresql://vert/rrh"), Map.of());

        assertThatThrownBy(() -> Datamappe.finnBrukt(medDatabase)).isInstanceOf(Innstillingsfeil.class);
        assertThat(mappe).doesNotExist();

        Datamappe.finn(medDatabase);
        assertThat(opphav()).exists();
    }

    @Test
    void aFolderOfTheVersionBeforeOnWhichLokalHasRunIsLokals() throws IOException {
        eldre("maskinporten/utsteder");

        avvisesUroert(Miljoe.TEST, Innstillingsfeil.class, "laget i miljøet lokal", "kan ikke brukes i test");
        avvisesUroert(Miljoe.PRODUKSJON, Innstillingsfeil.class, "laget i miljøet lokal");
        Datamappe.aapne(mappe, Miljoe.LOKAL);

        assertThat(opphav()).content().contains("miljoe=lokal");
        assertThat(rettigheter(mappe)).isEqualTo("rwx------");
    }

    @ParameterizedTest
    @EnumSource(
            value = Miljoe.class,
            names = {"TEST", "PRODUKSJON"})
    void anotherFolderOfTheVersionBeforeBelongsToWhoeverOpensItFirstExceptLokal(Miljoe miljoe) throws IOException {
        // «token» made the folder of keys also where no server had run
        eldre("maskinporten/noekkel.jwk.json");

        avvisesUroert(Miljoe.LOKAL, Innstillingsfeil.class, "eldre versjon", "--miljoe", "miljoe=lokal", "versjon=1");
        Datamappe.aapne(mappe, miljoe);

        assertThat(opphav()).content().contains("miljoe=" + miljoe.navn());
        avvisesUroert(Miljoe.LOKAL, Innstillingsfeil.class, "laget i miljøet " + miljoe.navn());
    }

    @Test
    void whoeverKnowsThatAnOldFolderIsLokalsCanSayItAsTheMessageTells() throws IOException {
        eldre();
        Files.writeString(opphav(), "miljoe=lokal\nversjon=1\n");

        Datamappe.aapne(mappe, Miljoe.LOKAL);

        assertThat(opphav()).hasContent("miljoe=lokal\nversjon=1");
    }

    @ParameterizedTest
    @CsvSource({
        "'miljoe=lokal\nversjon=2\n'",
        "'versjon=999999999\nmiljoe=et-nytt-slag\n'",
        "'versjon=2'",
    })
    void aFolderOfANewerVersionIsRefusedWhateverElseItSays(String innhold) throws IOException {
        eldre("maskinporten/utsteder");
        Files.writeString(opphav(), innhold);

        avvisesUroert(Miljoe.LOKAL, UbrukeligDatamappe.class, "nyere versjon", mappe.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "miljoe=lokal",
                "versjon=1",
                "miljoe=lokal\nversjon=0",
                "miljoe=lokal\nversjon=01",
                "miljoe=lokal\nversjon=-1",
                "miljoe=lokal\nversjon=1.0",
                "miljoe=lokal\nversjon=99999999999",
                "miljoe=LOKAL\nversjon=1",
                "miljoe=\nversjon=1",
                "miljoe=lokal\nversjon=1\n\\u12",
                "\u0000\u0000\u0000",
            })
    void aDamagedFileIsToldAndNotMadeAnew(String innhold) throws IOException {
        eldre("maskinporten/utsteder");
        Files.writeString(opphav(), innhold);

        avvisesUroert(Miljoe.LOKAL, UbrukeligDatamappe.class, "er skadet", opphav().toString());
    }

    @Test
    void whatIsNotTextIsDamagedToo() throws IOException {
        eldre();
        Files.write(opphav(), new byte[] {'m', '=', (byte) 0xff});

        avvisesUroert(Miljoe.LOKAL, UbrukeligDatamappe.class, "er skadet");
    }

    @Test
    void moreThanIsKnownIsLetBe() throws IOException {
        eldre();
        String innhold = "# noe\nnoe.nytt=1\nmiljoe = test \nversjon: 1\n";
        Files.writeString(opphav(), innhold);

        Datamappe.aapne(mappe, Miljoe.TEST);

        assertThat(Files.readString(opphav())).isEqualTo(innhold);
    }

    @Test
    void ofTwoThatMakeTheFolderAtOnceInTwoEnvironmentsOneGetsIt() throws Exception {
        ExecutorService traader = Executors.newFixedThreadPool(3);
        try {
            for (int runde = 0; runde < 200; runde++) {
                mappe = midlertidig.resolve("runde" + runde);
                CyclicBarrier start = new CyclicBarrier(Miljoe.values().length);
                List<Future<Boolean>> forsoek = new ArrayList<>();
                for (Miljoe miljoe : Miljoe.values()) {
                    forsoek.add(traader.submit(faar(start, mappe, miljoe)));
                }
                List<Miljoe> eiere = new ArrayList<>();
                for (Miljoe miljoe : Miljoe.values()) {
                    if (forsoek.get(miljoe.ordinal()).get()) {
                        eiere.add(miljoe);
                    }
                }
                assertThat(eiere).hasSize(1);
                assertThat(opphav()).content().contains("miljoe=" + eiere.get(0).navn());
                try (Stream<Path> innhold = Files.list(mappe)) {
                    assertThat(innhold.map(Path::getFileName)
                                    .map(Path::toString)
                                    .sorted())
                            .containsExactly("datamappe.properties", "register");
                }
            }
        } finally {
            traader.shutdownNow();
        }
    }

    private static Callable<Boolean> faar(CyclicBarrier start, Path mappe, Miljoe miljoe) {
        return () -> {
            start.await();
            try {
                Datamappe data = Datamappe.aapne(mappe, miljoe);
                data.lukkFiler();
                data.register();
                return true;
            } catch (Innstillingsfeil e) {
                assertThat(e).hasMessageContaining("laget i miljøet");
                return false;
            }
        };
    }

    @Test
    void filesThatOthersCanReadAreClosed() throws IOException {
        eldre("maskinporten/utsteder");
        Files.setPosixFilePermissions(
                mappe.resolve("maskinporten/utsteder"), PosixFilePermissions.fromString("rw-r--r--"));

        Datamappe.aapne(mappe, Miljoe.LOKAL).lukkFiler();

        try (Stream<Path> alt = Files.walk(mappe)) {
            assertThat(alt.filter(Files::isRegularFile).map(sti -> {
                        try {
                            return rettigheter(sti);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    }))
                    .containsOnly("rw-------");
        }
    }

    @Test
    void theMessageOfADamagedFileTellsEveryEnvironment() throws IOException {
        eldre();
        Files.writeString(opphav(), "versjon=1");

        avvisesUroert(
                Miljoe.TEST,
                UbrukeligDatamappe.class,
                Arrays.stream(Miljoe.values()).map(Miljoe::navn).toArray(String[]::new));
    }

    private Innstillinger innstillinger(Miljoe miljoe) {
        return Innstillinger.les(
                Map.of(Innstilling.DATA, mappe.toString(), Innstilling.MILJOE, miljoe.navn()), Map.of());
    }
}
