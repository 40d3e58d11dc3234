package no.rrh.persistence.register;

import javax.sql.DataSource;
import no.rrh.persistence.Testpostgres;
import org.postgresql.ds.PGSimpleDataSource;

class PostgresKontrollsumTest extends KontrollsumKontrakt {
    /** Without the generation that a register is opened with. */
    @Override
    protected DataSource tomtRegister() {
        Databaseadresse adresse = Testpostgres.tom();
        PGSimpleDataSource kilde = new PGSimpleDataSource();
        kilde.setURL(adresse.url());
        adresse.bruker().ifPresent(kilde::setUser);
        adresse.passord().ifPresent(kilde::setPassword);
        Skjema.migrer(kilde);
        return kilde;
    }

    @Override
    Dialekt dialekt() {
        return Dialekt.POSTGRESQL;
    }
}
