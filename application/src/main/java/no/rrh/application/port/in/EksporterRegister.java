package no.rrh.application.port.in;

import java.io.OutputStream;

/** Writes the whole register with its history as a file that an import reads. */
public interface EksporterRegister {
    /**
     * Every virksomhet, every registration and every field, by organisasjonsnummer, in one consistent snapshot and in
     * constant memory.
     *
     * @param ut is left open
     * @param framdrift is told how many virksomheter have been written
     * @throws java.io.UncheckedIOException when {@code ut} cannot be written to; what was written is then not a whole file
     */
    Eksportresultat eksporter(OutputStream ut, Eksportvalg valg, Framdrift framdrift);
}
