package no.rrh.benchmark.grunnlag;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;

/**
 * The documents of a totalbestand, one by one, byte for byte as they stand in it: they are the answers of the look-up.
 */
public final class Bestandsfil implements Iterator<Dokument>, AutoCloseable {
    private static final int LEST_PAA_FORHAAND = 1 << 16;

    private final InputStream json;
    private final byte[] lest = new byte[LEST_PAA_FORHAAND];
    private int plass;
    private int ende;
    private byte[] dokument = new byte[LEST_PAA_FORHAAND];
    private Dokument neste;

    /** Of the newest file of a data folder. */
    public Bestandsfil(Path datamappe) {
        try {
            this.json = json(nyeste(datamappe));
            this.neste = les();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The newest ZIP of JSON of a data folder. */
    public static Path nyeste(Path datamappe) {
        try (Stream<Path> filer = Files.list(datamappe.resolve("totalbestand"))) {
            return filer.filter(fil -> fil.toString().endsWith(".zip"))
                    .filter(fil -> !fil.toString().contains(".bods-"))
                    .max(Comparator.comparing(Path::getFileName))
                    .orElseThrow(() -> new IllegalStateException("no totalbestand in " + datamappe));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The JSON in the ZIP. */
    public static InputStream json(Path zip) throws IOException {
        ZipInputStream inn = new ZipInputStream(new BufferedInputStream(Files.newInputStream(zip), LEST_PAA_FORHAAND));
        inn.getNextEntry();
        return inn;
    }

    @Override
    public boolean hasNext() {
        return neste != null;
    }

    @Override
    public Dokument next() {
        if (neste == null) {
            throw new NoSuchElementException();
        }
        Dokument denne = neste;
        try {
            neste = les();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return denne;
    }

    /** From one brace to the one that closes it; braces in strings are none. */
    private Dokument les() throws IOException {
        int dybde = 0;
        int lengde = 0;
        boolean iTekst = false;
        boolean etterSkraastrek = false;
        for (int tegn = tegn(); tegn >= 0; tegn = tegn()) {
            if (iTekst) {
                iTekst = tegn != '"' || etterSkraastrek;
                etterSkraastrek = tegn == '\\' && !etterSkraastrek;
            } else if (tegn == '"') {
                iTekst = true;
            } else if (tegn == '{') {
                dybde++;
            } else if (tegn == '}') {
                dybde--;
            }
            if (dybde == 0 && lengde == 0) {
                continue; // between two
            }
            if (lengde == dokument.length) {
                dokument = Arrays.copyOf(dokument, 2 * lengde);
            }
            dokument[lengde++] = (byte) tegn;
            if (dybde == 0) {
                return new Dokument(Arrays.copyOf(dokument, lengde));
            }
        }
        return null;
    }

    /** The next byte, or less than nothing at the end. A stream that is asked for each by itself takes minutes. */
    private int tegn() throws IOException {
        if (plass == ende) {
            plass = 0;
            ende = json.read(lest);
            if (ende < 0) {
                ende = 0;
                return -1;
            }
        }
        return lest[plass++] & 0xFF;
    }

    @Override
    public void close() {
        try {
            json.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
