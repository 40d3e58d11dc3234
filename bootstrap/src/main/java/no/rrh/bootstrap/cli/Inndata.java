package no.rrh.bootstrap.cli;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import no.rrh.bootstrap.utfall.Kommandofeil;

/** What a command reads: a file, or standard input. It counts what has been read. */
final class Inndata extends FilterInputStream {
    private static final String STANDARD_INN = "-";
    private static final int BUFFER = 64 * 1024;

    private final String navn;
    private final OptionalLong stoerrelse;
    private volatile long lest;

    private Inndata(InputStream inn, String navn, OptionalLong stoerrelse) {
        super(inn);
        this.navn = navn;
        this.stoerrelse = stoerrelse;
    }

    /**
     * Opens it.
     *
     * @param fil a path, or {@code -} for standard input
     * @throws Kommandofeil when it cannot be read
     */
    static Inndata aapne(String fil, InputStream standardInn) {
        if (fil.equals(STANDARD_INN)) {
            return new Inndata(standardInn, "standard inn", OptionalLong.empty());
        }
        try {
            Path sti = Path.of(fil);
            if (Files.isDirectory(sti)) {
                throw new IOException("a folder");
            }
            InputStream inn = new BufferedInputStream(Files.newInputStream(sti), BUFFER);
            // a pipe, for one, has no size
            return new Inndata(
                    inn, fil, Files.isRegularFile(sti) ? OptionalLong.of(Files.size(sti)) : OptionalLong.empty());
        } catch (IOException | InvalidPathException e) {
            throw kanIkkeLeses(fil);
        }
    }

    static Kommandofeil kanIkkeLeses(String navn) {
        return new Kommandofeil("filen kan ikke leses: " + navn);
    }

    /** What it is called in messages. */
    String navn() {
        return navn;
    }

    /** How much of it has been read, from 0 to 1, where its size is known. */
    OptionalDouble andelLest() {
        return stoerrelse.isPresent()
                ? OptionalDouble.of((double) lest / Math.max(1, stoerrelse.getAsLong()))
                : OptionalDouble.empty();
    }

    @Override
    public int read() throws IOException {
        byte[] en = new byte[1];
        return read(en, 0, 1) < 0 ? -1 : en[0] & 0xFF;
    }

    @Override
    public int read(byte[] til, int fra, int antall) throws IOException {
        int naa = super.read(til, fra, antall);
        lest += Math.max(naa, 0);
        return naa;
    }
}
