package no.rrh.http.totalbestand;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.rrh.http.feil.Avvisning;
import no.rrh.http.feil.Feil;

/**
 * A part of a file (RFC 9110, 14).
 *
 * @param fra the first byte, from 0
 * @param lengde how many
 */
record Byteomraade(long fra, long lengde) {
    private static final Pattern ETT_OMRAADE = Pattern.compile("bytes=\\s*(\\d{0,18})-(\\d{0,18})\\s*");

    /**
     * The single range that was asked for.
     *
     * @param range the Range headers
     * @return absent when there is none, or one that RFC 9110 lets a server ignore: malformed, in another unit, or several
     * @throws Avvisning 416 when the range starts beyond the end
     */
    static Optional<Byteomraade> les(List<String> range, long stoerrelse) {
        if (range.size() != 1) {
            return Optional.empty();
        }
        Matcher treff = ETT_OMRAADE.matcher(range.get(0));
        if (!treff.matches() || treff.group(1).isEmpty() && treff.group(2).isEmpty()) {
            return Optional.empty();
        }
        return treff.group(1).isEmpty()
                ? siste(Long.parseLong(treff.group(2)), stoerrelse)
                : fra(Long.parseLong(treff.group(1)), treff.group(2), stoerrelse);
    }

    private static Optional<Byteomraade> siste(long antall, long stoerrelse) {
        if (antall == 0 || stoerrelse == 0) {
            throw new Avvisning(Feil.utenforFilen(stoerrelse));
        }
        long lengde = Math.min(antall, stoerrelse);
        return Optional.of(new Byteomraade(stoerrelse - lengde, lengde));
    }

    private static Optional<Byteomraade> fra(long fra, String til, long stoerrelse) {
        long siste = til.isEmpty() ? stoerrelse - 1 : Math.min(Long.parseLong(til), stoerrelse - 1);
        if (!til.isEmpty() && Long.parseLong(til) < fra) {
            return Optional.empty();
        }
        if (fra >= stoerrelse) {
            throw new Avvisning(Feil.utenforFilen(stoerrelse));
        }
        return Optional.of(new Byteomraade(fra, siste - fra + 1));
    }

    /** The value of Content-Range. */
    String innholdsomraade(long stoerrelse) {
        return "bytes " + fra + "-" + (fra + lengde - 1) + "/" + stoerrelse;
    }
}
