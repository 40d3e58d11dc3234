package no.rrh.bootstrap.kobling;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.rrh.bootstrap.config.Innstilling;
import no.rrh.bootstrap.config.Innstillinger;
import no.rrh.bootstrap.config.Innstillingsfeil;
import no.rrh.bootstrap.config.Miljoe;

/** The data folder and its parts, open to their owner alone (0700), and of one environment only. */
public final class Datamappe {
    private static final Set<PosixFilePermission> BARE_EIER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> BARE_EIER_AV_FIL = PosixFilePermissions.fromString("rw-------");
    static final String REGISTER = "register";
    static final String MASKINPORTEN = "maskinporten";
    static final String TOTALBESTAND = "totalbestand";
    private static final String LOKAL_UTSTEDER = "utsteder";

    private final Path rot;

    private Datamappe(Path rot) {
        this.rot = rot;
    }

    /**
     * Makes the folder where there is none, says in it which environment it belongs to, and closes it to others. One that
     * belongs to another environment, or to something else than a register, is left as it is.
     *
     * @throws Innstillingsfeil when it cannot be made, is no folder, cannot be written to, is used for something else, or
     *     belongs to another environment
     * @throws UbrukeligDatamappe when a newer version has had it, or what it says of itself is damaged
     */
    public static Datamappe aapne(Path mappe, Miljoe miljoe) {
        Path rot = mappe.toAbsolutePath().normalize();
        try {
            boolean harOpphav = krevTilhoerer(rot, miljoe);
            lukk(rot);
            if (!harOpphav) {
                new Mappeopphav(miljoe).skriv(rot);
                // another process may have been first, in another environment
                krevTilhoerer(rot, miljoe);
            }
            return new Datamappe(rot);
        } catch (IOException e) {
            throw new Innstillingsfeil(
                    "datamappen kan ikke brukes: " + mappe + "; den må være en mappe som brukeren eier"
                            + " og kan skrive i, og som er tom eller har et register");
        }
    }

    /**
     * The folder of a register that is there: in the folder itself, or where the settings say.
     *
     * @throws Innstillingsfeil when there is none, and nothing is made; or as {@link #aapne(Path, Miljoe)}
     */
    public static Datamappe finn(Innstillinger innstillinger) {
        return innstillinger.database().adresse().isPresent()
                ? aapne(innstillinger.data(), innstillinger.miljoe())
                : finnBrukt(innstillinger);
    }

    /**
     * A folder that a server has run on, or that a register has been made in: for what lies in it wherever the register
     * does, as the issuer of {@code lokal}.
     *
     * @throws Innstillingsfeil as {@link #finn}
     */
    public static Datamappe finnBrukt(Innstillinger innstillinger) {
        Path mappe = innstillinger.data();
        if (!Files.isDirectory(mappe.resolve(REGISTER)) && !harLokalUtsteder(mappe)) {
            krevIkkeAnnetMiljoe(mappe, innstillinger.miljoe());
            throw new Innstillingsfeil("det er ikke noe register i datamappen " + mappe
                    + "; start serveren på den med «serve» først, eller rett --data");
        }
        return aapne(mappe, innstillinger.miljoe());
    }

    /**
     * The folder that a register is to be moved from.
     *
     * @throws Innstillingsfeil when there is none in it; or as {@link #aapne(Path, Miljoe)}
     */
    static Datamappe medRegister(Path mappe, Miljoe miljoe) {
        if (!Files.isDirectory(mappe.resolve(REGISTER))) {
            throw new Innstillingsfeil("det er ikke noe register i datamappen " + mappe);
        }
        return aapne(mappe, miljoe);
    }

    private static boolean harLokalUtsteder(Path rot) {
        return Files.exists(rot.resolve(MASKINPORTEN).resolve(LOKAL_UTSTEDER));
    }

