package no.rrh.http.kvote;

import io.github.bucket4j.ConsumptionProbe;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import no.rrh.domain.virksomhet.Organisasjonsnummer;
import no.rrh.http.feil.Avvisning;
import no.rrh.http.feil.Feil;
import no.rrh.http.kall.Kall;
import no.rrh.http.kall.Kallkontroll;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.server.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts the calls of each consumer against the quota of the resource, once it is known who calls, and tells what is left in
 * the fields of the IETF's draft (draft-ietf-httpapi-ratelimit-headers). Who has no valid token is no consumer, and is
 * refused anyway.
 */
public final class Kvotekontroll implements Kallkontroll {
    private static final Logger LOG = LoggerFactory.getLogger(Kvotekontroll.class);

    private final Map<Kvoteslag, Kvoteregnskap> regnskap = new EnumMap<>(Kvoteslag.class);

    /**
     * Nothing is used yet.
     *
     * @param kvoter a kind of calls without one has no limit
     * @param nanotid a clock that never goes back, in nanoseconds
     */
    public Kvotekontroll(Map<Kvoteslag, Kvote> kvoter, LongSupplier nanotid) {
        kvoter.forEach((slag, kvote) -> regnskap.put(slag, new Kvoteregnskap(slag, kvote, nanotid)));
    }

    @Override
    public void kontroller(Request request) {
        Kall kall = Kall.av(request);
        kall.operasjon()
                .map(Kvoteslag::av)
                .map(regnskap::get)
                .ifPresent(dens -> kall.konsument().ifPresent(hvem -> ta(kall, dens, hvem.consumer())));
    }

    private static void ta(Kall kall, Kvoteregnskap dens, Organisasjonsnummer consumer) {
        ConsumptionProbe igjen = dens.ta(consumer);
        kall.svaresMed(dens.policy());
        kall.svaresMed(new HttpField("RateLimit", resten(dens, igjen)));
        if (igjen.isConsumed()) {
            return;
        }
        kall.avvistAv(dens.slag().grense());
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

    private static String resten(Kvoteregnskap dens, ConsumptionProbe igjen) {
        return '"' + dens.slag().navn() + "\";r=" + igjen.getRemainingTokens() + ";t="
                + sekunder(igjen.isConsumed() ? igjen.getNanosToWaitForReset() : igjen.getNanosToWaitForRefill());
    }

    /** Rounded up, so that who waits as long has waited long enough. */
    private static long sekunder(long nano) {
        return (nano + TimeUnit.SECONDS.toNanos(1) - 1) / TimeUnit.SECONDS.toNanos(1);
    }
}
