package no.rrh.bootstrap.fornyelse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CronuttrykkTest {
    private static final LocalDateTime FRA = LocalDateTime.of(2026, 1, 1, 0, 0);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 0 * * *|2026-01-02T00:00",
                "* * * * *|2026-01-01T00:01",
                "*/20 * * * *|2026-01-01T00:20",
                "5-9/3 * * * *|2026-01-01T00:05",
                "59 23 31 12 *|2026-12-31T23:59",
                "0 12 * * 0|2026-01-04T12:00",
                "0 12 * * 7|2026-01-04T12:00",
                "0 12 * * 5-7|2026-01-02T12:00",
                "30,45 6,18 * * *|2026-01-01T06:30",
                "0 0 29 2 *|2028-02-29T00:00",
                "  0\t0   * * * |2026-01-02T00:00",
                // either day is enough when neither begins with a star, else both must match
                "0 0 13 * 5|2026-01-02T00:00",
                "0 0 */2 * 1|2026-01-05T00:00",
                // a Sunday the 29 February: they are up to 40 years apart
                "0 0 29 2 */7|2032-02-29T00:00",
            })
    void findsTheNextTime(String uttrykk, LocalDateTime neste) {
        assertThat(Cronuttrykk.les(uttrykk).orElseThrow().neste(FRA)).isEqualTo(neste);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0 0 * *",
                "0 0 0 * * * *",
                "60 0 * * *",
                "0 24 * * *",
                "0 0 0 * *",
                "0 0 32 * *",
                "0 0 * 0 *",
                "0 0 * 13 *",
                "0 0 * * 8",
                "-1 0 * * *",
                "5-1 0 * * *",
                "1- 0 * * *",
                "*/0 0 * * *",
                "5/15 0 * * *",
                "1,,2 0 * * *",
                "0, 0 * * *",
                "** 0 * * *",
                "0 0 L * *",
                "0 0 ? * *",
                "0 0 * JAN *",
                "0 0 ١ * *",
                "000 0 * * *",
                "0 0 30 2 *",
                "0 0 31 4,6,9,11 *",
                "@daily",
            })
    void refusesWhatIsNoExpressionOrNeverComes(String uttrykk) {
        assertThat(Cronuttrykk.les(uttrykk)).isEmpty();
    }

    /** The naive model walks the minutes. */
    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void agreesWithWalkingTheMinutes(@ForAll("uttrykk") String[] felt, @ForAll("tider") LocalDateTime etter) {
        Cronuttrykk uttrykk = Cronuttrykk.les(String.join(" ", felt)).orElseThrow();
        LocalDateTime naiv = etter.withSecond(0).withNano(0).plusMinutes(1);
        LocalDateTime slutt = naiv.plusDays(40);
        Modell modell = new Modell(felt);
        while (naiv.isBefore(slutt) && !modell.passer(naiv)) {
            naiv = naiv.plusMinutes(1);
        }
        Assume.that(naiv.isBefore(slutt));
        assertThat(uttrykk.neste(etter)).as(String.join(" ", felt)).isEqualTo(naiv);
    }

    @Example
    void aSixthFieldBeforeTheOthersIsTheSecond() {
        Cronuttrykk hvertTiende = Cronuttrykk.les("*/10 * * * * *").orElseThrow();
        LocalDateTime tid = LocalDateTime.of(2026, 12, 31, 23, 59, 49);
        for (int sekund : new int[] {50, 60, 70}) {
            tid = hvertTiende.neste(tid);
            assertThat(tid).isEqualTo(LocalDateTime.of(2026, 12, 31, 23, 59).plusSeconds(sekund));
        }
        Cronuttrykk midtIMinuttet = Cronuttrykk.les("30 59 23 * * *").orElseThrow();
        assertThat(midtIMinuttet.neste(LocalDateTime.of(2026, 12, 31, 23, 59, 29)))
                .isEqualTo(LocalDateTime.of(2026, 12, 31, 23, 59, 30));
        assertThat(midtIMinuttet.neste(LocalDateTime.of(2026, 12, 31, 23, 59, 30)))
                .isEqualTo(LocalDateTime.of(2027, 1, 1, 23, 59, 30));
        assertThat(Cronuttrykk.les("60 * * * * *")).isEmpty();
        assertThat(Cronuttrykk.les("0 0 0 0 * * *")).isEmpty();
    }

    @Provide
    Arbitrary<String[]> uttrykk() {
        return Combinators.combine(
                        felt(0, 59),
                        felt(0, 23),
                        Arbitraries.oneOf(Arbitraries.just("*"), felt(1, 28)),
                        Arbitraries.just("*"),
                        Arbitraries.oneOf(Arbitraries.just("*"), felt(0, 7)))
                .as((minutt, time, dag, maaned, ukedag) -> new String[] {minutt, time, dag, maaned, ukedag});
    }

    private static Arbitrary<String> felt(int minst, int stoerst) {
        Arbitrary<Integer> tall = Arbitraries.integers().between(minst, stoerst);
        Arbitrary<String> omraade = Combinators.combine(tall, tall).as((a, b) -> Math.min(a, b) + "-" + Math.max(a, b));
        Arbitrary<String> medSteg = Combinators.combine(
                        Arbitraries.oneOf(omraade, Arbitraries.just("*")),
                        Arbitraries.integers().between(1, stoerst))
                .as((ledd, steg) -> ledd + "/" + steg);
        return Arbitraries.oneOf(Arbitraries.just("*"), tall.map(String::valueOf), omraade, medSteg)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(ledd -> String.join(",", ledd));
    }

    @Provide
    Arbitrary<LocalDateTime> tider() {
        return Arbitraries.longs()
                .between(0, 40L * 366 * 86_400)
                .map(sekunder -> LocalDateTime.of(2000, 1, 1, 0, 0).plusSeconds(sekunder));
    }

    /** Each field as the set of its numbers, read by other means than the expression's. */
    private static final class Modell {
        private final Set<Integer> minutter;
        private final Set<Integer> timer;
        private final Set<Integer> dager;
        private final Set<Integer> ukedager;
        private final boolean enErNok;

        Modell(String[] felt) {
            minutter = tall(felt[0], 0, 59);
            timer = tall(felt[1], 0, 23);
            dager = tall(felt[2], 1, 31);
            ukedager = tall(felt[4], 0, 7);
            enErNok = felt[2].charAt(0) != '*' && felt[4].charAt(0) != '*';
        }

        boolean passer(LocalDateTime tid) {
            LocalDate dato = tid.toLocalDate();
            int ukedag = dato.getDayOfWeek().getValue();
            boolean dagPasser = dager.contains(dato.getDayOfMonth());
            boolean ukedagPasser = ukedager.contains(ukedag) || ukedag == 7 && ukedager.contains(0);
            return minutter.contains(tid.getMinute())
                    && timer.contains(tid.getHour())
                    && (enErNok ? dagPasser || ukedagPasser : dagPasser && ukedagPasser);
        }

        private static Set<Integer> tall(String felt, int minst, int stoerst) {
            Set<Integer> alle = new HashSet<>();
            Arrays.stream(felt.split(",")).forEach(ledd -> {
                String[] steg = ledd.split("/");
                String[] ender = steg[0].equals("*") ? new String[] {"" + minst, "" + stoerst} : steg[0].split("-");
                int fra = Integer.parseInt(ender[0]);
                int hvert = steg.length == 1 ? 1 : Integer.parseInt(steg[1]);
                IntStream.rangeClosed(fra, Integer.parseInt(ender[ender.length - 1]))
                        .filter(n -> (n - fra) % hvert == 0)
                        .forEach(alle::add);
            });
            return alle;
        }
    }
}
