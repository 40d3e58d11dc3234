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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import no.rrh.application.port.out.DiskenErFull;
import no.rrh.application.port.out.Totalbestandarkiv;
import no.rrh.application.port.out.Totalbestandfil;
import no.rrh.persistence.fil.Diskplass;
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
    private static final long PAUSE_MS = 200;
    private static final String UFERDIG = ".uferdig";
    private static final String LAAS = ".laas";

    /** File locks bind processes; between the threads of this one these do, one for each folder. */
    private static final Map<Path, ReentrantLock> TURER = new ConcurrentHashMap<>();

    private final Path mappe;
    private final Duration oppbevaring;
    private final Clock klokke;
    private final int traader;
    private final ReentrantLock tur;

    /**
     * Opens the archive, which packs a file on as many threads as there are processors. See
     * {@link #Filarkiv(Path, Duration, Clock, int)}.
     */
    public Filarkiv(Path mappe, Duration oppbevaring, Clock klokke) {
        this(mappe, oppbevaring, klokke, Runtime.getRuntime().availableProcessors());
    }

    /**
     * Opens the archive, makes the folder (0700) if it is not there, and removes what a killed process left unfinished.
     *
     * @param oppbevaring how long a file is kept after it was made; the newest is kept however old it is
     * @param klokke gives the files their time, and tells how old they are
     * @param traader how many threads pack a file, and unpack it when it is read back; the file is the same
     * @throws UncheckedIOException when the folder cannot be made or read
     */
    public Filarkiv(Path mappe, Duration oppbevaring, Clock klokke, int traader) {
        this.oppbevaring = oppbevaring;
        this.klokke = klokke;
        this.traader = traader;
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
    public Totalbestandfil lagre(Innhold innhold, Runnable fortsett, Runnable foerTjeneste) {
        ventPaaTur(fortsett);
        try (FileChannel laas = laasfil()) {
            ventPaaLaas(laas, fortsett);
            slettGamle();
            return skriv(innhold, fortsett, foerTjeneste);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            tur.unlock();
        }
    }

    /** The time is taken before the content is asked for: what was registered before it, the file holds. */
    private Totalbestandfil skriv(Innhold innhold, Runnable fortsett, Runnable foerTjeneste) throws IOException {
        Instant laget = klokke.instant().truncatedTo(ChronoUnit.MILLIS);
        Path uferdig = mappe.resolve(UUID.randomUUID() + UFERDIG);
        try {
            Zipfil zip = new Zipfil(traader, fortsett);
            Zipfil.Skrevet skrevet = zip.skriv(uferdig, laget, innhold);
            zip.verifiser(uferdig, skrevet);
            Filnavn navn =
                    new Filnavn(skrevet.sekvensnummer(), laget, skrevet.fil().sha256());
            foerTjeneste.run();
            settITjeneste(uferdig, mappe.resolve(navn.toString()));
            return fil(navn).orElseThrow(() -> new NoSuchFileException(navn.toString()));
        } catch (IOException e) {
            // asked while what was written still takes its room
            if (Diskplass.erFull(e, mappe)) {
                throw new DiskenErFull(e);
            }
            throw e;
        } finally {
            Files.deleteIfExists(uferdig);
        }
    }

    private void ventPaaTur(Runnable fortsett) {
        try {
            while (!tur.tryLock(PAUSE_MS, TimeUnit.MILLISECONDS)) {
                fortsett.run();
            }
        } catch (InterruptedException e) {
            throw avbrutt();
        }
    }

    /** Asks again and again, since a thread that waited in the system could be ended by nothing but an interrupt. */
    private static void ventPaaLaas(FileChannel laas, Runnable fortsett) throws IOException {
        try {
            while (laas.tryLock() == null) {
                fortsett.run();
                TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
            }
        } catch (InterruptedException e) {
            throw avbrutt();
        }
    }

    private static CancellationException avbrutt() {
        Thread.currentThread().interrupt();
        return new CancellationException("interrupted while it waited for its turn");
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

    /**
     * Before a new file is written, so that there is room for it. The one that it replaces stays until the next, since
     * somebody may just have been told of it. That an old one cannot be deleted is no reason not to write.
     */
    private void slettGamle() throws IOException {
        Instant grense = klokke.instant().minus(oppbevaring);
        nyesteFoerst().stream()
                .skip(1)
                .filter(fil -> fil.laget().isBefore(grense))
                .forEach(Filarkiv::slett);
    }

    private static void slett(Totalbestandfil fil) {
        try {
            Files.deleteIfExists(fil.sti());
            LOGG.info("Deleted an old totalbestand: {}", fil.sti().getFileName());
        } catch (IOException e) {
            LOGG.warn("an old totalbestand could not be deleted: {}", fil.sti().getFileName(), e);
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
