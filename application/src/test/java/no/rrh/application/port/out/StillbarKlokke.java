package no.rrh.application.port.out;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands until it is set. */
public final class StillbarKlokke extends Clock {
    private volatile Instant naa;

    public StillbarKlokke(Instant naa) {
        this.naa = naa;
    }

    /** Moves the clock, backwards when the duration is negative. */
    public void gaa(Duration tid) {
        naa = naa.plus(tid);
    }

    public void still(Instant tid) {
        naa = tid;
    }

    @Override
    public Instant instant() {
        return naa;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId sone) {
        throw new UnsupportedOperationException();
    }
}
