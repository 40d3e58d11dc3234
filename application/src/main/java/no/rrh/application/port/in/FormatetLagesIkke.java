package no.rrh.application.port.in;

import no.rrh.application.port.out.Totalbestandformat;

/** The totalbestand is not made in the format here, and will not be. */
public class FormatetLagesIkke extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Totalbestandformat format;

    public FormatetLagesIkke(Totalbestandformat format) {
        super(format + " is left out of the totalbestand");
        this.format = format;
    }

    /** The one that was asked for. */
    public Totalbestandformat format() {
        return format;
    }
}
