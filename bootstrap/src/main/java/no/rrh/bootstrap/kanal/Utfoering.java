package no.rrh.bootstrap.kanal;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import no.rrh.application.port.in.Framdrift;
import no.rrh.bootstrap.utfall.Avbrutt;

/** An order being carried out, as whoever carries it out sees it; the command may be in another process. */
public interface Utfoering {
    /** How it is to be done. */
    Map<String, String> valg();

    /** The command's input. Reading throws {@link Avbrutt} when the command is gone before its end. */
    InputStream inn();

    /** Where the command's output goes. */
    OutputStream ut();

    /** Says something to whoever gave the order, one line in bokmål. */
    void melding(String linje);

    /** Tells how far the work has come. It throws {@link Avbrutt} when the work is to be given up. */
    Framdrift framdrift();
}
