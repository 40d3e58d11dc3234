package no.rrh.http.maskinporten;

import java.time.Duration;
import java.util.Optional;
import no.rrh.domain.virksomhet.Organisasjonsnummer;
import no.rrh.http.maskinporten.Tokenfeil.Grunn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A grant in, a token out. Nothing of either is ever logged. */
public final class Tokenutveksling {
    /** How long Maskinporten's tokens last when nobody has asked for something else. */
    static final Duration LEVETID = Duration.ofSeconds(120);

    private static final Logger LOG = LoggerFactory.getLogger(Tokenutveksling.class);
    private static final String JWT_BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer";

    private final LokalMaskinporten maskinporten;
    private final Grantkontroll kontroll;
    private final BrukteGrants brukte;

    Tokenutveksling(LokalMaskinporten maskinporten, Grantkontroll kontroll, BrukteGrants brukte) {
        this.maskinporten = maskinporten;
        this.kontroll = kontroll;
        this.brukte = brukte;
    }

    /** The token that was asked for, and the order that it was issued by. */
    Utstedt utsted(Tokenskjema skjema) throws Tokenfeil {
        try {
            return utsted(kontroll.kontroller(assertion(skjema), maskinporten.krevUtsteder()));
        } catch (Tokenfeil feil) {
            LOG.debug("Grant refused: {}", feil.grunn());
            throw feil;
        }
    }

    private static String assertion(Tokenskjema skjema) throws Tokenfeil {
        String type = skjema.verdi("grant_type").orElseThrow(() -> new Tokenfeil(Grunn.UTEN_GRANT_TYPE));
        if (!type.equals(JWT_BEARER)) {
            throw new Tokenfeil(Grunn.ANNEN_GRANT_TYPE);
        }
        return skjema.verdi("assertion").orElseThrow(() -> new Tokenfeil(Grunn.UTEN_ASSERTION));
    }

    private Utstedt utsted(Grant grant) throws Tokenfeil {
        Klient klient = grant.klient();
        if (!brukte.bruk(klient.id(), grant.jti())) {
            throw new Tokenfeil(Grunn.BRUKT);
        }
        Optional<Organisasjonsnummer> supplier = grant.consumer().map(consumer -> klient.orgnr());
        Tokenbestilling bestilling = new Tokenbestilling(
                grant.scopes(),
                grant.consumer().orElse(klient.orgnr()),
                supplier,
                LEVETID,
                klient.id(),
                grant.klientbevis(),
                grant.ressurser());
        return new Utstedt(maskinporten.utsted(bestilling), bestilling);
    }

    /** A token, and what it was issued for. */
    record Utstedt(String token, Tokenbestilling bestilling) {}
}
