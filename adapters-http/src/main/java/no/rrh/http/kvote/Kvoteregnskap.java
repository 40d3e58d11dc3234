package no.rrh.http.kvote;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.function.LongSupplier;
import no.rrh.domain.virksomhet.Organisasjonsnummer;
import no.rrh.http.kall.Sjelden;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.PreEncodedHttpField;

/** What is left to each consumer of one quota: a token bucket each, forgotten once it has been full for long enough. */
final class Kvoteregnskap {
    private static final Duration KLARING = Duration.ofSeconds(2);

    private final Kvoteslag slag;
    private final Kvote kvote;
    private final HttpField policy;
    private final LoadingCache<Organisasjonsnummer, Boette> boetter;

    /**
     * @param nanotid a clock that never goes back, in nanoseconds
     */
    Kvoteregnskap(Kvoteslag slag, Kvote kvote, LongSupplier nanotid) {
        this.slag = slag;
        this.kvote = kvote;
        this.policy = new PreEncodedHttpField(
                "RateLimit-Policy",
                '"' + slag.navn() + "\";q=" + kvote.antall() + ";w="
                        + kvote.vindu().toSeconds());
        TimeMeter klokke = new Nanotid(nanotid);
        this.boetter = Caffeine.newBuilder()
                .ticker(nanotid::getAsLong)
                // by then it is full, so a new one is the same; an access may be noted a second late
                .expireAfterAccess(kvote.vindu().plus(KLARING))
                .build(consumer -> new Boette(
                        Bucket.builder()
                                .addLimit(grense ->
                                        grense.capacity(kvote.antall()).refillGreedy(kvote.antall(), kvote.vindu()))
                                .withCustomTimePrecision(klokke)
                                .build(),
                        new Sjelden()));
    }

    Kvoteslag slag() {
        return slag;
    }

    Kvote kvote() {
        return kvote;
    }

    /** The quota, as each call that is counted against it is told. */
    HttpField policy() {
        return policy;
    }

    /** Counts a call, and tells what is left; one that there is no room for is not counted. */
    ConsumptionProbe ta(Organisasjonsnummer consumer) {
        return boetter.get(consumer).kall().tryConsumeAndReturnRemaining(1);
    }

    /** Whether it is to be logged that this consumer was refused: now and then, however often it is. */
    boolean skalLogges(Organisasjonsnummer consumer) {
        return boetter.get(consumer).avslag().erDetPaaTide();
    }

    private record Boette(Bucket kall, Sjelden avslag) {}

    private record Nanotid(LongSupplier nanotid) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return nanotid.getAsLong();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
