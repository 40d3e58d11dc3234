package no.rrh.bootstrap.config;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A duration as it is written in settings: a whole number and {@code ms}, {@code s}, {@code m} or {@code t}. */
public final class Varighet {
    /** How one is written, for messages. */
    public static final String FORM = "et helt tall og en enhet, for eksempel 500ms, 30s, 10m eller 2t";

    private static final Pattern MOENSTER = Pattern.compile("(\\d{1,9})(ms|s|m|t)");

    private Varighet() {}

    /** The duration; absent when it is not written so. */
    public static Optional<Duration> les(String tekst) {
        Matcher treff = MOENSTER.matcher(tekst);
        if (!treff.matches()) {
            return Optional.empty();
        }
        long antall = Long.parseLong(treff.group(1));
        return Optional.of(
                switch (treff.group(2)) {
                    case "ms" -> Duration.ofMillis(antall);
                    case "s" -> Duration.ofSeconds(antall);
                    case "m" -> Duration.ofMinutes(antall);
                    default -> Duration.ofHours(antall);
                });
    }
}
