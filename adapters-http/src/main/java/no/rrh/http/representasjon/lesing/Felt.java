package no.rrh.http.representasjon.lesing;

/**
 * A field that an object may have.
 *
 * @param plass its number within its {@link Form}
 */
record Felt<T>(String navn, int plass, Verdileser<? extends T> leser) {}