    /** Looks, and touches nothing. Whether the folder says itself where it belongs. */
    private static boolean krevTilhoerer(Path rot, Miljoe miljoe) throws IOException {
        if (Gjenopprettingsmappe.erUferdig(rot)) {
            throw new UbrukeligDatamappe("datamappen " + rot + " er ikke ferdig gjenopprettet: vent til gjenopprett er"
                    + " ferdig, eller, hvis den ble avbrutt, kjør den på nytt");
        }
        // What the folder holds is looked at before what it says, since it is written after it
        boolean harRegister = Files.isDirectory(rot.resolve(REGISTER));
        boolean harAnnet = !harRegister && Files.exists(rot) && !erTom(rot);
        Optional<Mappeopphav> opphav = Mappeopphav.les(rot);
        if (opphav.isPresent()) {
            krevSamme(rot, opphav.get().miljoe(), miljoe);
        } else if (harRegister) {
            krevTilhoererSomEldre(rot, miljoe);
        } else if (harAnnet) {
            throw new IOException("used for something else");
        }
        return opphav.isPresent();
    }

    /**
     * The version before this one did not say where a folder belonged. That a server has run on it in {@code lokal} can be
     * seen; the others leave no trace, so one without it is taken for theirs, and not given an issuer of its own.
     */
    private static void krevTilhoererSomEldre(Path rot, Miljoe miljoe) {
        if (harLokalUtsteder(rot)) {
            krevSamme(rot, Miljoe.LOKAL, miljoe);
        } else if (miljoe == Miljoe.LOKAL) {
            throw new Innstillingsfeil("datamappen " + rot
                    + " er laget av en eldre versjon, og kan være fra test eller produksjon: oppgi miljøet med "
                    + Innstilling.MILJOE.flagg() + ", eller, hvis den er fra lokal, legg filen " + Mappeopphav.FIL
                    + " i den med linjene miljoe=lokal og versjon=" + Mappeopphav.VERSJON);
        }
    }

    /** That the folder is another environment's says more than that there is nothing in it. */
    private static void krevIkkeAnnetMiljoe(Path mappe, Miljoe miljoe) {
        try {
            Mappeopphav.les(mappe).ifPresent(opphav -> krevSamme(mappe, opphav.miljoe(), miljoe));
        } catch (IOException ikkeTilAaLese) {
            // nor does it hold a register then
        }
    }

    private static void krevSamme(Path rot, Miljoe mappens, Miljoe miljoe) {
        if (mappens != miljoe) {
            throw new Innstillingsfeil("datamappen " + rot + " er laget i miljøet " + mappens.navn()
                    + " og kan ikke brukes i " + miljoe.navn() + "; bruk en annen mappe ("
                    + Innstilling.DATA.flagg() + "), eller rett miljøet (" + Innstilling.MILJOE.flagg() + ")");
        }
    }

    /** Closes to others the files that are open to them, such as those of a copy that was put in place by hand. */
    void lukkFiler() {
        try {
            Files.walkFileTree(rot, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path fil, BasicFileAttributes attributter) throws IOException {
                    if (attributter.isRegularFile()) {
                        lukkFil(fil);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path fil, IOException feil) throws IOException {
                    if (feil instanceof NoSuchFileException) {
                        return FileVisitResult.CONTINUE;
                    }
                    throw feil;
                }
            });
        } catch (IOException e) {
            throw new Innstillingsfeil(
                    "filene i datamappen " + rot + " kan ikke lukkes for andre; brukeren må eie dem");
        }
    }

    private static void lukkFil(Path fil) throws IOException {
        try {
            Files.setPosixFilePermissions(fil, BARE_EIER_AV_FIL);
        } catch (NoSuchFileException e) {
            // the draft of another process, which has just got its name or been dropped
        }
    }

    static void lukk(Path mappe) throws IOException {
        Files.createDirectories(mappe, PosixFilePermissions.asFileAttribute(BARE_EIER));
        if (!Files.isWritable(mappe)) {
            throw new IOException("not writable");
        }
        if (!Files.getPosixFilePermissions(mappe).equals(BARE_EIER)) {
            Files.setPosixFilePermissions(mappe, BARE_EIER);
        }
    }

    private static boolean erTom(Path mappe) throws IOException {
        try (Stream<Path> innhold = Files.list(mappe)) {
            return innhold.allMatch(Mappeopphav::erSkrevetHer);
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
        return del(TOTALBESTAND);
    }

    /** Where the keys of the local issuer lie. */
    public Path maskinporten() {
        return del(MASKINPORTEN);
    }

    private Path del(String navn) {
        Path del = rot.resolve(navn);
        try {
            lukk(del);
            return del;
        } catch (IOException e) {
            throw new Innstillingsfeil(
                    "datamappen kan ikke brukes: " + del + " må være en mappe som brukeren eier og kan skrive i");
        }
    }
}
