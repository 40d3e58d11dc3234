package no.rrh.bootstrap.fornyelse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import no.rrh.application.port.in.FornyTotalbestand;
import no.rrh.application.port.in.Framdrift;
import no.rrh.application.port.in.Totalbestandstatus;
import no.rrh.application.port.out.StillbarKlokke;
import no.rrh.application.port.out.Totalbestandfil;
import no.rrh.application.port.out.Totalbestandformat;
import org.junit.jupiter.api.Test;

/** Hand-driven: one look at a time, on a clock that stands until it is set. Midnight in Oslo is 23:00 UTC here. */
class TotalbestandvaktTest {
    private static final Instant MIDDAG = Instant.parse("2026-11-25T11:00:00Z");
    private static final Instant MIDNATT = Instant.parse("2026-11-25T23:00:00Z");
    private static final Duration DOEGN = Duration.ofDays(1);
    private static final Optional<Fornyelsesplan> HVER_MIDNATT =
            Fornyelsesplan.les("0 0 * * *", ZoneId.of("Europe/Oslo"));

    private static final Set<Totalbestandformat> JSON = Set.of(Totalbestandformat.JSON);
    private static final Set<Totalbestandformat> ALLE = EnumSet.allOf(Totalbestandformat.class);

    private final StillbarKlokke klokke = new StillbarKlokke(MIDDAG);
    private final Produksjon produksjon = new Produksjon();
    private Totalbestandvakt vakt = ny(HVER_MIDNATT);

    private Totalbestandvakt ny(Optional<Fornyelsesplan> plan) {
        return new Totalbestandvakt(produksjon, produksjon::status, JSON, plan, klokke);
    }

    @Test
    void makesOneAtOnceWhenThereIsNone() {
        vakt.se();
        assertThat(produksjon.laget).containsExactly(MIDDAG);
        gaaTil(MIDNATT.minusMillis(1));
        assertThat(produksjon.laget).hasSize(1);
    }

    @Test
    void makesOneAtEachMidnight() {
        produksjon.finnesFra(MIDDAG);
        gaaTil(MIDNATT.minusMillis(1));
        assertThat(produksjon.laget).isEmpty();
        gaaTil(MIDNATT.plus(DOEGN.multipliedBy(2)));
        assertThat(produksjon.laget).containsExactly(MIDNATT, MIDNATT.plus(DOEGN), MIDNATT.plus(DOEGN.multipliedBy(2)));
    }

    @Test
    void makesUpAtTheFirstLookForWhatWasMissedOnceHoweverManyTheyWere() {
        produksjon.finnesFra(MIDDAG.minus(DOEGN.multipliedBy(30)));
        vakt.se();
        assertThat(produksjon.laget).containsExactly(MIDDAG);
        gaaTil(MIDNATT);
        assertThat(produksjon.laget).containsExactly(MIDDAG, MIDNATT);
    }

    @Test
    void aRestartDoesNotMakeAnotherOfWhatIsMade() {
        produksjon.finnesFra(MIDNATT);
        klokke.still(MIDNATT.plusMillis(1));
        ny(HVER_MIDNATT).se();
        assertThat(produksjon.laget).isEmpty();
    }

    /** A command may have made one just before it was due: what is registered in between is still to be in one. */
    @Test
    void oneThatWasMadeShortlyBeforeItWasDueIsRenewedAllTheSame() {
        produksjon.finnesFra(MIDNATT.minusMillis(1));
        gaaTil(MIDNATT);
        assertThat(produksjon.laget).containsExactly(MIDNATT);
    }

    @Test
    void neverSleepsLongSoThatASuspendedMachineIsNoticed() {
        produksjon.finnesFra(MIDDAG);
        assertThat(vakt.se()).isLessThanOrEqualTo(Duration.ofSeconds(30));
        klokke.still(MIDNATT.minusSeconds(5));
        assertThat(vakt.se()).isEqualTo(Duration.ofSeconds(5));
        klokke.still(MIDNATT.plus(DOEGN.multipliedBy(3)).plusSeconds(7));
        vakt.se();
        assertThat(produksjon.laget)
                .containsExactly(MIDNATT.plus(DOEGN.multipliedBy(3)).plusSeconds(7));
    }

