package no.rrh.application.port.in;

import java.io.OutputStream;

/** Writes the whole register with its history as a file that an import reads. */
public interface EksporterRegister {
    /**
     * Every virksomhet, the deleted ones too, every registration and every field of the information model, by
     * organisasjonsnummer, in one consistent snapshot and in constant memory. The same register gives the same bytes.
     * Imported into an empty register, and exported again, the file is the same to the last byte; imported into the
     * register it came from, it changes nothing.
     *
     * <p>It does not carry what a registration said in earlier versions of itself, nor the endringslogg: who imports it
     * has each registration in version 1, and a log that begins with the import. A copy that has these too is a copy of
     * the data folder.
     *
     * @param ut is left open
     * @param framdrift is told of each virksomhet that has been written; what it throws comes out unchanged
     * @throws java.io.UncheckedIOException when {@code ut} cannot be written to; what was written is then not a whole file
     */
    Eksportresultat eksporter(OutputStream ut, Eksportvalg valg, Framdrift framdrift);
}
