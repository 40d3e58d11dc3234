package no.rrh.application.port.in;

/**
 * What an import did.
 *
 * @param virksomheter how many records were read
 * @param endringer how many changes they made
 */
public record Importresultat(long virksomheter, long endringer) {}
