package no.rrh.bootstrap;

import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Function;
import no.rrh.persistence.Testpostgres;
import no.rrh.persistence.register.Databaseadresse;
import no.rrh.persistence.register.H2Register;
import no.rrh.persistence.register.Postgresregister;
import no.rrh.persistence.register.Registerlager;

/** The stores that a register may lie in. A test that comes near one is run on each. */
public enum Testlager {
    /** A file in a folder. */
    H2 {
        @Override
        public Function<Clock, Registerlager> nytt(Path mappe) {
            return klokke -> H2Register.aapne(mappe, klokke);
        }
    },
    /** A database on a server. */
    POSTGRES {
        @Override
        public Function<Clock, Registerlager> nytt(Path mappe) {
            Databaseadresse adresse = Testpostgres.medRegister();
            return klokke -> Postgresregister.aapne(adresse, Testpostgres.MILJOE, klokke);
        }
    };

    /**
     * A place for one register, which has none yet.
     *
     * @param mappe for the one that lies in a folder
     * @return opens the register of that place, the same each time
     */
    public abstract Function<Clock, Registerlager> nytt(Path mappe);
}
