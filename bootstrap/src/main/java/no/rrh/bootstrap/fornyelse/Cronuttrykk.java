package no.rrh.bootstrap.fornyelse;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The five fields of cron: minute, hour, day of month, month, day of week (0 and 7 are Sunday); a sixth before them is the
 * second, otherwise 0. Each is {@code *}, a
 * number, a range {@code a-b}, either of {@code *} and ranges with a step {@code /n}, or a list of those. As in cron, a
 * day counts when both day fields match, except when neither begins with {@code *}: then one is enough.
 *
 * <p>It speaks of what a clock on the wall shows and knows no zone, so that days of 23 and 25 hours are the concern of
 * {@link Fornyelsesplan} alone.
 */
final class Cronuttrykk {
    /** After so many days dates and days of the week come again in the same order. */
    private static final int DAGER_I_400_AAR = 146_097;

    private static final int FELT = 5;

    private static final Pattern LEDD = Pattern.compile("(?:\\*|(\\d{1,2})(?:-(\\d{1,2}))?)(?:/(\\d{1,2}))?");

    private final BitSet sekunder;
    private final BitSet minutter;
    private final BitSet timer;
    private final BitSet dager;
    private final BitSet maaneder;
    private final BitSet ukedager;
    private final boolean enDagErNok;

    private Cronuttrykk(String sekunder, String[] felt) {
        this.sekunder = les(sekunder, 0, 59);
        this.minutter = les(felt[0], 0, 59);
        this.timer = les(felt[1], 0, 23);
        this.dager = les(felt[2], 1, 31);
        this.maaneder = les(felt[3], 1, 12);
        this.ukedager = les(felt[4], 0, 7);
        if (ukedager.get(7)) {
            ukedager.set(0);
        }
        this.enDagErNok = !felt[2].startsWith("*") && !felt[4].startsWith("*");
    }

    /** The expression; absent when it is not written so, or names a time that never comes, as 30 February. */
    static Optional<Cronuttrykk> les(String tekst) {
        String[] felt = tekst.strip().split("[ \\t]+");
        boolean medSekunder = felt.length == FELT + 1;
        if (felt.length != FELT && !medSekunder) {
            return Optional.empty();
        }
        try {
            Cronuttrykk uttrykk = medSekunder
                    ? new Cronuttrykk(felt[0], Arrays.copyOfRange(felt, 1, felt.length))
                    : new Cronuttrykk("0", felt);
            return Optional.of(uttrykk).filter(u -> u.finn(LocalDate.EPOCH).isPresent());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static BitSet les(String felt, int minst, int stoerst) {
        BitSet treff = new BitSet();
        for (String ledd : felt.split(",", -1)) {
            Matcher deler = LEDD.matcher(ledd);
            krev(deler.matches());
            boolean alle = deler.group(1) == null;
            int fra = alle ? minst : tall(deler.group(1));
            int til = alle ? stoerst : deler.group(2) == null ? fra : tall(deler.group(2));
            int steg = deler.group(3) == null ? 1 : tall(deler.group(3));
            krev(minst <= fra && fra <= til && til <= stoerst && steg > 0);
            // a step of a single number is nothing that crons agree on
            krev(deler.group(3) == null || alle || deler.group(2) != null);
            for (int verdi = fra; verdi <= til; verdi += steg) {
                treff.set(verdi);
            }
        }
        return treff;
    }

    private static int tall(String sifre) {
        return Integer.parseInt(sifre);
    }

    private static void krev(boolean oppfylt) {
        if (!oppfylt) {
            throw new IllegalArgumentException();
        }
    }

    /** The first time after the given one, in whole seconds. */
    LocalDateTime neste(LocalDateTime etter) {
        LocalDateTime fra = etter.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        return klokkeslett(fra.toLocalTime())
                .filter(tid -> passer(fra.toLocalDate()))
                .map(fra.toLocalDate()::atTime)
                .orElseGet(() -> finn(fra.toLocalDate().plusDays(1))
                        .orElseThrow()
                        .atTime(klokkeslett(LocalTime.MIN).orElseThrow()));
    }

    private Optional<LocalDate> finn(LocalDate fra) {
        return fra.datesUntil(fra.plusDays(DAGER_I_400_AAR))
                .filter(this::passer)
                .findFirst();
    }

    private boolean passer(LocalDate dato) {
        boolean dag = dager.get(dato.getDayOfMonth());
        boolean ukedag = ukedager.get(dato.getDayOfWeek().getValue() % 7);
        return maaneder.get(dato.getMonthValue()) && (enDagErNok ? dag || ukedag : dag && ukedag);
    }

    /** The first of the day's times that is not before the given one. */
    private Optional<LocalTime> klokkeslett(LocalTime fra) {
        if (timer.get(fra.getHour())) {
            int sekund = sekunder.nextSetBit(fra.getSecond());
            if (sekund >= 0 && minutter.get(fra.getMinute())) {
                return Optional.of(LocalTime.of(fra.getHour(), fra.getMinute(), sekund));
            }
            int minutt = minutter.nextSetBit(fra.getMinute() + 1);
            if (minutt >= 0) {
                return Optional.of(LocalTime.of(fra.getHour(), minutt, sekunder.nextSetBit(0)));
            }
        }
        int time = timer.nextSetBit(fra.getHour() + 1);
        return time < 0
                ? Optional.empty()
                : Optional.of(LocalTime.of(time, minutter.nextSetBit(0), sekunder.nextSetBit(0)));
    }
}
