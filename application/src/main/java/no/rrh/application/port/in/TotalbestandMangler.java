package no.rrh.application.port.in;

import no.rrh.application.port.out.Totalbestandformat;

/** No totalbestand has been made yet, or not in the format. It will be: the caller may come back. */
public class TotalbestandMangler extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Totalbestandformat format;

    public TotalbestandMangler(Totalbestandformat format) {
        super("there is no totalbestand as " + format + " yet");
        this.format = format;
    }

    /** The one that was asked for. */
    public Totalbestandformat format() {
        return format;
    }
}
