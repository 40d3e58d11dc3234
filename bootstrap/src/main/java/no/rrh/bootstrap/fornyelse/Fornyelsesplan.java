package no.rrh.bootstrap.fornyelse;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;

/**
 * When a new totalbestand is due: an expression of cron in a zone, right across summer time. A time that the clock skips
 * in spring comes at the first moment after the gap. A time that it shows twice in autumn comes the first time only, so
 * an expression for every minute rests for that hour.
 */
public final class Fornyelsesplan {
    /** How one is written, for messages. */
    public static final String FORM =
            "fem felt som i cron, eventuelt med sekund foran (minutt 0-59, time 0-23, dag 1-31, måned 1-12, ukedag 0-7;"
                    + " tall, *, a-b, /n og lister med komma) for et tidspunkt som finnes, for eksempel «0 0 * * *» for hver"
                    + " midnatt";

    private final Cronuttrykk uttrykk;
    private final ZoneId sone;

    private Fornyelsesplan(Cronuttrykk uttrykk, ZoneId sone) {
        this.uttrykk = uttrykk;
        this.sone = sone;
    }

    /** The plan; absent when the expression is not of {@link #FORM}. */
    public static Optional<Fornyelsesplan> les(String cron, ZoneId sone) {
        return Cronuttrykk.les(cron).map(uttrykk -> new Fornyelsesplan(uttrykk, sone));
    }

    /** The first moment at which one is due after the given one. */
    public Instant neste(Instant etter) {
        // What the wall showed then or before came no later than that, since times on the wall keep their order
        LocalDateTime paaVeggen = LocalDateTime.ofInstant(etter, sone);
        Instant neste;
        do {
            paaVeggen = uttrykk.neste(paaVeggen);
            neste = oeyeblikk(paaVeggen);
        } while (!neste.isAfter(etter));
        return neste;
    }

    private Instant oeyeblikk(LocalDateTime paaVeggen) {
        ZoneOffsetTransition overgang = sone.getRules().getTransition(paaVeggen);
        if (overgang != null && overgang.isGap()) {
            return overgang.getInstant();
        }
        // of two offsets the first listed is the one before the transition
        return paaVeggen
                .atOffset(sone.getRules().getValidOffsets(paaVeggen).get(0))
                .toInstant();
    }
}
