package no.rrh.application.port.out;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps the files of totalbestand for as many days as it was told, counted from when each was made, and the newest for
 * as long as there is no newer. Who reads a file that is deleted reads it to its end.
 */
public interface Totalbestandarkiv {
    /**
     * The newest: the one that holds the last change, and of those the one made last. It is told of with the files of
     * other formats that were put in service with it.
     */
    Optional<Totalbestandfil> siste();

    /**
     * Waits for its turn, then writes a new file beside the others, makes it durable, reads it back and compares, and
     * only then puts it in service. After any failure nothing of it is left and the newest file is the one it was. The
     * file bears the time at which its turn came. Where there are several formats, there is a file of each, and all that
     * is said here of one is of all of them together: they are in service from the same moment, or none of them is.
     *
     * @param formater those of the content, of which JSON is one
     * @param innhold is asked for once it is this file's turn, so it holds nothing while others write
     * @param fortsett is run now and then while it waits and while it reads back, by the thread that asked for the file;
     *     what it throws ends the work and comes out unchanged, as does what {@code innhold} throws
     * @param foerTjeneste is run when all is done but to put the file in service; what it throws comes out unchanged, and
     *     the file is gone
     * @throws DiskenErFull when there is no room for it
     * @throws UncheckedIOException when it cannot be written, or is not read back as it was written
     */
    Totalbestandfil lagre(Set<Totalbestandformat> formater, Innhold innhold, Runnable fortsett, Runnable foerTjeneste);

    /** As the other, of JSON alone, and with nothing left to ask before the file is put in service. */
    default Totalbestandfil lagre(Innhold innhold, Runnable fortsett) {
        return lagre(Set.of(Totalbestandformat.JSON), innhold, fortsett, () -> {});
    }

    /** Gives the content of the one entry of each file, piece by piece in its order. */
    @FunctionalInterface
    interface Innhold {
        /** Returns the last change that the content holds. */
        long skriv(Mottaker fil) throws IOException;
    }

    /**
     * Takes the pieces of the files. Each is packed by itself, so that the same content gives the same bytes only when it is
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

    /** A piece of the content, in every format. */
    @FunctionalInterface
    interface Stykke {
        /** Is called once, by some other thread than gave it, and at the same time as other pieces. */
        void skriv(Utganger ut) throws IOException;
    }

    /** Where a piece is written. */
    @FunctionalInterface
    interface Utganger {
        /** The piece in that format, which must be one of those of the content. What is not written to stays empty. */
        OutputStream til(Totalbestandformat format);
    }
}
