package no.rrh.http.kvote;

import io.github.bucket4j.ConsumptionProbe;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import no.rrh.domain.virksomhet.Organisasjonsnummer;
import no.rrh.http.feil.Avvisning;
import no.rrh.http.feil.Feil;
import no.rrh.http.kall.Kall;
import no.rrh.http.sikkerhet.Autentisert;
import org.eclipse.jetty.server.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts the calls of each consumer against the quota of the resource, once it is known who calls, and tells what is left in
 * the fields of the IETF's draft (draft-ietf-httpapi-ratelimit-headers). Who has no valid token is no consumer, and is
 * refused anyway.
 */
@Autentisert
@Priority(Priorities.AUTHENTICATION + 2)
public final class Kvotefilter implements ContainerRequestFilter, ContainerResponseFilter {
    private static final Logger LOG = LoggerFactory.getLogger(Kvotefilter.class);
    private static final String TELT = Kvotefilter.class.getName();

    private final Map<Kvoteslag, Kvoteregnskap> regnskap = new EnumMap<>(Kvoteslag.class);

    @Inject
    private Provider<Request> request;

    /**
     * Nothing is used yet.
     *
     * @param kvoter a kind of calls without one has no limit
     * @param nanotid a clock that never goes back, in nanoseconds
     */
    public Kvotefilter(Map<Kvoteslag, Kvote> kvoter, LongSupplier nanotid) {
        kvoter.forEach((slag, kvote) -> regnskap.put(slag, new Kvoteregnskap(slag, kvote, nanotid)));
    }

    @Override
    public void filter(ContainerRequestContext kall) {
        Kall dette = Kall.av(request.get());
        dette.operasjon()
                .map(Kvoteslag::av)
                .map(regnskap::get)
                .ifPresent(dens -> dette.konsument().ifPresent(hvem -> ta(kall, dens, hvem.consumer())));
    }

    private void ta(ContainerRequestContext kall, Kvoteregnskap dens, Organisasjonsnummer consumer) {
        ConsumptionProbe igjen = dens.ta(consumer);
        kall.setProperty(TELT, new Telt(dens.slag(), dens.kvote(), igjen));
        if (igjen.isConsumed()) {
            return;
        }
        if (dens.skalLogges(consumer)) {
            LOG.atWarn()
                    .addKeyValue("consumer", consumer.verdi())
                    .addKeyValue("quota", dens.slag().navn())
                    .log("A consumer has used up its quota, and is told to come back");
        }
        throw new Avvisning(Feil.kvotenErBruktOpp(
                dens.slag().navn(),
                dens.kvote().antall(),
                dens.kvote().vindu(),
                sekunder(igjen.getNanosToWaitForRefill())));
    }

    @Override
    public void filter(ContainerRequestContext kall, ContainerResponseContext svar) {
        if (kall.getProperty(TELT) instanceof Telt telt) {
            svar.getHeaders().putSingle("RateLimit-Policy", telt.kvoten());
            svar.getHeaders().putSingle("RateLimit", telt.resten());
        }
    }

    /** Rounded up, so that who waits as long has waited long enough. */
    private static long sekunder(long nano) {
        return (nano + TimeUnit.SECONDS.toNanos(1) - 1) / TimeUnit.SECONDS.toNanos(1);
    }

    /** What a call was counted against, and what was left after it. */
    private record Telt(Kvoteslag slag, Kvote kvote, ConsumptionProbe igjen) {
        String kvoten() {
            return '"' + slag.navn() + "\";q=" + kvote.antall() + ";w="
                    + kvote.vindu().toSeconds();
        }

        String resten() {
            return '"' + slag.navn() + "\";r=" + igjen.getRemainingTokens() + ";t="
                    + sekunder(igjen.isConsumed() ? igjen.getNanosToWaitForReset() : igjen.getNanosToWaitForRefill());
        }
    }
}
