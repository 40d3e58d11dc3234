package no.rrh.persistence.register;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import no.rrh.application.port.out.Endringslogg;
import no.rrh.application.port.out.Generasjon;
import no.rrh.domain.registrering.NummerertEndring;
import no.rrh.persistence.register.Lager.Skrevet;
import org.jdbi.v3.core.Handle;

/** The endringslogg in a database that speaks the SQL of this module. */
final class Sqlendringslogg implements Endringslogg {
    private static final String LES_ENDRINGSLOGG = Sql.av("les_endringslogg");
    private static final String HENT_SISTE = Sql.av("hent_siste");

    private static final String HENT_FOER = Sql.av("hent_foer");
    private static final String NY_GENERASJON = Sql.av("ny_generasjon");
    private static final String LES_GENERASJONER = Sql.av("les_generasjoner");

    private final Lager lager;

    Sqlendringslogg(Lager lager) {
        this.lager = lager;
    }

    /** Sees to it that there is a first generation. */
    void begynn() {
        if (generasjoner().isEmpty()) {
            lager.skriv(handle -> {
                leggTil(handle, new Generasjon(UUID.randomUUID(), 0));
                return new Skrevet<>(null, 0);
            });
        }
    }

    static void leggTil(Handle handle, Generasjon ny) {
        handle.createUpdate(NY_GENERASJON)
                .bind("id", ny.id())
                .bind("etter", ny.etter())
                .execute();
    }

    @Override
    public List<NummerertEndring> etter(long sekvensnummer, int antall) {
        return lager.slaaOpp(handle -> {
            List<NummerertEndring> endringer = handle.createQuery(LES_ENDRINGSLOGG)
                    .bind("etter", sekvensnummer)
                    .bind("antall", antall)
                    .map(Rader::endring)
                    .list();
            if (!endringer.isEmpty()) {
                lager.sikre(handle, endringer.get(endringer.size() - 1).sekvensnummer());
            }
            return endringer;
        });
    }

    @Override
    public long siste() {
        return lager.slaaOpp(handle -> {
            long siste = handle.createQuery(HENT_SISTE).mapTo(Long.class).one();
            lager.sikre(handle, siste);
            return siste;
        });
    }

    @Override
    public long foer(Instant tidspunkt) {
        return lager.slaaOpp(handle -> {
            long foer = handle.createQuery(HENT_FOER)
                    .bind("tidspunkt", Rader.tid(tidspunkt))
                    .mapTo(Long.class)
                    .findOne()
                    .orElse(0L);
            lager.sikre(handle, foer);
            return foer;
        });
    }

    @Override
    public List<Generasjon> generasjoner() {
        return lager.slaaOpp(handle ->
                handle.createQuery(LES_GENERASJONER).map(Rader::generasjon).list());
    }
}
