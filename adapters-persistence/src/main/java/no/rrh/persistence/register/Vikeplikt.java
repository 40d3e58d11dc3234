package no.rrh.persistence.register;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * Has a long write make way for look-ups. As long as some are made it rests twice as long as it works, so that an import into a
 * server on a small machine leaves most of it to those who wait for an answer; when nobody asks it does not rest.
 */
final class Vikeplikt {
    private static final int HVILE_PER_ARBEID = 2;

    /** Shorter pieces of work are taken together, since a thread that rests is not woken to the microsecond. */
    private static final long MINSTE_ARBEID = TimeUnit.MILLISECONDS.toNanos(2);

    /** A piece that took longer than it can have worked, such as a wait for more of a pipe, is not paid for in full. */
    private static final long LENGSTE_HVILE = TimeUnit.MILLISECONDS.toNanos(200);

    private final LongAdder oppslag = new LongAdder();
    private final LongSupplier nanotid;
    private final LongConsumer hvil;

    Vikeplikt() {
        this(System::nanoTime, LockSupport::parkNanos);
    }

    /**
     * One with a clock of its own.
     *
     * @param hvil rests for so many nanoseconds
     */
    Vikeplikt(LongSupplier nanotid, LongConsumer hvil) {
        this.nanotid = nanotid;
        this.hvil = hvil;
    }

    /** Tells that somebody looks up. */
    void oppslag() {
        oppslag.increment();
    }

    /** Begins a write, which asks for itself alone. */
    Arbeid begynn() {
        return new Arbeid();
    }

    /** A write under way; belongs to its thread. */
    final class Arbeid {
        private long fra = nanotid.getAsLong();
        private long sett = oppslag.sum();

        /** Called often: makes way when there is somebody to make way for, and tells whether there was. */
        boolean vik() {
            long arbeidet = nanotid.getAsLong() - fra;
            if (arbeidet < MINSTE_ARBEID) {
                return false;
            }
            boolean noen = oppslag.sum() != sett;
            if (noen) {
                hvil.accept(Math.min(arbeidet * HVILE_PER_ARBEID, LENGSTE_HVILE));
            }
            sett = oppslag.sum();
            fra = nanotid.getAsLong();
            return noen;
        }
    }
}
