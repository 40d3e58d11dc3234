package no.rrh.benchmark.rader;

import java.util.List;
import no.rrh.benchmark.Benk;
import no.rrh.benchmark.rapport.Rad;
import no.rrh.benchmark.rapport.Resultat;

/** Rows that are measured together. */
public interface Radgruppe {
    /** What they are called in {@code --rader}. */
    String navn();

    /** The rows. */
    List<Rad> rader();

    /**
     * Measures them.
     *
     * @return a result for each row
     * @throws RuntimeException when they cannot be measured; the message tells why
     */
    List<Resultat> maal(Benk benk);
}
