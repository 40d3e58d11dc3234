package no.rrh.application.port.out;

import java.util.Optional;

/**
 * A file that cannot be read as the v1 representation. The message, in bokmål, names the place and the virksomhet where
 * they are known, and the reason; never a value of a person.
 */
public class Lesefeil extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Builds the message.
     *
     * @param linje from 1
     * @param kolonne from 1
     * @param organisasjonsnummer of the record, where it had been read
     * @param grunn what was wrong, and what was expected
     */
    public Lesefeil(int linje, int kolonne, Optional<String> organisasjonsnummer, String grunn) {
        super("linje " + linje + ", kolonne " + kolonne
                + organisasjonsnummer
                        .map(nummer -> ", organisasjonsnummer " + nummer)
                        .orElse("") + ": " + grunn);
    }

    /**
     * An error of the file as a whole, which has no place in it.
     *
     * @param grunn what was wrong, and what was expected
     */
    public Lesefeil(String grunn) {
        super(grunn);
    }
}
