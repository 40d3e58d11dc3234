package no.rrh.persistence.lagringsform;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;

/** Bytes under way: whole numbers in as few bytes as they need, seven bits in each, and texts after their length. */
final class Byteskriver {
    private static final int STOERSTE_SISTE = 0x7f;
    private static final int MER = 0x80;

    private byte[] byter = new byte[512];
    private int lengde;

    byte[] ferdig() {
        return Arrays.copyOf(byter, lengde);
    }

    void enByte(int verdi) {
        if (lengde == byter.length) {
            byter = Arrays.copyOf(byter, 2 * lengde);
        }
        byter[lengde++] = (byte) verdi;
    }

    /** A number that is seldom negative, and then takes ten bytes. */
    void tall(long verdi) {
        long rest = verdi;
        while ((rest & ~STOERSTE_SISTE) != 0) {
            enByte((int) (rest & STOERSTE_SISTE) | MER);
            rest >>>= 7;
        }
        enByte((int) rest);
    }

    /** A number that may as well be negative: small ones of both kinds take few bytes. */
    void tallMedFortegn(long verdi) {
        tall(verdi << 1 ^ verdi >> 63);
    }

    void tekst(String tekst) {
        byte[] utf8 = tekst.getBytes(StandardCharsets.UTF_8);
        tall(utf8.length);
        if (byter.length - lengde < utf8.length) {
            byter = Arrays.copyOf(byter, Math.max(2 * byter.length, lengde + utf8.length));
        }
        System.arraycopy(utf8, 0, byter, lengde, utf8.length);
        lengde += utf8.length;
    }

    void id(UUID id) {
        aatte(id.getMostSignificantBits());
        aatte(id.getLeastSignificantBits());
    }

    private void aatte(long verdi) {
        for (int skift = 56; skift >= 0; skift -= 8) {
            enByte((int) (verdi >>> skift));
        }
    }
}
