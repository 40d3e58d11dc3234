package no.rrh.persistence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import no.rrh.application.port.out.Totalbestandarkiv;
import no.rrh.application.port.out.Totalbestandfil;

/**
 * The files of totalbestand in a folder. What is told of a file stands in its name, so that one rename puts it in
 * service with all of it. The newest two are kept: who has begun on the one before can go on.
 */
public final class Filarkiv implements Totalbestandarkiv {
    private static final int BEHOLDES = 2;

    private final Path mappe;

    /**
     * An archive in a folder, cleaned of what a process that died in the middle of its work has left.
     *
     * @param mappe exists, and is closed to others
     */
    public Filarkiv(Path mappe) {
        this.mappe = mappe;
        ryddHalvferdige();
    }

    @Override
    public Optional<Totalbestandfil> siste() {
        return filer().stream().findFirst();
    }

    @Override
    public Totalbestandfil lagre(long sekvensnummer, Instant laget, Innhold innhold) {
        Path halvferdig = mappe.resolve(Filnavn.halvferdig(UUID.randomUUID()));
        try {
            Totalbestandfil fil = skrivOgKontroller(halvferdig, sekvensnummer, laget, innhold);
            fjernGamle();
            return fil;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            slett(halvferdig);
        }
    }

    private Totalbestandfil skrivOgKontroller(Path halvferdig, long sekvensnummer, Instant laget, Innhold innhold)
            throws IOException {
        try (FileChannel kanal = FileChannel.open(
                halvferdig,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            kanal.lock();
            Zipskriving skrevet = Zipskriving.skriv(kanal, laget, innhold);
            kanal.force(true);
            skrevet.kontroller(halvferdig);
            Path ferdig = mappe.resolve(Filnavn.ferdig(sekvensnummer, laget, skrevet.sha256()));
            Files.move(halvferdig, ferdig, StandardCopyOption.ATOMIC_MOVE);
            gjoerVarig(mappe);
            return new Totalbestandfil(ferdig, Files.size(ferdig), sekvensnummer, laget, skrevet.sha256());
        }
    }

    /** A rename is on disk when its folder is. */
    private static void gjoerVarig(Path mappe) throws IOException {
        try (FileChannel kanal = FileChannel.open(mappe, StandardOpenOption.READ)) {
            kanal.force(true);
        }
    }

    private void fjernGamle() {
        filer().stream().skip(BEHOLDES).forEach(gammel -> slett(gammel.sti()));
    }

    /** The finished files, newest first. */
    private List<Totalbestandfil> filer() {
        try (Stream<Path> innhold = Files.list(mappe)) {
            return innhold.flatMap(sti -> Filnavn.les(sti).stream())
                    .sorted(Comparator.comparing(Totalbestandfil::laget)
                            .thenComparing(Totalbestandfil::sekvensnummer)
                            .reversed())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void ryddHalvferdige() {
        try (Stream<Path> innhold = Files.list(mappe)) {
            innhold.filter(Filnavn::erHalvferdig).filter(Filarkiv::erForlatt).forEach(Filarkiv::slett);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whoever writes one holds a lock on it, which the system lets go when the process dies. */
    private static boolean erForlatt(Path halvferdig) {
        try (FileChannel kanal = FileChannel.open(halvferdig, StandardOpenOption.WRITE);
                FileLock laas = kanal.tryLock()) {
            return laas != null;
        } catch (OverlappingFileLockException | NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void slett(Path fil) {
        try {
            Files.deleteIfExists(fil);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
