package no.rrh.bootstrap.kobling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import no.rrh.bootstrap.config.Innstillingsfeil;
import no.rrh.bootstrap.config.Miljoe;
import no.rrh.bootstrap.utfall.Kommandofeil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A folder that a register is brought back into: whole in one step, and until then nobody's. */
class GjenopprettingsmappeTest {
    private static final Set<String> LOGG = Set.of("innsynslogg");

    @TempDir
    private Path midlertidig;

    private Path mappe;

    @BeforeEach
    void velg() {
        mappe = midlertidig.resolve("data");
    }

    private Gjenopprettingsmappe begynn() {
        return Gjenopprettingsmappe.begynn(mappe, LOGG);
    }

    private static void fyll(Path mappe) throws IOException {
        Files.createDirectories(mappe.resolve("register"));
        Files.writeString(mappe.resolve("register/rrh.mv.db"), "the register");
        Files.createDirectories(mappe.resolve("totalbestand"));
        Files.writeString(mappe.resolve("datamappe.properties"), "miljoe=lokal\nversjon=1\n");
    }

    private List<String> innhold() throws IOException {
        try (Stream<Path> filer = Files.list(mappe)) {
            return filer.map(fil -> fil.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void itIsTakenForARegisterFromWhenItIsPutToUse() throws IOException {
        try (Gjenopprettingsmappe ny = begynn()) {
            fyll(ny.utkast());
            assertUferdig();
            ny.taIBruk();
        }
        assertThat(innhold()).containsExactly("datamappe.properties", "register", "totalbestand");
        assertThat(mappe.resolve("register/rrh.mv.db")).hasContent("the register");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(mappe)))
                .isEqualTo("rwx------");
        assertThat(Datamappe.aapne(mappe, Miljoe.LOKAL).register()).isEqualTo(mappe.resolve("register"));
    }

    private void assertUferdig() {
        assertThatThrownBy(() -> Datamappe.aapne(mappe, Miljoe.LOKAL))
                .isInstanceOf(UbrukeligDatamappe.class)
                .hasMessageContaining("ikke ferdig gjenopprettet")
                .hasMessageContaining("kjør den på nytt");
    }

    @Test
    void oneThatIsGivenUpLeavesNothing() throws IOException {
        try (Gjenopprettingsmappe ny = begynn()) {
            fyll(ny.utkast());
        }
        assertThat(mappe).doesNotExist();

        Files.createDirectory(mappe);
        try (Gjenopprettingsmappe ny = begynn()) {
            fyll(ny.utkast());
        }
        assertThat(mappe).isEmptyDirectory();
    }

    @Test
    void theInnsynsloggThatIsThereStays() throws IOException {
        Path foering = mappe.resolve("innsynslogg/innsyn-1.logg");
        Files.createDirectories(foering.getParent());
        Files.writeString(foering, "an entry");
        begynn().close();
        assertThat(innhold()).containsExactly("innsynslogg");
        try (Gjenopprettingsmappe ny = begynn()) {
            fyll(ny.utkast());
            ny.taIBruk();
        }
        assertThat(innhold()).containsExactly("datamappe.properties", "innsynslogg", "register", "totalbestand");
        assertThat(foering).hasContent("an entry");
    }

    @ParameterizedTest
    @ValueSource(strings = {"register", "datamappe.properties", "totalbestand", "lost+found", "en fil"})
    void oneThatHoldsAnythingElseIsRefusedAndLeftAsItIs(String navn) throws IOException {
        Files.createDirectories(mappe.resolve(navn));
        Files.setPosixFilePermissions(mappe, PosixFilePermissions.fromString("rwxr-xr-x"));

        assertThatThrownBy(this::begynn)
                .isInstanceOf(Innstillingsfeil.class)
                .hasMessageContainingAll("er ikke tom", mappe.toString(), "--data");

        assertThat(innhold()).containsExactly(navn);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(mappe)))
                .isEqualTo("rwxr-xr-x");
    }

    @Test
    void aFileIsNoFolder() throws IOException {
        Files.writeString(mappe, "something");
        assertThatThrownBy(this::begynn).isInstanceOf(Innstillingsfeil.class).hasMessageContaining("må være en mappe");
        assertThat(mappe).hasContent("something");
    }

    /** Killed between any two steps of putting it to use: some parts are in their place, and the mark is still there. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "totalbestand",
                "register",
                "register totalbestand",
                "register totalbestand datamappe.properties"
            })
    void whatAKilledAttemptLeftIsNobodysAndIsClearedAwayByTheNext(String flyttet) throws IOException {
        Path utkast = mappe.resolve(".gjenopprettes/data");
        fyll(utkast);
        Files.createFile(mappe.resolve(".gjenopprettes/.laas"));
        for (String del : flyttet.split(" ")) {
            if (!del.isEmpty()) {
                Files.move(utkast.resolve(del), mappe.resolve(del));
            }
        }
        assertUferdig();

        try (Gjenopprettingsmappe ny = begynn()) {
            assertThat(innhold()).containsExactly(".gjenopprettes");
            assertThat(ny.utkast()).doesNotExist();
            fyll(ny.utkast());
            Files.writeString(ny.utkast().resolve("register/rrh.mv.db"), "another");
            ny.taIBruk();
        }
        assertThat(mappe.resolve("register/rrh.mv.db")).hasContent("another");
        Datamappe.aapne(mappe, Miljoe.LOKAL);
    }

    @Test
    void aMarkDoesNotMakeWhatIsSomebodyElsesOurs() throws IOException {
        Files.createDirectories(mappe.resolve(".gjenopprettes"));
        Files.writeString(mappe.resolve("viktig"), "mine");
        assertThatThrownBy(this::begynn).isInstanceOf(Innstillingsfeil.class);
        assertThat(mappe.resolve("viktig")).hasContent("mine");
    }

    @Test
    void twoAtATimeAreRefused() throws IOException {
        try (Gjenopprettingsmappe foerste = begynn()) {
            fyll(foerste.utkast());
            assertThatThrownBy(this::begynn)
                    .isInstanceOf(Kommandofeil.class)
                    .hasMessageContaining("en annen kommando gjenoppretter");
            foerste.taIBruk();
        }
        assertThat(mappe.resolve("register/rrh.mv.db")).hasContent("the register");
    }
}
