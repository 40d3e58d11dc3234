package no.rrh.persistence.register;

import java.time.Instant;
import java.util.List;
import no.rrh.application.port.out.Endringslogg;
import no.rrh.application.port.out.Generasjon;
import no.rrh.domain.registrering.NummerertEndring;

/** The endringslogg in a database that speaks the SQL of this module. */
final class Sqlendringslogg implements Endringslogg {
    private static final String LES_ENDRINGSLOGG = Sql.av("les_endringslogg");
    private static final String HENT_SISTE = Sql.av("hent_siste");

    private final Lager lager;

    Sqlendringslogg(Lager lager) {
        this.lager = lager;
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
        throw new UnsupportedOperationException("not yet");
    }

    @Override
    public List<Generasjon> generasjoner() {
        throw new UnsupportedOperationException("not yet");
    }
}
