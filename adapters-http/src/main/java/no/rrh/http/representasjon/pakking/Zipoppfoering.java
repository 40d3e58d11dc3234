package no.rrh.http.representasjon.pakking;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * What a ZIP says of a file before its content.
 *
 * @param navn as it stands, in whatever encoding
 * @param erLagret whether the content is in it as it is, and else deflated
 * @param stoerrelsenFoelger whether sum and sizes come after the content, and those here say nothing
 * @param crc of the content
 * @param pakket its size in the ZIP
 * @param utpakket its size
 */
record Zipoppfoering(byte[] navn, boolean erLagret, boolean stoerrelsenFoelger, long crc, long pakket, long utpakket) {
    static final long FIRE_BYTE = 0xFFFF_FFFFL;

    private static final int LAGRET = 0;
    private static final int DEFLATE = 8;
    private static final int AES = 99;
    private static final int KRYPTERT = 1 | 1 << 6 | 1 << 13;
    private static final int STOERRELSEN_FOELGER = 1 << 3;
    private static final int ZIP64 = 1;

    /** A drive, and also what some systems take for one. */
    private static final Pattern STASJON = Pattern.compile("[A-Za-z]:.*");

    /** Reads what stands after the signature, and refuses what cannot be read as it says, or should not be. */
    static Zipoppfoering lesHode(Byteforraad inn) throws IOException {
        inn.hopp(2);
        int flagg = (int) inn.taTall(2);
        int metode = (int) inn.taTall(2);
        inn.hopp(2 + 2);
        long crc = inn.taTall(4);
        long pakket = inn.taTall(4);
        long utpakket = inn.taTall(4);
        int navnelengde = (int) inn.taTall(2);
        int tillegg = (int) inn.taTall(2);
        byte[] navn = inn.taByter(navnelengde);
        Stoerrelser stoerrelser = new Stoerrelser(utpakket, pakket).utvidet(inn.taByter(tillegg));
        boolean foelger = (flagg & STOERRELSEN_FOELGER) != 0;
        krevLesbar(flagg, metode, foelger);
        if (stoerrelser.pakket() < 0 || stoerrelser.utpakket() < 0) {
            throw new Pakkefeil("ZIP-filen er skadet: størrelsen på filen i den er ikke et tall som kan forekomme");
        }
        krevNavnUtenSti(new String(navn, StandardCharsets.ISO_8859_1));
        return new Zipoppfoering(navn, metode == LAGRET, foelger, crc, stoerrelser.pakket(), stoerrelser.utpakket());
    }

    private static void krevLesbar(int flagg, int metode, boolean stoerrelsenFoelger) throws Pakkefeil {
        if ((flagg & KRYPTERT) != 0 || metode == AES) {
            throw new Pakkefeil("innholdet i ZIP-filen er kryptert; forventet en ZIP-fil uten passord");
        }
        if (metode != LAGRET && metode != DEFLATE) {
            throw new Pakkefeil("filen i ZIP-filen er pakket med metode " + metode
                    + ", som ikke støttes; forventet deflate (metode 8)");
        }
        if (metode == LAGRET && stoerrelsenFoelger) {
            throw new Pakkefeil(
                    "filen i ZIP-filen er lagt upakket i den uten at størrelsen står foran, og kan ikke leses"
                            + " som en strøm; forventet deflate (metode 8)");
        }
    }

    private static void krevNavnUtenSti(String navn) throws Pakkefeil {
        if (navn.endsWith("/")) {
            throw new Pakkefeil("ZIP-filen inneholder en mappe; forventet nøyaktig én fil og ingen mappe");
        }
        boolean sti = navn.indexOf('/') >= 0
                || navn.indexOf('\\') >= 0
                || navn.contains("..")
                || STASJON.matcher(navn).matches();
        if (sti || navn.isEmpty() || navn.chars().anyMatch(tegn -> tegn < ' ')) {
            throw new Pakkefeil(
                    "filen i ZIP-filen har ikke et rent filnavn; forventet et navn uten sti, «..», «\\» og stasjon");
        }
    }

    /** Begins to read the content, which is next in the store. */
    Pakket innhold(Byteforraad inn) {
        return erLagret
                ? new Lagret(inn, pakket)
                : new Deflatert(inn, stoerrelsenFoelger ? Long.MAX_VALUE : pakket, new Vekstgrense());
    }

    boolean harInnholdet(Pakket lest) {
        return crc == lest.crc() && pakket == lest.pakket() && utpakket == lest.utpakket();
    }

    /** Reads an entry of the list, after its signature; false when it is not of this file with this content. */
    boolean erOppfoertI(Byteforraad inn, Pakket innhold) throws IOException {
        inn.hopp(2 + 2 + 2 + 2 + 2 + 2);
        long oppfoertCrc = inn.taTall(4);
        long oppfoertPakket = inn.taTall(4);
        long oppfoertUtpakket = inn.taTall(4);
        int navnelengde = (int) inn.taTall(2);
        int tillegg = (int) inn.taTall(2);
        int merknad = (int) inn.taTall(2);
        inn.hopp(2 + 2 + 4 + 4);
        byte[] oppfoertNavn = inn.taByter(navnelengde);
        Stoerrelser stoerrelser = new Stoerrelser(oppfoertUtpakket, oppfoertPakket).utvidet(inn.taByter(tillegg));
        inn.hopp(merknad);
        return Arrays.equals(navn, oppfoertNavn)
                && oppfoertCrc == innhold.crc()
                && stoerrelser.pakket() == innhold.pakket()
                && stoerrelser.utpakket() == innhold.utpakket();
    }

    /** Sizes, of which those with all bits set stand in a field of 64 bits instead. */
    private record Stoerrelser(long utpakket, long pakket) {
        Stoerrelser utvidet(byte[] tillegg) {
            for (int i = 0; i + 4 <= tillegg.length; ) {
                int lengde = (int) tall(tillegg, i + 2, 2);
                if (tall(tillegg, i, 2) == ZIP64) {
                    return av(Arrays.copyOfRange(tillegg, i + 4, Math.min(i + 4 + lengde, tillegg.length)));
                }
                i += 4 + lengde;
            }
            return this;
        }

        private Stoerrelser av(byte[] zip64) {
            int plass = utpakket == FIRE_BYTE ? Long.BYTES : 0;
            return new Stoerrelser(
                    utpakket == FIRE_BYTE && zip64.length >= Long.BYTES ? tall(zip64, 0, Long.BYTES) : utpakket,
                    pakket == FIRE_BYTE && zip64.length >= plass + Long.BYTES
                            ? tall(zip64, plass, Long.BYTES)
                            : pakket);
        }

        private static long tall(byte[] byter, int fra, int bredde) {
            long tall = 0;
            for (int i = bredde - 1; i >= 0; i--) {
                tall = tall << Byte.SIZE | byter[fra + i] & 0xFF;
            }
            return tall;
        }
    }
}
