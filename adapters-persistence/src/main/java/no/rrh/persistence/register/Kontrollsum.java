package no.rrh.persistence.register;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a register holds, in figures that are the same wherever it lies: two registers with the same one hold the same
 * virksomheter with the same history, changes, numbers, generations and agreements. It tells slips and damage; who wants to
 * deceive can make another register of the same sum.
 *
 * @param sekvensnummer the number of the last change
 * @param skjema the version of the tables, of whose columns it is taken
 * @param tabeller one of each table, always in the same order
 */
public record Kontrollsum(long sekvensnummer, String skjema, List<Tabell> tabeller) {
    private static final String FORM = "rrh-kontrollsum-1\n";

    public Kontrollsum {
        tabeller = List.copyOf(tabeller);
    }

    /**
     * One table.
     *
     * @param navn its name in the database
     * @param rader how many rows it has
     * @param sum the sum modulo 2²⁵⁶ of the SHA-256 of its rows, 64 lower-case hexadecimal digits
     */
    public record Tabell(String navn, long rader, String sum) {}

    /** All rows. */
    public long rader() {
        return tabeller.stream().mapToLong(Tabell::rader).sum();
    }

    /** The rows of one table. */
    long rader(Registertabell tabell) {
        return tabeller.stream()
                .filter(en -> en.navn().equals(tabell.navn()))
                .mapToLong(Tabell::rader)
                .sum();
    }

    /** The virksomheter, deleted ones included. */
    public long virksomheter() {
        return rader(Registertabell.VIRKSOMHET);
    }

    /**
     * Of it all, 64 lower-case hexadecimal digits: the SHA-256 of the line {@code rrh-kontrollsum-1} and of one line for each
     * table, its name, rows and sum with a space between.
     */
    public String sum() {
        String alt = tabeller.stream()
                .map(tabell -> tabell.navn() + " " + tabell.rader() + " " + tabell.sum() + "\n")
                .collect(Collectors.joining("", FORM, ""));
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(alt.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
