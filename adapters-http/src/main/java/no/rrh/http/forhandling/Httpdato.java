package no.rrh.http.forhandling;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;

/** Times in headers: written in one form, read in the three that a recipient must know (RFC 9110, 5.6.7). */
public final class Httpdato {
    private static final DateTimeFormatter IMF = form("EEE, dd MMM uuuu HH:mm:ss 'GMT'");

    /** Two digits of the year are of 1990 to 2089: nothing here is older. */
    private static final DateTimeFormatter RFC_850 = i(new DateTimeFormatterBuilder()
            .appendPattern("EEEE, dd-MMM-")
            .appendValueReduced(ChronoField.YEAR, 2, 2, LocalDate.of(1990, 1, 1))
            .appendPattern(" HH:mm:ss 'GMT'"));

    private static final List<DateTimeFormatter> FORMER = List.of(IMF, RFC_850, form("EEE MMM ppd HH:mm:ss uuuu"));

    private Httpdato() {}

    private static DateTimeFormatter form(String moenster) {
        return i(new DateTimeFormatterBuilder().appendPattern(moenster));
    }

    private static DateTimeFormatter i(DateTimeFormatterBuilder form) {
        return form.toFormatter(Locale.US)
                .withResolverStyle(ResolverStyle.STRICT)
                .withZone(ZoneOffset.UTC);
    }

    /** As it stands in a header, in whole seconds. */
    public static String skriv(Instant tid) {
        return IMF.format(tid);
    }

    /** The time that the header tells; absent when there is none, when it is no time, and when there are several. */
    public static Optional<Instant> les(HttpFields headere, String navn) {
        List<String> verdier = headere.getValuesList(navn);
        return verdier.size() == 1 ? les(verdier.get(0)) : Optional.empty();
    }

    static Optional<Instant> les(String verdi) {
        for (DateTimeFormatter form : FORMER) {
            try {
                return Optional.of(form.parse(verdi, Instant::from));
            } catch (DateTimeParseException e) {
                // not this form
            }
        }
        return Optional.empty();
    }
}
