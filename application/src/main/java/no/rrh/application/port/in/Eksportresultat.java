package no.rrh.application.port.in;

/**
 * What an export wrote.
 *
 * @param virksomheter how many records
 * @param sekvensnummer the last change that they hold
 */
public record Eksportresultat(long virksomheter, long sekvensnummer) {}
