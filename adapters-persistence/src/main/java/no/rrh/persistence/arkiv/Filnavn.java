package no.rrh.persistence.arkiv;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a file of JSON in service, which carries all that is told of it, so that one rename is all it takes:
 * {@code totalbestand-<sekvensnummer>-<UTC time>-<sha256>.zip}.
 */
record Filnavn(long sekvensnummer, Instant laget, String sha256) {
    /** By what they hold, since a clock may have been wrong; the register's numbers never go back. */
    static final Comparator<Filnavn> ELDSTE_FOERST = Comparator.comparingLong(Filnavn::sekvensnummer)
            .thenComparing(Filnavn::laget)
            .thenComparing(Filnavn::sha256);

    /** What every name of a file in service ends with. */
    static final String ENDELSE = ".zip";

    private static final Pattern FORM =
            Pattern.compile("totalbestand-(\\d{1,19})-(\\d{8}T\\d{9}Z)-([0-9a-f]{64})\\.zip");
    private static final DateTimeFormatter TID =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** The name, when it is one. */
    static Optional<Filnavn> av(String navn) {
        Matcher treff = FORM.matcher(navn);
        if (!treff.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Filnavn(
                    Long.parseLong(treff.group(1)), Instant.from(TID.parse(treff.group(2))), treff.group(3)));
        } catch (NumberFormatException | DateTimeException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "totalbestand-" + sekvensnummer + "-" + TID.format(laget) + "-" + sha256 + ENDELSE;
    }
}
