package no.rrh.bootstrap.kobling;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.stream.Stream;
import no.rrh.bootstrap.config.Innstillingsfeil;

/** The data folder and its parts, open to their owner alone (0700). */
public final class Datamappe {
    private static final Set<PosixFilePermission> BARE_EIER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> BARE_EIER_AV_FIL = PosixFilePermissions.fromString("rw-------");
    private static final String REGISTER = "register";

    private final Path rot;

    private Datamappe(Path rot) {
        this.rot = rot;
    }

    /**
     * Makes the folder where there is none, and closes it to others. One that others can read and that holds something
     * else than a register is left as it is.
     *
     * @throws Innstillingsfeil when it cannot be made, is no folder, cannot be written to, or is used for something else
     */
    public static Datamappe aapne(Path mappe) {
        Path rot = mappe.toAbsolutePath().normalize();
        try {
            lukk(rot);
            return new Datamappe(rot);
        } catch (IOException e) {
            throw new Innstillingsfeil(
                    "datamappen kan ikke brukes: " + mappe + "; den må være en mappe som brukeren eier"
                            + " og kan skrive i, og som er tom eller har et register");
        }
    }

    /**
     * The folder of a register that is there.
     *
     * @throws Innstillingsfeil when there is none; nothing is made
     */
    public static Datamappe finn(Path mappe) {
        if (!Files.isDirectory(mappe.resolve(REGISTER))) {
            throw new Innstillingsfeil("det er ikke noe register i datamappen " + mappe
                    + "; start serveren på den med «serve» først, eller rett --data");
        }
        return aapne(mappe);
    }

    /** Closes to others the files that are open to them, such as those of a copy that was put in place by hand. */
    void lukkFiler() {
        try (Stream<Path> alt = Files.walk(rot)) {
            for (Path sti : alt.filter(s -> Files.isRegularFile(s, LinkOption.NOFOLLOW_LINKS))
                    .toList()) {
                Files.setPosixFilePermissions(sti, BARE_EIER_AV_FIL);
            }
        } catch (IOException | UncheckedIOException e) {
            throw new Innstillingsfeil(
                    "filene i datamappen " + rot + " kan ikke lukkes for andre; brukeren må eie dem");
        }
    }

    private static void lukk(Path rot) throws IOException {
        Files.createDirectories(rot, PosixFilePermissions.asFileAttribute(BARE_EIER));
        if (!Files.isWritable(rot)) {
            throw new IOException("not writable");
        }
        if (!Files.getPosixFilePermissions(rot).equals(BARE_EIER)) {
            if (!erTom(rot) && !Files.isDirectory(rot.resolve(REGISTER))) {
                throw new IOException("used for something else");
            }
            Files.setPosixFilePermissions(rot, BARE_EIER);
        }
    }

    private static boolean erTom(Path mappe) throws IOException {
        try (Stream<Path> innhold = Files.list(mappe)) {
            return innhold.findAny().isEmpty();
        }
    }

    /** The folder itself. */
    Path rot() {
        return rot;
    }

    /** Where the embedded database lies. */
    public Path register() {
        return del(REGISTER);
    }

    /** Where the files of totalbestand lie. */
    public Path totalbestand() {
        return del("totalbestand");
    }

    /** Where the keys of the local issuer lie. */
    public Path maskinporten() {
        return del("maskinporten");
    }

    private Path del(String navn) {
        return aapne(rot.resolve(navn)).rot;
    }
}
