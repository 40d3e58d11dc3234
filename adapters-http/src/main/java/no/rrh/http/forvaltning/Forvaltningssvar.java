package no.rrh.http.forvaltning;

/**
 * An answer of the management port.
 *
 * @param status the HTTP status
 * @param type the media type
 * @param tekst the body
 */
public record Forvaltningssvar(int status, String type, String tekst) {}
