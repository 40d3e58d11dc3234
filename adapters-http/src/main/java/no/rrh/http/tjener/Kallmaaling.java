package no.rrh.http.tjener;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import no.rrh.domain.tilgang.Konsument;
import no.rrh.domain.tilgang.Operasjon;
import no.rrh.domain.tilgang.Scope;
import no.rrh.http.kall.Grense;
import no.rrh.http.kall.Kall;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;

/**
 * Counts and times the requests that have been answered, and counts the limits that were met. Its labels are words of our own
 * alone: nothing of what a caller wrote, and neither consumer nor virksomhet.
 */
final class Kallmaaling implements RequestLog {
    private static final String UTENFOR = "annet";
    private static final String UTEN_SCOPE = "ingen";
    private static final String GRENSE = "rrh.grense.treff";

    /** From a look-up to a download by a slow reader. */
    private static final Duration[] GRENSER = Stream.of(
                    1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 60_000, 600_000)
            .map(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final MeterRegistry maalere;
    private final Map<Slag, Timer> tider = new ConcurrentHashMap<>();

    Kallmaaling(MeterRegistry maalere) {
        this.maalere = maalere;
        // from the start, or the first who are turned away would be no increase to an alert
        for (Grense grense : Grense.values()) {
            treff(maalere, grense);
        }
    }

    @Override
    public void log(Request request, Response response) {
        long tid = System.nanoTime() - request.getBeginNanoTime();
        Kall kall = Kall.av(request);
        Slag slag = new Slag(
                kall.operasjon(),
                kall.konsument().map(Konsument::scopes).flatMap(Kallmaaling::videste),
                response.getStatus());
        tider.computeIfAbsent(slag, this::tid).record(tid, TimeUnit.NANOSECONDS);
        kall.avvistAv().ifPresent(grense -> treff(maalere, grense).increment());
    }

    /** How often callers meet the limit. */
    static Counter treff(MeterRegistry maalere, Grense grense) {
        return Counter.builder(GRENSE)
                .description("How many times a request or a connection was turned away by a limit or a filter")
                .tag("grense", grense.navn())
                .register(maalere);
    }

    /** They are declared with the widest access first. */
    private static Optional<Scope> videste(Set<Scope> scopes) {
        return scopes.stream().min(Comparator.naturalOrder());
    }

    private Timer tid(Slag slag) {
        return Timer.builder("rrh.kall")
                .description("How long requests took, from their first byte until the answer was taken")
                .tag("operasjon", slag.operasjon.map(Operasjon::navn).orElse(UTENFOR))
                .tag("scope", slag.scope.map(Scope::kortnavn).orElse(UTEN_SCOPE))
                .tag("status", Integer.toString(slag.status))
                .serviceLevelObjectives(GRENSER)
                .register(maalere);
    }

    private record Slag(Optional<Operasjon> operasjon, Optional<Scope> scope, int status) {}
}
