package no.rrh.persistence.register;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import no.rrh.domain.registrering.Registrering;
import no.rrh.domain.registrering.RegistreringspliktigVirksomhet;
import no.rrh.persistence.lagringsform.LagretRegistrering;

/**
 * A virksomhet as it stands, with the changes since which it has stood so.
 *
 * @param fra the sekvensnummer since which its {@link Tilstand} has held
 * @param innholdFra the same for the content of each registration
 */
record Lagret(RegistreringspliktigVirksomhet virksomhet, long fra, Map<UUID, Long> innholdFra) {
    static Lagret av(RegistreringspliktigVirksomhet virksomhet, long fra, List<LagretRegistrering> registreringer) {
        return new Lagret(
                virksomhet,
                fra,
                registreringer.stream()
                        .collect(Collectors.toMap(
                                lagret -> lagret.registrering().registreringsid(), LagretRegistrering::fra)));
    }

    /** The registration with the identifier. */
    Optional<LagretRegistrering> registrering(UUID id) {
        return virksomhet.registrering(id).map(this::medFra);
    }

    /** Its registrations, newest first: the gjeldende one, or all the others. */
    List<LagretRegistrering> registreringer(boolean gjeldende) {
        return virksomhet.registreringer().stream()
                .filter(registrering -> registrering.erGjeldende() == gjeldende)
                .map(this::medFra)
                .toList();
    }

    private LagretRegistrering medFra(Registrering registrering) {
        return new LagretRegistrering(registrering, innholdFra.get(registrering.registreringsid()));
    }
}
