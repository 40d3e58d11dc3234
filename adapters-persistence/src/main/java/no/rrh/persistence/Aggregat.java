package no.rrh.persistence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.rrh.domain.registrering.RegistreringspliktigVirksomhet;
import no.rrh.domain.virksomhet.Organisasjonsnummer;

/**
 * One row of the register: a virksomhet as it stands.
 *
 * @param hodeFra the change from which foerstRegistrert and slettet are as they are
 * @param registreringer those that were read: all, or the gjeldende one alone
 */
record Aggregat(
        Organisasjonsnummer nummer,
        Instant foerstRegistrert,
        Optional<Instant> slettet,
        long hodeFra,
        List<Lagret> registreringer) {
    Optional<Lagret> finn(UUID registreringsid) {
        return registreringer.stream()
                .filter(lagret -> lagret.registrering().registreringsid().equals(registreringsid))
                .findFirst();
    }

    RegistreringspliktigVirksomhet virksomhet() {
        return new RegistreringspliktigVirksomhet(
                nummer,
                foerstRegistrert,
                slettet,
                registreringer.stream().map(Lagret::registrering).toList());
    }
}
