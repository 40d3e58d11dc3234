package no.rrh.http.svar;

import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import no.rrh.http.kall.Kall;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A body that is made in pieces. The first is there before anything is sent, so that what fails then is an ordinary error
 * and a body of one piece has a length; the next is made when the client has taken the one before.
 */
public final class Stykker implements Kropp {
    private static final Logger LOG = LoggerFactory.getLogger(Stykker.class);

    private static final int LITE = 32 * 1024;

    private final byte[] foerste;
    private final Iterator<byte[]> resten;

    /**
     * Makes the first piece, and lets out what is thrown by that.
     *
     * @param stykker at least one; whether there is another is known without making it
     */
    public Stykker(Iterator<byte[]> stykker) {
        this.foerste = stykker.next();
        this.resten = stykker;
    }

    /** A body that is there already. */
    public Stykker(byte[] kropp) {
        this(List.of(kropp).iterator());
    }

    /** Whether it is all there, and so little that it can be handed over in one piece. */
    boolean erLite() {
        return foerste.length <= LITE && !resten.hasNext();
    }

    /** All of one that is little. */
    ByteBuffer alt() {
        return ByteBuffer.wrap(foerste);
    }

    @Override
    public OptionalLong lengde() {
        return resten.hasNext() ? OptionalLong.empty() : OptionalLong.of(foerste.length);
    }

    @Override
    public boolean varer() {
        return resten.hasNext();
    }

    @Override
    public Content.Source kilde(Request request, Executor arbeidere, Runnable foerDel) {
        return new Kilde(arbeidere, foerDel, Kall.av(request).sporing());
    }

    private final class Kilde implements Content.Source {
        private final Executor arbeidere;
        private final Runnable foerDel;
        private final String sporing;
        private volatile ByteBuffer stykke = ByteBuffer.wrap(foerste);
        private volatile Throwable feil;

        Kilde(Executor arbeidere, Runnable foerDel, String sporing) {
            this.arbeidere = arbeidere;
            this.foerDel = foerDel;
            this.sporing = sporing;
        }

        @Override
        public Content.Chunk read() {
            Throwable brudd = feil;
            if (brudd != null) {
                return Content.Chunk.from(brudd, true);
            }
            ByteBuffer rest = stykke;
            if (!rest.hasRemaining()) {
                return resten.hasNext() ? null : Content.Chunk.EOF;
            }
            return Skriving.neste(rest, !resten.hasNext());
        }

        @Override
        public void demand(Runnable behov) {
            try {
                arbeidere.execute(() -> {
                    lagNeste();
                    behov.run();
                });
            } catch (RejectedExecutionException stopper) {
                fail(stopper);
                behov.run();
            }
        }

        private void lagNeste() {
            try {
                if (feil == null && !stykke.hasRemaining() && resten.hasNext()) {
                    byte[] neste = resten.next();
                    foerDel.run();
                    stykke = ByteBuffer.wrap(neste);
                }
            } catch (RuntimeException | Error e) {
                LOG.atError().addKeyValue("trace", sporing).setCause(e).log("An answer failed half-way, and was cut");
                fail(e);
            }
        }

        @Override
        public void fail(Throwable aarsak) {
            feil = aarsak;
        }
    }
}
