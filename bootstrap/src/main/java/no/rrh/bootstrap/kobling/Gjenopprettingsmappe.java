package no.rrh.bootstrap.kobling;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import no.rrh.bootstrap.config.Innstilling;
import no.rrh.bootstrap.config.Innstillingsfeil;
import no.rrh.bootstrap.utfall.Kommandofeil;
import no.rrh.persistence.fil.Eierrettigheter;
import no.rrh.persistence.fil.Filtre;

/**
 * A data folder that a register is being brought back into. As long as {@value #NAVN} is in it, it is no data folder: no other
 * command takes it for one, and the next attempt begins by clearing away what this one left. Beside it, within the folder,
 * since a folder may be a mount of its own, and the one above it another user's.
 */
final class Gjenopprettingsmappe implements AutoCloseable {
    static final String NAVN = ".gjenopprettes";

    private static final String LAAS = ".laas";
    private static final String UTKAST = "data";

    private final Path rot;
    private final boolean fantes;
    private final FileChannel laas;
    private boolean tattIBruk;

    private Gjenopprettingsmappe(Path rot, boolean fantes, FileChannel laas) {
        this.rot = rot;
        this.fantes = fantes;
        this.laas = laas;
    }

    /** Whether the folder is being brought back, or the bringing back was killed. */
    static boolean erUferdig(Path rot) {
        return Files.exists(rot.resolve(NAVN));
    }

    /**
     * Begins, in a folder that is not there, is empty, or holds what a killed attempt left.
     *
     * @param fraFoer what may be in the folder already, and stays
     * @throws Innstillingsfeil when it holds anything else, or cannot be used
     * @throws Kommandofeil when another process is at it
     */
    static Gjenopprettingsmappe begynn(Path mappe, Set<String> fraFoer) {
        Path rot = mappe.toAbsolutePath().normalize();
        boolean fantes = Files.exists(rot);
        try {
            boolean paaNytt = erUferdig(rot);
            krevLedig(rot, fraFoer, paaNytt);
            Eierrettigheter.lagMappe(rot);
            Datamappe.lukk(rot);
            if (!paaNytt) {
                Files.createDirectory(rot.resolve(NAVN));
            }
            Gjenopprettingsmappe ny = new Gjenopprettingsmappe(rot, fantes, laas(rot));
            ny.krevFortsattLedig(fraFoer, paaNytt);
            ny.rydd();
            return ny;
        } catch (IOException e) {
            throw new Innstillingsfeil("datamappen kan ikke brukes: " + mappe
                    + "; den må være en mappe som brukeren eier og kan skrive i");
        }
    }

    /** Another process may have been at it meanwhile, and be done. */
    private void krevFortsattLedig(Set<String> fraFoer, boolean paaNytt) throws IOException {
        try {
            krevLedig(rot, fraFoer, paaNytt);
        } catch (Innstillingsfeil e) {
            if (!paaNytt) {
                fjernMerket();
            }
            laas.close();
            throw e;
        }
    }

    private static void krevLedig(Path rot, Set<String> fraFoer, boolean medLevninger) throws IOException {
        if (!Files.exists(rot)) {
            return;
        }
        try (Stream<Path> innhold = Files.list(rot)) {
            if (!innhold.map(sti -> sti.getFileName().toString())
                    .allMatch(navn -> navn.equals(NAVN)
                            || fraFoer.contains(navn)
                            || medLevninger && Kopioppsett.DELER.contains(navn))) {
                throw new Innstillingsfeil(
                        "datamappen " + rot + " er ikke tom: et register gjenopprettes i en ny mappe ("
                                + Innstilling.DATA.flagg() + "), der bare innsynsloggen kan ligge fra før");
            }
        }
    }

    /** Let go when the process ends, however it does. */
    private static FileChannel laas(Path rot) throws IOException {
        FileChannel kanal = Eierrettigheter.aapne(
                rot.resolve(NAVN).resolve(LAAS), Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE));
        try {
            if (kanal.tryLock() != null) {
                return kanal;
            }
        } catch (OverlappingFileLockException denneProsessen) {
            // as another's
        }
        kanal.close();
        throw new Kommandofeil("en annen kommando gjenoppretter i mappen " + rot);
    }

    /** What an attempt puts there; the marker stays. */
    private void rydd() throws IOException {
        for (String del : Kopioppsett.DELER) {
            Filtre.slett(rot.resolve(del));
        }
        Filtre.slett(utkast());
    }

    /** Where the data folder is put together. It is made by whoever writes there. */
    Path utkast() {
        return rot.resolve(NAVN).resolve(UTKAST);
    }

    /**
     * Has the folder be what was put together, on the disk when this returns. It is from the moment when the marker goes.
     *
     * @throws UncheckedIOException when it cannot be
     */
    void taIBruk() {
        try {
            Filtre.sikre(utkast());
            for (Path del : deler()) {
                Files.move(del, rot.resolve(del.getFileName()), StandardCopyOption.ATOMIC_MOVE);
            }
            Filtre.sikreEn(rot);
            fjernMerket();
            tattIBruk = true;
            Filtre.sikreEn(rot);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> deler() throws IOException {
        try (Stream<Path> innhold = Files.list(utkast())) {
            return innhold.toList();
        }
    }

    private void fjernMerket() throws IOException {
        Files.deleteIfExists(utkast());
        Files.deleteIfExists(rot.resolve(NAVN).resolve(LAAS));
        Files.delete(rot.resolve(NAVN));
    }

    /** Unless it is in use now, nothing is left of it, and no folder where there was none. */
    @Override
    public void close() {
        try (laas) {
            if (!tattIBruk) {
                rydd();
                fjernMerket();
                if (!fantes) {
                    Files.delete(rot);
                }
            }
        } catch (DirectoryNotEmptyException innsynsloggen) {
            // which has been told of the command
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
