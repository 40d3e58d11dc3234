package no.rrh.persistence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import no.rrh.domain.registrering.Endring;
import no.rrh.domain.virksomhet.Organisasjonsnummer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Rows on their way to the database, gathered by statement. */
final class Batcher {
    private final Handle handle;
    private final List<Runnable> sendes = new ArrayList<>();
    private final Samler nyeVirksomheter = new Samler("ny_virksomhet");
    private final Samler endredeVirksomheter = new Samler("endre_virksomhet");
    private final Samler registreringer = new Samler("ny_registrering");
    private final Samler tidligereRegistreringer = new Samler("ny_tidligere_registrering");
    private final Samler tidligereHoder = new Samler("nytt_tidligere_hode");
    private final Samler endringer = new Samler("ny_endring");

    Batcher(Handle handle) {
        this.handle = handle;
    }

    void virksomhet(Aggregat a, boolean finnes) {
        PreparedBatch batch = (finnes ? endredeVirksomheter : nyeVirksomheter).batch();
        batch.bind("organisasjonsnummer", a.nummer().tall())
                .bind("foerstRegistrert", Sql.tid(a.foerstRegistrert()))
                .bind("slettet", Sql.tid(a.slettet()))
                .bind("hodeFra", a.hodeFra())
                .bind("gjeldende", dokument(a, true))
                .bind("tidligere", dokument(a, false))
                .add();
    }

    private static byte[] dokument(Aggregat a, boolean gjeldende) {
        List<Lagret> deler = a.registreringer().stream()
                .filter(lagret -> lagret.registrering().erGjeldende() == gjeldende)
                .toList();
        return deler.isEmpty() ? null : Dokument.skriv(deler);
    }

    void registrering(UUID id, Organisasjonsnummer nummer) {
        registreringer
                .batch()
                .bind("registreringsid", id)
                .bind("organisasjonsnummer", nummer.tall())
                .add();
    }

    void tidligereVersjon(Organisasjonsnummer nummer, Lagret gammel, long til) {
        tidligereRegistreringer
                .batch()
                .bind("organisasjonsnummer", nummer.tall())
                .bind("registreringsid", gammel.registrering().registreringsid())
                .bind("versjon", gammel.registrering().versjon())
                .bind("fra", gammel.fra())
                .bind("til", til)
                .bind("innhold", Dokument.skriv(List.of(gammel)))
                .add();
    }

    void tidligereHode(Aggregat gammel, long til) {
        tidligereHoder
                .batch()
                .bind("organisasjonsnummer", gammel.nummer().tall())
                .bind("fra", gammel.hodeFra())
                .bind("til", til)
                .bind("foerstRegistrert", Sql.tid(gammel.foerstRegistrert()))
                .bind("slettet", Sql.tid(gammel.slettet()))
                .add();
    }

    void endring(long nummer, Instant tidspunkt, Endring endring) {
        endringer
                .batch()
                .bind("sekvensnummer", nummer)
                .bind("tidspunkt", Sql.tid(tidspunkt))
                .bind("type", endring.type().name())
                .bind("organisasjonsnummer", endring.organisasjonsnummer().tall())
                .bind("registreringsid", endring.registreringsid())
                .add();
    }

    void send() {
        sendes.forEach(Runnable::run);
    }

    /** The rows of one statement. */
    private final class Samler {
        private final String fil;
        private PreparedBatch batch;

        Samler(String fil) {
            this.fil = fil;
            sendes.add(this::send);
        }

        PreparedBatch batch() {
            if (batch == null) {
                batch = handle.prepareBatch(Sql.fil(fil));
            }
            return batch;
        }

        private void send() {
            if (batch != null && batch.size() > 0) {
                batch.execute();
            }
        }
    }
}
