package no.rrh.http.sikkerhet;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;

/** A clock that stands still until it is moved. */
public final class Testklokke extends Clock {
    private volatile Instant naa = Instant.parse("2026-11-24T12:00:00Z");

    public void gaa(Duration lengde) {
        naa = naa.plus(lengde);
    }

    long sekunder() {
        return naa.getEpochSecond();
    }

    long nanotid() {
        return TimeUnit.MILLISECONDS.toNanos(naa.toEpochMilli());
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
