package no.rrh.http.representasjon.lesing;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Characters of a file in UTF-8. What is malformed is refused, never replaced, and only when everything before it has been
 * handed out, so that whoever reads knows where it stands. A byte order mark at the start is skipped: some editors write
 * it, and it changes nothing. White space without end is refused, since a parser would read it without end.
 */
final class StrengUtf8 extends Reader {
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final int ENHET = 4;
    private static final int FE = 0xFE;
    private static final int FF = 0xFF;
    private static final int MEST_BLANKT = 1024 * 1024;

    private final InputStream kilde;
    private final CharsetDecoder dekoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final ByteBuffer bytes = ByteBuffer.allocate(16 * 1024);
    private boolean slutt;
    private long lest;
    private long blankt;

    StrengUtf8(InputStream kilde) throws IOException {
        this.kilde = kilde;
        byte[] foerste = kilde.readNBytes(ENHET);
        if (erUtf16EllerUtf32(foerste)) {
            throw new Formfeil("filen er i UTF-16 eller UTF-32; forventet UTF-8");
        }
        boolean harMerke = Arrays.equals(Arrays.copyOf(foerste, BYTE_ORDER_MARK.length), BYTE_ORDER_MARK);
        int fra = harMerke ? BYTE_ORDER_MARK.length : 0;
        bytes.put(foerste, fra, foerste.length - fra).flip();
    }

    /** By their byte order mark, or, since JSON begins with ASCII, by the zeros in it. */
    private static boolean erUtf16EllerUtf32(byte[] foerste) {
        if (foerste.length < 2) {
            return false;
        }
        int merke = (foerste[0] & 0xFF) << Byte.SIZE | foerste[1] & 0xFF;
        return merke == (FE << Byte.SIZE | FF) || merke == (FF << Byte.SIZE | FE) || foerste[0] == 0 || foerste[1] == 0;
    }

    /** How many characters have been handed out. */
    long lest() {
        return lest;
    }

    /** Reads at least one character, or says that there are no more; the array must have room for two. */
    @Override
    public int read(char[] tegn, int fra, int antall) throws IOException {
        CharBuffer ut = CharBuffer.wrap(tegn, fra, antall);
        while (true) {
            CoderResult resultat = dekoder.decode(bytes, ut, slutt);
            if (ut.position() > fra) {
                int naa = ut.position() - fra;
                lest += naa;
                krevIkkeBareBlankt(tegn, fra, naa);
                return naa;
            }
            if (resultat.isError()) {
                resultat.throwException();
            }
            if (slutt) {
                return -1;
            }
            fyll();
        }
    }

    private void krevIkkeBareBlankt(char[] tegn, int fra, int antall) throws Formfeil {
        for (int i = fra; i < fra + antall; i++) {
            if (tegn[i] != ' ' && tegn[i] != '\n' && tegn[i] != '\r' && tegn[i] != '\t') {
                blankt = 0;
                return;
            }
        }
        blankt += antall;
        if (blankt > MEST_BLANKT) {
            throw new Formfeil("over en million blanke tegn etter hverandre; forventet JSON");
        }
    }

    private void fyll() throws IOException {
        bytes.compact();
        int lest = kilde.read(bytes.array(), bytes.position(), bytes.remaining());
        slutt = lest < 0;
        bytes.position(bytes.position() + Math.max(lest, 0)).flip();
    }

    @Override
    public void close() throws IOException {
        kilde.close();
    }
}
