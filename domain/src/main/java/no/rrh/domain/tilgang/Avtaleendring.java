package no.rrh.domain.tilgang;

import java.time.Instant;

/**
 * What was done to an agreement. None is ever altered or removed, so that all of them tell who had access when.
 *
 * @param utfoertAv the user of the machine who gave the command
 * @param avtale the agreement after it
 */
public record Avtaleendring(Instant tidspunkt, Slag slag, String utfoertAv, Tilgangsavtale avtale) {
    /** What was done. */
    public enum Slag {
        GITT("gitt"),
        ENDRET("endret"),
        TRUKKET("trukket");

        private final String verdi;

        Slag(String verdi) {
            this.verdi = verdi;
        }

        /** Its name as it is shown and stored. */
        public String verdi() {
            return verdi;
        }
    }
}
