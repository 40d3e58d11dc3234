package no.rrh.persistence.register;

import java.io.IOException;
import no.rrh.application.port.out.DiskenErFull;

/**
 * There is no room for the copy in which is undone what a killed process left in the midst of. The message is in bokmål,
 * for whoever ran the command.
 */
public class ManglerPlass extends DiskenErFull {
    private static final long serialVersionUID = 1L;
    private static final int MIB = 20;

    ManglerPlass(long trengs, long ledig) {
        super(
                "det er ikke plass i datamappen: en prosess ble drept mens den skrev til registeret, og det den etterlot,"
                        + " angres i en kopi ved siden av registerfilen før den åpnes. " + (trengs >> MIB)
                        + " MiB trengs, og " + (ledig >> MIB)
                        + " er ledige. Registeret er ikke endret; gi plass og prøv igjen",
                new IOException("no room for a copy of the register"));
    }
}
