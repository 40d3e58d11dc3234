package no.rrh.http.maskinporten;

import java.util.List;
import java.util.Optional;
import no.rrh.domain.virksomhet.Organisasjonsnummer;

/**
 * What a client asks for in a JWT grant, judged and found in order; whether it has been used before is not.
 *
 * @param scopes each once, in the order asked for
 * @param consumer on whose behalf, when it is not its own
 * @param klientbevis how the client showed who it is
 */
record Grant(
        Klient klient,
        List<String> scopes,
        Optional<Organisasjonsnummer> consumer,
        List<String> ressurser,
        String klientbevis,
        String jti) {}
