package no.rrh.http.representasjon.pakking;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.DataFormatException;
import no.rrh.http.representasjon.pakking.Byteforraad.Avkortet;

/**
 * What is packed in a gzip file (RFC 1952) of one member or several. {@link java.util.zip.GZIPInputStream} would take a
 * file that goes on as something else for one that ended, and on some JDKs a second member of a slow stream too.
 */
final class Gzipinnhold extends InputStream {
    static final int[] SIGNATUR = {0x1F, 0x8B};

    private static final int DEFLATE = 8;
    private static final int FORHODE = 10;
    private static final int FLAGG_PLASS = 3;
    private static final int HAR_KONTROLLSUM = 1 << 1;
    private static final int HAR_TILLEGG = 1 << 2;
    private static final int HAR_NAVN = 1 << 3;
    private static final int HAR_KOMMENTAR = 1 << 4;
    private static final int UKJENTE = 0xE0;
    private static final int LENGSTE_TEKST = 64 * 1024;
    private static final long FIRE_BYTE = 0xFFFF_FFFFL;

    private final Byteforraad inn;
    private final Vekstgrense grense = new Vekstgrense();
    private Deflatert medlem;
    private boolean slutt;

    Gzipinnhold(Byteforraad inn) throws IOException {
        this.inn = inn;
        try {
            lesHode();
        } catch (Avkortet e) {
            throw avkortet();
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
        try {
            while (!slutt) {
                int lest = medlem.les(ut, fra, antall);
                if (lest > 0) {
                    return lest;
                }
                avsluttMedlem();
            }
            return -1;
        } catch (Avkortet e) {
            throw avkortet();
        } catch (DataFormatException e) {
            throw new Pakkefeil("gzip-filen er skadet: innholdet kan ikke pakkes ut");
        }
    }

    private void avsluttMedlem() throws IOException {
        if (inn.taTall(4) != medlem.crc() || inn.taTall(4) != (medlem.utpakket() & FIRE_BYTE)) {
            throw new Pakkefeil(
                    "gzip-filen er skadet: innholdet stemmer ikke med kontrollsummen (CRC) eller lengden i filen");
        }
        medlem.close();
        if (!inn.har(1)) {
            slutt = true;
        } else if (inn.begynnerMed(SIGNATUR)) {
            lesHode();
        } else {
            throw new Pakkefeil("noe følger etter slutten av gzip-filen; filen skal slutte der");
        }
    }

    private void lesHode() throws IOException {
        inn.krev(FORHODE);
        int metode = (int) inn.tall(SIGNATUR.length, 1);
        int flagg = (int) inn.tall(FLAGG_PLASS, 1);
        if (metode != DEFLATE || (flagg & UKJENTE) != 0) {
            throw new Pakkefeil("gzip-filen er pakket på en måte som ikke støttes; forventet deflate (metode 8)");
        }
        inn.hopp(FORHODE);
        if ((flagg & HAR_TILLEGG) != 0) {
            inn.hopp(inn.taTall(2));
        }
        hoppOverTekst((flagg & HAR_NAVN) != 0);
        hoppOverTekst((flagg & HAR_KOMMENTAR) != 0);
        inn.hopp((flagg & HAR_KONTROLLSUM) != 0 ? 2 : 0);
        medlem = new Deflatert(inn, Long.MAX_VALUE, grense);
    }

    private void hoppOverTekst(boolean finnes) throws IOException {
        if (!finnes) {
            return;
        }
        for (int i = 0; inn.taTall(1) != 0; i++) {
            if (i == LENGSTE_TEKST) {
                throw new Pakkefeil("gzip-filen er skadet: filnavnet eller kommentaren i den tar ikke slutt");
            }
        }
    }

    private static Pakkefeil avkortet() {
        return new Pakkefeil("gzip-filen er avkortet: den slutter før innholdet er ferdig");
    }

    @Override
    public void close() {
        if (medlem != null) {
            medlem.close();
        }
    }
}
