package no.rrh.application.port.in;

import java.io.OutputStream;

/** Writes a register of nobody as a file that an import reads. */
public interface GenererRegister {
    /**
     * So many virksomheter that follow from a seed, by organisasjonsnummer, in constant memory. The same gives the same bytes.
     *
     * @param antall how many, from 1 to {@link no.rrh.domain.syntetisk.SyntetiskRegister#FLEST}
     * @param froe the seed
     * @param ut is left open
     * @param framdrift is told of each virksomhet that has been written; what it throws comes out unchanged
     * @throws no.rrh.domain.feil.UgyldigVerdi when there cannot be so many
     * @throws java.io.UncheckedIOException when {@code ut} cannot be written to; what was written is then not a whole file
     */
    Resultat generer(int antall, long froe, OutputStream ut, Eksportvalg valg, Framdrift framdrift);

    /**
     * What was written.
     *
     * @param virksomheter how many
     * @param byter of the records, before they were packed
     * @param pakking how many times smaller gzip makes them, measured on the beginning of them
     */
    record Resultat(long virksomheter, long byter, double pakking) {}
}
