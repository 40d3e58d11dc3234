package no.rrh.http.representasjon.lesing.plantet;

import no.rrh.domain.registrering.RegistreringspliktigVirksomhet;

/** What the import reader may do. */
public final class Plantet {
    private Plantet() {}

    public static final class Leser {
        RegistreringspliktigVirksomhet virksomhet;
    }
}
