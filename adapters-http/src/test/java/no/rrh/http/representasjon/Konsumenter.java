package no.rrh.http.representasjon;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import no.rrh.domain.Eksempler;
import no.rrh.domain.tilgang.Konsument;
import no.rrh.domain.tilgang.Scope;

/** Callers of whom nothing matters but their scopes. */
final class Konsumenter {
    private Konsumenter() {}

    static Konsument med(Scope... scopes) {
        return new Konsument(Eksempler.organisasjonsnummer(1), Optional.empty(), "klient", Set.of(scopes), Instant.MAX);
    }
}
