package no.rrh.persistence.innsynslogg;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * The first line of a segment.
 *
 * @param instans whose chain it is a part of
 * @param foerste the number of its first entry
 * @param forrige the link of the entry before that
 * @param tidspunkt when it was begun
 */
record Segmenthode(String instans, long foerste, String forrige, Instant tidspunkt) {
    private static final String FORM = "rrh-innsynslogg";
    private static final String VERSJON = "1";

    /** With the end of line. */
    byte[] skriv() {
        return String.join(" ", FORM, VERSJON, instans, Long.toString(foerste), forrige, tidspunkt + "\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** What stands on a line without its end; absent when that is no such line of this version. */
    static Optional<Segmenthode> les(byte[] linje) {
        String[] deler = new String(linje, StandardCharsets.ISO_8859_1).split(" ");
        if (deler.length != 6 || !deler[0].equals(FORM) || !deler[1].equals(VERSJON)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Segmenthode(deler[2], Long.parseLong(deler[3]), deler[4], Instant.parse(deler[5])));
        } catch (NumberFormatException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
