package no.rrh.application.port.out;

import java.time.Duration;
import no.rrh.domain.virksomhet.Organisasjonsnummer;

/** Is told of what may be misuse. Nobody is stopped by it: that is for people to decide. */
public interface Misbruksvarsel {
    /**
     * Once per consumer, kind and window.
     *
     * @param antall how many look-ups, or of a hundred, had come when it was told of
     */
    void varsle(Slag slag, Organisasjonsnummer consumer, long antall, Duration vindu);

    /** What it looks like. */
    enum Slag {
        /** So many different virksomheter or persons that it begins to look like a sweep of the register. */
        SVEIP("sveip"),
        /** An unusual share of look-ups that showed persons unntatt innsyn in full. */
        UNNTATTE("unntatte");

        private final String verdi;

        Slag(String verdi) {
            this.verdi = verdi;
        }

        /** Its name in the log and in metrics. */
        public String verdi() {
            return verdi;
        }
    }
}