    @Test
    void aClockThatIsSetBackAcrossADueTimeDoesNotDoubleTheRun() {
        produksjon.finnesFra(MIDDAG);
        gaaTil(MIDNATT);
        klokke.still(MIDNATT.minusSeconds(40));
        gaaTil(MIDNATT.plusSeconds(120));
        assertThat(produksjon.laget).containsExactly(MIDNATT);
        gaaTil(MIDNATT.plus(DOEGN));
        assertThat(produksjon.laget).containsExactly(MIDNATT, MIDNATT.plus(DOEGN));
    }

    @Test
    void aFileOfAClockThatWasYearsAheadDoesNotPutOffTheNext() {
        produksjon.finnesFra(Instant.parse("2037-01-01T00:00:00Z"));
        gaaTil(MIDNATT.minusSeconds(1));
        assertThat(produksjon.laget).isEmpty();
        // The archive goes on naming the one of 2037 the newest, since nothing has been registered in between
        produksjon.nyErIkkeNyest = true;
        gaaTil(MIDNATT.plus(DOEGN));
        assertThat(produksjon.laget).containsExactly(MIDNATT, MIDNATT.plus(DOEGN));
    }

    @Test
    void aFileThatTheArchiveDoesNotNameTheNewestIsNotMadeOverAndOver() {
        produksjon.finnesFra(MIDDAG.minus(DOEGN));
        produksjon.nyErIkkeNyest = true;
        gaaTil(MIDDAG.plusSeconds(600));
        assertThat(produksjon.laget).containsExactly(MIDDAG);
    }

    @Test
    void aFailureIsTriedAgainEachMinuteAtFirstAndThenMoreAndMoreSeldom() {
        produksjon.finnesFra(MIDDAG);
        produksjon.feil = new UncheckedIOException(new IOException("full"));
        gaaTil(MIDNATT.plus(Duration.ofHours(2)));
        assertThat(minutterEtterMidnatt(produksjon.forsoekt).subList(0, 9))
                .containsExactly(0L, 1L, 2L, 3L, 5L, 9L, 17L, 32L, 47L);
        assertThat(produksjon.laget).isEmpty();

        produksjon.feil = null;
        gaaTil(MIDNATT.plus(Duration.ofHours(3)));
        assertThat(minutterEtterMidnatt(produksjon.laget)).containsExactly(122L);
        gaaTil(MIDNATT.plus(DOEGN));
        assertThat(produksjon.laget).hasSize(2).contains(MIDNATT.plus(DOEGN));
    }

    @Test
    void anErrorThatIsNoExceptionIsAFailureTooAndEndsNothing() {
        produksjon.feil = new StackOverflowError();
        vakt.se();
        produksjon.feil = null;
        gaaTil(MIDDAG.plusSeconds(60));
        assertThat(produksjon.laget).containsExactly(MIDDAG.plusSeconds(60));
    }

    @Test
    void whenTheNextIsDueTheTriesBeginAnewAtOnce() {
        vakt = ny(Fornyelsesplan.les("*/20 * * * *", ZoneId.of("UTC")));
        produksjon.finnesFra(MIDNATT.minusSeconds(1));
        produksjon.feil = new IllegalStateException();
        klokke.still(MIDNATT.minusSeconds(1));
        gaaTil(MIDNATT.plus(Duration.ofMinutes(23)));
        assertThat(minutterEtterMidnatt(produksjon.forsoekt))
                .containsExactly(0L, 1L, 2L, 3L, 5L, 9L, 17L, 20L, 21L, 22L, 23L);
    }

    @Test
    void aFailureIsNotTriedAgainWhenSomebodyElseHasMadeOneMeanwhile() {
        produksjon.finnesFra(MIDDAG);
        produksjon.feil = new IllegalStateException();
        gaaTil(MIDNATT);
        assertThat(produksjon.forsoekt).hasSize(1);
        produksjon.finnesFra(MIDNATT.plusSeconds(10));
        gaaTil(MIDNATT.plus(Duration.ofHours(1)));
        assertThat(produksjon.forsoekt).hasSize(1);
    }

    @Test
    void aClockThatIsSetBackAfterAFailureDoesNotPutOffTheNextTry() {
        produksjon.feil = new IllegalStateException();
        vakt.se();
        produksjon.feil = null;
        klokke.still(MIDDAG.minus(DOEGN));
        gaaTil(MIDDAG.minus(DOEGN).plusSeconds(60));
        assertThat(produksjon.laget).containsExactly(MIDDAG.minus(DOEGN).plusSeconds(60));
    }

