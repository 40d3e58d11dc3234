package no.rrh.persistence.innsynslogg;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * One entry as it stands in a segment: number, link and content, with a space between.
 *
 * @param innhold JSON, in UTF-8
 */
record Linje(long nummer, String kjede, byte[] innhold) {
    private static final int LENGSTE_NUMMER = 18;

    /** With the end of line. */
    byte[] skriv() {
        byte[] hode = (nummer + " " + kjede + " ").getBytes(StandardCharsets.US_ASCII);
        byte[] linje = new byte[hode.length + innhold.length + 1];
        System.arraycopy(hode, 0, linje, 0, hode.length);
        System.arraycopy(innhold, 0, linje, hode.length, innhold.length);
        linje[linje.length - 1] = '\n';
        return linje;
    }

    /** What stands on a line without its end; absent when that has not the form of an entry. */
    static Optional<Linje> les(byte[] linje) {
        int blank = 0;
        while (blank < linje.length && blank <= LENGSTE_NUMMER && linje[blank] != ' ') {
            if (linje[blank] < '0' || linje[blank] > '9') {
                return Optional.empty();
            }
            blank++;
        }
        int innhold = blank + 1 + Avtrykk.TEGN + 1;
        // a number has one way to be written
        if (blank == 0
                || linje[0] == '0'
                || blank > LENGSTE_NUMMER
                || linje.length <= innhold
                || linje[innhold - 1] != ' ') {
            return Optional.empty();
        }
        byte[] json = new byte[linje.length - innhold];
        System.arraycopy(linje, innhold, json, 0, json.length);
        return Optional.of(new Linje(
                Long.parseLong(new String(linje, 0, blank, StandardCharsets.US_ASCII)),
                new String(linje, blank + 1, Avtrykk.TEGN, StandardCharsets.ISO_8859_1),
                json));
    }
}
