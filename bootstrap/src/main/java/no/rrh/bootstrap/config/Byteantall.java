package no.rrh.bootstrap.config;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A number of bytes as it is written in settings: a whole number and {@code B}, {@code KiB} or {@code MiB}. */
public final class Byteantall {
    /** How one is written, for messages. */
    public static final String FORM = "et helt tall og en enhet, for eksempel 500B, 16KiB eller 1MiB";

    private static final Pattern MOENSTER = Pattern.compile("(\\d{1,9})(B|KiB|MiB)");

    private Byteantall() {}

    /** The number; absent when it is not written so. */
    public static Optional<Long> les(String tekst) {
        Matcher treff = MOENSTER.matcher(tekst);
        if (!treff.matches()) {
            return Optional.empty();
        }
        long antall = Long.parseLong(treff.group(1));
        return Optional.of(
                switch (treff.group(2)) {
                    case "B" -> antall;
                    case "KiB" -> antall << 10;
                    default -> antall << 20;
                });
    }
}
