package no.rrh.application.port.out;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import no.rrh.domain.innsyn.VirksomhetInnsyn;

/** The v1 representation as it is written, and the packing of files of it. */
public interface Representasjon {
    /**
     * Starts a JSON array of virksomheter, in bokmål.
     *
     * @param ut is left open when the array is closed
     */
    Bestandsskriver bestand(OutputStream ut) throws IOException;

    /**
     * Starts JSON Lines, in bokmål: one virksomhet a line, and a blank line when there is none.
     *
     * @param ut is left open when the lines are closed
     */
    Bestandsskriver linjer(OutputStream ut) throws IOException;

    /**
     * Packs as gzip what is written to the stream. The same content gives the same bytes.
     *
     * @param ut gets the packed bytes, and is left open when the stream is closed; without that the file is not complete
     */
    OutputStream gzip(OutputStream ut) throws IOException;

    /**
     * Packs as a ZIP with one file what is written to the stream. The same content gives the same bytes.
     *
     * @param ut gets the packed bytes, and is left open when the stream is closed; without that the ZIP is not complete
     * @param filnavn of the file in it
     */
    OutputStream zip(OutputStream ut, String filnavn) throws IOException;

    /** A file under way. Closing it ends the array or the lines; without that it is not complete. */
    interface Bestandsskriver extends Closeable {
        void skriv(VirksomhetInnsyn virksomhet) throws IOException;
    }
}
