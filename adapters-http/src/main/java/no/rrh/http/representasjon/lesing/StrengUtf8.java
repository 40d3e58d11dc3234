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
 * it, and it changes nothing.
 */
final class StrengUtf8 extends Reader {
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream kilde;
    private final CharsetDecoder dekoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final ByteBuffer bytes = ByteBuffer.allocate(16 * 1024);
    private boolean slutt;

    StrengUtf8(InputStream kilde) throws IOException {
        this.kilde = kilde;
        byte[] foerste = kilde.readNBytes(BYTE_ORDER_MARK.length);
        if (!Arrays.equals(foerste, BYTE_ORDER_MARK)) {
            bytes.put(foerste);
        }
        bytes.flip();
    }

    /** Reads at least one character, or says that there are no more; the array must have room for two. */
    @Override
    public int read(char[] tegn, int fra, int antall) throws IOException {
        CharBuffer ut = CharBuffer.wrap(tegn, fra, antall);
        while (true) {
            CoderResult resultat = dekoder.decode(bytes, ut, slutt);
            if (ut.position() > fra) {
                return ut.position() - fra;
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
