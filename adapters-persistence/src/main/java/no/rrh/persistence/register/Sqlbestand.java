package no.rrh.persistence.register;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import no.rrh.application.port.out.Bestand;
import no.rrh.domain.registrering.RegistreringspliktigVirksomhet;
import no.rrh.domain.virksomhet.Organisasjonsnummer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** A snapshot under way, read page by page, since a plain select over everything would be held in memory first. */
final class Sqlbestand implements Bestand {
    private static final String HENT_SISTE = Sql.av("hent_siste");
    private static final String TELL = Sql.av("tell_virksomheter");
    private static final String LES_BESTAND = Sql.av("les_bestand");
    private static final String LES_HISTORIKK = Sql.av("les_historikk");
    private static final int SIDE = 200;
    private static final int FOER_ALLE = -1;

    private final Handle handle;
    private final long sekvensnummer;

    /** The first statement of the transaction, which is the moment of the snapshot. */
    Sqlbestand(Handle handle) {
        this.handle = handle;
        this.sekvensnummer = handle.createQuery(HENT_SISTE).mapTo(Long.class).one();
    }

    @Override
    public long sekvensnummer() {
        return sekvensnummer;
    }

    @Override
    public long antall() {
        return Lagerfeil.oversett(
                () -> handle.createQuery(TELL).mapTo(Long.class).one());
    }

    @Override
    public void forHvertUtsnitt(Consumer<Utsnitt> mottaker) {
        Utsnittsdeler deler = new Utsnittsdeler(mottaker);
        forHverRad(LES_BESTAND, Rader::gjeldenderad, Gjeldenderad::organisasjonsnummer, deler::ta);
        deler.avslutt();
    }

    @Override
    public void forHver(Consumer<RegistreringspliktigVirksomhet> mottaker) {
        forHverRad(
                LES_HISTORIKK,
                (rad, kontekst) -> Rader.lagret(rad, kontekst).virksomhet(),
                RegistreringspliktigVirksomhet::organisasjonsnummer,
                mottaker);
    }

    private <R> void forHverRad(
            String sql, RowMapper<R> raden, Function<R, Organisasjonsnummer> nummer, Consumer<R> mottaker) {
        int etter = FOER_ALLE;
        List<R> side;
        do {
            side = les(sql, raden, etter);
            for (R rad : side) {
                mottaker.accept(rad);
                etter = nummer.apply(rad).tall();
            }
        } while (side.size() == SIDE);
    }

    private <R> List<R> les(String sql, RowMapper<R> raden, int etter) {
        return Lagerfeil.oversett(() -> handle.createQuery(sql)
                .bind("etter", etter)
                .bind("antall", SIDE)
                .map(raden)
                .list());
    }
}
