package no.rrh.application.port.in;

/**
 * A look-up as it was asked for, nothing of it judged yet.
 *
 * @param organisasjonsnummer as written by the caller
 * @param formatFinnes whether the caller accepts a representation that exists
 */
public record Virksomhetsforespoersel(String organisasjonsnummer, boolean formatFinnes) {}
