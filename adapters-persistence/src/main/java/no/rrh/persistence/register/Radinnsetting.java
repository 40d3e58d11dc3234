package no.rrh.persistence.register;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Puts rows into a table as they are. */
final class Radinnsetting {
    private final Innsetting innsetting;
    private final List<String> navn;

    /** The columns that the statement has no values for, the first ones. */
    private final int utelatt;

    private Radinnsetting(Registertabell tabell, Innsetting innsetting) {
        this.innsetting = innsetting;
        this.navn = innsetting.navn();
        this.utelatt = tabell.kolonner().size() - navn.size();
    }

    /** The statement whose values are the table's columns, in their order. The counter has its one row already. */
    static Radinnsetting av(Registertabell tabell) {
        return new Radinnsetting(
                tabell,
                switch (tabell) {
                    case SEKVENS -> Innsetting.av("oppdater_sekvens");
                    case VIRKSOMHET -> Innsetting.medKopi("ny_virksomhet");
                    case VIRKSOMHET_TIDLIGERE -> Innsetting.medKopi("ny_tidligere_tilstand");
                    case REGISTRERING -> Innsetting.medKopi("ny_registrering");
                    case REGISTRERING_TIDLIGERE_VERSJON -> Innsetting.medKopi("ny_tidligere_versjon");
                    case ENDRING -> Innsetting.medKopi("ny_endring");
                    case GENERASJON -> Innsetting.av("ny_generasjon");
                    case TILGANGSENDRING -> Innsetting.av("ny_tilgangsendring");
                });
    }

    void settInn(Handle handle, Dialekt dialekt, List<Rad> rader) {
        if (!rader.isEmpty()) {
            dialekt.settInn(handle, innsetting, rader, (rad, verdier) -> {
                for (int i = 0; i < navn.size(); i++) {
                    verdier.bind(navn.get(i), bundet(rad.verdi(utelatt + i)));
                }
            });
        }
    }

    private static Object bundet(Object verdi) {
        return verdi instanceof Instant tid ? Rader.tid(tid) : verdi;
    }
}
