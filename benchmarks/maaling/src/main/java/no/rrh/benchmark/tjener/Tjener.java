package no.rrh.benchmark.tjener;

import java.net.URI;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import no.rrh.benchmark.prosess.Prosess;
import no.rrh.benchmark.prosess.Vent;

/**
 * A server that runs.
 *
 * @param adresse without a path
 */
public record Tjener(URI adresse, Prosess prosess) implements AutoCloseable {
    /**
     * Waits until it answers as it should, and stops it when it does not.
     *
     * @param hva what is waited for, for the message
     */
    public Tjener naar(BooleanSupplier svarer, Duration lengst, String hva) {
        try {
            Vent.til(svarer, prosess, lengst, hva);
            return this;
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    @Override
    public void close() {
        prosess.close();
    }
}
