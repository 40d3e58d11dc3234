package no.rrh.persistence.arkiv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import no.rrh.application.port.out.Totalbestandarkiv;
import no.rrh.application.port.out.Totalbestandfil;
import no.rrh.persistence.fil.Eierrettigheter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The archive as a folder. A file is written under a temporary name, and in service from the moment it is renamed. Who
 * writes holds a lock on a file of its own, so that writers, in this process or another, take turns, and what a killed
 * one left can be told from what a living one is at.
 */
public final class Filarkiv implements Totalbestandarkiv {
    private static final Logger LOGG = LoggerFactory.getLogger(Filarkiv.class);
    private static final int BEHOLDES = 2;
    private static final String UFERDIG = ".uferdig";
    private static final String LAAS = ".laas";

    /** File locks bind processes; between the threads of this one these do, one for each folder. */
    private static final Map<Path, ReentrantLock> TURER = new ConcurrentHashMap<>();

    private final Path mappe;
    private final ReentrantLock tur;

    /**
     * Opens the archive, makes the folder (0700) if it is not there, and removes what a killed process left unfinished.
     *
     * @throws UncheckedIOException when the folder cannot be made or read
     */
    public Filarkiv(Path mappe) {
        try {
            Eierrettigheter.lagMappe(mappe);
            this.mappe = mappe.toRealPath();
            this.tur = TURER.computeIfAbsent(this.mappe, sti -> new ReentrantLock(true));
            ryddHvisIngenSkriver();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<Totalbestandfil> siste() {
        try {
            return nyesteFoerst().stream().findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Totalbestandfil lagre(long sekvensnummer, Instant laget, Innhold innhold) {
        Instant tid = laget.truncatedTo(ChronoUnit.MILLIS);
        tur.lock();
        try (FileChannel laas = laasfil()) {
            laas.lock();
            Path uferdig = mappe.resolve(UUID.randomUUID() + UFERDIG);
            try {
                Zipfil.Skrevet skrevet = Zipfil.skriv(uferdig, tid, innhold);
                Zipfil.verifiser(uferdig, skrevet);
                Filnavn navn = new Filnavn(sekvensnummer, tid, skrevet.fil().sha256());
                settITjeneste(uferdig, mappe.resolve(navn.toString()));
                Totalbestandfil ny = fil(navn).orElseThrow(() -> new NoSuchFileException(navn.toString()));
                slettGamle(ny);
                return ny;
            } finally {
                Files.deleteIfExists(uferdig);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            tur.unlock();
        }
    }

    private void settITjeneste(Path uferdig, Path sti) throws IOException {
        Files.move(uferdig, sti, StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel kanal = FileChannel.open(mappe, StandardOpenOption.READ)) {
            kanal.force(true);
        } catch (IOException e) {
            Files.deleteIfExists(sti);
            throw e;
        }
    }

    /** The new file is in service: that an old one stays is no reason to say that it is not. */
    private void slettGamle(Totalbestandfil ny) throws IOException {
        for (Totalbestandfil fil : nyesteFoerst().stream().skip(BEHOLDES).toList()) {
            try {
                // the newest by its number, unless the register has been put back
                if (!fil.equals(ny)) {
                    Files.deleteIfExists(fil.sti());
                }
            } catch (IOException e) {
                LOGG.warn(
                        "an old totalbestand could not be deleted: {}",
                        fil.sti().getFileName(),
                        e);
            }
        }
    }

    /** Absent when there is no regular file of that name, or no longer. */
    private Optional<Totalbestandfil> fil(Filnavn navn) throws IOException {
        Path sti = mappe.resolve(navn.toString());
        try {
            BasicFileAttributes attributter =
                    Files.readAttributes(sti, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return attributter.isRegularFile()
                    ? Optional.of(new Totalbestandfil(
                            sti, attributter.size(), navn.sekvensnummer(), navn.laget(), navn.sha256()))
                    : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private List<Totalbestandfil> nyesteFoerst() throws IOException {
        List<Filnavn> navn;
        if (!Files.isDirectory(mappe)) {
            return List.of();
        }
        try (Stream<Path> filer = Files.list(mappe)) {
            navn = filer.flatMap(sti -> Filnavn.av(sti.getFileName().toString()).stream())
                    .sorted(Filnavn.ELDSTE_FOERST.reversed())
                    .toList();
        }
        List<Totalbestandfil> funnet = new ArrayList<>();
        for (Filnavn ett : navn) {
            fil(ett).ifPresent(funnet::add);
        }
        return funnet;
    }

    private void ryddHvisIngenSkriver() throws IOException {
        if (!tur.tryLock()) {
            return;
        }
        try (FileChannel laas = laasfil()) {
            if (laas.tryLock() != null) {
                rydd();
            }
        } finally {
            tur.unlock();
        }
    }

    private void rydd() throws IOException {
        List<Path> uferdige;
        try (Stream<Path> filer = Files.list(mappe)) {
            uferdige = filer.filter(sti -> sti.getFileName().toString().endsWith(UFERDIG))
                    .toList();
        }
        for (Path sti : uferdige) {
            Files.deleteIfExists(sti);
        }
    }

    /** In the folder, which is made anew should somebody have removed it while the server ran. */
    private FileChannel laasfil() throws IOException {
        Eierrettigheter.lagMappe(mappe);
        return Eierrettigheter.aapne(mappe.resolve(LAAS), Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE));
    }
}
