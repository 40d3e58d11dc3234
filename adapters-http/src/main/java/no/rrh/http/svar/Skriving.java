package no.rrh.http.svar;

import java.nio.ByteBuffer;
import org.eclipse.jetty.io.Content;

/** What is written at once of a body. */
public final class Skriving {
    /** A slow client is heard from each time it has taken one write, so a write must not be large. */
    private static final int STOERST = 16 * 1024;

    private Skriving() {}

    /**
     * The next write.
     *
     * @param rest what is left of a piece, at least one byte; it moves on past what is written
     * @param sisteStykke whether the body ends with the piece
     */
    public static Content.Chunk neste(ByteBuffer rest, boolean sisteStykke) {
        int antall = Math.min(rest.remaining(), STOERST);
        ByteBuffer del = rest.slice(rest.position(), antall);
        rest.position(rest.position() + antall);
        return Content.Chunk.from(del, sisteStykke && !rest.hasRemaining());
    }
}
