package no.rrh.bootstrap.cli;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.UUID;
import no.rrh.bootstrap.utfall.Kommandofeil;
import no.rrh.persistence.fil.Eierrettigheter;

/**
 * Where a command writes: a file, or standard output. A file is the owner's alone, and it has its name only when it is
 * whole and on the disk: until then it lies beside, and what was there stays.
 */
final class Utdata implements Closeable {
    private static final String STANDARD_UT = "-";
    private static final int BUFFER = 64 * 1024;

    private final OutputStream ut;
    private final FileChannel kanal;
    private final Path uferdig;
    private final Path fil;

    private Utdata(OutputStream ut, FileChannel kanal, Path uferdig, Path fil) {
        this.ut = ut;
        this.kanal = kanal;
        this.uferdig = uferdig;
        this.fil = fil;
    }

    /**
     * Opens it.
     *
     * @param fil a path, or {@code -} for standard output
     * @throws Kommandofeil when it cannot be written to
     */
    static Utdata aapne(String fil, PrintStream standardUt) {
        if (fil.equals(STANDARD_UT)) {
            return new Utdata(new BufferedOutputStream(new Aerlig(standardUt), BUFFER), null, null, null);
        }
        try {
            Path sti = Path.of(fil).toAbsolutePath();
            if (Files.exists(sti) && !Files.isRegularFile(sti)) {
                throw new IOException("something else than a file");
            }
            Path uferdig = sti.resolveSibling(sti.getFileName() + "." + UUID.randomUUID() + ".uferdig");
            // when the command is broken off
            uferdig.toFile().deleteOnExit();
            FileChannel kanal =
                    Eierrettigheter.aapne(uferdig, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
            return new Utdata(new BufferedOutputStream(Channels.newOutputStream(kanal), BUFFER), kanal, uferdig, sti);
        } catch (IOException | InvalidPathException e) {
            throw new Kommandofeil("filen kan ikke skrives: " + fil);
        }
    }

    OutputStream stroem() {
        return ut;
    }

    /** It is whole: gives it its name. */
    void ferdig() throws IOException {
        ut.flush();
        if (kanal != null) {
            kanal.force(true);
            kanal.close();
            Files.move(uferdig, fil, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Leaves nothing of what did not become whole. */
    @Override
    public void close() throws IOException {
        if (kanal != null) {
            kanal.close();
            Files.deleteIfExists(uferdig);
        }
    }

    /** A print stream keeps silent of what it could not write. */
    private static final class Aerlig extends OutputStream {
        private final PrintStream ut;

        Aerlig(PrintStream ut) {
            this.ut = ut;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int fra, int antall) throws IOException {
            ut.write(bytes, fra, antall);
            if (ut.checkError()) {
                throw new IOException("standard output cannot be written to");
            }
        }
    }
}
