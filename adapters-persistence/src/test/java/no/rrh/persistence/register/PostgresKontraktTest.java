package no.rrh.persistence.register;

import java.time.Clock;
import no.rrh.persistence.Testpostgres;

class PostgresKontraktTest extends Registerkontrakter {
    private Databaseadresse adresse;

    @Override
    Registerlager nytt(Clock klokke) {
        adresse = Testpostgres.medRegister();
        return igjen(klokke);
    }

    @Override
    Registerlager igjen(Clock klokke) {
        return Postgresregister.aapne(adresse, Testpostgres.MILJOE, klokke);
    }
}
