package no.rrh.domain.tilgang;

/** Who calls, as far as the token tells. Whether it may is decided by {@link Tilgang}. */
public sealed interface Kaller permits Konsument, Ukjent {}
