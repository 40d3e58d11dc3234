package no.rrh.bootstrap.kanal;

import java.io.OutputStream;
import no.rrh.application.port.in.Framdrift;

/** What whoever gave an order gets back while it is carried out. */
public interface Mottaker {
    /** For the output of the work. */
    OutputStream ut();

    /** A line to the user, in bokmål. */
    void melding(String linje);

    /** Hears how far the work has come. */
    Framdrift framdrift();
}
