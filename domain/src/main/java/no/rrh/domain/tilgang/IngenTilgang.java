package no.rrh.domain.tilgang;

/** The caller may not do what it asked for. */
public class IngenTilgang extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Aarsak aarsak;

    public IngenTilgang(Aarsak aarsak) {
        super(aarsak.name());
        this.aarsak = aarsak;
    }

    public Aarsak aarsak() {
        return aarsak;
    }

    /** Why not. */
    public enum Aarsak {
        INGEN_TOKEN,
        UGYLDIG_TOKEN,
        /** The token cannot be judged yet, which is no fault of the caller. */
        NOEKLER_MANGLER,
        MANGLER_SCOPE
    }
}
