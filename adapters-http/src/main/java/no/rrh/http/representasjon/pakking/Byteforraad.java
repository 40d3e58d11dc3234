package no.rrh.http.representasjon.pakking;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Inflater;

/** A stream of bytes of which some are at hand, so that they can be looked at before they are taken. */
final class Byteforraad extends InputStream {
    private static final int BUFFER = 64 * 1024;
    private static final int BYTE = 8;

    private final InputStream kilde;
    private final byte[] buffer = new byte[BUFFER];
    private int fra;
    private int til;
    private long tatt;

    Byteforraad(InputStream kilde) {
        this.kilde = kilde;
    }

    /** The stream ended where more had to follow. */
    static final class Avkortet extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** Sees to it that so many bytes are at hand; false when the stream ends before. */
    boolean har(int antall) throws IOException {
        if (fra + antall > buffer.length) {
            System.arraycopy(buffer, fra, buffer, 0, til - fra);
            til -= fra;
            fra = 0;
        }
        while (til - fra < antall) {
            int lest = kilde.read(buffer, til, buffer.length - til);
            if (lest < 0) {
                return false;
            }
            til += lest;
        }
        return true;
    }

    void krev(int antall) throws IOException {
        if (!har(antall)) {
            throw new Avkortet();
        }
    }

    /** Whether these bytes come next. */
    boolean begynnerMed(int... byter) throws IOException {
        if (!har(byter.length)) {
            return false;
        }
        for (int i = 0; i < byter.length; i++) {
            if ((buffer[fra + i] & 0xFF) != byter[i]) {
                return false;
            }
        }
        return true;
    }

    /** A number of bytes that are at hand, the least significant first; they stay. */
    long tall(int etter, int bredde) {
        long tall = 0;
        for (int i = bredde - 1; i >= 0; i--) {
            tall = tall << BYTE | buffer[fra + etter + i] & 0xFF;
        }
        return tall;
    }

    /** Takes a number of so many bytes, the least significant first. */
    long taTall(int bredde) throws IOException {
        krev(bredde);
        long tall = tall(0, bredde);
        hopp(bredde);
        return tall;
    }

    byte[] taByter(int antall) throws IOException {
        byte[] byter = readNBytes(antall);
        if (byter.length < antall) {
            throw new Avkortet();
        }
        return byter;
    }

    /** Takes so many bytes, and forgets them. */
    void hopp(long antall) throws IOException {
        for (long igjen = antall; igjen > 0; ) {
            krev(1);
            int naa = (int) Math.min(igjen, til - fra);
            fra += naa;
            tatt += naa;
            igjen -= naa;
        }
    }

    /** Takes what is at hand, up to so many bytes and at least one, as input; they are used up before anything is taken again. */
    int gi(Inflater inflater, long hoeyst) throws IOException {
        krev(1);
        int naa = (int) Math.min(til - fra, hoeyst);
        inflater.setInput(buffer, fra, naa);
        fra += naa;
        tatt += naa;
        return naa;
    }

    /** The last bytes that were given were not needed. */
    void faaTilbake(int antall) {
        fra -= antall;
        tatt -= antall;
    }

    /** How many bytes have been taken. */
    long tatt() {
        return tatt;
    }

    @Override
    public int read() throws IOException {
        byte[] en = new byte[1];
        return read(en, 0, 1) < 0 ? -1 : en[0] & 0xFF;
    }

    @Override
    public int read(byte[] ut, int utFra, int antall) throws IOException {
        if (antall == 0) {
            return 0;
        }
        if (!har(1)) {
            return -1;
        }
        int naa = Math.min(antall, til - fra);
        System.arraycopy(buffer, fra, ut, utFra, naa);
        fra += naa;
        tatt += naa;
        return naa;
    }
}
