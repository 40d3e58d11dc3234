package no.rrh.http.maskinporten;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import no.rrh.domain.feil.UgyldigVerdi;
import no.rrh.domain.virksomhet.Organisasjonsnummer;
import no.rrh.http.sikkerhet.Scopenavn;

/**
 * An order for a token.
 *
 * @param scopes at least one, each a {@code scope-token} of RFC 6749; the register need not know them
 * @param consumer who is given access
 * @param supplier who calls on its behalf
 * @param levetid how long the token lasts, from 1 second to 130 minutes; parts of a second fall away
 * @param klientId the {@code client_id} of who ordered it
 * @param klientbevis how that was shown, in the words of {@code client_amr}
 * @param ressurser whom the token is for ({@code aud}); none in particular when empty
 */
public record Tokenbestilling(
        List<String> scopes,
        Organisasjonsnummer consumer,
        Optional<Organisasjonsnummer> supplier,
        Duration levetid,
        String klientId,
        String klientbevis,
        List<String> ressurser) {
    static final String SERTIFIKAT = "virksomhetssertifikat";
    static final String NOEKKEL = "private_key_jwt";

    private static final String DENNE_MASKINEN = "rrh-lokal";
    private static final Duration KORTEST = Duration.ofSeconds(1);
    private static final Duration LENGST = Duration.ofMinutes(130);

    /**
     * Checks the order.
     *
     * @throws UgyldigVerdi when there is no scope, one is not well formed, or the levetid is outside its bounds
     */
    public Tokenbestilling {
        scopes = List.copyOf(scopes);
        ressurser = List.copyOf(ressurser);
        Scopenavn.krevMinstEtt(scopes);
        if (levetid.compareTo(KORTEST) < 0 || levetid.compareTo(LENGST) > 0) {
            throw new UgyldigVerdi("levetid må være fra 1 sekund til 130 minutter");
        }
    }

    /** One from whoever can read the folder, who needs no client. */
    public Tokenbestilling(
            List<String> scopes,
            Organisasjonsnummer consumer,
            Optional<Organisasjonsnummer> supplier,
            Duration levetid) {
        this(scopes, consumer, supplier, levetid, DENNE_MASKINEN, SERTIFIKAT, List.of());
    }
}
