package no.rrh.domain.tilgang;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import no.rrh.domain.virksomhet.Organisasjonsnummer;

/**
 * A caller with a verified token.
 *
 * @param consumer the virksomhet that has been given access; decides alone
 * @param supplier the systemleverandør that calls on its behalf; logged, never decisive
 * @param klientId the client at Maskinporten
 * @param scopes those of the token that the register knows
 * @param utloeper when the token ends, and with it all that goes on by it
 */
public record Konsument(
        Organisasjonsnummer consumer,
        Optional<Organisasjonsnummer> supplier,
        String klientId,
        Set<Scope> scopes,
        Instant utloeper)
        implements Kaller {
    public Konsument {
        scopes = Set.copyOf(scopes);
    }
}
