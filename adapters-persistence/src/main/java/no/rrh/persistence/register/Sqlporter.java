package no.rrh.persistence.register;

import java.time.Clock;

/** The ports over one database, ready for use. */
record Sqlporter(
        Sqlregister register,
        Sqlendringslogg endringslogg,
        Sqlpersonindeks personindeks,
        Sqltilgangsregister tilgangsregister,
        Kontrollsummering kontrollsummering) {
    /** Sees to it that there is a first generation, and an index of persons under this key; nobody else may be at that. */
    static Sqlporter over(Lager lager, Clock klokke, Personnoekkel noekkel) {
        Sqlendringslogg logg = new Sqlendringslogg(lager);
        // what the process before has committed, but perhaps not put on the disk, is there before anybody writes
        logg.siste();
        logg.begynn();
        Sqlpersonindeks indeks = new Sqlpersonindeks(lager, noekkel);
        indeks.byggOmNoedvendig();
        return new Sqlporter(
                new Sqlregister(lager, klokke, noekkel),
                logg,
                indeks,
                new Sqltilgangsregister(lager),
                new Kontrollsummering(lager));
    }
}
