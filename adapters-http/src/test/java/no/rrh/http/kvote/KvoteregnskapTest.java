package no.rrh.http.kvote;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import no.rrh.domain.Eksempler;

class KvoteregnskapTest {
    /** However the calls fall, so many at once and as many again evenly, and never one more; who keeps to it is let in. */
    @Property
    void noMoreCallsAreLetInThanTheQuotaHasAndAllThatItHas(
            @ForAll @IntRange(min = 1, max = 50) int antall,
            @ForAll @IntRange(min = 1, max = 100) int sekunder,
            @ForAll @Size(max = 200) List<@LongRange(max = 3_000_000_000L) Long> pauser) {
        AtomicLong nanotid = new AtomicLong();
        Duration vindu = Duration.ofSeconds(sekunder);
        Kvoteregnskap regnskap = new Kvoteregnskap(Kvoteslag.OPPSLAG, new Kvote(antall, vindu), nanotid::get);
        double igjen = antall;
        for (long pause : pauser) {
            nanotid.addAndGet(pause);
            igjen = Math.min(antall, igjen + (double) pause * antall / vindu.toNanos());
            boolean sluppetInn = regnskap.ta(Eksempler.organisasjonsnummer(1)).isConsumed();
            if (Math.abs(igjen - 1) > 1e-6) {
                assertThat(sluppetInn).isEqualTo(igjen > 1);
            }
            igjen -= sluppetInn ? 1 : 0;
        }
    }
}
