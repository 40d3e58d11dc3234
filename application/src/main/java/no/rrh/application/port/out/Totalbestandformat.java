package no.rrh.application.port.out;

import java.util.Arrays;
import java.util.Optional;

/** The forms in which the totalbestand is made, all of them in one pass over the register. */
public enum Totalbestandformat {
    /** The v1 representation, which is always made. */
    JSON("json"),
    /** Statements of BODS, one a line, unless they are to be left out. */
    BODS("bods");

    private final String verdi;

    Totalbestandformat(String verdi) {
        this.verdi = verdi;
    }

    /** What it is called. */
    public String verdi() {
        return verdi;
    }

    /** The one that is called so. */
    public static Optional<Totalbestandformat> med(String verdi) {
        return Arrays.stream(values())
                .filter(format -> format.verdi.equals(verdi))
                .findFirst();
    }
}
