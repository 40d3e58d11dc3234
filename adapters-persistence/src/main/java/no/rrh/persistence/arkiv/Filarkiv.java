package no.rrh.persistence.arkiv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Stream;
import no.rrh.application.port.out.DiskenErFull;
import no.rrh.application.port.out.Totalbestandarkiv;
import no.rrh.application.port.out.Totalbestandfil;
import no.rrh.application.port.out.Totalbestandformat;
import no.rrh.persistence.fil.Diskplass;
import no.rrh.persistence.fil.Eierrettigheter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The archive as a folder. A file is written under a temporary name, and in service from the moment it is renamed. One of
 * BODS lies beside the one of JSON it was made with, is renamed before it, and is in service from when that one is. Who
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
    private final Arkivmappe filer;
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
            this.filer = new Arkivmappe(this.mappe);
            this.tur = TURER.computeIfAbsent(this.mappe, sti -> new ReentrantLock(true));
            ryddHvisIngenSkriver();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<Totalbestandfil> siste() {
        try {
            return filer.nyesteFoerst().stream().findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Totalbestandfil lagre(
            Set<Totalbestandformat> formater, Innhold innhold, Runnable fortsett, Runnable foerTjeneste) {
        ventPaaTur(fortsett);
        try (FileChannel laas = laasfil()) {
            ventPaaLaas(laas, fortsett);
            slettGamle();
            rydd();
            return skriv(formater, innhold, fortsett, foerTjeneste);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            tur.unlock();
        }
    }

    /** The time is taken before the content is asked for: what was registered before it, the file holds. */
    private Totalbestandfil skriv(
            Set<Totalbestandformat> formater, Innhold innhold, Runnable fortsett, Runnable foerTjeneste)
            throws IOException {
        Instant laget = klokke.instant().truncatedTo(ChronoUnit.MILLIS);
        Map<Totalbestandformat, Path> uferdige = new EnumMap<>(Totalbestandformat.class);
        formater.forEach(format -> uferdige.put(format, mappe.resolve(UUID.randomUUID() + UFERDIG)));
        try {
            Zipskriving.Skrevet skrevet = new Zipskriving(traader, fortsett).skriv(uferdige, laget, innhold);
            for (Totalbestandformat format : formater) {
                Zipfil.verifiser(uferdige.get(format), skrevet.filer().get(format), traader, fortsett);
            }
            foerTjeneste.run();
            return settITjeneste(uferdige, skrevet, laget);
        } catch (IOException e) {
            // asked while what was written still takes its room
            if (Diskplass.erFull(e, mappe)) {
                throw new DiskenErFull(e);
            }
            throw e;
        } finally {
            for (Path uferdig : uferdige.values()) {
                Files.deleteIfExists(uferdig);
            }
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

    /** That of JSON last, since it is what is looked for: from that moment all of them are in service, and none before. */
    private Totalbestandfil settITjeneste(
            Map<Totalbestandformat, Path> uferdige, Zipskriving.Skrevet skrevet, Instant laget) throws IOException {
        Function<Totalbestandformat, String> sum =
                format -> skrevet.filer().get(format).fil().sha256();
        Filnavn navn = new Filnavn(skrevet.sekvensnummer(), laget, sum.apply(Totalbestandformat.JSON));
        Optional<Bodsnavn> bods = Optional.ofNullable(uferdige.get(Totalbestandformat.BODS))
                .map(uferdig -> new Bodsnavn(navn, sum.apply(Totalbestandformat.BODS)));
        if (bods.isPresent()) {
            settITjeneste(uferdige.get(Totalbestandformat.BODS), filer.sti(bods.get()));
        }
        try {
            settITjeneste(uferdige.get(Totalbestandformat.JSON), filer.sti(navn));
        } catch (IOException e) {
            if (bods.isPresent()) {
                Files.deleteIfExists(filer.sti(bods.get()));
            }
            throw e;
        }
        // both are in service, whatever comes now
        return filer.fil(navn, bods).orElseThrow(() -> new NoSuchFileException(navn.toString()));
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
        filer.nyesteFoerst().stream()
                .skip(1)
                .filter(fil -> fil.laget().isBefore(grense))
                .map(Totalbestandfil::sti)
                .forEach(Filarkiv::slett);
    }

    private static void slett(Path fil) {
        try {
            Files.deleteIfExists(fil);
            LOGG.info("Deleted a totalbestand that is old, or was left unfinished: {}", fil.getFileName());
        } catch (IOException e) {
            LOGG.warn(
                    "A totalbestand that is old, or was left unfinished, could not be deleted: {}",
                    fil.getFileName(),
                    e);
        }
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

    /** Removes what one that was killed left, and what belongs to no file any more. The lock must be held: then nobody is at it. */
    private void rydd() throws IOException {
        List<Path> uferdige;
        try (Stream<Path> alle = Files.list(mappe)) {
            uferdige = alle.filter(sti -> sti.getFileName().toString().endsWith(UFERDIG))
                    .toList();
        }
        uferdige.forEach(Filarkiv::slett);
        filer.loese().forEach(Filarkiv::slett);
    }

    /** In the folder, which is made anew should somebody have removed it while the server ran. */
    private FileChannel laasfil() throws IOException {
        Eierrettigheter.lagMappe(mappe);
        return Eierrettigheter.aapne(mappe.resolve(LAAS), Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE));
    }
}
