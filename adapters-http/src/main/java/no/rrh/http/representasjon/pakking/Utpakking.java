package no.rrh.http.representasjon.pakking;

import java.io.IOException;
import java.io.InputStream;

/** A file as it is, or, when its first bytes show it to be gzip or a ZIP, what is packed in it. */
public final class Utpakking extends InputStream {
    private final InputStream pakket;
    private final Byteforraad innhold;

    /**
     * Begins to read.
     *
     * @param fil is left open
     * @throws Pakkefeil when it is packed otherwise than it should be; reading throws it too
     */
    public Utpakking(InputStream fil) throws IOException {
        Byteforraad inn = new Byteforraad(fil);
        this.pakket = aapne(inn);
        if (pakket == inn) {
            this.innhold = inn;
        } else {
            this.innhold = new Byteforraad(pakket);
            krevEttLag();
        }
    }

    private static InputStream aapne(Byteforraad inn) throws IOException {
        if (inn.begynnerMed(Gzipinnhold.SIGNATUR)) {
            return new Gzipinnhold(inn);
        }
        return Zipinnhold.erZip(inn) ? new Zipinnhold(inn) : inn;
    }

    private void krevEttLag() throws IOException {
        try {
            if (innhold.begynnerMed(Gzipinnhold.SIGNATUR) || Zipinnhold.erZip(innhold)) {
                throw new Pakkefeil("filen er pakket i flere lag; forventet JSON direkte i gzip- eller ZIP-filen");
            }
        } catch (IOException e) {
            pakket.close();
            throw e;
        }
    }

    @Override
    public int read() throws IOException {
        return innhold.read();
    }

    @Override
    public int read(byte[] ut, int fra, int antall) throws IOException {
        return innhold.read(ut, fra, antall);
    }

    @Override
    public void close() throws IOException {
        pakket.close();
    }
}
