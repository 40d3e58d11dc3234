package no.rrh.http.sikkerhet;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.rrh.domain.tilgang.Kaller;
import no.rrh.domain.tilgang.Konsument;
import no.rrh.http.sikkerhet.Avvist.Grunn;

/** Counts what became of the tokens that came, and times those that had to be verified. */
final class Tokenmaaling {
    private static final Duration[] GRENSER = {
        Duration.ofNanos(100_000),
        Duration.ofNanos(200_000),
        Duration.ofNanos(500_000),
        Duration.ofMillis(1),
        Duration.ofMillis(10),
        Duration.ofMillis(100),
        Duration.ofSeconds(1),
        Duration.ofSeconds(2)
    };

    private final MeterRegistry maalere;
    private final Counter husket;
    private final Counter godtatt;
    private final Counter noeklerMangler;
    private final Map<Grunn, Counter> avvist;
    private final Timer verifisering;

    Tokenmaaling(MeterRegistry maalere) {
        this.maalere = maalere;
        this.husket = utfall("husket");
        this.godtatt = utfall("godtatt");
        this.noeklerMangler = utfall("noekler-mangler");
        this.avvist = Arrays.stream(Grunn.values())
                .collect(Collectors.toMap(Function.identity(), grunn -> utfall("avvist-" + navn(grunn))));
        this.verifisering = Timer.builder("rrh.token.verifisering")
                .description("How long it took to verify a token that was not remembered, waiting for keys included")
                .serviceLevelObjectives(GRENSER)
                .register(maalere);
    }

    private static String navn(Grunn grunn) {
        return grunn.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private Counter utfall(String utfall) {
        return Counter.builder("rrh.token")
                .description("What became of the tokens that came")
                .tag("utfall", utfall)
                .register(maalere);
    }

    /** It was known from before. */
    void husket() {
        husket.increment();
    }

    /** It lets nobody in. */
    void avvist(Grunn grunn) {
        avvist.get(grunn).increment();
    }

    /** Verifies, which is timed whatever it comes to; of what is refused, {@link #avvist} is told. */
    Kaller verifisering(Verifisering verifisering) throws Avvist {
        long fra = System.nanoTime();
        try {
            Kaller kaller = verifisering.verifiser();
            (kaller instanceof Konsument ? godtatt : noeklerMangler).increment();
            return kaller;
        } finally {
            this.verifisering.record(System.nanoTime() - fra, TimeUnit.NANOSECONDS);
        }
    }

    @FunctionalInterface
    interface Verifisering {
        Kaller verifiser() throws Avvist;
    }
}
