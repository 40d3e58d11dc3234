package no.rrh.bootstrap.kobling;

import java.nio.file.Path;
import no.rrh.bootstrap.config.Innstillinger;
import no.rrh.persistence.register.Databaseadresse;
import no.rrh.persistence.register.Flyttelytter;
import no.rrh.persistence.register.Kontrollsum;
import no.rrh.persistence.register.Registerflytting;
import no.rrh.persistence.register.Registersted;

/** The move of a register between data folders and databases, which both belong to the environment of the settings. */
public final class Flytting implements AutoCloseable {
    private static final String DATABASE = "jdbc:";

    private final Registerflytting flytting;

    private Flytting(Registerflytting flytting) {
        this.flytting = flytting;
    }

    /** Whether the place is a database, and not a data folder. */
    public static boolean erDatabase(String sted) {
        return sted.startsWith(DATABASE);
    }

    /** Opens both ends: the folder of the target is made last, where it is not there. */
    public static Flytting aapne(Innstillinger innstillinger, String fra, String til) {
        Registersted kilde = erDatabase(fra)
                ? database(innstillinger, fra)
                : new Registersted.Mappe(Datamappe.medRegister(Path.of(fra), innstillinger.miljoe())
                        .register());
        return new Flytting(Registerflytting.aapne(
                kilde,
                () -> erDatabase(til)
                        ? database(innstillinger, til)
                        : new Registersted.Mappe(Datamappe.aapne(Path.of(til), innstillinger.miljoe())
                                .register()),
                innstillinger.miljoe().navn()));
    }

    private static Registersted database(Innstillinger innstillinger, String url) {
        Databaseadresse enAvDem = innstillinger.database().adresse().orElseThrow();
        return new Registersted.Database(enAvDem.med(url));
    }

    /**
     * Moves what has not been moved; gives what both hold.
     *
     * @param paaNytt drops what a move that was broken off has brought
     */
    public Kontrollsum flytt(boolean paaNytt, Flyttelytter lytter) {
        return flytting.flytt(paaNytt, lytter);
    }

    @Override
    public void close() {
        flytting.close();
    }
}
