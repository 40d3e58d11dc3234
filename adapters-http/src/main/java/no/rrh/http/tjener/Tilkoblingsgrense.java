package no.rrh.http.tjener;

import io.micrometer.core.instrument.Counter;
import java.time.Duration;
import no.rrh.http.kall.Sjelden;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * At the limit no more connections are accepted: one that was on its way in is closed, the next wait in the system's queue
 * until another ends. Meanwhile silent ones are let go soon.
 */
final class Tilkoblingsgrense extends NetworkConnectionLimit {
    private static final Logger LOG = LoggerFactory.getLogger(Tilkoblingsgrense.class);
    private static final Duration LEDIG_NAAR_DET_ER_FULLT = Duration.ofSeconds(5);

    private final Sjelden sjelden = new Sjelden();

    private final Counter treff;

    Tilkoblingsgrense(Tjenergrenser grenser, Connector mottak, Counter treff) {
        super(grenser.tilkoblinger(), mottak);
        this.treff = treff;
        setEndPointIdleTimeout(
                Math.min(LEDIG_NAAR_DET_ER_FULLT.toMillis(), grenser.ledig().toMillis()));
    }

    @Override
    protected void limit() {
        super.limit();
        treff.increment();
        if (sjelden.erDetPaaTide()) {
            LOG.warn("{} connections are open, which is the limit: the next must wait", getMaxNetworkConnectionCount());
        }
    }
}
