package no.rrh.application.service;

import java.util.List;
import no.rrh.application.port.in.Loggfoering;
import no.rrh.application.port.out.Endringslogg;
import no.rrh.application.port.out.Generasjon;
import no.rrh.domain.registrering.NummerertEndring;

/** A page of the endringslogg as it is handed out. */
final class Endringsside {
    private Endringsside() {}

    /** The generations are read after the changes, so that they hold the one that each was made in. */
    static List<Loggfoering> les(Endringslogg endringslogg, long etter, int antall) {
        List<NummerertEndring> endringer = endringslogg.etter(etter, antall);
        if (endringer.isEmpty()) {
            return List.of();
        }
        List<Generasjon> generasjoner = endringslogg.generasjoner();
        return endringer.stream()
                .map(endring -> Loggfoering.av(endring, generasjoner))
                .toList();
    }
}
