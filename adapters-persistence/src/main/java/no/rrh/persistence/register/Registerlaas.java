package no.rrh.persistence.register;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import no.rrh.persistence.fil.Eierrettigheter;

/**
 * The folder of a register, held by this process from before its file is looked for until it is closed. H2 has a lock on
 * the file itself; but that one is not there yet while the file is being made, and not between two times that H2 has it
 * open. A file of its own, since POSIX drops all of a process's locks on a file when any of its descriptors is closed:
 * nobody else opens this one. It is never deleted, or two processes could hold two files of the same name.
 */
final class Registerlaas {
    private static final String FIL = ".laas";

    /** File locks bind processes; within this one the folder may be held several times, and is let go with the last. */
    private static final Map<Path, Registerlaas> HOLDT = new HashMap<>();

    private static final Queue<FileChannel> ALDRI_LUKKET = new ConcurrentLinkedQueue<>();

    private final Path mappe;
    private final FileChannel kanal;
    private int antall;

    private Registerlaas(Path mappe, FileChannel kanal) {
        this.mappe = mappe;
        this.kanal = kanal;
    }

    /**
     * Takes the folder, and makes it (0700) where there is none.
     *
     * @throws RegisteretErIBruk when another process has it
     */
    static Registerlaas ta(Path mappe) throws IOException {
        Eierrettigheter.lagMappe(mappe);
        Path sti = mappe.toRealPath();
        synchronized (HOLDT) {
            Registerlaas laas = HOLDT.get(sti);
            if (laas == null) {
                laas = new Registerlaas(sti, laas(sti));
                HOLDT.put(sti, laas);
            }
            laas.antall++;
            return laas;
        }
    }

    private static FileChannel laas(Path mappe) throws IOException {
        FileChannel kanal =
                Eierrettigheter.aapne(mappe.resolve(FIL), Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE));
        try {
            FileLock laas = kanal.tryLock();
            if (laas != null) {
                return kanal;
            }
        } catch (OverlappingFileLockException e) {
            // held by this very process, through other classes than these: to close it would drop their lock
            ALDRI_LUKKET.add(kanal);
            throw new RegisteretErIBruk(mappe, e);
        } catch (IOException e) {
            kanal.close();
            throw e;
        }
        kanal.close();
        throw new RegisteretErIBruk(mappe, new IOException("the folder is locked"));
    }

    /** Whether nobody else in this process holds the folder. */
    boolean erDenSiste() {
        synchronized (HOLDT) {
            return antall == 1;
        }
    }

    /** Lets the folder go. */
    void slipp() throws IOException {
        synchronized (HOLDT) {
            antall--;
            if (antall == 0) {
                HOLDT.remove(mappe);
                kanal.close();
            }
        }
    }
}
