package no.rrh.bootstrap.fornyelse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Examples and properties alike are jqwik's, which prints the seed of a run. */
class FornyelsesplanTest {
    @Example
    void midnightInOsloIsTheLocalOneOnTheDaysThatAreShortAndLong() {
        assertThat(fra("0 0 * * *", "Europe/Oslo", "2026-03-28T12:00:00Z", 3))
                .containsExactly("2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z", "2026-03-30T22:00:00Z");
        assertThat(fra("0 0 * * *", "Europe/Oslo", "2026-10-24T12:00:00Z", 3))
                .containsExactly("2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z", "2026-10-26T23:00:00Z");
    }

    @Example
    void aTimeInTheGapComesOnceAtTheFirstMomentAfterIt() {
        assertThat(fra("30 2 * * *", "Europe/Oslo", "2026-03-28T12:00:00Z", 2))
                .as("03:00 summer time, and half past two the next day")
                .containsExactly("2026-03-29T01:00:00Z", "2026-03-30T00:30:00Z");
        assertThat(fra("0,30 2,3 * * *", "Europe/Oslo", "2026-03-28T12:00:00Z", 3))
                .as("both in the gap and the one at its end are one")
                .containsExactly("2026-03-29T01:00:00Z", "2026-03-29T01:30:00Z", "2026-03-30T00:00:00Z");
    }

    @Example
    void aTimeInTheOverlapComesTheFirstTimeOnly() {
        assertThat(fra("30 2 * * *", "Europe/Oslo", "2026-10-24T12:00:00Z", 2))
                .containsExactly("2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z");
        assertThat(fra("30 2 * * *", "Europe/Oslo", "2026-10-25T01:10:00Z", 1))
                .as("asked while the clock shows it the second time")
                .containsExactly("2026-10-26T01:30:00Z");
    }

    @Example
    void aGapAtMidnightAndADayThatIsNotThere() {
        assertThat(fra("0 0 * * *", "America/Havana", "2026-03-07T12:00:00Z", 2))
                .containsExactly("2026-03-08T05:00:00Z", "2026-03-09T04:00:00Z");
        assertThat(fra("0 0 * * *", "Pacific/Apia", "2011-12-29T09:00:00Z", 3))
                .as("30 December 2011 was skipped")
                .containsExactly("2011-12-29T10:00:00Z", "2011-12-30T10:00:00Z", "2011-12-31T10:00:00Z");
    }

    @Provide
    Arbitrary<ZoneId> soner() {
        return Arbitraries.of(
                        "Europe/Oslo",
                        "UTC",
                        "America/New_York",
                        // gaps at midnight
                        "America/Havana",
                        "Africa/Cairo",
                        "Asia/Beirut",
                        "America/Asuncion",
                        // half an hour, a quarter past, twice a year for Ramadan, a day skipped
                        "Australia/Lord_Howe",
                        "Pacific/Chatham",
                        "Africa/Casablanca",
                        "Pacific/Apia")
                .map(ZoneId::of);
    }

    /** The naive model: every local day that there is has one run, at the time or, where it is skipped, right after. */
    @Property(tries = 200)
    void eachLocalDayHasExactlyOneRunOfADailyPlan(
            @ForAll("soner") ZoneId sone,
            @ForAll @IntRange(max = 23) int time,
            @ForAll @IntRange(max = 59) int minutt,
            @ForAll @IntRange(min = 2008, max = 2035) int aar) {
        Fornyelsesplan plan = les(minutt + " " + time + " * * *", sone);
        LocalDate foerste = LocalDate.of(aar, 1, 1);
        LocalDate siste = foerste.plusYears(3);
        TreeSet<Instant> naiv = new TreeSet<>();
        for (LocalDate dag = foerste; dag.isBefore(siste); dag = dag.plusDays(1)) {
            LocalDateTime ventet = dag.atTime(time, minutt);
            ZonedDateTime faatt = ventet.atZone(sone).withEarlierOffsetAtOverlap();
            naiv.add(faatt.toLocalDateTime().equals(ventet) ? faatt.toInstant() : foersteEtterGapet(faatt));
        }
        List<Instant> faatt = new ArrayList<>();
        Instant slutt = naiv.last();
        for (Instant t = plan.neste(naiv.first().minusNanos(1)); !t.isAfter(slutt); t = plan.neste(t)) {
            faatt.add(t);
        }
        assertThat(faatt).containsExactlyElementsOf(naiv);
    }

    /** By walking back in time to where the offset was another. */
    private static Instant foersteEtterGapet(ZonedDateTime etter) {
        Instant t = etter.toInstant();
        ZoneOffset forskyvning = etter.getOffset();
        while (etter.getZone().getRules().getOffset(t.minusSeconds(60)).equals(forskyvning)) {
            t = t.minusSeconds(60);
        }
        return t;
    }

    /** The guard asks from the time of the newest file: so it must not matter from where one asks. */
    @Property(tries = 1000)
    void theNextIsAfterAndNothingLiesBetween(
            @ForAll("soner") ZoneId sone,
            @ForAll @LongRange(min = 1_200_000_000L, max = 2_000_000_000L) long sekund,
            @ForAll @IntRange(max = 59) int minutt,
            @ForAll @IntRange(max = 2 * 86_400) int steg) {
        Fornyelsesplan plan = les(minutt + " */3,2 * * *", sone);
        Instant fra = Instant.ofEpochSecond(sekund, 1);
        Instant neste = plan.neste(fra);
        assertThat(neste).isAfter(fra).isBefore(fra.plus(Duration.ofHours(30)));
        Instant mellom = fra.plusSeconds(steg);
        assertThat(plan.neste(mellom)).isAfter(mellom);
        if (mellom.isBefore(neste)) {
            assertThat(plan.neste(mellom)).isEqualTo(neste);
        } else {
            assertThat(plan.neste(mellom)).isAfter(neste);
        }
    }

    private static Fornyelsesplan les(String cron, ZoneId sone) {
        return Fornyelsesplan.les(cron, sone).orElseThrow();
    }

    private static List<String> fra(String cron, String sone, String etter, int antall) {
        List<String> tider = new ArrayList<>();
        Instant t = Instant.parse(etter);
        for (int i = 0; i < antall; i++) {
            t = les(cron, ZoneId.of(sone)).neste(t);
            tider.add(t.toString());
        }
        return tider;
    }
}
