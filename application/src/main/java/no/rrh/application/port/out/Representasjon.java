package no.rrh.application.port.out;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import no.rrh.domain.innsyn.VirksomhetInnsyn;

/** The v1 representation as it is written, and the packing of files of it. */
public interface Representasjon {
    /**
     * Starts a JSON array of virksomheter, in bokmål, or a part of one.
     *
     * @param ut is left open when the array is closed
     */
    Bestandsskriver bestand(OutputStream ut, Del del) throws IOException;

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

    /** Which part of an array is written. Parts that follow one another are together what is written as the whole. */
    enum Del {
        HELE(true, true),
        /** Has at least one virksomhet. */
        FOERSTE(true, false),
        MIDTRE(false, false),
        SISTE(false, true);

        private final boolean begynner;
        private final boolean slutter;

        Del(boolean begynner, boolean slutter) {
            this.begynner = begynner;
            this.slutter = slutter;
        }

        /** Whether the array begins with it. */
        public boolean begynner() {
            return begynner;
        }

        /** Whether the array ends with it. */
        public boolean slutter() {
            return slutter;
        }
    }

    /** A file under way. Closing it ends the part of the array or the lines; without that it is not complete. */
    interface Bestandsskriver extends Closeable {
        void skriv(VirksomhetInnsyn virksomhet) throws IOException;
    }
}
