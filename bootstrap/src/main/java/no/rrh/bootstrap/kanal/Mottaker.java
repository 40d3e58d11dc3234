package no.rrh.bootstrap.kanal;

import java.io.OutputStream;

/** What whoever gave an order gets back while it is carried out. */
public interface Mottaker {
    /** For the output of the work. */
    OutputStream ut();

    /** A line to the user, in bokmål. */
    void melding(String linje);

    /** So many virksomheter are done. */
    void framdrift(long antall);
}