    @Test
    void whileSomebodyElseMakesOneNoneIsMadeAndThatOneCounts() {
        produksjon.finnesFra(MIDDAG);
        produksjon.paagaarSiden = Optional.of(MIDNATT.minusSeconds(1));
        klokke.still(MIDNATT);
        assertThat(vakt.se()).isLessThanOrEqualTo(Duration.ofSeconds(1));
        assertThat(produksjon.laget).isEmpty();

        produksjon.paagaarSiden = Optional.empty();
        produksjon.finnesFra(MIDNATT.plusMillis(5));
        klokke.still(MIDNATT.plusSeconds(9));
        vakt.se();
        assertThat(produksjon.laget).isEmpty();
    }

    @Test
    void whatAnotherInstanceHasMadeMeanwhileIsNotMadeAgain() {
        produksjon.finnesFra(MIDDAG);
        produksjon.annenInstans = Optional.of(Produksjon.fil(MIDNATT));
        gaaTil(MIDNATT.plus(DOEGN).minusMillis(1));
        assertThat(produksjon.forsoekt).containsExactly(MIDNATT);
        assertThat(produksjon.laget).isEmpty();
    }

    @Test
    void withoutAPlanOneIsMadeWhenThereIsNoneAndNeverRenewed() {
        vakt = ny(Optional.empty());
        gaaTil(MIDDAG.plus(DOEGN.multipliedBy(3)));
        assertThat(produksjon.laget).containsExactly(MIDDAG);
    }

    @Test
    void aStopGivesUpWhatIsUnderWayAndEndsTheThread() throws Exception {
        CountDownLatch underArbeid = new CountDownLatch(1);
        CountDownLatch ferdig = new CountDownLatch(1);
        FornyTotalbestand lang = (forrige, framdrift) -> {
            underArbeid.countDown();
            try {
                for (long n = 1; true; n++) {
                    framdrift.ferdig(n);
                    Thread.onSpinWait();
                }
            } catch (CancellationException e) {
                ferdig.countDown();
                throw e;
            }
        };
        Totalbestandvakt lever = new Totalbestandvakt(lang, produksjon::status, JSON, HVER_MIDNATT, klokke);
        lever.start();
        assertThat(underArbeid.await(30, TimeUnit.SECONDS)).isTrue();
        lever.close();
        assertThat(ferdig.getCount()).isZero();
    }

    @Test
    void theThreadLooksAgainByItself() throws Exception {
        CountDownLatch blikk = new CountDownLatch(3);
        Totalbestandvakt lever = new Totalbestandvakt(
                produksjon,
                () -> {
                    // next to a due time each look is a millisecond from the last
                    klokke.still(MIDNATT.minusMillis(1));
                    blikk.countDown();
                    return produksjon.status();
                },
                JSON,
                HVER_MIDNATT,
                klokke);
        produksjon.finnesFra(MIDDAG);
        lever.start();
        assertThat(blikk.await(30, TimeUnit.SECONDS)).isTrue();
        lever.close();
        assertThat(produksjon.laget).isEmpty();
    }

    @Test
    void aFaultOfALookIsNotTheEndOfLooking() {
        Totalbestandvakt uheldig = new Totalbestandvakt(
                produksjon,
                () -> {
                    throw new StackOverflowError();
                },
                JSON,
                HVER_MIDNATT,
                klokke);
        assertThat(uheldig.seEllerVent()).isPositive().isLessThanOrEqualTo(Duration.ofSeconds(30));
    }

    /** As after an upgrade: what is asked for would be missing until midnight. */
    @Test
    void makesOneAtOnceWhenTheNewestLacksAFormat() {
        produksjon.finnesFra(MIDDAG.minusSeconds(60));
        produksjon.medBods = true;
        vakt = new Totalbestandvakt(produksjon, produksjon::status, ALLE, HVER_MIDNATT, klokke);
        gaaTil(MIDNATT.minusMillis(1));
        assertThat(produksjon.laget).containsExactly(MIDDAG);
        gaaTil(MIDNATT);
        assertThat(produksjon.laget).containsExactly(MIDDAG, MIDNATT);
    }

