package no.rrh.persistence.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

class H2KontrollsumTest extends KontrollsumKontrakt {
    @Override
    protected DataSource tomtRegister() {
        JdbcDataSource kilde = new JdbcDataSource();
        kilde.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        Skjema.migrer(kilde);
        return kilde;
    }

    @Override
    Dialekt dialekt() {
        return Dialekt.H2;
    }

    @Test
    void aMissingValueIsNoneOfThoseThatLookLikeOne() {
        assertThat(avtrykk(null, "")).isNotEqualTo(avtrykk("", null));
        assertThat(avtrykk(null, null)).isNotEqualTo(avtrykk("", ""));
        assertThat(avtrykk("a", "bc")).isNotEqualTo(avtrykk("ab", "c"));
    }

    private static byte[] avtrykk(String slag, String utfoertAv) {
        Object[] verdier = new Object[Registertabell.TILGANGSENDRING.kolonner().size()];
        verdier[2] = slag;
        verdier[3] = utfoertAv;
        return new Radavtrykk().av(Registertabell.TILGANGSENDRING, new Rad(verdier));
    }
}
