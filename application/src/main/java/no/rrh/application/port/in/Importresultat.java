package no.rrh.application.port.in;

/**
 * What an import did.
 *
 * @param virksomheter how many records were read
 * @param endringer how many changes were made, the deletions among them
 * @param slettet how many virksomheter were deleted because they are not in the file
 */
public record Importresultat(long virksomheter, long endringer, long slettet) {}
