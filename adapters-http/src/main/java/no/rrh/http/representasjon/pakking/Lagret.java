package no.rrh.http.representasjon.pakking;

import java.io.IOException;
import java.util.zip.CRC32;
import no.rrh.http.representasjon.pakking.Byteforraad.Avkortet;

/** Bytes that were laid in as they are, of which there are so many. */
final class Lagret implements Pakket {
    private final Byteforraad inn;
    private final long antall;
    private final CRC32 crc = new CRC32();
    private long lest;

    Lagret(Byteforraad inn, long antall) {
        this.inn = inn;
        this.antall = antall;
    }

    @Override
    public int les(byte[] ut, int fra, int hoeyst) throws IOException {
        if (lest == antall) {
            return -1;
        }
        int naa = inn.read(ut, fra, (int) Math.min(hoeyst, antall - lest));
        if (naa < 0) {
            throw new Avkortet();
        }
        crc.update(ut, fra, naa);
        lest += naa;
        return naa;
    }

    @Override
    public long pakket() {
        return lest;
    }

    @Override
    public long utpakket() {
        return lest;
    }

    @Override
    public long crc() {
        return crc.getValue();
    }

    @Override
    public void close() {
        // holds nothing
    }
}
