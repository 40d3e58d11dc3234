package no.rrh.persistence.register;

import java.time.Clock;
import no.rrh.domain.innsyn.Pseudonymisering;

/** The ports over one database, ready for use. */
record Sqlporter(
        Lager lager,
        Sqlregister register,
        Sqlendringslogg endringslogg,
        Sqlpersonindeks personindeks,
        Sqltilgangsregister tilgangsregister,
        Pseudonymisering pseudonymisering) {
    /**
     * Sees to it that there is a first generation, and an index of persons under this key; nobody else may be at that.
     *
     * @param lesing where look-ups, searches and files are read
     */
    static Sqlporter over(Lager lager, Lesing lesing, Clock klokke, Personnoekkel noekkel) {
        Sqlendringslogg logg = new Sqlendringslogg(lager);
        // what the process before has committed, but perhaps not put on the disk, is there before anybody writes
        logg.siste();
        logg.begynn();
        Sqlpersonindeks indeks = new Sqlpersonindeks(lager, lesing, noekkel);
        indeks.byggOmNoedvendig();
        return new Sqlporter(
                lager,
                new Sqlregister(lager, lesing, klokke, noekkel),
                logg,
                indeks,
                new Sqltilgangsregister(lager),
                noekkel);
    }
}
