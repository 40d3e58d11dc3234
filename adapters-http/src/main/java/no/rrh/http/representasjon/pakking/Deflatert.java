package no.rrh.http.representasjon.pakking;

import java.io.IOException;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Deflated bytes, which say themselves where they end. */
final class Deflatert implements Pakket {
    private final Byteforraad inn;
    private final long hoeyst;
    private final Vekstgrense grense;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();

    /**
     * Begins to unpack.
     *
     * @param hoeyst how many packed bytes there can be
     */
    Deflatert(Byteforraad inn, long hoeyst, Vekstgrense grense) {
        this.inn = inn;
        this.hoeyst = hoeyst;
        this.grense = grense;
    }

    @Override
    public int les(byte[] ut, int fra, int antall) throws IOException, DataFormatException {
        while (true) {
            int naa = inflater.inflate(ut, fra, antall);
            if (naa > 0) {
                crc.update(ut, fra, naa);
                grense.pakketUt(naa, inn.tatt() - inflater.getRemaining());
                return naa;
            }
            if (inflater.finished()) {
                inn.faaTilbake(inflater.getRemaining());
                return -1;
            }
            if (inflater.needsDictionary() || inflater.getBytesRead() >= hoeyst) {
                throw new DataFormatException();
            }
            inn.gi(inflater, hoeyst - inflater.getBytesRead());
        }
    }

    @Override
    public long pakket() {
        return inflater.getBytesRead();
    }

    @Override
    public long utpakket() {
        return inflater.getBytesWritten();
    }

    @Override
    public long crc() {
        return crc.getValue();
    }

    @Override
    public void close() {
        inflater.end();
    }
}
