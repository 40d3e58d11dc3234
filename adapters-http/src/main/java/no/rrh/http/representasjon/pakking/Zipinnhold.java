package no.rrh.http.representasjon.pakking;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.DataFormatException;
import no.rrh.http.representasjon.pakking.Byteforraad.Avkortet;

/**
 * The one file of a ZIP (APPNOTE 6.3.10), read from the front, so that it need not lie on a disk. Everything else in the
 * ZIP is looked at when the file has been read: it must list that file, as it was, and nothing else.
 * {@link java.util.zip.ZipInputStream} would look at nothing after the first file, and on some JDKs it fails on a small
 * file with sizes of 64 bits, which some programs write when they write to a pipe.
 */
final class Zipinnhold extends InputStream {
    private static final int[] FILHODE = {'P', 'K', 3, 4};
    private static final int[] KATALOG = {'P', 'K', 1, 2};
    private static final int[] SLUTT = {'P', 'K', 5, 6};
    private static final int[] SLUTT_ZIP64 = {'P', 'K', 6, 6};
    private static final int[] PEKER_ZIP64 = {'P', 'K', 6, 7};
    private static final int[] BESKRIVELSE = {'P', 'K', 7, 8};
    private static final int SIGNATUR = 4;

    private final Byteforraad inn;
    private final Zipoppfoering oppfoering;
    private final Pakket pakket;
    private boolean slutt;

    Zipinnhold(Byteforraad inn) throws IOException {
        this.inn = inn;
        try {
            krevFil();
            inn.hopp(SIGNATUR);
            this.oppfoering = Zipoppfoering.lesHode(inn);
            this.pakket = oppfoering.innhold(inn);
        } catch (Avkortet e) {
            throw avkortet();
        }
    }

    /** Whether what comes next is a ZIP, also an empty one and the first part of several. */
    static boolean erZip(Byteforraad inn) throws IOException {
        return inn.begynnerMed(FILHODE) || inn.begynnerMed(SLUTT) || inn.begynnerMed(BESKRIVELSE);
    }

    private void krevFil() throws IOException {
        if (inn.begynnerMed(SLUTT)) {
            throw new Pakkefeil("ZIP-filen er tom; forventet nøyaktig én fil i den");
        }
        if (inn.begynnerMed(BESKRIVELSE)) {
            throw new Pakkefeil("ZIP-filen er delt i flere deler; forventet én hel ZIP-fil");
        }
    }

    @Override
    public int read() throws IOException {
        byte[] en = new byte[1];
        return read(en, 0, 1) < 0 ? -1 : en[0] & 0xFF;
    }

    @Override
    public int read(byte[] ut, int fra, int antall) throws IOException {
        if (antall == 0) {
            return 0;
        }
        if (slutt) {
            return -1;
        }
        try {
            int lest = pakket.les(ut, fra, antall);
            if (lest < 0) {
                krevRettInnhold();
                krevKatalog();
                slutt = true;
            }
            return lest;
        } catch (Avkortet e) {
            throw avkortet();
        } catch (DataFormatException e) {
            throw new Pakkefeil("ZIP-filen er skadet: innholdet kan ikke pakkes ut");
        }
    }

    private void krevRettInnhold() throws IOException {
        boolean rett = oppfoering.stoerrelsenFoelger() ? taBeskrivelse() : oppfoering.harInnholdet(pakket);
        if (!rett) {
            throw new Pakkefeil(
                    "ZIP-filen er skadet: innholdet stemmer ikke med kontrollsummen (CRC) eller størrelsen i filen");
        }
    }

    /**
     * After the content come its sum and sizes, with a signature or without, the sizes in 32 bits or in 64: which, is
     * told by nothing but the values, and by what follows.
     */
    private boolean taBeskrivelse() throws IOException {
        inn.krev(SIGNATUR + SIGNATUR + 2 * Long.BYTES + SIGNATUR);
        int foer = inn.begynnerMed(BESKRIVELSE) ? SIGNATUR : 0;
        for (int etter = foer; etter >= 0; etter -= SIGNATUR) {
            for (int bredde : new int[] {Integer.BYTES, Long.BYTES}) {
                int lengde = etter + SIGNATUR + 2 * bredde;
                if (erBeskrivelsen(etter, bredde) && inn.tall(lengde, 2) == signatur('P', 'K')) {
                    inn.hopp(lengde);
                    return true;
                }
            }
        }
        return false;
    }

    private boolean erBeskrivelsen(int etter, int bredde) {
        long maske = bredde == Long.BYTES ? -1 : Zipoppfoering.FIRE_BYTE;
        return inn.tall(etter, SIGNATUR) == pakket.crc()
                && inn.tall(etter + SIGNATUR, bredde) == (pakket.pakket() & maske)
                && inn.tall(etter + SIGNATUR + bredde, bredde) == (pakket.utpakket() & maske);
    }

    private static long signatur(int foerste, int andre) {
        return foerste | andre << Byte.SIZE;
    }

    private void krevKatalog() throws IOException {
        if (inn.begynnerMed(FILHODE)) {
            throw new Pakkefeil("ZIP-filen inneholder mer enn én fil; forventet nøyaktig én");
        }
        ta(KATALOG);
        boolean samme = oppfoering.erOppfoertI(inn, pakket);
        if (inn.begynnerMed(SLUTT_ZIP64)) {
            inn.hopp(SIGNATUR);
            inn.hopp(inn.taTall(Long.BYTES));
            ta(PEKER_ZIP64);
            inn.hopp(SIGNATUR + Long.BYTES + SIGNATUR);
        }
        if (!samme || !taSlutt()) {
            throw new Pakkefeil("ZIP-filen er skadet: innholdsfortegnelsen stemmer ikke med filen i den");
        }
        if (inn.har(1)) {
            throw new Pakkefeil("noe følger etter slutten av ZIP-filen; filen skal slutte der");
        }
    }

    /** Takes the end of the list; false when it tells of another number of files than one. */
    private boolean taSlutt() throws IOException {
        ta(SLUTT);
        inn.hopp(2 + 2);
        long her = inn.taTall(2);
        long alle = inn.taTall(2);
        inn.hopp(SIGNATUR + SIGNATUR);
        inn.hopp(inn.taTall(2));
        return erEn(her) && erEn(alle);
    }

    /** Some write that the number stands in the record of 64 bits, though it would have had room here. */
    private static boolean erEn(long antall) {
        return antall == 1 || antall == 0xFFFF;
    }

    private void ta(int... signatur) throws IOException {
        inn.krev(signatur.length);
        if (!inn.begynnerMed(signatur)) {
            throw new Pakkefeil("ZIP-filen er skadet: innholdsfortegnelsen er ikke der den skal være");
        }
        inn.hopp(signatur.length);
    }

    private static Pakkefeil avkortet() {
        return new Pakkefeil("ZIP-filen er avkortet: den slutter før innholdet og innholdsfortegnelsen er ferdige");
    }

    @Override
    public void close() {
        pakket.close();
    }
}
