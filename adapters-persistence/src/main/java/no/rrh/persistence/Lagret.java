package no.rrh.persistence;

import no.rrh.domain.registrering.Registrering;

/**
 * A registration as it is stored, with the changes between which it holds. A change is named by its sekvensnummer.
 *
 * @param fra the change that gave it the content of its version
 * @param gjeldendeFra the change that made it gjeldende; {@link #ALDRI} when it never was
 * @param gjeldendeTil the change that displaced it; {@link #FORTSATT} when none has
 */
record Lagret(Registrering registrering, long fra, long gjeldendeFra, long gjeldendeTil) {
    static final long ALDRI = 0;
    static final long FORTSATT = Long.MAX_VALUE;

    /** Whether it was the gjeldende one after that change. */
    boolean erGjeldendeVed(long sekvensnummer) {
        return gjeldendeFra != ALDRI && gjeldendeFra <= sekvensnummer && sekvensnummer < gjeldendeTil;
    }
}
