package no.rrh.application.port.out;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * Keeps the files of totalbestand for as many days as it was told, counted from when each was made, and the newest for
 * as long as there is no newer. Who reads a file that is deleted reads it to its end.
 */
public interface Totalbestandarkiv {
    /** The newest file: the one that holds the last change, and of those the one made last. */
    Optional<Totalbestandfil> siste();

    /**
     * Waits for its turn, then writes a new file beside the others, makes it durable, reads it back and compares, and
     * only then puts it in service. After any failure nothing of it is left and the newest file is the one it was. The
     * file bears the time at which its turn came.
     *
     * @param innhold is asked for once it is this file's turn, so it holds nothing while others write
     * @param fortsett is run now and then while it waits and while it reads back, by the thread that asked for the file;
     *     what it throws ends the work and comes out unchanged, as does what {@code innhold} throws
     * @param foerTjeneste is run when all is done but to put the file in service; what it throws comes out unchanged, and
     *     the file is gone
     * @throws DiskenErFull when there is no room for it
     * @throws UncheckedIOException when it cannot be written, or is not read back as it was written
     */
    Totalbestandfil lagre(Innhold innhold, Runnable fortsett, Runnable foerTjeneste);

    /** As {@link #lagre(Innhold, Runnable, Runnable)}, with nothing left to ask before the file is put in service. */
    default Totalbestandfil lagre(Innhold innhold, Runnable fortsett) {
        return lagre(innhold, fortsett, () -> {});
    }

    /** Gives the JSON of the one entry, piece by piece in its order. */
    @FunctionalInterface
    interface Innhold {
        /** Returns the last change that the content holds. */
        long skriv(Mottaker fil) throws IOException;
    }

    /**
     * Takes the pieces of a file. Each is packed by itself, so that the same content gives the same bytes only when it is
     * cut at the same places; and pieces of a few kilobytes would make the file larger.
     */
    @FunctionalInterface
    interface Mottaker {
        /**
         * Returns before the piece is written, or when some of those before it have been, so that few are held. What
         * writing one of them threw comes out unchanged here, or, after the last, of {@link Totalbestandarkiv#lagre}.
         */
        void ta(Stykke stykke) throws IOException;
    }

    /** A piece of the content. */
    @FunctionalInterface
    interface Stykke {
        /** Is called once, by some other thread than gave it, and at the same time as other pieces. */
        void skriv(OutputStream ut) throws IOException;
    }
}
