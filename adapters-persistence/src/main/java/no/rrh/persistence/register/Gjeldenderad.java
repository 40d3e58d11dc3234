package no.rrh.persistence.register;

import java.time.Instant;
import java.util.Optional;
import no.rrh.domain.registrering.RegistreringspliktigVirksomhet;
import no.rrh.domain.virksomhet.Organisasjonsnummer;
import no.rrh.persistence.lagringsform.LagretRegistrering;
import no.rrh.persistence.lagringsform.Lagringsform;

/** A virksomhet with its gjeldende registration as it is stored: to understand the document is most of the work. */
record Gjeldenderad(
        Organisasjonsnummer organisasjonsnummer, Instant foerstRegistrert, Optional<Instant> slettet, byte[] dokument) {

    RegistreringspliktigVirksomhet virksomhet() {
        return new RegistreringspliktigVirksomhet(
                organisasjonsnummer,
                foerstRegistrert,
                slettet,
                Lagringsform.les(dokument, true).stream()
                        .map(LagretRegistrering::registrering)
                        .toList());
    }
}
