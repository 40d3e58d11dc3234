package no.rrh.benchmark.mikro;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import no.rrh.benchmark.grunnlag.Engangs;
import no.rrh.domain.tilgang.Kaller;
import no.rrh.domain.virksomhet.Organisasjonsnummer;
import no.rrh.http.maskinporten.LokalMaskinporten;
import no.rrh.http.maskinporten.Tokenbestilling;
import no.rrh.http.sikkerhet.MaskinportenAutentisering;
import no.rrh.http.sikkerhet.Utsteder;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Who calls, from a token that is remembered and from one that is not. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class Tokendeler {
    private static final URI UTSTEDER = URI.create("http://127.0.0.1:8080/maskinporten/");

    private Path mappe;
    private List<String> authorization;
    private MaskinportenAutentisering husker;
    private MaskinportenAutentisering glemmer;

    @Setup
    public void lag() throws IOException {
        mappe = Files.createTempDirectory("rrh-jmh");
        LokalMaskinporten maskinporten = LokalMaskinporten.aapne(mappe.resolve("maskinporten"), Clock.systemUTC());
        maskinporten.settUtsteder(UTSTEDER);
        String token = maskinporten.utsted(new Tokenbestilling(
                List.of("brreg:reelle/rapporteringspliktig"),
                new Organisasjonsnummer("310000019"),
                Optional.empty(),
                Duration.ofHours(1)));
        authorization = List.of("Bearer " + token);
        husker = autentisering(maskinporten, MaskinportenAutentisering.STANDARD_HUSKEDE);
        glemmer = autentisering(maskinporten, 0);
    }

    private static MaskinportenAutentisering autentisering(LokalMaskinporten maskinporten, int huskede) {
        return new MaskinportenAutentisering(
                new Utsteder(UTSTEDER.toString()),
                Optional.empty(),
                maskinporten.noekler(),
                Clock.systemUTC(),
                huskede,
                new SimpleMeterRegistry());
    }

    @TearDown
    public void rydd() {
        Engangs.slett(mappe);
    }

    /** Found by its digest. */
    @Benchmark
    public Kaller husket() {
        return husker.autentiser(authorization);
    }

    /** Read, its signature verified (RS256, 2048 bits), its claims judged. */
    @Benchmark
    public Kaller verifisert() {
        return glemmer.autentiser(authorization);
    }
}
