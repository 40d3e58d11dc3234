package no.rrh.persistence.register;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import no.rrh.domain.registrering.Registrering;
import no.rrh.domain.registrering.RegistreringspliktigVirksomhet;

/** What is stated of a virksomhet beside the content of its registrations, which one is gjeldende included. */
record Tilstand(Instant foerstRegistrert, Optional<Instant> slettet, Optional<UUID> gjeldende) {
    static Tilstand av(RegistreringspliktigVirksomhet virksomhet) {
        return new Tilstand(
                virksomhet.foerstRegistrert(),
                virksomhet.slettet(),
                virksomhet.gjeldende().map(Registrering::registreringsid));
    }
}
