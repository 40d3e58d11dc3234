package no.rrh.persistence.lagringsform;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** Reads what {@link Byteskriver} wrote. Something else ends in one of the JDK's exceptions for a place that is not there. */
final class Byteleser {
    private final byte[] byter;
    private int plass;

    /**
     * A reader.
     *
     * @param plass where it begins
     */
    Byteleser(byte[] byter, int plass) {
        this.byter = byter;
        this.plass = plass;
    }

    boolean erFerdig() {
        return plass == byter.length;
    }

    int enByte() {
        return byter[plass++] & 0xff;
    }

    long tall() {
        long verdi = 0;
        int skift = 0;
        byte neste;
        do {
            neste = byter[plass++];
            verdi |= (neste & 0x7fL) << skift;
            skift += 7;
        } while (neste < 0);
        return verdi;
    }

    long tallMedFortegn() {
        long verdi = tall();
        return verdi >>> 1 ^ -(verdi & 1);
    }

    /** How many there are of something of which each takes a byte at least. */
    int antall() {
        long antall = tall();
        if (antall < 0 || antall > byter.length - plass) {
            throw new IndexOutOfBoundsException();
        }
        return (int) antall;
    }

    String tekst() {
        int antall = antall();
        String tekst = new String(byter, plass, antall, StandardCharsets.UTF_8);
        plass += antall;
        return tekst;
    }

    UUID id() {
        return new UUID(aatte(), aatte());
    }

    private long aatte() {
        long verdi = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            verdi = verdi << 8 | enByte();
        }
        return verdi;
    }

    <T> List<T> liste(Supplier<T> en) {
        int antall = antall();
        List<T> alle = new ArrayList<>(antall);
        for (int i = 0; i < antall; i++) {
            alle.add(en.get());
        }
        return alle;
    }
}