    @Test
    void makesOneForAFormatAlsoWhereNoneIsPlannedAndTriesAgainWhenThatFails() {
        produksjon.finnesFra(MIDDAG);
        produksjon.medBods = true;
        produksjon.feil = new UncheckedIOException(new IOException("full"));
        vakt = new Totalbestandvakt(produksjon, produksjon::status, ALLE, Optional.empty(), klokke);
        gaaTil(MIDDAG.plusSeconds(90));
        assertThat(produksjon.forsoekt).containsExactly(MIDDAG, MIDDAG.plusSeconds(60));
        produksjon.feil = null;
        gaaTil(MIDDAG.plus(DOEGN));
        assertThat(produksjon.laget).containsExactly(MIDDAG.plusSeconds(120));
    }

    /** The newest is of a clock that was years ahead: what is made because of it does not take its place. */
    @Test
    void theSameFileIsNotReplacedOverAndOverForWhatItLacks() {
        produksjon.finnesFra(Instant.parse("2037-01-01T00:00:00Z"));
        produksjon.medBods = true;
        produksjon.nyErIkkeNyest = true;
        vakt = new Totalbestandvakt(produksjon, produksjon::status, ALLE, HVER_MIDNATT, klokke);
        gaaTil(MIDNATT.plus(DOEGN));
        assertThat(produksjon.laget).containsExactly(MIDDAG, MIDNATT, MIDNATT.plus(DOEGN));
    }

    @Test
    void aStopBeforeTheFirstLookMakesNothing() {
        vakt.be();
        vakt.start();
        vakt.close();
        assertThat(produksjon.forsoekt).isEmpty();
    }

    /** Looks as the thread would, moving the clock by what each look says. */
    private void gaaTil(Instant slutt) {
        Duration pause = vakt.se();
        while (!klokke.instant().plus(pause).isAfter(slutt)) {
            klokke.gaa(pause);
            pause = vakt.se();
        }
        klokke.still(slutt);
    }

    private static List<Long> minutterEtterMidnatt(List<Instant> tider) {
        return tider.stream()
                .map(tid -> Duration.between(MIDNATT, tid).toMinutes())
                .toList();
    }

    /** Takes no time, and fails when it is told to. */
    private final class Produksjon implements FornyTotalbestand {
        private final List<Instant> forsoekt = new ArrayList<>();
        private final List<Instant> laget = new ArrayList<>();
        private Optional<Totalbestandfil> siste = Optional.empty();
        private Optional<Instant> paagaarSiden = Optional.empty();
        private Throwable feil;
        private boolean nyErIkkeNyest;
        private boolean medBods;
        private Optional<Totalbestandfil> annenInstans = Optional.empty();

        void finnesFra(Instant tid) {
            siste = Optional.of(fil(tid));
        }

        Totalbestandstatus status() {
            return new Totalbestandstatus(siste, Optional.empty(), paagaarSiden, Optional.empty());
        }

        @Override
        public Optional<Totalbestandfil> forny(Optional<Totalbestandfil> forrige, Framdrift framdrift) {
            forsoekt.add(klokke.instant());
            assertThat(forrige).isEqualTo(siste);
            if (annenInstans.isPresent()) {
                siste = annenInstans;
                return Optional.empty();
            }
            if (feil instanceof Error error) {
                throw error;
            }
            if (feil instanceof RuntimeException unntak) {
                throw unntak;
            }
            laget.add(klokke.instant());
            Totalbestandfil ny = medBods ? medBods(fil(klokke.instant())) : fil(klokke.instant());
            if (!nyErIkkeNyest) {
                siste = Optional.of(ny);
            }
            return Optional.of(ny);
        }

        private static Totalbestandfil medBods(Totalbestandfil json) {
            Totalbestandfil bods = new Totalbestandfil(
                    Totalbestandformat.BODS, json.sti(), 1, 1, json.laget(), json.sha256(), Optional.empty());
            return new Totalbestandfil(json.format(), json.sti(), 1, 1, json.laget(), json.sha256(), Optional.of(bods));
        }

        private static Totalbestandfil fil(Instant tid) {
            return new Totalbestandfil(Path.of("x.zip"), 1, 1, tid, "0".repeat(64));
        }
    }
}
