package no.rrh.application.port.out;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A totalbestand that is complete and verified.
 *
 * @param sti where it lies
 * @param stoerrelse in bytes
 * @param sekvensnummer the last change it holds
 * @param laget when it was made, in milliseconds
 * @param sha256 the digest of its bytes, as 64 lower-case hexadecimal digits
 */
public record Totalbestandfil(Path sti, long stoerrelse, long sekvensnummer, Instant laget, String sha256) {}
