package no.rrh.http.sikkerhet;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import no.rrh.domain.tilgang.Kaller;
import no.rrh.domain.tilgang.Konsument;
import no.rrh.domain.tilgang.Ukjent;
import no.rrh.http.kall.Traceparent;
import no.rrh.http.sikkerhet.Avvist.Grunn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Verifies access tokens of Maskinporten: form, signature and claims, in that order. A verified token is remembered by
 * its SHA-256 until it ends, for as long as the very key that verified it counts; a refused one is not remembered.
 *
 * <p>Nothing of a token is ever logged or let out in an exception.
 */
public final class MaskinportenAutentisering implements Autentisering {
    /** How many verified tokens are remembered unless told otherwise. */
    public static final int STANDARD_HUSKEDE = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(MaskinportenAutentisering.class);
    private static final int LENGSTE_HODE = 8192;
    private static final String BEARER = "Bearer ";

    private final Noekkelkilde kilde;
    private final Clock klokke;
    private final Tokenkrav tokenkrav;
    private final Tokenmaaling maaling;
    private final Cache<ByteBuffer, Husket> huskede;

    /**
     * @param utsteder whose tokens are let in
     * @param egenIdentifikator what {@code aud} may be beside absent and {@code unspecified}
     * @param antallHuskede the largest number of verified tokens to remember; 0 remembers none
     * @param maalere are told what became of tokens, and how long verifying took
     */
    public MaskinportenAutentisering(
            Utsteder utsteder,
            Optional<String> egenIdentifikator,
            Noekkelkilde kilde,
            Clock klokke,
            int antallHuskede,
            MeterRegistry maalere) {
        this.kilde = kilde;
        this.klokke = klokke;
        this.maaling = new Tokenmaaling(maalere);
        this.tokenkrav = new Tokenkrav(utsteder, egenIdentifikator, klokke);
        this.huskede = Caffeine.newBuilder()
                .maximumSize(antallHuskede)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(klokke.millis()))
                .expireAfter(Expiry.creating(this::gjenstaaende))
                .executor(Runnable::run)
                .build();
    }

    @Override
    public Kaller autentiser(List<String> authorization) {
        return autentiser(authorization, Optional.empty());
    }

    @Override
    public Kaller autentiser(List<String> authorization, Optional<Traceparent> traceparent) {
        if (authorization.isEmpty()) {
            return Ukjent.UTEN_TOKEN;
        }
        try {
            return kaller(token(authorization), traceparent);
        } catch (Avvist avvist) {
            LOG.debug("Token refused: {}", avvist.grunn());
            maaling.avvist(avvist.grunn());
            return Ukjent.UGYLDIG_TOKEN;
        }
    }

    private static String token(List<String> authorization) throws Avvist {
        String verdi = authorization.get(0);
        if (authorization.size() != 1
                || verdi.length() > LENGSTE_HODE
                || !verdi.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw new Avvist(Grunn.AUTHORIZATION);
        }
        return verdi.substring(BEARER.length());
    }

    /** Tells who calls with the token, or that it cannot be told yet; refuses for a reason that tests can see. */
    Kaller kaller(String token, Optional<Traceparent> traceparent) throws Avvist {
        ByteBuffer avtrykk = avtrykk(token);
        Husket husket = huskede.getIfPresent(avtrykk);
        if (husket != null
                && klokke.millis() < husket.sluttMs
                && kilde.gjeldende().har(husket.noekkel)) {
            maaling.husket();
            return husket.konsument;
        }
        return maaling.verifisering(() -> verifiser(token, avtrykk, traceparent));
    }

    private Kaller verifiser(String token, ByteBuffer avtrykk, Optional<Traceparent> traceparent) throws Avvist {
        Kompakttoken kompakt = Kompakttoken.les(token, Kompakttoken.Slag.ADGANG);
        if (kilde.gjeldende().erTomt()) {
            return Ukjent.NOEKLER_MANGLER;
        }
        Noekkel noekkel = noekkel(kompakt.kid().orElseThrow(), traceparent);
        Map<String, Object> krav = kompakt.verifisertInnhold(noekkel);
        Konsument konsument = tokenkrav.konsument(krav);
        huskede.put(avtrykk, new Husket(konsument, noekkel, Tokenkrav.sluttMs(krav)));
        return konsument;
    }

    private Noekkel noekkel(String kid, Optional<Traceparent> traceparent) throws Avvist {
        return kilde.gjeldende()
                .finn(kid)
                .or(() -> kilde.etterUkjentKid(traceparent).finn(kid))
                .orElseThrow(() -> new Avvist(Grunn.UKJENT_NOEKKEL));
    }

    private static ByteBuffer avtrykk(String token) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return ByteBuffer.wrap(sha256.digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException umulig) {
            throw new AssertionError("every Java platform has SHA-256", umulig);
        }
    }

    private Duration gjenstaaende(ByteBuffer avtrykk, Husket husket) {
        return Duration.ofMillis(husket.sluttMs - klokke.millis());
    }

    /** How many tokens are remembered now. */
    long antallHuskede() {
        huskede.cleanUp();
        return huskede.estimatedSize();
    }

    private record Husket(Konsument konsument, Noekkel noekkel, long sluttMs) {}
}
