package no.rrh.persistence.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import no.rrh.application.port.out.Tilgangsregister;
import no.rrh.domain.tilgang.Avtaleendring;
import no.rrh.domain.tilgang.Tilgangsavtale;
import no.rrh.persistence.register.Lager.Skrevet;
import org.jdbi.v3.core.Handle;

/** The agreements on access in a database that speaks the SQL of this module. */
final class Sqltilgangsregister implements Tilgangsregister {
    private static final String NY = Sql.av("ny_tilgangsendring");
    private static final String LES = Sql.av("les_tilgangsendringer");
    private static final String TELL = Sql.av("tell_tilgangsendringer");
    private static final String LAAS_SEKVENS = Sql.av("laas_sekvens");

    private final Lager lager;

    Sqltilgangsregister(Lager lager) {
        this.lager = lager;
    }

    @Override
    public List<Avtaleendring> endringer() {
        return lager.slaaOpp(Sqltilgangsregister::les);
    }

    private static List<Avtaleendring> les(Handle handle) {
        return handle.createQuery(LES).map(Rader::avtaleendring).list();
    }

    @Override
    public long antall() {
        return lager.slaaOpp(
                handle -> handle.createQuery(TELL).mapTo(Long.class).one());
    }

    @Override
    public Avtaleendring leggTil(Function<List<Avtaleendring>, Avtaleendring> arbeid) {
        return lager.skriv(handle -> {
            // other instances write to the same database: the lock of the register's writers is theirs too
            handle.createQuery(LAAS_SEKVENS).map(Rader::sekvens).one();
            List<Avtaleendring> foer = les(handle);
            Avtaleendring ny = arbeid.apply(foer);
            skriv(handle, foer.size() + 1L, ny);
            return Skrevet.ogSikre(ny);
        });
    }

    private static void skriv(Handle handle, long nummer, Avtaleendring ny) {
        Tilgangsavtale avtale = ny.avtale();
        Optional<LocalDate> til = avtale.gyldigTil();
        handle.createUpdate(NY)
                .bind("nummer", nummer)
                .bind("tidspunkt", Rader.tid(ny.tidspunkt()))
                .bind("slag", ny.slag().verdi())
                .bind("utfoertAv", ny.utfoertAv())
                .bind("avtale", avtale.nummer())
                .bind("consumer", avtale.consumer().tall())
                .bind("hjemmel", avtale.hjemmel().kode())
                .bind("miljoe", avtale.miljoe())
                .bind("navn", avtale.kontaktperson().navn())
                .bind("epost", avtale.kontaktperson().epost())
                .bind("telefon", avtale.kontaktperson().telefon())
                .bind("ipadresser", String.join(",", avtale.ipadresser()))
                .bind("gyldigFra", avtale.gyldigFra())
                .bind("gyldigTil", til.orElse(null))
                .bind("besluttetAv", avtale.besluttetAv())
                .bind("trukket", avtale.trukket())
                .execute();
    }
}
