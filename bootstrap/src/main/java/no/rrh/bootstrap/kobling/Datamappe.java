package no.rrh.bootstrap.kobling;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.stream.Stream;
import no.rrh.bootstrap.config.Innstillingsfeil;

/** The data folder and its parts, open to their owner alone (0700). */
public final class Datamappe {
    private static final Set<PosixFilePermission> BARE_EIER = PosixFilePermissions.fromString("rwx------");
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
