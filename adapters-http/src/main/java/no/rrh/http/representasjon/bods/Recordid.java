package no.rrh.http.representasjon.bods;

/**
 * A {@code recordId}.
 *
 * @param grunnlag what is the same each time the same is registered
 * @param verdi as it is written; another one for what comes back after its record was closed
 */
record Recordid(String grunnlag, String verdi) {}
