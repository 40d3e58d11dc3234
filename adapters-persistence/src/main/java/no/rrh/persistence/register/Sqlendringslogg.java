package no.rrh.persistence.register;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import no.rrh.application.port.out.Endringslogg;
import no.rrh.application.port.out.Generasjon;
import no.rrh.application.port.out.RegisteretSvarerIkke;
import no.rrh.domain.registrering.NummerertEndring;
import no.rrh.persistence.register.Lager.Skrevet;
import org.jdbi.v3.core.Handle;

/** The endringslogg in a database that speaks the SQL of this module. */
final class Sqlendringslogg implements Endringslogg {
    private static final String LES_ENDRINGSLOGG = Sql.av("les_endringslogg");
    private static final String HENT_SYNLIG = Sql.av("hent_synlig");
    private static final String HENT_FOER = Sql.av("hent_foer");
    private static final String NY_GENERASJON = Sql.av("ny_generasjon");
    private static final String LES_GENERASJONER = Sql.av("les_generasjoner");

    private static final long PAUSE_NS = 20_000_000;
    private static final long LENGSTE_VENTETID_NS = 10_000_000_000L;

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
        return lager.slaaOpp(handle -> handle.createQuery(LES_ENDRINGSLOGG)
                .bind("etter", sekvensnummer)
                .bind("til", synlig(handle))
                .bind("antall", antall)
                .map(Rader::endring)
                .list());
    }

    @Override
    public long siste() {
        return lager.slaaOpp(this::synlig);
    }

    @Override
    public long foer(Instant tidspunkt) {
        return lager.slaaOpp(handle -> {
            long foer = handle.createQuery(HENT_FOER)
                    .bind("tidspunkt", Rader.tid(tidspunkt))
                    .mapTo(Long.class)
                    .findOne()
                    .orElse(0L);
            return Math.min(foer, synlig(handle));
        });
    }

    /** How far it can be handed out: what is on the disk, and is seen wherever the register is read. */
    private long synlig(Handle handle) {
        long synlig = handle.createQuery(HENT_SYNLIG).mapTo(Long.class).one();
        lager.sikre(handle, synlig);
        return synlig;
    }

    /**
     * Waits until the change is seen wherever the register is read: where it is not within a second, it is read no more.
     *
     * @throws RegisteretSvarerIkke when that cannot be known
     */
    void ventTilSynlig(long sekvensnummer) {
        for (long ventet = 0; siste() < sekvensnummer; ventet += PAUSE_NS) {
            if (ventet > LENGSTE_VENTETID_NS) {
                throw new RegisteretSvarerIkke(new TimeoutException("a change is not seen everywhere"));
            }
            LockSupport.parkNanos(PAUSE_NS);
        }
    }

    @Override
    public List<Generasjon> generasjoner() {
        return lager.slaaOpp(handle ->
                handle.createQuery(LES_GENERASJONER).map(Rader::generasjon).list());
    }
}
