package no.rrh.application.port.out;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;

/** Keeps the files of totalbestand. */
public interface Totalbestandarkiv {
    /** The newest file: the one that holds the last change, and of those the one made last. */
    Optional<Totalbestandfil> siste();

    /**
     * Writes a new file beside the others, makes it durable, reads it back and compares, and only then puts it in
     * service. After any failure nothing of it is left and the newest file is the one it was.
     *
     * @param sekvensnummer the last change that the content holds
     * @param laget the time that the file is to bear
     * @throws UncheckedIOException when it cannot be written, or is not read back as it was written
     */
    Totalbestandfil lagre(long sekvensnummer, Instant laget, Innhold innhold);

    /** Writes the JSON of the one entry. */
    @FunctionalInterface
    interface Innhold {
        void skriv(OutputStream ut) throws IOException;
    }
}
