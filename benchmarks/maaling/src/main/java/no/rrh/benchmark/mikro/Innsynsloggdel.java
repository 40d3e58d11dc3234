package no.rrh.benchmark.mikro;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import no.rrh.application.port.out.Innsynsfoering;
import no.rrh.application.port.out.Innsynsfoering.Fase;
import no.rrh.application.port.out.Innsynsfoering.Hva;
import no.rrh.application.port.out.Innsynsfoering.Hvem;
import no.rrh.application.port.out.Innsynsfoering.Utfall;
import no.rrh.benchmark.grunnlag.Engangs;
import no.rrh.domain.innsyn.VistRegistrering;
import no.rrh.domain.virksomhet.Organisasjonsnummer;
import no.rrh.persistence.innsynslogg.Loggvalg;
import no.rrh.persistence.innsynslogg.Segmentlogg;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** An entry of the innsynslogg of one look-up, until it is on the disk, where as many are under way as there are connections. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class Innsynsloggdel {
    private static final int SAMTIDIGE = 32;
    private static final Loggvalg SOM_I_PRODUKSJON =
            new Loggvalg(64L << 20, Duration.ofDays(1827), Duration.ofHours(1), Optional.empty());

    private Path mappe;
    private Segmentlogg logg;
    private Innsynsfoering foering;

    @Setup
    public void aapne() throws IOException {
        mappe = Files.createTempDirectory("rrh-jmh");
        logg = Segmentlogg.aapne(mappe.resolve("innsynslogg"), SOM_I_PRODUKSJON, Clock.systemUTC());
        Organisasjonsnummer virksomhet = new Organisasjonsnummer("313513408");
        foering = new Innsynsfoering(
                Clock.systemUTC().instant(),
                Fase.HEL,
                "oppslag-a",
                new Hvem(
                        Optional.of(new Organisasjonsnummer("310000019")),
                        Optional.empty(),
                        Optional.of("rrh-lokal"),
                        Optional.of("brreg:reelle/rapporteringspliktig"),
                        Optional.of("hvitvaskingsloven-4-1-a"),
                        OptionalLong.of(1),
                        Optional.empty()),
                new Hva(
                        Optional.of(virksomhet),
                        List.of(new VistRegistrering(UUID.randomUUID(), 1)),
                        Optional.empty(),
                        Optional.empty(),
                        OptionalLong.empty(),
                        false,
                        Optional.empty()),
                new Utfall("vist", OptionalInt.of(200)),
                UUID.randomUUID().toString());
    }

    @TearDown
    public void lukk() {
        logg.close();
        Engangs.slett(mappe);
    }

    /** The time for each of them. */
    @Benchmark
    @OperationsPerInvocation(SAMTIDIGE)
    public void foering() {
        CompletableFuture.allOf(Stream.generate(() -> logg.foer(foering).toCompletableFuture())
                        .limit(SAMTIDIGE)
                        .toArray(CompletableFuture[]::new))
                .join();
    }
}
