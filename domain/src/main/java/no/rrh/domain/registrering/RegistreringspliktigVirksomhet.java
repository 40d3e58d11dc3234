package no.rrh.domain.registrering;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.rrh.domain.feil.UgyldigVerdi;
import no.rrh.domain.rettighetshaver.Foedselsnummer;
import no.rrh.domain.virksomhet.Organisasjonsnummer;

/**
 * A virksomhet with a duty to register, and everything registered about it.
 *
 * @param foerstRegistrert {@code foerstRegistrertIRegisterOverReelleRettighetshavere}
 * @param slettet {@code slettetIRegisterOverReelleRettighetshavere}; present while the virksomhet is deleted
 * @param registreringer at least one, newest first whatever order they came in, at most one of them gjeldende and none
 *     while deleted
 */
public record RegistreringspliktigVirksomhet(
        Organisasjonsnummer organisasjonsnummer,
        Instant foerstRegistrert,
        Optional<Instant> slettet,
        List<Registrering> registreringer) {
    public RegistreringspliktigVirksomhet {
        if (registreringer.isEmpty()) {
            throw new UgyldigVerdi("en virksomhet må ha minst én registrering");
        }
        // nearly all that are looked up have one
        registreringer = registreringer.size() == 1 ? List.copyOf(registreringer) : ordnet(registreringer);
        if (slettet.isPresent() && registreringer.stream().anyMatch(Registrering::erGjeldende)) {
            throw new UgyldigVerdi("en slettet virksomhet kan ikke ha en gjeldende registrering");
        }
    }

    private static List<Registrering> ordnet(List<Registrering> registreringer) {
        long gjeldende =
                registreringer.stream().filter(Registrering::erGjeldende).count();
        if (gjeldende > 1) {
            throw new UgyldigVerdi("en virksomhet kan ha høyst én gjeldende registrering, ikke " + gjeldende);
        }
        Set<UUID> ider = new HashSet<>();
        for (Registrering registrering : registreringer) {
            if (!ider.add(registrering.registreringsid())) {
                throw new UgyldigVerdi("registreringsid " + registrering.registreringsid() + " står to ganger");
            }
        }
        return registreringer.stream().sorted(Registrering.NYESTE_FOERST).toList();
    }

    /** The registration in force. */
    public Optional<Registrering> gjeldende() {
        for (Registrering registrering : registreringer) {
            if (registrering.erGjeldende()) {
                return Optional.of(registrering);
            }
        }
        return Optional.empty();
    }

    /** The numbers of those who are reelle rettighetshavere in any of the registrations, the gjeldende or another. */
    public Set<Foedselsnummer> personer() {
        return registreringer.stream()
                .flatMap(registrering -> registrering.personer().stream())
                .collect(Collectors.toSet());
    }

    /** Whether the person is one of them. */
    public boolean harHatt(Foedselsnummer person) {
        return personer().contains(person);
    }

    /** The registration with the identifier. */
    public Optional<Registrering> registrering(UUID registreringsid) {
        return registreringer.stream()
                .filter(registrering -> registrering.registreringsid().equals(registreringsid))
                .findFirst();
    }
}
