package no.rrh.domain.tilgang;

import java.util.List;

/** The caller may not do what it asked for. */
public class IngenTilgang extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Aarsak aarsak;
    private final List<Scope> scopes;

    /** The caller could not be told. */
    public IngenTilgang(Aarsak aarsak) {
        this(aarsak, List.of());
    }

    /**
     * The caller has no scope that lets it do what it asked for.
     *
     * @param scopes those that would
     */
    public IngenTilgang(List<Scope> scopes) {
        this(Aarsak.MANGLER_SCOPE, scopes);
    }

    private IngenTilgang(Aarsak aarsak, List<Scope> scopes) {
        super(aarsak.name());
        this.aarsak = aarsak;
        this.scopes = List.copyOf(scopes);
    }

    public Aarsak aarsak() {
        return aarsak;
    }

    /** The scopes of which any one would have let the caller in; none when what it lacks is a token. */
    public List<Scope> scopes() {
        return scopes;
    }

    /** Why not. */
    public enum Aarsak {
        INGEN_TOKEN,
        UGYLDIG_TOKEN,
        /** The token cannot be judged yet, which is no fault of the caller. */
        NOEKLER_MANGLER,
        MANGLER_SCOPE,
        /** The scope is there, and no agreement that it rests upon. */
        MANGLER_AVTALE,
        /** Which agreements hold cannot be known now, which is no fault of the caller. */
        AVTALER_MANGLER
    }
}
